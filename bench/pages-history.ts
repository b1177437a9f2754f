/** Pages history: two years of rounds of a large organisation, for what is measured of pages of results. */
import { loadBank } from '../bot/load-questions.ts'
import type { Cell, Plan } from '../bot/polls/plan.ts'
import type { Question } from '../bot/polls/question.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'
import type { RoundUnit } from '../bot/polls/units.ts'
import { waterveen } from './waterveen.ts'

const DEPARTMENTS = 20
const TEAMS = 19
const ROUNDS = 24
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const START = Date.UTC(2024, 0, 9, 9)

/** Plans of 24 rounds with five questions and 400 units, newest first. */
export function aLongHistory(): readonly Plan[] {
  const bank = loadBank(waterveen())
  const questions = ['P01', 'P36', 'P05', 'P10', 'P11'].flatMap(
    (id) => bank.questions.get(id) ?? [],
  )
  const units = unitsOf()
  const rounds = Array.from({ length: ROUNDS }, (_, round) => planOf(round, questions, units))
  return rounds.toReversed()
}

function unitsOf(): readonly RoundUnit[] {
  const unit = (path: string, name: string, parent?: string): RoundUnit => ({
    ...{ path, name, own: 50, eligible: 50, staff: 50, viewers: false },
    ...(parent === undefined ? {} : { parent }),
  })
  const departments = Array.from({ length: DEPARTMENTS }, (_, n) => `Afdeling ${n}`)
  return [
    unit('', 'gemeente Waterveen'),
    ...departments.flatMap((name) => [
      unit(name, name, ''),
      ...Array.from({ length: TEAMS }, (_, n) => unit(`${name}/Team ${n}`, `Team ${n}`, name)),
    ]),
  ]
}

function planOf(round: number, questions: readonly Question[], units: readonly RoundUnit[]): Plan {
  const opensAt = START + round * 6 * WEEK_MS
  const people = { answers: 30, eligible: 50, rate: 60 }
  return {
    ...{ version: 1, round: `round-${round}`, demo: true, opensAt, closesAt: opensAt + WEEK_MS },
    ...{ thresholds: DEFAULT_THRESHOLDS, questions: [...questions], units: [...units] },
    coverage: { reached: 950, eligible: 1_000, rate: 95 },
    response: units.map(({ path }) => ({ unit: path, cell: { state: 'shown', ...people } })),
    cells: units.flatMap(({ path }, place) =>
      questions.map((question, index) => ({
        ...{ unit: path, question: question.id },
        cell: cellFor(question, (place * 7 + index * 13 + round) % 60),
      })),
    ),
  }
}

/** @param lift 0 to 59 */
function cellFor({ options }: Question, lift: number): Cell {
  const favourable = 20 + lift
  const share = Math.floor(100 / options.length)
  return {
    ...{ state: 'percentage', favourable, answers: 30 },
    interval: { low: favourable - 12, high: favourable + 12 },
    distribution: Object.fromEntries(options.map(({ value }) => [value, share])),
  }
}
