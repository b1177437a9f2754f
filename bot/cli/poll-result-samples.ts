/** Poll result samples: a figure of every kind, and every reason for showing none. */
import type { Language } from '../../knowledge/language.ts'
import type { NationalView, PollResultView, QuestionResult } from '../contract/poll.ts'
import type { Cell } from '../polls/plan.ts'
import { sampleQuestions } from './poll-question-samples.ts'
import { type CardSample, clicked, printing, sample, scanApps } from './sample-values.ts'

type When = Readonly<{ opensAt: number; closesAt: number; timeZone: string }>

export function resultSamples(
  language: Language,
  { timeZone, ...when }: When,
): readonly CardSample[] {
  const shown = { kind: 'poll-result', language, timeZone } as const
  const results = { full: full(language), few: few(language), hidden: hidden(language) }
  return [
    sample('poll-result', { ...shown, result: { ...results.full, ...when } }),
    sample('poll-result-few-demo', { ...shown, result: { ...results.few, ...when } }),
    sample('poll-result-hidden', { ...shown, result: { ...results.hidden, ...when } }),
  ]
}

type Result = Omit<PollResultView, 'opensAt' | 'closesAt'>

const ROUND_ID = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a04'
const EARLIER = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a05'

const since = { since: EARLIER, sinceAt: Date.UTC(2026, 9, 13, 8) }

const BETTER: Cell = {
  state: 'percentage',
  favourable: 72,
  interval: { low: 64, high: 79 },
  answers: 140,
  change: { verdict: 'better', ...since, difference: { estimate: 14, low: 3, high: 25 } },
}
const SAME: Cell = {
  state: 'percentage',
  favourable: 68,
  interval: { low: 60, high: 75 },
  answers: 140,
  change: { verdict: 'no-evidence', ...since, difference: { estimate: 2, low: -8, high: 12 } },
}
const WORSE: Cell = {
  state: 'percentage',
  favourable: 41,
  interval: { low: 33, high: 49 },
  answers: 140,
  change: { verdict: 'worse', ...since, difference: { estimate: -16, low: -27, high: -5 } },
}

function national(language: Language): NationalView {
  return {
    nl: {
      figure: '36%',
      label: 'informatieveiligheid afgenomen',
      own: { percent: 28, answers: 140 },
      source:
        'Bron: Digitale Overheidsonderzoek: Gemeente 2030 (BCT Software en iBestuur), 117 hogere ambtenaren binnen Nederlandse gemeenten, eind 2020.',
      caveat:
        'Ter vergelijking: een andere groep en een ander jaar. Lees het verschil niet als beter of slechter.',
    },
    en: {
      figure: '36%',
      label: 'information security decreased',
      own: { percent: 28, answers: 140 },
      source:
        'Source: Digitale Overheidsonderzoek: Gemeente 2030 (BCT Software and iBestuur), 117 senior officials within Dutch municipalities, end of 2020.',
      caveat:
        'For comparison: a different group and a different year. Do not read the difference as better or worse.',
    },
  }[language]
}

function full(language: Language): Result {
  return {
    round: ROUND_ID,
    demo: false,
    response: { state: 'shown', answers: 140, eligible: 214, rate: 65 },
    coverage: { reached: 202, eligible: 214, rate: 94 },
    questions: [
      { ...asked(0, language), cell: BETTER, since: '2026-10-13', national: national(language) },
      { ...asked(1, language), cell: WORSE, since: '2026-10-13' },
      { ...asked(3, language), cell: SAME },
    ],
    units: { shown: 9, hidden: 4 },
    minimum: 5,
  }
}

function few(language: Language): Result {
  const { own: _, ...alone } = national(language)
  return {
    round: ROUND_ID,
    demo: true,
    response: { state: 'shown', answers: 14, eligible: 41, rate: 34 },
    coverage: { reached: 41, eligible: 41, rate: 100 },
    questions: [
      {
        ...asked(0, language),
        cell: { state: 'extreme', side: 'at-least-80', answers: 12 },
        national: alone,
      },
      { ...asked(2, language), cell: { state: 'extreme', side: 'at-most-20', answers: 11 } },
      { ...asked(3, language), cell: { state: 'band', band: 'middle' } },
      { ...asked(1, language), cell: { state: 'hidden', reason: 'sensitive' }, section: undefined },
    ],
    units: { shown: 1, hidden: 3 },
    minimum: 5,
  }
}

function hidden(language: Language): Result {
  return {
    round: ROUND_ID,
    demo: false,
    response: { state: 'hidden', reason: 'too-few' },
    coverage: { reached: 11, eligible: 12, rate: 92 },
    questions: [0, 1, 3].map((index) => ({
      ...asked(index, language),
      cell: { state: 'hidden', reason: 'too-few' },
    })),
    units: { shown: 0, hidden: 0 },
    minimum: 5,
  }
}

const SECTIONS = [scanApps, printing, clicked]

function asked(index: number, language: Language): Omit<QuestionResult, 'cell'> {
  const question = sampleQuestions[index]
  const words = question?.options
    .filter(({ value }) => question.favourable.includes(value))
    .map(({ text }) => text[language])
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  return {
    question: question?.text[language] ?? '',
    favourable: or.format(words ?? []),
    section: SECTIONS[index % SECTIONS.length],
  }
}
