/** Counts: the tallies of a round, checked and made ready to be added up. */
import type { Option, Question } from '../question.ts'
import type { UnitTally } from '../tally.ts'
import type { RoundUnit } from '../units.ts'
import { type Group, groupOf, together } from './group.ts'

/** By option value. */
type Numbers = Readonly<Record<string, number>>

/** Of one question, in one unit. */
export type Count = Readonly<{
  /** All who took part, also with "I do not know": the same for every question. */
  everybody: Group
  /** Who said something that the percentages are of. */
  answered: Group
  favourable: number
  /** How many chose each option, in the order of the options. */
  chosen: readonly number[]
}>

export function addCounts(one: Count, other: Count): Count {
  return {
    everybody: together(one.everybody, other.everybody),
    answered: together(one.answered, other.answered),
    favourable: one.favourable + other.favourable,
    chosen: one.chosen.map((number, option) => number + (other.chosen[option] ?? 0)),
  }
}

/** On which side of the question there are fewer. */
export function smallerSide({ answered, favourable }: Count): number {
  return Math.min(favourable, answered.answers - favourable)
}

/** By path, what is counted in each unit and not below it. A unit without a tally has no answers. */
export function countsOf(
  question: Question,
  units: readonly RoundUnit[],
  tallies: readonly UnitTally[],
): ReadonlyMap<string, Count> {
  const byUnit = new Map(tallies.map(({ unit, counts }) => [unit, counts[question.id]]))
  return new Map(units.map((unit) => [unit.path, countOf(question, unit, byUnit.get(unit.path))]))
}

function countOf(
  { options, favourable }: Question,
  { viewers }: RoundUnit,
  numbers: Numbers = {},
): Count {
  const numberOf = ({ value }: Option) => numbers[value] ?? 0
  const substantive = options.filter((option) => option.substantive)
  const safe = substantive.filter(({ value }) => favourable.includes(value))
  const chosen = options.map(numberOf)
  return {
    everybody: groupOf(sumOf(chosen), viewers),
    answered: groupOf(sumOf(substantive.map(numberOf)), viewers),
    favourable: sumOf(safe.map(numberOf)),
    chosen,
  }
}

/** @returns why these cannot be what people answered; undefined when they can */
export function contradictionIn(
  tallies: readonly UnitTally[],
  questions: readonly Question[],
  units: readonly RoundUnit[],
): string | undefined {
  if (new Set(tallies.map(({ unit }) => unit)).size < tallies.length)
    return 'a unit is counted twice'
  const people = new Map(units.map(({ path, own }) => [path, own]))
  return tallies
    .map((tally) => contradictionInUnit(tally, questions, people.get(tally.unit)))
    .find((contradiction) => contradiction !== undefined)
}

function contradictionInUnit(
  { counts }: UnitTally,
  questions: readonly Question[],
  people: number | undefined,
): string | undefined {
  if (people === undefined) return 'a unit that is counted was not asked'
  const wrong = questions.find((question) => !isPossible(question, counts[question.id]))
  if (wrong !== undefined) return `question ${wrong.id} has answers that cannot be`

  const took = questions.map(({ id }) => sumOf(Object.values(counts[id] ?? {})))
  if (new Set(took).size > 1) return 'one question has more answers than another'
  return Math.max(...took) > people ? 'a unit has more answers than people' : undefined
}

function isPossible({ options }: Question, numbers: Numbers = {}): boolean {
  const values = new Set(options.map(({ value }) => value))
  return Object.entries(numbers).every(
    ([value, number]) => values.has(value) && Number.isInteger(number) && number >= 0,
  )
}

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
