/** Answer an escalation: in one's own words, with a section, or closed with a reason; who asked hears it. */
import type { Action } from '../contract/action.ts'
import type { HumanAnswer, Notice, Reply, ReplyOf } from '../contract/reply.ts'
import type { Escalation, EscalationOutcome } from '../storage/escalations.ts'
import { openAddress } from './asker.ts'
import { humanAnswer, viewOf } from './escalation-view.ts'
import { notice } from './notice.ts'
import { findOpen } from './open-escalation.ts'
import type { Tools } from './tools.ts'
import { cleanText } from './typed-text.ts'

export function answerEscalation(
  { escalationId, answer }: Extract<Action, { verb: 'answer-escalation' }>,
  tools: Tools,
): Promise<Reply> {
  const text = cleanText(answer)
  return handle(escalationId, text === '' ? 'answer-missing' : { kind: 'text', text }, tools)
}

export function answerWithSection(
  { escalationId, sectionId }: Extract<Action, { verb: 'answer-with-section' }>,
  tools: Tools,
): Promise<Reply> {
  if (sectionId === '') return handle(escalationId, 'section-missing', tools)
  const known = tools.knowledge.handbook.byId.has(sectionId)
  const outcome = known ? ({ kind: 'section', section: sectionId } as const) : 'unknown-section'
  return handle(escalationId, outcome, tools)
}

export function closeEscalation(
  { escalationId, answer }: Extract<Action, { verb: 'close-escalation' }>,
  tools: Tools,
): Promise<Reply> {
  const reason = cleanText(answer)
  return handle(escalationId, reason === '' ? 'reason-missing' : { kind: 'reason', reason }, tools)
}

/** @param outcome a notice when what was filled in is not enough */
async function handle(
  id: string,
  outcome: EscalationOutcome | Notice,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, speaker, actor, language, now } = tools
  const { escalation, problem } = await findOpen(id, tools)
  if (problem !== undefined) return notice(problem, language)
  if (typeof outcome === 'string') return notice(outcome, language)

  const by = actor.person ?? speaker.person
  const isFirst = await stores.escalations.handle(organisation.id, id, { outcome, by, at: now })
  const answer = humanAnswer(outcome, tools)
  if (!isFirst || answer === undefined) return notice('already-handled', language)
  await record(escalation, outcome, { ...tools, by })
  await tellAsker(escalation, answer, tools)
  return { kind: 'escalation-handled', escalation: viewOf(escalation, tools), answer, language }
}

async function record(
  { id, number }: Escalation,
  { kind }: EscalationOutcome,
  { organisation, stores, by, now }: Tools & Readonly<{ by: string }>,
): Promise<void> {
  const action = kind === 'reason' ? 'escalation-closed' : 'escalation-answered'
  const entry = { actor: by, action, object: id, details: { number, with: kind } }
  await stores.audit.append(organisation.id, entry, now)
}

/** In their own language, in their private chat: only the bot can read where that is. */
async function tellAsker(escalation: Escalation, answer: HumanAnswer, tools: Tools) {
  const { organisation, stores, newId, now } = tools
  const { id, number, question, language, askerAddress: sealed } = escalation
  const { platform } = openAddress(sealed, tools)
  const rest = { organisation, language }
  const content: ReplyOf<'human-answer'> = {
    kind: 'human-answer',
    number,
    question,
    answer,
    ...rest,
  }
  await stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'answer',
      dedupeKey: `answer:${id}`,
      address: { kind: 'sealed', platform, sealed },
      content,
    },
    now,
  )
}
