/** A bot to talk to in tests: the sample handbook or a small one, and a clock that the test sets. */
import { type BotParts, createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Observation } from '../../bot/contract/ports.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import {
  createKnowledgeBase,
  type KnowledgeBase,
  openKnowledgeBase,
} from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder, WATERVEEN } from '../knowledge/waterveen.ts'

export const MINUTE = 60_000
export const waterveen = anOrganisation({ id: 'waterveen' })
const lindedam = anOrganisation({ id: 'lindedam' })

/** The sample handbook, read and indexed once for each test file. */
export const sample: KnowledgeBase = await openKnowledgeBase(WATERVEEN)
/** The handbook of the other organisation. */
export const small: KnowledgeBase = await aKnowledgeBase(
  '## Mag ik thuis printen? {#lindedam-printen}\n\nJa, in Lindedam wel.\n',
)

/** A handbook of one chapter that answers with whatever it finds. */
export function aKnowledgeBase(chapter: string): Promise<KnowledgeBase> {
  return createKnowledgeBase(readHandbook(aFolder({ 'a.md': chapter })).handbook, {
    thesaurus: emptyThesaurus,
    calibration: { ...DEFAULT_CALIBRATION, answerFrom: 0, suggestFrom: 0 },
    elsewhere: [],
  })
}

/** Serves Waterveen from the given handbook and Lindedam from the small one. */
export function aBot(knowledge: KnowledgeBase = sample) {
  const served: BotParts['served'] = new Map([
    ['waterveen', { organisation: waterveen, knowledge }],
    ['lindedam', { organisation: lindedam, knowledge: small }],
  ])
  const clock = { now: Date.parse('2026-12-01T12:00:00Z') }
  const observed: Observation[] = []
  const bot = createBot({ served, observe: (one) => observed.push(one), clock: () => clock.now })
  return { bot, clock, observed }
}

export const aSpeaker = (change: Partial<Speaker> = {}): Speaker => ({
  organisation: 'waterveen',
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
