/**
 * Safe differences: takes exact figures away until none that must stay unknown is found by
 * subtracting one from another.
 */
import { addCounts, type Count } from './counts.ts'
import { at, type Tree, unitsBelow } from './tree.ts'
import { bySize } from './visible-units.ts'

type Figures = Readonly<{
  tree: Tree
  /** By path: what is counted there and not below it. */
  own: ReadonlyMap<string, Count>
  totals: ReadonlyMap<string, Count>
  /** Whether these people may be known exactly: nobody may, and more people if fewer may. */
  mayBeKnown: (count: Count) => boolean
}>

type Part = Readonly<{
  /** The largest units in it that have an exact figure. */
  exact: readonly string[]
  /** Of the units whose own people are in none of these. */
  rest: readonly Count[]
}>

/**
 * From the bottom up: while what is left of a unit, without the exact figures below it, may not be
 * known, the smallest of these figures goes.
 *
 * @param candidates paths of units whose own figure may be known
 * @returns those whose exact figure stays
 */
export function safeDifferences(
  candidates: ReadonlySet<string>,
  { tree, own, totals, mayBeKnown }: Figures,
): ReadonlySet<string> {
  const exact = new Set(candidates)
  const parts = new Map<string, Part>()
  const smallestFirst = bySize((path) => at(totals, path).answered)
  for (const { path } of tree.units.toReversed()) {
    let part = unitsBelow(tree, path)
      .map((child) => (exact.has(child.path) ? figureOf(child.path) : at(parts, child.path)))
      .reduce(join, { exact: [], rest: [at(own, path)] })
    while (exact.has(path) && !mayBeKnown(part.rest.reduce(addCounts))) {
      const [smallest, ...others] = part.exact.toSorted(smallestFirst)
      if (smallest === undefined) break
      exact.delete(smallest)
      part = join({ ...part, exact: others }, at(parts, smallest))
    }
    parts.set(path, part)
  }
  return exact
}

const figureOf = (path: string): Part => ({ exact: [path], rest: [] })

function join(one: Part, other: Part): Part {
  return { exact: [...one.exact, ...other.exact], rest: [...one.rest, ...other.rest] }
}
