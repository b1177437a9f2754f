/**
 * Certain sides: takes figures away while they force everybody of some unit onto one side.
 *
 * A band and "at least 80 %" say between which numbers a count lies. Where a unit of 20 has 12 safe
 * answers, and a part of it with 15 people at least 12 of them, none of the other five answered
 * safely; no subtraction of exact figures tells that. Without this rule 41 of 3,000 questions in
 * random rounds told of a unit that all in it are on one side.
 */
import { addCounts, type Count, smallerSide } from './counts.ts'
import { bandOf, coarse, extremeSide, type Precision } from './precision.ts'
import { at, type Tree, unitsBelow } from './tree.ts'
import { bySize } from './visible-units.ts'

type Shown = ReadonlyMap<string, Precision>

type Figures = Readonly<{
  tree: Tree
  /** By path: what is counted there and not below it. */
  own: ReadonlyMap<string, Count>
  totals: ReadonlyMap<string, Count>
  /** Fewer on one side are not shown as a percentage. */
  eitherSide: number
}>

/** What can be known of a number of favourable answers. */
type Range = Readonly<{ low: number; high: number }>

/** A unit of which something is shown, with what is in no such unit below it. */
type Node = Readonly<{
  path: string
  /** Paths of the shown units right below it. */
  below: readonly string[]
  /** Answers of who is in none of these. */
  rest: number
}>

/**
 * While all in what is left of a unit, without the shown units below it, are certainly on one side,
 * the smallest of these is shown less exactly, and at last not at all; when there are none, the unit
 * itself.
 *
 * @param shown by path; in none of its exact figures may be people who are all on one side
 */
export function withoutCertainSides(shown: Shown, figures: Figures): Shown {
  let left = shown
  for (;;) {
    const telling = certainNode(left, figures)
    if (telling === undefined) return left
    const smallestFirst = bySize((path) => at(figures.totals, path).answered)
    const [smallest = telling.path] = telling.below.toSorted(smallestFirst)
    left = lessExact(left, smallest, figures)
  }
}

function lessExact(shown: Shown, path: string, { tree, totals }: Figures): Shown {
  const less = new Map(shown)
  const precision = shown.get(path)
  if (precision === 'percentage') return less.set(path, coarse(at(totals, path)))
  if (precision === 'extreme') return less.set(path, 'band')
  for (const inside = [path]; inside.length > 0; ) {
    const next = inside.pop() ?? path
    less.delete(next)
    inside.push(...unitsBelow(tree, next).map((unit) => unit.path))
  }
  return less
}

/**
 * Bounds are exact after two passes, because the sums form a tree: up, a unit lies between the sums
 * of its parts' bounds; down, a part lies where the unit and the other parts leave it.
 */
function certainNode(shown: Shown, figures: Figures): Node | undefined {
  const nodes = nodesOf(shown, figures)
  const ranges = new Map<string, Range>()
  const partsOf = ({ below, rest }: Node): readonly Range[] => [
    { low: 0, high: rest },
    ...below.map((path) => at(ranges, path)),
  ]
  for (const node of nodes.toReversed())
    ranges.set(node.path, overlap(statedRange(node.path, shown, figures), sumOf(partsOf(node))))

  return nodes.find((node) => {
    const parts = partsOf(node)
    const [rest, ...below] = leftFor(parts, at(ranges, node.path))
    for (const [index, path] of node.below.entries())
      ranges.set(path, below[index] ?? at(ranges, path))
    return node.rest > 0 && (rest?.high === 0 || rest?.low === node.rest)
  })
}

function nodesOf(shown: Shown, { tree, own, totals }: Figures): readonly Node[] {
  const paths = tree.units.map(({ path }) => path).filter((path) => shown.has(path))
  return paths.map((path) => {
    const children = unitsBelow(tree, path).map((unit) => unit.path)
    const below = children.filter((child) => shown.has(child))
    const hidden = children.filter((child) => !shown.has(child)).map((child) => at(totals, child))
    return { path, below, rest: hidden.reduce(addCounts, at(own, path)).answered.answers }
  })
}

/** Between which numbers of favourable answers a unit lies, by what is shown of it alone. */
function statedRange(path: string, shown: Shown, { totals, eitherSide }: Figures): Range {
  const count = at(totals, path)
  const { answers } = count.answered
  const precision = shown.get(path)
  if (precision === 'percentage') return { low: count.favourable, high: count.favourable }
  if (precision === 'band') return bandRange(count)
  // who knows the rules expects fewer on one side than a percentage takes
  const few = smallerSide(count) < eitherSide ? eitherSide - 1 : Math.floor(answers / 5)
  return extremeSide(count) === 'at-least-80'
    ? { low: answers - few, high: answers }
    : { low: 0, high: few }
}

function bandRange(count: Count): Range {
  const { answers } = count.answered
  const [third, twoThirds] = [answers / 3, (answers * 2) / 3]
  const band = bandOf(count)
  if (band === 'low') return { low: 0, high: Math.ceil(third) - 1 }
  if (band === 'high') return { low: Math.floor(twoThirds) + 1, high: answers }
  return { low: Math.ceil(third), high: Math.floor(twoThirds) }
}

function sumOf(parts: readonly Range[]): Range {
  return parts.reduce((one, other) => ({ low: one.low + other.low, high: one.high + other.high }))
}

function overlap(one: Range, other: Range): Range {
  return { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) }
}

function leftFor(parts: readonly Range[], whole: Range): readonly Range[] {
  const all = sumOf(parts)
  return parts.map((part) =>
    overlap(part, {
      low: whole.low - (all.high - part.high),
      high: whole.high - (all.low - part.low),
    }),
  )
}
