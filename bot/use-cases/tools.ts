/** Tools: what a use case gets for one request. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Actor } from '../access.ts'
import type { Identity } from '../accounts.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ResultLinks } from '../contract/ports.ts'
import type { Speaker } from '../contract/request.ts'
import type { Bank } from '../polls/bank/bank.ts'
import type { Past } from '../publishing/past.ts'
import type { RoundKeys } from '../round-keys.ts'
import type { Secret } from '../secret.ts'
import type { Stores } from '../storage/storage.ts'
import type { ConversationMemory } from './conversation-memory.ts'

export type Tools = Readonly<{
  organisation: Organisation
  knowledge: KnowledgeBase
  bank: Bank
  memory: ConversationMemory
  speaker: Speaker
  /** The speaker as the roster has them at this moment. */
  actor: Actor
  /** All accounts of the speaker. */
  identity: Identity
  language: Language
  /** Of the transaction that the whole request is. */
  stores: Stores
  secret: Secret
  keys: RoundKeys
  /** Absent where there is no page of results. */
  resultLinks?: ResultLinks<Stores>
  /** Absent where earlier versions of the handbook cannot be asked. */
  handbooks?: Readonly<{ past: Past }>
  newId: () => string
  now: number
}>
