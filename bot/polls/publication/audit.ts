/**
 * Audit: proves of a finished plan that no few people can be found in it by adding and subtracting.
 *
 * It shares nothing with the rules by which plans are made: a mistake in those must show here.
 */
import type { Cell, Plan } from '../plan.ts'
import type { Question } from '../question.ts'
import type { UnitTally } from '../tally.ts'
import { discloses, type MayBeKnown, type Part } from './disclosure.ts'

/**
 * Worst case: each cell that is shown, also a band, tells exactly how many answers it is of; each
 * percentage tells exactly how many were favourable.
 *
 * @returns in which figures people could be found; undefined when in none
 */
export function auditPlan(plan: Plan, tallies: readonly UnitTally[]): string | undefined {
  if (isResponseTelling(plan, tallies)) return 'the response'
  const telling = plan.questions.find((question) => isTelling(question, plan, tallies))
  return telling && `question ${telling.id}`
}

/**
 * Of all units of which anything is shown, whatever it is: when everybody gives an answer to every
 * question, the numbers of answers of all questions are those of the response.
 */
function isResponseTelling(plan: Plan, tallies: readonly UnitTally[]): boolean {
  const shown = [...plan.response, ...plan.cells].filter(({ cell }) => cell.state !== 'hidden')
  const sums = sumsOver(new Set(shown.map(({ unit }) => unit)), plan)
  const parts = plan.questions.slice(0, 1).map((question) => everybodyIn(question, plan, tallies))
  return parts.some((people) => discloses(sums, people, enough(plan.thresholds.answers)))
}

function isTelling(question: Question, plan: Plan, tallies: readonly UnitTally[]): boolean {
  const { answers, percentage, distribution, eitherSide } = plan.thresholds
  const sumsOf = (isIn: (cell: Cell) => boolean) => sumsOver(unitsOf(question, plan, isIn), plan)
  const answered = answeredIn(question, plan, tallies)
  const hasNumber = sumsOf(({ state }) => state === 'percentage' || state === 'extreme')
  const hasShare = sumsOf(({ state }) => state === 'percentage')
  const hasSpread = sumsOf((cell) => 'distribution' in cell)
  const isShown = sumsOf(({ state }) => state !== 'hidden')
  return (
    discloses(isShown, answered, enough(question.sensitive ? percentage : answers)) ||
    hasNumber.some((sum) => discloses([sum], answered, enough(percentage))) ||
    discloses(hasShare, answered, onBothSides(eitherSide)) ||
    discloses(hasSpread, everybodyIn(question, plan, tallies), enough(distribution))
  )
}

/** Whoever may see results can take their own answer away. */
function enough(minimum: number): MayBeKnown {
  return ({ answers, viewer }) => answers - Number(viewer) >= minimum
}

function onBothSides(minimum: number): MayBeKnown {
  return ({ answers, favourable }) => Math.min(favourable, answers - favourable) >= minimum
}

function unitsOf(
  { id }: Question,
  { cells }: Plan,
  isIn: (cell: Cell) => boolean,
): ReadonlySet<string> {
  const found = cells.filter(({ question, cell }) => question === id && isIn(cell))
  return new Set(found.map(({ unit }) => unit))
}

/** For each of these, the indices of the unit itself and of all units below it. */
function sumsOver(paths: ReadonlySet<string>, { units }: Plan): readonly (readonly number[])[] {
  const parents = new Map(units.map(({ path, parent }) => [path, parent]))
  const sums = new Map([...paths].map((path) => [path, [] as number[]]))
  for (const [index, { path }] of units.entries())
    for (let at: string | undefined = path; at !== undefined; at = parents.get(at))
      sums.get(at)?.push(index)
  return [...sums.values()]
}

function everybodyIn(question: Question, plan: Plan, tallies: readonly UnitTally[]) {
  const all = question.options.map(({ value }) => value)
  return partsOf(question, plan, tallies, all)
}

function answeredIn(question: Question, plan: Plan, tallies: readonly UnitTally[]) {
  const answers = question.options.filter(({ substantive }) => substantive)
  return partsOf(
    question,
    plan,
    tallies,
    answers.map(({ value }) => value),
  )
}

/** For each unit, who is counted there and not below it, and gave one of these answers. */
function partsOf(
  question: Question,
  { units }: Plan,
  tallies: readonly UnitTally[],
  values: readonly string[],
): readonly Part[] {
  const counts = new Map(tallies.map((tally) => [tally.unit, tally.counts[question.id]]))
  return units.map(({ path, viewers }) => {
    const numberOf = (value: string) => counts.get(path)?.[value] ?? 0
    const sum = (chosen: readonly string[]) =>
      chosen.reduce((total, value) => total + numberOf(value), 0)
    const answers = sum(values)
    const favourable = sum(values.filter((value) => question.favourable.includes(value)))
    return { answers, favourable, viewer: viewers && answers > 0 }
  })
}
