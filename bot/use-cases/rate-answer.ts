/** Rate an answer: counted per section and version, without the person; who is not helped can say why. */
import type { Action, Verdict } from '../contract/action.ts'
import type { Observe } from '../contract/ports.ts'
import type { Reply } from '../contract/reply.ts'
import { raterTag } from '../tags.ts'
import { notice } from './notice.ts'
import { linkTo } from './quote.ts'
import { recordGap, recordHelpful } from './record-reply.ts'
import { offerToTell } from './tell-me.ts'
import type { Tools } from './tools.ts'

type Rating = Extract<Action, { verb: 'rate-answer' }>
type Explained = Extract<Action, { verb: 'give-reason' }>

const ONCE_MS = 24 * 60 * 60 * 1000

export async function rateAnswer(
  { sectionId, version, helpful, question }: Rating,
  tools: Tools & Readonly<{ observe: Observe }>,
): Promise<Reply> {
  const { organisation, knowledge, language } = tools
  const section = knowledge.handbook.byId.get(sectionId)
  if (section === undefined) return notice('unknown-section', language)

  const isNew = await count({ sectionId, version }, helpful ? 'helpful' : 'unhelpful', tools)
  if (isNew) observeRating({ sectionId, version, helpful }, tools)
  if (helpful) {
    await recordHelpful({ question, section: sectionId }, tools)
    return offerToTell(linkTo(section), tools)
  }
  await recordGap({ question, origin: 'unhelpful', section: sectionId }, tools)
  const about = { section: linkTo(section), version, question, organisation, language }
  return { kind: 'rating-reasons', ...about }
}

export async function giveReason(
  { sectionId, version, reason, question }: Explained,
  tools: Tools,
): Promise<Reply> {
  const { organisation, knowledge, language } = tools
  const section = knowledge.handbook.byId.get(sectionId)
  if (section === undefined) return notice('unknown-section', language)

  await count({ sectionId, version }, reason, tools)
  return { kind: 'reason-noted', section: linkTo(section), question, organisation, language }
}

type Rated = Readonly<{ sectionId: string; version: string }>

/** A second press of the same button within a day counts no more. */
async function count({ sectionId, version }: Rated, verdict: Verdict, tools: Tools) {
  const { organisation, stores, secret, identity, now } = tools
  const press = JSON.stringify([raterTag(secret, identity.main), sectionId, version, verdict])
  const isNew = await stores.seen.firstTime(press, ONCE_MS, now)
  if (isNew) await stores.feedback.add(organisation.id, { section: sectionId, version, verdict })
  return isNew
}

function observeRating(
  { sectionId: section, version, helpful }: Omit<Rating, 'verb' | 'question'>,
  { organisation, observe }: Tools & Readonly<{ observe: Observe }>,
): void {
  observe({ kind: 'answer-rated', organisation: organisation.id, section, version, helpful })
}
