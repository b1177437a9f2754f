/**
 * Units: the parts of the organisation as one round counts them.
 *
 * They are fixed when a round opens, after parts with too few people were added to a larger one:
 * what is finer than these is never counted, so it cannot leak.
 */
import { z } from 'zod'

/** Path of a unit, such as "Sociaal Domein/Jeugd"; '' is the whole organisation. */
export const UnitPath = z.string().max(400)

export const WHOLE = ''

export const RoundUnit = z.strictObject({
  path: UnitPath,
  /** The unit above it; absent for the whole organisation. */
  parent: UnitPath.optional(),
  name: z.string(),
  /** People who are counted here and not in a unit below it; 0 or at least the threshold. */
  own: z.int().min(0),
  /** All who are asked, here and below. */
  eligible: z.int().min(0),
  /** All who work here and below, also those whose turn it is another time. */
  staff: z.int().min(0),
  /** Somebody counted in `own` may see results: then their own answer is no secret to them. */
  viewers: z.boolean(),
})
export type RoundUnit = z.infer<typeof RoundUnit>

/** Who can take part, as the roster says. */
export type Employee = Readonly<{
  id: string
  /** Path; absent for who belongs to no unit. */
  unit?: string
  /** May see results of a unit or of all: a manager, a CISO, an auditor. */
  viewer: boolean
}>

/** In order of the tree: each unit after the one above it. */
export type UnitTree = Readonly<{
  units: readonly RoundUnit[]
  /** In which unit each of them is counted, by id. Who is not asked this time is absent. */
  countedIn: ReadonlyMap<string, string>
}>
