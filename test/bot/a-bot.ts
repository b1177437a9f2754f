/** A bot to talk to in tests: a handbook, a clock that the test sets, and a store. */

import { randomUUID } from 'node:crypto'
import { type BotParts, createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Observation } from '../../bot/contract/ports.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import { loadBank } from '../../bot/load-questions.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import { createSecret } from '../../bot/secret.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { createTalk } from '../../bot/talk.ts'
import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { createKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'

export const MINUTE = 60_000
export const waterveen = anOrganisation({ id: 'waterveen' })
const lindedam = anOrganisation({ id: 'lindedam' })

/** The handbook of the other organisation. */
export const small: KnowledgeBase = await aKnowledgeBase(
  '## Mag ik thuis printen? {#lindedam-printen}\n\nJa, in Lindedam wel.\n',
)
removeFolders()

/** A handbook of one chapter that answers with whatever it finds. */
export function aKnowledgeBase(chapter: string): Promise<KnowledgeBase> {
  return createKnowledgeBase(readHandbook(filesIn(aFolder({ 'a.md': chapter }))).handbook, {
    thesaurus: emptyThesaurus,
    calibration: { ...DEFAULT_CALIBRATION, answerFrom: 0, suggestFrom: 0 },
    elsewhere: [],
  })
}

/** Our own questions, read once. */
export const bank = loadBank(waterveen)

export const secret = createSecret(Buffer.alloc(32, 'a root key for tests'))

/** Serves Waterveen from the given handbook and Lindedam from the small one. */
export function theParts(knowledge: KnowledgeBase, organisation = waterveen) {
  const clock = { now: Date.parse('2026-12-01T12:00:00Z') } // a Tuesday
  const observed: Observation[] = []
  const parts: BotParts = {
    served: new Map([
      ['waterveen', { organisation, knowledge, bank }],
      ['lindedam', { organisation: lindedam, knowledge: small, bank }],
    ]),
    observe: (one) => observed.push(one),
    clock: () => clock.now,
    secret,
    keys: derivedKeys(secret),
    newId: randomUUID,
  }
  return { parts, clock, observed }
}

/** A bot to ask questions: its store is in memory, and nobody is in its roster. */
export function aBotOf(knowledge: KnowledgeBase) {
  const { parts, clock, observed } = theParts(knowledge)
  const { reply, replyFromMemory } = createBot(parts)
  let storage: Promise<Storage> | undefined
  const bot = async (request: Request): Promise<Reply> => {
    storage ??= inMemory()
    return createTalk({ reply, replyFromMemory }, await storage)(request)
  }
  return { bot, replyFromMemory, clock, observed }
}

async function inMemory(): Promise<Storage> {
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  return sqlite.open()
}

export const aSpeaker = (change: Partial<Speaker> = {}): Speaker => ({
  organisation: 'waterveen',
  platform: 'teams',
  person: 'person-1',
  conversation: 'conversation-1',
  shared: false,
  language: 'nl',
  ...change,
})

export const say = (text: string, change: Partial<Speaker> = {}): Request => ({
  kind: 'message',
  text,
  speaker: aSpeaker(change),
})

export const press = (action: Action, change: Partial<Speaker> = {}): Request => ({
  kind: 'action',
  action,
  speaker: aSpeaker(change),
})

/** The reply, which must be of this kind. */
export function as<K extends Reply['kind']>(kind: K, reply: Reply): ReplyOf<K> {
  if (reply.kind !== kind) throw new Error(`expected "${kind}", got "${reply.kind}"`)
  return reply as ReplyOf<K> // the kind was compared just now
}

/** Sections that the reply answers with or offers, best first. */
export function idsOf(reply: Reply): readonly string[] {
  if (reply.kind === 'answer') return [reply.section, ...reply.related].map(({ id }) => id)
  return reply.kind === 'suggestions' ? reply.sections.map(({ id }) => id) : []
}
