/**
 * Actions: what a button on a card sends back.
 *
 * The payload travels through the user's client, so it is untrusted and is parsed here
 * before any use case sees it. Every platform's buttons carry the same object.
 */
import { z } from 'zod'
import { IncidentKind } from '../../knowledge/handbook.ts'
import { Recurrence } from '../polls/series.ts'
import { UnitPath } from '../polls/units.ts'
import { CARE_ACTIONS } from './care.ts'
import { DOCUMENT_ACTIONS } from './documents.ts'
import { DECLINED } from './poll.ts'
import { PUBLISHING_ACTIONS } from './publishing.ts'
import { TELLING_ACTIONS } from './telling.ts'

/** Characters of a question; longer ones are asked to be shortened. */
export const MAX_QUESTION = 500

/** Characters of what a human writes as an answer or a reason. */
export const MAX_ANSWER = 4_000
export const MAX_LINE = 200

const SectionId = z.string().min(1).max(100)
const Version = z.string().min(1).max(40)

/** Why an answer did not help. */
export const Reason = z.enum(['other-question', 'unclear', 'not-workable', 'not-true'])
export type Reason = z.infer<typeof Reason>
/** What people think of a section's text. */
export type Verdict = 'helpful' | 'unhelpful' | Reason

/** What led to a question for a human. */
export const Origin = z.enum(['no-answer', 'unhelpful'])
export type Origin = z.infer<typeof Origin>

/** The question to pre-fill, masked; '' when there is none. */
const Prefilled = z.string().max(MAX_QUESTION).default('')
const EscalationId = z.uuid()
/** Made with the form, and the id of what is sent with it: pressing twice sends it once. */
const FormId = z.uuid()
/** What somebody may leave empty; the use case says what is missing. */
const Answer = z.string().max(MAX_ANSWER).default('')
const Line = z.string().max(MAX_LINE).default('')

/** Value of the option that was chosen; '' for none. */
const Chosen = z.string().max(40).default('')
/** What somebody typed or chose in a form; the use case says what is wrong. */
const Typed = z.string().max(40).default('')

export const Action = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('ask'), question: z.string().min(1).max(MAX_QUESTION) }),
  z.object({
    verb: z.literal('show-section'),
    sectionId: SectionId,
    /** As a message of its own: the card stays as it is. */
    below: z.boolean().optional(),
  }),
  z.object({ verb: z.literal('show-chapter'), chapter: z.int().positive() }),
  z.object({ verb: z.literal('show-chapters') }),
  z.object({ verb: z.literal('show-help') }),
  /** The question whose choices these were, masked. */
  z.object({ verb: z.literal('none-of-these'), question: z.string().max(MAX_QUESTION).optional() }),
  z.object({
    verb: z.literal('rate-answer'),
    sectionId: SectionId,
    version: Version,
    helpful: z.boolean(),
    question: Prefilled,
  }),
  z.object({
    verb: z.literal('give-reason'),
    sectionId: SectionId,
    version: Version,
    reason: Reason,
    question: Prefilled,
  }),

  /** Opens the form in which a question goes to the CISO. */
  z.object({
    verb: z.literal('ask-human'),
    question: Prefilled,
    origin: Origin,
    sectionId: SectionId.optional(),
  }),
  z.object({
    verb: z.literal('escalate'),
    formId: FormId,
    /** An input, so it may be longer than a message: then the asker is told. */
    question: z.string().max(MAX_ANSWER).default(''),
    name: z.enum(['with-name', 'without-name']).default('with-name'),
    origin: Origin,
    sectionId: SectionId.optional(),
  }),
  z.object({ verb: z.literal('my-questions') }),

  /** Of a CISO or deputy. */
  z.object({ verb: z.literal('open-questions') }),
  z.object({ verb: z.literal('show-escalation'), escalationId: EscalationId }),
  z.object({ verb: z.literal('answer-escalation'), escalationId: EscalationId, answer: Answer }),
  z.object({
    verb: z.literal('answer-with-section'),
    escalationId: EscalationId,
    /** '' when nothing was chosen. */
    sectionId: z.string().max(100).default(''),
  }),
  z.object({ verb: z.literal('close-escalation'), escalationId: EscalationId, answer: Answer }),
  /** Keeps question and answer as a proposal for a section of the handbook. */
  z.object({ verb: z.literal('propose-section'), escalationId: EscalationId, answer: Answer }),

  z.object({ verb: z.literal('report-incident'), incident: IncidentKind }),
  z.object({
    verb: z.literal('send-incident'),
    formId: FormId,
    incident: IncidentKind,
    what: Answer,
    when: Line,
    devices: Line,
    /** No client may lose a report over a field that it sends in another way. */
    personalData: z.enum(['yes', 'no', 'unknown']).default('unknown').catch('unknown'),
    callBack: Line,
  }),

  /** In the order of the questions; what a round has fewer of stays ''. */
  z.object({
    verb: z.literal('answer-poll'),
    roundId: z.uuid(),
    q1: Chosen,
    q2: Chosen,
    q3: Chosen,
    q4: Chosen,
    q5: Chosen,
  }),
  z.object({ verb: z.literal('decline-poll'), roundId: z.uuid(), how: z.enum(DECLINED) }),
  z.object({ verb: z.literal('my-poll') }),
  z.object({ verb: z.literal('rejoin-polls') }),

  /** Of a CISO. */
  z.object({ verb: z.literal('show-polls') }),
  z.object({ verb: z.literal('edit-polls') }),
  z.object({
    verb: z.literal('plan-polls'),
    everyWeeks: Typed,
    weekday: Typed,
    at: Typed,
    from: Typed,
    openDays: Typed,
  }),
  z.object({
    verb: z.literal('confirm-polls'),
    recurrence: Recurrence,
    openDays: z.int().min(1).max(20),
    /** The number that was shown: with another one it is shown and asked again. */
    people: z.int().nonnegative(),
  }),
  z.object({ verb: z.literal('stop-polls') }),
  z.object({ verb: z.literal('confirm-stop-polls') }),

  /** Of a manager, a CISO or an auditor; the newest round and their own unit when none is named. */
  z.object({
    verb: z.literal('show-results'),
    round: z.uuid().optional(),
    unit: UnitPath.optional(),
  }),
  z.object({ verb: z.literal('show-figures'), roundId: z.uuid(), unit: UnitPath }),
  /** Asks for a link to the page of results. */
  z.object({ verb: z.literal('open-results') }),

  ...PUBLISHING_ACTIONS,
  ...DOCUMENT_ACTIONS,
  ...TELLING_ACTIONS,
  ...CARE_ACTIONS,

  z.object({ verb: z.literal('forget-me') }),
  z.object({ verb: z.literal('confirm-forget-me') }),
])
export type Action = z.infer<typeof Action>

/** What a button carries: the fields that somebody fills in come with it when it is pressed. */
export type Payload = z.input<typeof Action>

/** Returns undefined for a payload that is not ours, such as one from an older card. */
export function parseAction(payload: unknown): Action | undefined {
  return Action.safeParse(payload).data
}
