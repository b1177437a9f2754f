/** Unit rows: which units stand on a page, in the order of the tree and never by rank. */
import type { Plan } from '../../polls/plan.ts'
import { type RoundUnit, WHOLE } from '../../polls/units.ts'
import { unitsFor, type Viewer } from '../../results/viewer.ts'

/** A unit and how far it stands below the first one. */
export type UnitRow = Readonly<{ unit: RoundUnit; depth: number }>

/** A table of at most so many rows is still seen as a whole. */
const ONE_TABLE = 14
/** With more the page would be too heavy: the page of a department then has its parts. */
const MOST = 70

type UnitTables = Readonly<{
  first: readonly UnitRow[]
  /** To unfold, each with what is below it. */
  folded: readonly Readonly<{ of: RoundUnit; rows: readonly UnitRow[] }>[]
  /** Not on this page, because there are too many. */
  left: number
}>

/** @param top the unit that the page is about, which comes first; '' is the whole organisation */
export function unitTables(plan: Plan, viewer: Viewer, top: string): UnitTables {
  const seen = unitsFor(plan, viewer).filter(({ path }) => isWithin(path, top))
  const whole = plan.units.filter(({ path }) => path === WHOLE && top !== WHOLE)
  const rows = [...whole.map((unit) => ({ unit, depth: 0 })), ...withDepth(seen)]
  if (rows.length <= ONE_TABLE) return { first: rows, folded: [], left: 0 }
  const near = rows.filter(({ depth }) => depth <= 1)
  if (rows.length > MOST) return { first: near, folded: [], left: rows.length - near.length }
  const folded = near.flatMap(({ unit }) => {
    const below = rows.filter((row) => isBelow(row.unit.path, unit.path) && !near.includes(row))
    return below.length > 0 && unit.path !== top && unit.path !== WHOLE
      ? [{ of: unit, rows: withDepth(below.map((row) => row.unit)) }]
      : []
  })
  return { first: near, folded, left: 0 }
}

function withDepth(units: readonly RoundUnit[]): readonly UnitRow[] {
  const depths = new Map<string, number>()
  return units.map((unit) => {
    const above = unit.parent === undefined ? undefined : depths.get(unit.parent)
    const depth = above === undefined ? 0 : above + 1
    depths.set(unit.path, depth)
    return { unit, depth }
  })
}

const isBelow = (path: string, above: string): boolean =>
  above === WHOLE ? path !== WHOLE : path.startsWith(`${above}/`)

const isWithin = (path: string, above: string): boolean => path === above || isBelow(path, above)

/** Units right below it that the viewer may see. */
export function partsOf(plan: Plan, viewer: Viewer, path: string): readonly RoundUnit[] {
  return unitsFor(plan, viewer).filter(({ parent }) => parent === path)
}

/** What the page is about when somebody only asks for results: what they lead, else the whole. */
export function homeOf(plan: Plan, { leads, seesAll }: Viewer): RoundUnit | undefined {
  const own = seesAll ? undefined : plan.units.find(({ path }) => leads.includes(path))
  return own ?? plan.units.find(({ path }) => path === WHOLE)
}
