/** Served: what the bot knows of one organisation. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Bank } from './polls/bank/bank.ts'

export type Served = Readonly<{
  organisation: Organisation
  knowledge: KnowledgeBase
  /** What its polls ask. */
  bank: Bank
}>
