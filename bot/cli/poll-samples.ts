/** Poll samples: what everybody sees of a poll, and what the CISO sees of its plan and its result. */
import type { Language } from '../../knowledge/language.ts'
import { DECLINED, type Lesson, type PollPlanView, type PollView } from '../contract/poll.ts'
import { sampleQuestions } from './poll-question-samples.ts'
import { resultSamples } from './poll-result-samples.ts'
import {
  type CardSample,
  clicked,
  lead,
  longTitle,
  organisation,
  printing,
  sample,
  scanApps,
} from './sample-values.ts'

const { timeZone } = organisation

const ROUND_ID = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a04'
/** Tuesday 24 November 2026, 10:00 in Amsterdam, and Monday 30 November, 16:00. */
const OPENS_AT = Date.UTC(2026, 10, 24, 9)
const CLOSES_AT = Date.UTC(2026, 10, 30, 15)
const SIX_WEEKS_MS = 6 * 7 * 24 * 3_600_000

export function pollSamples(language: Language): readonly CardSample[] {
  return [
    ...asking(language),
    ...after(language),
    ...planning(language),
    ...news(language),
    ...resultSamples(language, { opensAt: OPENS_AT, closesAt: CLOSES_AT, timeZone }),
  ]
}

function asking(language: Language): readonly CardSample[] {
  const view: PollView = {
    round: ROUND_ID,
    questions: sampleQuestions.slice(0, 3),
    closesAt: CLOSES_AT,
    timeZone,
  }
  const asked = { kind: 'poll', language, organisation } as const
  return [
    sample('poll', { ...asked, poll: view, reminder: false }),
    sample('poll-reminder-five', {
      ...asked,
      poll: { ...view, questions: sampleQuestions },
      reminder: true,
    }),
  ]
}

function after(language: Language): readonly CardSample[] {
  const thanks = { kind: 'poll-thanks', language, organisation } as const
  const declined = { kind: 'poll-declined', language, closesAt: CLOSES_AT, timeZone } as const
  return [
    sample('poll-thanks', { ...thanks, lessons: lessons(language), report: false }),
    sample('poll-thanks-report', { ...thanks, lessons: lessons(language), report: true }),
    ...DECLINED.map((how) => sample(`poll-declined-${how}`, { ...declined, how })),
  ]
}

/** The last of them is about a section that is no longer in the handbook. */
function lessons(language: Language): readonly Lesson[] {
  const [first, second, third, fourth] = sampleQuestions.map(({ text }) => text[language])
  const right = { nl: 'direct bellen met het meldpunt', en: 'call the reporting desk at once' }
  return [
    { question: first ?? '', section: scanApps, lead },
    { question: second ?? '', section: printing, lead },
    { question: third ?? '', right: right[language], section: clicked },
    { question: fourth ?? '' },
  ]
}

const RECURRENCE = { everyWeeks: 6, weekday: 2, at: '10:00', from: '2026-11-24' }

function planOf(language: Language): PollPlanView {
  const texts = sampleQuestions.map(({ text }) => text[language])
  return {
    recurrence: RECURRENCE,
    openDays: 5,
    people: 214,
    needed: 10,
    unreachable: 12,
    sendingSeconds: 41,
    upcoming: [0, 1, 2].map((index) => ({
      opensAt: OPENS_AT + index * SIX_WEEKS_MS,
      closesAt: CLOSES_AT + index * SIX_WEEKS_MS,
      questions: [...texts.slice(0, 2), texts[index + 2] ?? ''],
    })),
    mergedUnits: ['Griffie', 'Bestuursstaf', 'Team Archief'],
    detectablePoints: 18,
  }
}

function planning(language: Language): readonly CardSample[] {
  const plan = planOf(language)
  const large = { ...plan, people: 20_000, unreachable: 1, sendingSeconds: 12_600 }
  const open = { opensAt: OPENS_AT, closesAt: CLOSES_AT, people: 214 }
  const place = { language, timeZone } as const
  const form = { kind: 'poll-form', language, recurrence: RECURRENCE, openDays: 5 } as const
  return [
    sample('poll-plan', { kind: 'poll-plan', ...place, plan, open }),
    sample('poll-plan-none', { kind: 'poll-plan', ...place }),
    sample('poll-form', { ...form, changes: false }),
    sample('poll-form-changes', { ...form, changes: true }),
    sample('poll-confirm', { kind: 'poll-confirm', ...place, plan, changes: false }),
    sample('poll-confirm-changes-many', {
      kind: 'poll-confirm',
      ...place,
      plan: { ...large, mergedUnits: many },
      changes: true,
    }),
    sample('poll-confirm-nobody', {
      kind: 'poll-confirm',
      ...place,
      plan: { ...plan, people: 0, unreachable: 0, mergedUnits: [] },
      changes: false,
    }),
    sample('poll-confirm-few', {
      kind: 'poll-confirm',
      ...place,
      plan: { ...plan, people: 7, unreachable: 0, mergedUnits: [] },
      changes: false,
    }),
    sample('poll-stop', { kind: 'poll-stop', ...place }),
    sample('poll-stop-open', { kind: 'poll-stop', ...place, open }),
  ]
}

const many = [longTitle.title, ...Array.from({ length: 15 }, (_, index) => `Team ${index + 1}`)]

function news(language: Language): readonly CardSample[] {
  const told = { kind: 'poll-news', language, planned: '2026-11-24', timeZone } as const
  const opened = { news: 'opened', people: 214, closesAt: CLOSES_AT } as const
  return [
    sample('poll-news-opened', { ...told, news: { ...opened, late: false } }),
    sample('poll-news-opened-late', { ...told, news: { ...opened, late: true } }),
    sample('poll-news-missed', { ...told, news: { news: 'missed' } }),
    sample('poll-news-refused', { ...told, news: { news: 'refused', people: 7, needed: 10 } }),
    sample('poll-news-lost', { ...told, news: { news: 'lost' } }),
  ]
}
