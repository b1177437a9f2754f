/** Certainty: tries all ways in which people could have answered, and sees what they share. */
import type { Cell, Plan } from '../../../bot/polls/plan.ts'
import type { Parts } from './closed-round.ts'

/** Places that cannot be told apart, because the same shown units hold them. */
type Group = readonly string[]
type Sides = readonly [safe: number, unsafe: number]

/** Groups of people who are all on one side in every way that agrees with the plan. */
export function certainIn(plan: Plan, truth: Parts): readonly string[] {
  const shown = plan.cells.filter(({ cell }) => cell.state !== 'hidden')
  const possible = waysOf(Object.entries(truth)).filter((way) =>
    shown.every(({ unit, cell }) =>
      agrees(cell, total(way, placesIn(unit, way)), total(truth, placesIn(unit, truth))),
    ),
  )
  const places = Object.keys(truth).filter((path) => shown.some(({ unit }) => holds(unit, path)))
  const groups = Map.groupBy(places, (path) => shown.map(({ unit }) => holds(unit, path)).join())
  return [...groups.values()]
    .filter((group) => isCertain(group, possible))
    .map((group) => group.join())
}

function isCertain(group: Group, possible: readonly Parts[]): boolean {
  const ways = possible.map((way) => total(way, group))
  const isAnybody = ways.some(([safe, unsafe]) => safe + unsafe > 0)
  return isAnybody && [0, 1].some((side) => ways.every((sides) => sides[side] === 0))
}

/** Whether this would have been shown. A percentage is taken to tell the exact number. */
function agrees(cell: Cell, [safe, unsafe]: Sides, [really]: Sides): boolean {
  const share = safe / (safe + unsafe)
  if (cell.state === 'percentage') return safe === really
  if (cell.state === 'extreme') return cell.side === 'at-least-80' ? share >= 0.8 : share <= 0.2
  if (cell.state === 'hidden') return true
  if (share < 1 / 3) return cell.band === 'low'
  return cell.band === (share > 2 / 3 ? 'high' : 'middle')
}

const holds = (unit: string, path: string): boolean =>
  unit === '' || path === unit || path.startsWith(`${unit}/`)

const placesIn = (unit: string, parts: Parts): Group =>
  Object.keys(parts).filter((path) => holds(unit, path))

function total(parts: Parts, group: Group): Sides {
  let [safe, unsafe] = [0, 0]
  for (const path of group) {
    safe += parts[path]?.[0] ?? 0
    unsafe += parts[path]?.[1] ?? 0
  }
  return [safe, unsafe]
}

function waysOf([first, ...others]: readonly (readonly [string, Parts[string]])[]): Parts[] {
  if (first === undefined) return [{}]
  const [path, [safe, unsafe] = [0, 0]] = first
  return waysOf(others).flatMap((rest) =>
    Array.from({ length: safe + unsafe + 1 }, (_, number) => ({
      ...rest,
      [path]: [number, safe + unsafe - number] as const,
    })),
  )
}
