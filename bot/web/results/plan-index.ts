/** Plan index: cells of a plan by unit and question, for pages that show thousands of them. */
import type { Cell, Plan } from '../../polls/plan.ts'
import { WHOLE } from '../../polls/units.ts'
import { cellOf, type Relation, relationOf } from '../../results/figures.ts'

type Lookup = (unit: string, question: string) => Cell

const indexes = new WeakMap<Plan, Lookup>()

/** As `cellOf` of the figures, without going through the plan each time. */
export function cellsOf(plan: Plan): Lookup {
  const known = indexes.get(plan)
  if (known !== undefined) return known
  const cells = new Map(plan.cells.map(({ unit, question, cell }) => [keyOf(unit, question), cell]))
  const lookup: Lookup = (unit, question) =>
    cells.get(keyOf(unit, question)) ?? cellOf({ ...plan, cells: [] }, unit, question)
  indexes.set(plan, lookup)
  return lookup
}

/** Paths and ids hold no line break. */
const keyOf = (unit: string, question: string): string => `${question}\n${unit}`

/** As `relationOf` of the figures; the whole organisation is not beside itself. */
export function relationIn(plan: Plan, unit: string, question: string): Relation {
  if (unit === WHOLE) return 'unknown'
  const cells = [WHOLE, unit].map((path) => ({
    ...{ unit: path, question, cell: cellsOf(plan)(path, question) },
  }))
  return relationOf({ ...plan, cells }, unit, question)
}
