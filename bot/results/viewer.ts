/** Viewer: whose results somebody may see, as their roles are at this moment. */
import { type Actor, authorize } from '../access.ts'
import type { Plan } from '../polls/plan.ts'
import { type RoundUnit, WHOLE } from '../polls/units.ts'

export type Viewer = Readonly<{
  actor: Actor
  /** Of the whole organisation: every unit, and the reports of how the handbook is used. */
  seesAll: boolean
  /** Paths of the units they lead; they see these, all below them, and the whole as context. */
  leads: readonly string[]
}>

/** Undefined for who may see no results at all. */
export function viewerOf(actor: Actor): Viewer | undefined {
  const { organisation } = actor
  const seesAll = authorize(actor, 'see-all-results', { organisation })
  const leads = actor.grants.flatMap(({ role, unit }) =>
    role === 'manager' && unit !== undefined ? [unit] : [],
  )
  return seesAll || leads.length > 0 ? { actor, seesAll, leads } : undefined
}

/** In order of the tree, the whole organisation first. */
export function unitsFor({ units }: Plan, viewer: Viewer): readonly RoundUnit[] {
  return units.filter(({ path }) => maySee(path, viewer))
}

/** The whole organisation is there for who leads a part of it: to compare with. */
export function maySee(path: string, { actor, seesAll }: Viewer): boolean {
  if (seesAll || path === WHOLE) return true
  return authorize(actor, 'see-unit-results', { organisation: actor.organisation, unit: path })
}

/** Units somebody leads that a round added to a larger one, because they had too few people. */
export function mergedFor({ units }: Plan, { leads }: Viewer): readonly string[] {
  const paths = new Set(units.map(({ path }) => path))
  return leads.filter((path) => !paths.has(path))
}
