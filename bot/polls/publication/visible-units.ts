/**
 * Visible units: which parts of the organisation have enough answers to be shown.
 *
 * Primary and complementary suppression in one tree, from the top down: Hundepool et al. 2012,
 * Statistical Disclosure Control, chapter 4.
 */
import { type Group, isSafe, safeCount, together } from './group.ts'
import { at, sumUp, type Tree, unitsBelow } from './tree.ts'

type Rules = Readonly<{
  /** Only these can be shown; absent: all. */
  within?: ReadonlySet<string>
  /** Off only in tests, to see that the audit finds what this rule prevents. */
  remainderRule?: boolean
}>

/**
 * A unit is shown when it has enough answers, the one above it is shown, and what is left of that
 * one, without the shown units below it, has none or enough as well: it could be found by
 * subtraction. While it has not, the smallest shown unit below it is hidden.
 *
 * @param own by path: who is counted there and not below it
 * @param minimum people, in whatever is shown or left
 * @returns paths
 */
export function visibleUnits(
  tree: Tree,
  own: ReadonlyMap<string, Group>,
  minimum: number,
  { within, remainderRule = true }: Rules = {},
): ReadonlySet<string> {
  const totals = sumUp(tree, own, together)
  const isLarge = (path: string) =>
    safeCount(at(totals, path)) >= minimum && within?.has(path) !== false
  const shown = new Set([tree.root.path].filter(isLarge))
  for (const { path } of tree.units) {
    if (!shown.has(path)) continue
    const [large, small] = divide(unitsBelow(tree, path), isLarge)
    const left = small.reduce((rest, child) => together(rest, at(totals, child)), at(own, path))
    const kept = remainderRule ? withSafeRest(large, left, { totals, minimum }) : large
    for (const child of kept) shown.add(child)
  }
  return shown
}

function divide(
  units: readonly Readonly<{ path: string }>[],
  isLarge: (path: string) => boolean,
): readonly [readonly string[], readonly string[]] {
  const paths = units.map(({ path }) => path)
  return [paths.filter(isLarge), paths.filter((path) => !isLarge(path))]
}

function withSafeRest(
  large: readonly string[],
  left: Group,
  { totals, minimum }: Readonly<{ totals: ReadonlyMap<string, Group>; minimum: number }>,
): readonly string[] {
  const groupOf = (path: string) => at(totals, path)
  const kept = large.toSorted((one, other) => bySize(groupOf)(one, other))
  for (let rest = left; !isSafe(rest, minimum); ) {
    const smallest = kept.shift()
    if (smallest === undefined) break
    rest = together(rest, groupOf(smallest))
  }
  return kept
}

/** Smallest first; the order of equals must not depend on the machine. */
export function bySize(groupOf: (path: string) => Group) {
  return (one: string, other: string): number =>
    safeCount(groupOf(one)) - safeCount(groupOf(other)) || (one < other ? -1 : 1)
}
