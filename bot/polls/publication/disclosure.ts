/**
 * Disclosure: searches for people about whom something could be worked out that must stay unknown.
 *
 * It knows nothing of trees or of the rules by which a plan is made: sums over any sets of people
 * will do.
 */
import { type Fraction, isOne, isZero, plus, ZERO } from './fraction.ts'
import { firstColumn, type Row, reducedRows } from './row-space.ts'

/** People who are always counted together. */
export type Part = Readonly<{ answers: number; viewer: boolean; favourable: number }>

/** Whether this may be known of people; when it may of some, then also of more. */
export type MayBeKnown = (people: Part) => boolean

/** In this many steps nothing was found, and not all was tried. */
const MAX_STEPS = 10_000

/**
 * Whether some of the sums, added and subtracted in whatever way, give the number of a set of people
 * that must not be known. Also true when there are too many ways to try.
 *
 * @param sums each the indices of the parts that it adds up
 */
export function discloses(
  sums: readonly (readonly number[])[],
  parts: readonly Part[],
  mayBeKnown: MayBeKnown,
): boolean {
  const atoms = atomsOf(sums, parts, mayBeKnown)
  const people = atoms.map((atom) => atom.people)
  const isSmall = people.map((atom) => !mayBeKnown(atom))
  // Atoms that may be known come first, and a reduced row has nothing before its first column. So
  // only rows that begin with a small atom can give a set of small atoms, and they hold no others.
  const rows = reducedRows(columnsOf(atoms, sums.length)).filter(
    (row) => isSmall[firstColumn(row) ?? -1],
  )
  return search({ atoms: people, rows, last: lastUses(rows), mayBeKnown })
}

type Atom = Readonly<{ people: Part; sums: readonly number[] }>

/**
 * People who are in exactly the same sums cannot be told apart: they are one atom. Parts without
 * answers add nothing to any sum, so they are left out; so are those that are in no sum.
 *
 * @returns those that may be known first
 */
function atomsOf(
  sums: readonly (readonly number[])[],
  parts: readonly Part[],
  mayBeKnown: MayBeKnown,
): readonly Atom[] {
  const patterns: number[][] = parts.map(() => [])
  for (const [index, sum] of sums.entries()) for (const part of sum) patterns[part]?.push(index)
  const counted = parts
    .map((people, part) => ({ people, sums: patterns[part] ?? [] }))
    .filter((part) => part.people.answers > 0 && part.sums.length > 0)
  const atoms = [...Map.groupBy(counted, (part) => part.sums.join()).values()].map((alike) => ({
    people: alike.map(({ people }) => people).reduce(add),
    sums: alike[0]?.sums ?? [],
  }))
  const known = Map.groupBy(atoms, ({ people }) => mayBeKnown(people))
  return [...(known.get(true) ?? []), ...(known.get(false) ?? [])]
}

/** For each sum, the atoms in it. */
function columnsOf(atoms: readonly Atom[], sums: number): readonly (readonly number[])[] {
  const columns: number[][] = Array.from({ length: sums }, () => [])
  for (const [column, atom] of atoms.entries())
    for (const index of atom.sums) columns[index]?.push(column)
  return columns
}

const NOBODY: Part = { answers: 0, viewer: false, favourable: 0 }

function add(one: Part, other: Part): Part {
  return {
    answers: one.answers + other.answers,
    viewer: one.viewer || other.viewer,
    favourable: one.favourable + other.favourable,
  }
}

type Search = Readonly<{
  atoms: readonly Part[]
  rows: readonly Row[]
  /** By column: the last row that it is in. */
  last: ReadonlyMap<number, number>
  mayBeKnown: MayBeKnown
}>

/** What is decided so far: how often each column counts, and the people in those that are settled. */
type State = Readonly<{ values: ReadonlyMap<number, Fraction>; people: Part }>

/**
 * A set of people is a sum of rows, each once or not at all: a first column is in no other row. All
 * ways are tried, each given up as soon as a column counts otherwise than once or not at all, or
 * as the people may be known.
 */
function search(all: Search): boolean {
  let steps = 0
  const tryFrom = (row: number, state: State): boolean => {
    steps++
    if (steps > MAX_STEPS) return true
    if (row === all.rows.length) return state.people.answers > 0
    return ways(row, state, all).some((next) => tryFrom(row + 1, next))
  }
  return tryFrom(0, { values: new Map(), people: NOBODY })
}

/** With this row and without it, as far as that can still become a set of few people. */
function ways(index: number, state: State, all: Search): readonly State[] {
  const row = all.rows[index] ?? new Map()
  const withRow = new Map(state.values)
  for (const [column, number] of row) withRow.set(column, plus(withRow.get(column) ?? ZERO, number))
  return [withRow, state.values].flatMap((values) => {
    const next = settle(row.keys(), index, { ...state, values }, all)
    return next === undefined ? [] : [next]
  })
}

/** Counts the people of the columns that no later row is in. */
function settle(
  columns: Iterable<number>,
  index: number,
  state: State,
  { atoms, last, mayBeKnown }: Search,
): State | undefined {
  let { people } = state
  for (const column of columns) {
    const value = state.values.get(column) ?? ZERO
    if (last.get(column) !== index || isZero(value)) continue
    if (!isOne(value)) return undefined
    people = add(people, atoms[column] ?? NOBODY)
  }
  return people.answers > 0 && mayBeKnown(people) ? undefined : { ...state, people }
}

function lastUses(rows: readonly Row[]): ReadonlyMap<number, number> {
  return new Map(rows.flatMap((row, index) => [...row.keys()].map((column) => [column, index])))
}
