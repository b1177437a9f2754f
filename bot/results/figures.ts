/** Figures: looking things up in plans; nothing here is worked out from anything finer. */
import type { Cell, Plan, ResponseCell } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { WHOLE } from '../polls/units.ts'

const NOTHING = { state: 'hidden', reason: 'too-few' } as const

/** Hidden for what the plan does not have. */
export function cellOf(plan: Plan, unit: string, question: string): Cell {
  return indexOf(plan).get(keyOf(unit, question)) ?? NOTHING
}

/** A page shows thousands of figures, so they are looked up and not searched for. */
const indexes = new WeakMap<Plan, ReadonlyMap<string, Cell>>()

function indexOf(plan: Plan): ReadonlyMap<string, Cell> {
  const known = indexes.get(plan)
  if (known !== undefined) return known
  const index = new Map(plan.cells.map(({ unit, question, cell }) => [keyOf(unit, question), cell]))
  indexes.set(plan, index)
  return index
}

/** Paths and ids hold no line break. */
const keyOf = (unit: string, question: string): string => `${question}\n${unit}`

export function responseOf(plan: Plan, unit: string): ResponseCell {
  return plan.response.find((one) => one.unit === unit)?.cell ?? NOTHING
}

/** One round of a question that was asked in several. */
export type TrendPoint = Readonly<{ round: string; opensAt: number; cell: Cell }>

/** Oldest first; rounds that did not ask it are left out. @param plans in any order */
export function trendOf(
  plans: readonly Plan[],
  unit: string,
  question: string,
): readonly TrendPoint[] {
  return plans
    .filter(({ questions }) => questions.some(({ id }) => id === question))
    .toSorted((one, other) => one.opensAt - other.opensAt)
    .map((plan) => ({
      round: plan.round,
      opensAt: plan.opensAt,
      cell: cellOf(plan, unit, question),
    }))
}

/** How a unit is beside the whole organisation, by their intervals and never by rank. */
export type Relation = 'above' | 'below' | 'same' | 'unknown'

/** The whole organisation is not beside itself. */
export function relationOf(plan: Plan, unit: string, question: string): Relation {
  if (unit === WHOLE) return 'unknown'
  const own = cellOf(plan, unit, question)
  const whole = cellOf(plan, WHOLE, question)
  if (own.state !== 'percentage' || whole.state !== 'percentage') return 'unknown'
  if (own.interval.low > whole.interval.high) return 'above'
  return own.interval.high < whole.interval.low ? 'below' : 'same'
}

/** Asked in the newest round in which each was, newest round first. @param plans newest first */
export function questionsIn(plans: readonly Plan[]): readonly Question[] {
  const known = new Map<string, Question>()
  for (const { questions } of plans)
    for (const question of questions) if (!known.has(question.id)) known.set(question.id, question)
  return [...known.values()]
}
