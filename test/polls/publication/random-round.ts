/** Random round: rounds of all kinds, from hardly anybody to everybody answering. */
import type { ClosedRound } from '../../../bot/polls/publication/draft-plan.ts'
import type { UnitTally } from '../../../bot/polls/tally.ts'
import { DEFAULT_THRESHOLDS } from '../../../bot/polls/thresholds.ts'
import type { RoundUnit } from '../../../bot/polls/units.ts'
import { aQuestion } from './closed-round.ts'

type Random = () => number

const QUESTIONS = [
  aQuestion(),
  aQuestion({ id: 'Q2' }),
  aQuestion({ id: 'Q3', sensitive: true }),
  aQuestion({ id: 'Q4', organisationOnly: true }),
]

/** Everybody answers every question in a third of them: then all questions tell of equal numbers. */
export function randomRound(random: Random, size: number): ClosedRound {
  const units = randomUnits(random, size)
  const unknown = oneOf([0, 0.1, 0.4], random)
  const turnout = oneOf([0.1, 0.3, 0.5, 0.9], random)
  const safe = QUESTIONS.map(() => oneOf([0.03, 0.5, 0.8, 0.97], random))
  return {
    round: 'round-1',
    demo: false,
    opensAt: 1_000,
    closesAt: 2_000,
    thresholds: DEFAULT_THRESHOLDS,
    questions: QUESTIONS,
    units,
    tallies: units.map((unit) => randomTally(unit, { turnout, safe, unknown, random })),
    coverage: { reached: 1, eligible: 1 },
    earlier: [],
  }
}

/** Wide and deep trees; some units consist only of the units below them. */
function randomUnits(random: Random, size: number): readonly RoundUnit[] {
  const parents: (number | undefined)[] = [undefined]
  while (parents.length < size) parents.push(Math.floor(random() ** 2 * parents.length))
  const own = parents.map(() => (random() < 0.25 ? 0 : 10 + Math.floor(random() ** 2 * 40)))
  const eligible = [...own]
  for (let index = size - 1; index > 0; index--) {
    const above = parents[index] ?? 0
    eligible[above] = (eligible[above] ?? 0) + (eligible[index] ?? 0)
  }
  return parents.map((parent, index) => ({
    path: pathOf(index),
    ...(parent === undefined ? {} : { parent: pathOf(parent) }),
    name: `Team ${index}`,
    own: own[index] ?? 0,
    eligible: eligible[index] ?? 0,
    staff: eligible[index] ?? 0,
    viewers: random() < 0.3,
  }))
}

const pathOf = (index: number): string => (index === 0 ? '' : `team-${index}`)

type Habits = Readonly<{
  turnout: number
  /** For each question, how likely a safe answer is. */
  safe: readonly number[]
  unknown: number
  random: Random
}>

function randomTally({ path, own }: RoundUnit, habits: Habits): UnitTally {
  const { turnout, safe, unknown, random } = habits
  const local = Math.min(1, turnout * 2 * random())
  const takers = countOf(own, local, random)
  const counts = QUESTIONS.map(({ id }, index) => {
    const silent = countOf(takers, unknown * random(), random)
    const good = countOf(takers - silent, safe[index] ?? 0, random)
    const often = countOf(good, 0.5, random)
    const never = takers - silent - good
    return [id, { always: good - often, often, never, unknown: silent }]
  })
  return { unit: path, counts: Object.fromEntries(counts) }
}

function countOf(people: number, chance: number, random: Random): number {
  let count = 0
  for (let person = 0; person < people; person++) if (random() < chance) count++
  return count
}

export function oneOf<T>(choices: readonly [T, ...T[]], random: Random): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0]
}
