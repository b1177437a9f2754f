/** Change: compares a plan with earlier ones; from what they show and nothing finer. */
import type { Cell, Change, Plan } from '../plan.ts'
import type { Question } from '../question.ts'
import { discoveries } from '../statistics/false-discovery.ts'
import { changeProbability, newcombe } from '../statistics/newcombe.ts'
import type { Proportion } from '../statistics/proportion.ts'
import { wholePercent } from './percent.ts'

type Percentage = Extract<Cell, { state: 'percentage' }>
type PlanCell = Plan['cells'][number]
type Comparison = Readonly<{
  before: Percentage
  after: Percentage
  since: Pick<Plan, 'round' | 'opensAt'>
}>

/**
 * Adds to each percentage how it changed since the newest plan that can be compared: the same
 * question with the same answers, for the same unit, also shown as a percentage.
 *
 * Among many units and questions some seem to change by chance, so all comparisons of the plan are
 * judged together.
 *
 * @param earlier newest first
 */
export function withChanges(plan: Plan, earlier: readonly Plan[]): Plan {
  const compare = comparisonWith(
    plan,
    earlier.filter(({ demo }) => demo === plan.demo),
  )
  const comparisons = plan.cells.map(compare)
  const made = comparisons.filter((comparison) => comparison !== undefined)
  const isReal = discoveries(
    made.map(({ before, after }) =>
      changeProbability(publishedProportion(before), publishedProportion(after)),
    ),
  )
  const changes = new Map(made.map((one, index) => [one, changeOf(one, isReal[index] === true)]))
  const cells = plan.cells.map((planCell, index) => {
    const comparison = comparisons[index]
    const change = comparison && changes.get(comparison)
    return change && comparison ? { ...planCell, cell: { ...comparison.after, change } } : planCell
  })
  return { ...plan, cells }
}

function comparisonWith(plan: Plan, earlier: readonly Plan[]) {
  const questions = new Map(plan.questions.map((question) => [question.id, question]))
  const lookUps = earlier.map(lookUp)
  return ({ unit, question: id, cell }: PlanCell): Comparison | undefined => {
    const question = questions.get(id)
    if (cell.state !== 'percentage' || question === undefined) return undefined
    for (const before of lookUps) {
      const found = before(question, unit)
      if (found) return { ...found, after: cell }
    }
    return undefined
  }
}

function lookUp(plan: Plan) {
  const questions = new Map(plan.questions.map((question) => [question.id, question]))
  const cells = new Map(plan.cells.map((one) => [keyOf(one.question, one.unit), one.cell]))
  return (asked: Question, unit: string): Omit<Comparison, 'after'> | undefined => {
    const question = questions.get(asked.id)
    const cell = cells.get(keyOf(asked.id, unit))
    if (question === undefined || cell?.state !== 'percentage') return undefined
    return isSameMeasure(question, asked) ? { before: cell, since: plan } : undefined
  }
}

const keyOf = (question: string, unit: string): string => JSON.stringify([question, unit])

/** Another wording is the same measure; other answers, or others that count as safe, are not. */
function isSameMeasure(one: Question, other: Question): boolean {
  return measureOf(one) === measureOf(other)
}

function measureOf({ options, favourable }: Question): string {
  const values = options.map(({ value, substantive }) => `${value} ${substantive}`)
  return JSON.stringify([values.toSorted(), [...new Set(favourable)].toSorted()])
}

/** As the figures say; how many people it really was stays unknown. */
export function publishedProportion({
  favourable,
  answers,
}: Pick<Percentage, 'favourable' | 'answers'>): Proportion {
  return { successes: (favourable * answers) / 100, answers }
}

function changeOf({ before, after, since }: Comparison, isReal: boolean): Change {
  const { low, high } = newcombe(publishedProportion(before), publishedProportion(after))
  const estimate = after.favourable - before.favourable
  const direction = estimate > 0 ? 'better' : 'worse'
  return {
    verdict: isReal ? direction : 'no-evidence',
    since: since.round,
    sinceAt: since.opensAt,
    difference: {
      estimate,
      low: wholePercent(Math.round, low),
      high: wholePercent(Math.round, high),
    },
  }
}
