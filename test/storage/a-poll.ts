/** A poll: a series, a round and a plan to store, small and whole. */
import type { Plan } from '../../bot/polls/plan.ts'
import type { Question } from '../../bot/polls/question.ts'
import type { Series } from '../../bot/polls/series.ts'
import { DEFAULT_THRESHOLDS } from '../../bot/polls/thresholds.ts'
import type { RoundUnit } from '../../bot/polls/units.ts'
import type { Round } from '../../bot/storage/rounds.ts'

export const SERIES_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0001'
export const ROUND_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0002'
export const OPENS = 1_800_000_000_000
export const CLOSES = OPENS + 86_400_000

const word = (text: string) => ({ nl: text, en: text })

export const OPTIONS = ['altijd', 'soms', 'nooit', 'weet-ik-niet']

export const aQuestion = (id: string): Question => ({
  id,
  text: word(`Vraag ${id}?`),
  scale: 'frequency',
  options: OPTIONS.map((value) => ({
    value,
    text: word(value),
    substantive: value !== 'weet-ik-niet',
  })),
  area: 'papier',
  areaName: word('Papier'),
  section: 'papier-thuis',
  favourable: ['altijd'],
  sensitive: false,
  organisationOnly: false,
  reportOn: [],
})

export const aUnit = (path: string, change: Partial<RoundUnit> = {}): RoundUnit => ({
  path,
  name: path === '' ? 'gemeente Waterveen' : path,
  ...(path === '' ? {} : { parent: '' }),
  own: 25,
  eligible: 25,
  staff: 25,
  viewers: false,
  ...change,
})

export const QUESTIONS = [aQuestion('P01'), aQuestion('P36'), aQuestion('P07')]
export const UNITS = [aUnit('', { eligible: 50, staff: 50 }), aUnit('Ruimte')]

export const aSeries = (change: Partial<Series> = {}): Series => ({
  id: SERIES_ID,
  recurrence: { everyWeeks: 6, weekday: 2, at: '10:00', from: '2026-11-24' },
  openDays: 5,
  anchors: ['P01', 'P36'],
  modules: [{ title: word('Papier'), questions: ['P07'] }],
  ...change,
})

export const aRound = (change: Partial<Round> = {}): Round => ({
  id: ROUND_ID,
  series: SERIES_ID,
  planned: '2026-11-24',
  index: 0,
  opensAt: OPENS,
  closesAt: CLOSES,
  state: 'open',
  reminders: 0,
  demo: false,
  frozen: { questions: QUESTIONS, thresholds: DEFAULT_THRESHOLDS, units: UNITS, asked: 50 },
  ...change,
})

export const aPlan = (change: Partial<Plan> = {}): Plan => ({
  version: 1,
  round: ROUND_ID,
  demo: false,
  opensAt: OPENS,
  closesAt: CLOSES,
  thresholds: DEFAULT_THRESHOLDS,
  questions: QUESTIONS,
  units: UNITS,
  coverage: { reached: 48, eligible: 50, rate: 96 },
  response: [{ unit: '', cell: { state: 'shown', answers: 30, eligible: 50, rate: 60 } }],
  cells: [{ unit: 'Ruimte', question: 'P01', cell: { state: 'hidden', reason: 'too-few' } }],
  ...change,
})

/** The same to every question. */
export const chosen = (option = 'altijd'): Readonly<Record<string, string>> =>
  Object.fromEntries(QUESTIONS.map(({ id }) => [id, option]))
