/** Human samples: what an employee sees of questions to a human, reports and being forgotten. */
import type { Language } from '../../knowledge/language.ts'
import type { HumanAnswer, MyQuestion, Removed } from '../contract/reply.ts'
import {
  type CardSample,
  lead,
  organisation,
  printing,
  sample,
  scanApps,
  source,
} from './sample-values.ts'

const FORM_ID = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a01'
/** Monday 23 November 2026, 14:05 in Amsterdam. */
export const ASKED_AT = Date.UTC(2026, 10, 23, 13, 5)
export const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const NUMBER = 'V-2026-0012'

export const QUESTION = 'Mag ik een dossier meenemen naar een huisbezoek?'

/** Nearly as long as a question can be. */
export const LONG_QUESTION = `${'Ik werk in de wijk en neem vaak stukken mee naar een huisbezoek. '.repeat(7)}Mag dat?`

export const TEXT_ANSWER: HumanAnswer = {
  kind: 'text',
  text: 'Ja, als je alleen meeneemt wat je nodig hebt.\n\nDoe de stukken in een tas met een slot. Laat de tas nooit in de auto achter, en leg de stukken dezelfde dag terug.',
}

export const LONG_ANSWER: HumanAnswer = {
  kind: 'text',
  text: 'Neem alleen mee wat je nodig hebt, en laat de tas nooit in de auto achter. '
    .repeat(54)
    .slice(0, 4_000),
}

export const SECTION_ANSWER: HumanAnswer = { kind: 'section', section: scanApps, lead, source }

export const REASON_ANSWER: HumanAnswer = {
  kind: 'reason',
  reason: 'Hier ga ik niet over. Je leidinggevende kan je hiermee helpen.',
}

export function humanSamples(language: Language): readonly CardSample[] {
  return [
    ...ratings(language),
    ...asking(language),
    ...answers(language),
    ...reports(language),
    ...forgetting(language),
  ]
}

function ratings(language: Language): readonly CardSample[] {
  const about = { language, section: scanApps, question: QUESTION, organisation } as const
  return [
    sample('rating-reasons', { kind: 'rating-reasons', version: source.version, ...about }),
    sample('reason-noted', { kind: 'reason-noted', ...about }),
  ]
}

function asking(language: Language): readonly CardSample[] {
  const form = { kind: 'human-form', language, formId: FORM_ID, organisation } as const
  const sent = { kind: 'escalated', language, number: NUMBER, organisation } as const
  return [
    sample('human-form', { ...form, question: QUESTION, origin: 'no-answer' }),
    sample('human-form-empty', { ...form, question: '', origin: 'no-answer' }),
    sample('human-form-section-long', {
      ...form,
      question: LONG_QUESTION,
      origin: 'unhelpful',
      section: printing,
    }),
    sample('escalated', { ...sent, question: QUESTION, withName: true, masked: [] }),
    sample('escalated-without-name-masked', {
      ...sent,
      question: LONG_QUESTION,
      withName: false,
      masked: ['bsn'],
    }),
    sample('nobody-to-ask', { kind: 'nobody-to-ask', language, organisation }),
    sample('outsider', { kind: 'outsider', language, organisation }),
  ]
}

function answers(language: Language): readonly CardSample[] {
  const said = { kind: 'human-answer', language, number: NUMBER, organisation } as const
  const mine = { kind: 'my-questions', language, organisation } as const
  return [
    sample('human-answer', { ...said, question: QUESTION, answer: TEXT_ANSWER }),
    sample('human-answer-long', { ...said, question: LONG_QUESTION, answer: LONG_ANSWER }),
    sample('human-answer-section', { ...said, question: QUESTION, answer: SECTION_ANSWER }),
    sample('human-answer-reason', { ...said, question: QUESTION, answer: REASON_ANSWER }),
    sample('my-questions', { ...mine, questions: MY_QUESTIONS }),
    sample('my-questions-none', { ...mine, questions: [] }),
  ]
}

const MY_QUESTIONS: readonly MyQuestion[] = [
  { number: 'V-2026-0017', question: LONG_QUESTION, askedAt: ASKED_AT, state: 'open' },
  {
    number: NUMBER,
    question: QUESTION,
    askedAt: ASKED_AT - DAY_MS,
    state: 'answered',
    answer: TEXT_ANSWER,
  },
  {
    number: 'V-2026-0009',
    question: 'Welke app mag ik gebruiken om een brief te scannen?',
    askedAt: ASKED_AT - 4 * DAY_MS,
    state: 'answered',
    answer: SECTION_ANSWER,
  },
  {
    number: 'V-2026-0004',
    question: 'Hoeveel vrije dagen heb ik nog?',
    askedAt: ASKED_AT - 9 * DAY_MS,
    state: 'closed',
    answer: REASON_ANSWER,
  },
]

function reports(language: Language): readonly CardSample[] {
  const reported = {
    kind: 'incident-reported',
    language,
    number: 'I-2026-0007',
    reportedAt: ASKED_AT,
    organisation,
  } as const
  return [
    sample('incident-form', {
      kind: 'incident-form',
      language,
      formId: FORM_ID,
      incident: 'lost-or-stolen',
      organisation,
    }),
    sample('incident-reported', { ...reported, masked: [], delivered: true }),
    sample('incident-reported-to-nobody', { ...reported, masked: ['phone'], delivered: false }),
  ]
}

const REMOVED: readonly Removed[] = [
  { what: 'roster', count: 0 },
  { what: 'conversations', count: 1 },
  { what: 'questions', count: 2 },
  { what: 'gaps', count: 3 },
  { what: 'notices', count: 1 },
]

function forgetting(language: Language): readonly CardSample[] {
  return [
    sample('forget-me', { kind: 'forget-me', language }),
    sample('forgotten', { kind: 'forgotten', language, removed: REMOVED }),
    sample('forgotten-nothing', { kind: 'forgotten', language, removed: [] }),
  ]
}
