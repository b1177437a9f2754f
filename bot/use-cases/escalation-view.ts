/** Escalation view: a question to a human as it is shown to who answers it and to who asked. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import { withoutMasks } from '../../knowledge/personal-data.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { EscalationView, HumanAnswer, ReplyOf, SectionLink } from '../contract/reply.ts'
import type { Escalation, EscalationOutcome } from '../storage/escalations.ts'
import { linkTo, sourceOf } from './quote.ts'

const MAX_OFFERED = 8

export type Shown = Readonly<{ organisation: Organisation; knowledge: KnowledgeBase }>

/** Nothing that leads to an asker who wants to stay unknown. */
export function viewOf(escalation: Escalation, { knowledge }: Shown): EscalationView {
  const { id, number, question, origin, section, askerName, askedAt } = escalation
  const about = section === undefined ? undefined : knowledge.handbook.byId.get(section)
  return {
    id,
    number,
    question,
    origin,
    ...(about === undefined ? {} : { about: linkTo(about) }),
    ...(askerName === undefined ? {} : { asker: askerName }),
    askedAt,
  }
}

export type Occasion = ReplyOf<'escalation'>['occasion']

export function escalationCard(
  escalation: Escalation,
  occasion: Occasion,
  shown: Shown & Readonly<{ language: Language }>,
): ReplyOf<'escalation'> {
  return {
    kind: 'escalation',
    escalation: viewOf(escalation, shown),
    sections: offered(escalation.question, shown.knowledge),
    occasion,
    timeZone: shown.organisation.timeZone,
    proposed: false,
    language: shown.language,
  }
}

const offered = (question: string, knowledge: KnowledgeBase): readonly SectionLink[] =>
  knowledge
    .find(withoutMasks(question))
    .hits.slice(0, MAX_OFFERED)
    .map(({ item }) => linkTo(item))

/** Undefined when the section that was the answer is no longer in the handbook. */
export function humanAnswer(
  outcome: EscalationOutcome,
  { knowledge, now }: Pick<Shown, 'knowledge'> & Readonly<{ now: number }>,
): HumanAnswer | undefined {
  if (outcome.kind !== 'section') return outcome
  const section = knowledge.handbook.byId.get(outcome.section)
  if (section === undefined) return undefined
  const source = sourceOf(section, knowledge.handbook, now)
  return { kind: 'section', section: linkTo(section), lead: section.shortAnswer, source }
}
