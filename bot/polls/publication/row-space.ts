/** Row space: all that follows from sums that are known, by adding and subtracting them. */
import { type Fraction, inverse, isZero, negative, ONE, plus, times, ZERO } from './fraction.ts'

/** How often each column counts; those that do not count are absent. */
export type Row = ReadonlyMap<number, Fraction>

/**
 * Reduced row echelon form, by Gauss-Jordan elimination: each row has a 1 in its first column
 * (`firstColumn`), where all other rows have nothing, and nothing in the columns before it.
 *
 * @param sums each the columns that it adds up
 */
export function reducedRows(sums: readonly (readonly number[])[]): readonly Row[] {
  const reduced = new Map<number, Row>()
  // small sums first: in a tree everything then stays as sparse as it was
  for (const sum of sums.toSorted((one, other) => one.length - other.length)) {
    const row = without(new Map(sum.map((column) => [column, ONE])), reduced)
    const first = firstColumn(row)
    if (first === undefined) continue
    const scaled = multiple(row, inverse(row.get(first) ?? ONE))
    const pivot = new Map([[first, scaled]])
    for (const [column, other] of reduced)
      if (other.has(first)) reduced.set(column, without(other, pivot))
    reduced.set(first, scaled)
  }
  return [...reduced.values()]
}

/** Undefined for a row of nothing. */
export function firstColumn(row: Row): number | undefined {
  let first: number | undefined
  for (const column of row.keys()) if (first === undefined || column < first) first = column
  return first
}

export function sum(one: Row, other: Row): Row {
  const total = new Map(one)
  for (const [column, number] of other) {
    const added = plus(total.get(column) ?? ZERO, number)
    if (isZero(added)) total.delete(column)
    else total.set(column, added)
  }
  return total
}

/** Subtracts rows until the row has nothing in any of their first columns. */
function without(row: Row, reduced: ReadonlyMap<number, Row>): Row {
  let left = row
  for (const [column, number] of row) {
    const pivot = reduced.get(column)
    if (pivot !== undefined) left = sum(left, multiple(pivot, negative(number)))
  }
  return left
}

function multiple(row: Row, factor: Fraction): Row {
  return new Map([...row].map(([column, number]) => [column, times(number, factor)]))
}
