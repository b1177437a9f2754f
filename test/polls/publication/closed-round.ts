/** Closed round: rounds with the answers that a test is about. */

import type { Cell, Plan, ResponseCell } from '../../../bot/polls/plan.ts'
import type { ClosedRound } from '../../../bot/polls/publication/draft-plan.ts'
import { makePlan as plan } from '../../../bot/polls/publication/make-plan.ts'
import type { Question } from '../../../bot/polls/question.ts'
import type { UnitTally } from '../../../bot/polls/tally.ts'
import { DEFAULT_THRESHOLDS } from '../../../bot/polls/thresholds.ts'
import type { RoundUnit } from '../../../bot/polls/units.ts'

const said = (nl: string, en: string) => ({ nl, en })

export function aQuestion(change: Partial<Question> = {}): Question {
  return {
    id: 'Q1',
    text: said('Sloot je thuis je scherm af?', 'Did you lock your screen at home?'),
    scale: 'frequency',
    options: [
      { value: 'always', text: said('Altijd', 'Always'), substantive: true },
      { value: 'often', text: said('Vaak', 'Often'), substantive: true },
      { value: 'never', text: said('Nooit', 'Never'), substantive: true },
      { value: 'unknown', text: said('Weet ik niet', 'I do not know'), substantive: false },
    ],
    area: 'scherm',
    areaName: said('Scherm', 'Screen'),
    section: 'thuiswerken-scherm',
    favourable: ['always', 'often'],
    sensitive: false,
    organisationOnly: false,
    reportOn: [],
    ...change,
  }
}

/** How many answered safely, not safely, and "I do not know". */
export type Answers = readonly [safe: number, unsafe: number, unknown?: number]

/** By path, who is counted there and not below it. */
export type Parts = Readonly<Record<string, Answers>>

export type RoundChange = Partial<ClosedRound> & Readonly<{ viewers?: readonly string[] }>

/** All paths above each must be there as well; every question is answered alike. */
export function aRound(parts: Parts, { viewers = [], ...change }: RoundChange = {}): ClosedRound {
  const questions = change.questions ?? [aQuestion()]
  return {
    round: 'round-1',
    demo: false,
    opensAt: 1_000,
    closesAt: 2_000,
    thresholds: DEFAULT_THRESHOLDS,
    questions,
    units: unitsOf(parts, viewers),
    tallies: Object.entries(parts).map(([unit, answers]) => ({
      unit,
      counts: Object.fromEntries(questions.map(({ id }) => [id, chosen(answers)])),
    })),
    coverage: { reached: 9, eligible: 10 },
    earlier: [],
    ...change,
  }
}

/** Other answers to one question; as many people as before must have taken part. */
export function answering(
  tallies: readonly UnitTally[],
  question: string,
  parts: Parts,
): readonly UnitTally[] {
  return tallies.map(({ unit, counts }) => {
    const answers = parts[unit]
    return { unit, counts: answers ? { ...counts, [question]: chosen(answers) } : counts }
  })
}

function chosen([safe, unsafe, unknown = 0]: Answers) {
  const often = Math.floor(safe / 3)
  return { always: safe - often, often, never: unsafe, unknown }
}

function unitsOf(parts: Parts, viewers: readonly string[]): readonly RoundUnit[] {
  const own = new Map(Object.entries(parts).map(([path, answers]) => [path, peopleIn(answers)]))
  return [...own].map(([path, people]) => {
    const below = [...own].filter(([other]) => isWithin(other, path))
    const eligible = below.reduce((total, [, number]) => total + number, 0)
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    return {
      path,
      ...(path === '' ? {} : { parent }),
      name: path || 'Waterveen',
      own: people,
      eligible,
      staff: eligible * 2,
      viewers: viewers.includes(path),
    }
  })
}

/** Twice as many as answered, and never so few that they would be no unit of their own. */
function peopleIn([safe, unsafe, unknown = 0]: Answers): number {
  const answers = safe + unsafe + unknown
  return answers === 0 ? 0 : Math.max(10, 2 * answers)
}

function isWithin(path: string, other: string): boolean {
  return other === '' || path === other || path.startsWith(`${other}/`)
}

export function cellOf({ cells }: Plan, unit: string, question = 'Q1'): Cell | undefined {
  return cells.find((one) => one.unit === unit && one.question === question)?.cell
}

export function responseOf({ response }: Plan, unit: string): ResponseCell | undefined {
  return response.find((one) => one.unit === unit)?.cell
}

/** In few words what is shown of each unit, such as "percentage" or "too-few". */
export function shownIn(closed: ClosedRound, question = 'Q1'): Readonly<Record<string, string>> {
  const { cells } = plan(closed)
  return Object.fromEntries(
    cells
      .filter((one) => one.question === question)
      .map(({ unit, cell }) => [unit, cell.state === 'hidden' ? cell.reason : cell.state]),
  )
}
