/** Tree: what stands below a unit, and sums from the bottom up. */
import type { RoundUnit } from '../units.ts'

export type Tree = Readonly<{
  root: RoundUnit
  /** Each after the one above it. */
  units: readonly RoundUnit[]
  /** By path: the units right below it. */
  below: ReadonlyMap<string, readonly RoundUnit[]>
}>

/** @throws Error when the units are no tree, or not in its order */
export function treeOf(units: readonly RoundUnit[]): Tree {
  const below = new Map<string, RoundUnit[]>()
  const [root, ...others] = units
  if (root === undefined || root.parent !== undefined) throw new Error('the first unit is no root')
  below.set(root.path, [])
  for (const unit of others) {
    const siblings = below.get(unit.parent ?? '')
    if (unit.parent === undefined || siblings === undefined || below.has(unit.path))
      throw new Error(`unit "${unit.path}" must come once, after the one above it`)
    siblings.push(unit)
    below.set(unit.path, [])
  }
  return { root, units, below }
}

export function unitsBelow({ below }: Tree, path: string): readonly RoundUnit[] {
  return below.get(path) ?? []
}

/** By path: what is counted in the unit itself together with all below it. */
export function sumUp<T>(
  tree: Tree,
  own: ReadonlyMap<string, T>,
  add: (one: T, other: T) => T,
): ReadonlyMap<string, T> {
  const totals = new Map<string, T>()
  for (const { path } of tree.units.toReversed())
    totals.set(
      path,
      unitsBelow(tree, path).reduce(
        (total, child) => add(total, at(totals, child.path)),
        at(own, path),
      ),
    )
  return totals
}

/** @throws Error when there is none: every unit has its figures */
export function at<T>(figures: ReadonlyMap<string, T>, path: string): T {
  const figure = figures.get(path)
  if (figure === undefined) throw new Error(`no figures of unit "${path}"`)
  return figure
}
