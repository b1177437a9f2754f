/** Record a reply: what is kept of what was just said: a gap in the handbook, the first notice of an incident. */
import { withoutMasks } from '../../knowledge/personal-data.ts'
import { MAX_QUESTION, type Origin } from '../contract/action.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'
import { askerTag, noticeTag } from '../tags.ts'
import { localDate } from '../working-time.ts'
import type { Tools } from './tools.ts'
import { maskedText } from './typed-text.ts'

export async function recordReply(reply: Reply, tools: Tools): Promise<void> {
  if (reply.kind === 'incident') return recordNotice(reply.incident, tools)
  if (reply.kind !== 'no-answer' || reply.elsewhere !== undefined) return
  await recordGap({ question: reply.question, origin: 'no-answer' }, tools)
}

type Unanswered = Readonly<{ question: string; origin: Origin; section?: string }>

/** Nothing is kept when the organisation keeps no questions. The same question counts once a day. */
export async function recordGap(unanswered: Unanswered, tools: Tools): Promise<void> {
  const { organisation, stores, secret, identity, now } = tools
  const question = questionToKeep(unanswered.question, organisation)
  if (question === undefined) return

  const tag = askerTag(secret, identity.main)
  const day = localDate(now, organisation.timeZone)
  const id = secret.tag('gap', organisation.id, tag, question, day)
  await stores.gaps.add(organisation.id, { ...unanswered, id, question, askerTag: tag, day })
}

/** The question and the section that helped, without who or when: later versions are asked the same. */
export async function recordHelpful(
  helpful: Readonly<{ question: string; section: string }>,
  { organisation, stores, now }: Tools,
): Promise<void> {
  const question = questionToKeep(helpful.question, organisation)
  if (question === undefined) return
  const day = localDate(now, organisation.timeZone)
  await stores.helpfulQuestions.add(organisation.id, { ...helpful, question, day })
}

/** Masked; undefined where nothing is kept, and when only masks are left of it. */
function questionToKeep(typed: string, { retention }: Organisation): string | undefined {
  const question = maskedText(typed).text.slice(0, MAX_QUESTION)
  const isEmpty = withoutMasks(question).trim() === ''
  return retention.questionDays === 0 || isEmpty ? undefined : question
}

type Kind = Extract<Reply, { kind: 'incident' }>['incident']

function recordNotice(incident: Kind, { organisation, stores, secret, speaker, now }: Tools) {
  return stores.incidents.notice(organisation.id, noticeTag(secret, speaker), incident, now)
}
