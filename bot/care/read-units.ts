/** Read units: what of the last count somebody sees: their units, and the whole to compare with. */
import type { ReadUnit } from '../contract/care.ts'
import { maySee, type Viewer } from '../results/viewer.ts'
import type { CountedUnit } from '../storage/read-figures.ts'
import { confirmedTogether } from './confirmed.ts'

/** @param k the threshold that it was counted with */
export function readUnits(
  units: readonly CountedUnit[],
  viewer: Viewer,
  k: number,
): readonly ReadUnit[] {
  const parents = new Map(units.map(({ path, parent }) => [path, parent]))
  return units
    .filter(({ path }) => maySee(path, viewer))
    .map(({ path, name }) => {
      const groups = units.flatMap((unit) => {
        const { people, confirmed } = unit
        const counts = confirmed !== undefined && isWithin(unit.path, path, parents)
        return counts ? [{ people, confirmed }] : []
      })
      const people = groups.reduce((sum, group) => sum + group.people, 0)
      return { path, name, people, confirmed: confirmedTogether(groups, k) }
    })
}

function isWithin(
  path: string,
  above: string,
  parents: ReadonlyMap<string, string | undefined>,
): boolean {
  for (let at: string | undefined = path; at !== undefined; at = parents.get(at))
    if (at === above) return true
  return false
}

/** Units somebody leads that had too few people, by the last of their names. */
export function mergedUnits(
  units: readonly CountedUnit[],
  { leads }: Pick<Viewer, 'leads'>,
): readonly string[] {
  const paths = new Set(units.map(({ path }) => path))
  return leads
    .filter((path) => !paths.has(path))
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
}
