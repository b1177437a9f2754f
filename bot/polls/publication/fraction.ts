/** Fraction: exact numbers, for what must not depend on rounding. */

/** In lowest terms; `under` is above 0. */
export type Fraction = Readonly<{ over: bigint; under: bigint }>

export const ZERO: Fraction = { over: 0n, under: 1n }
export const ONE: Fraction = { over: 1n, under: 1n }

export function isZero({ over }: Fraction): boolean {
  return over === 0n
}

export function isOne({ over, under }: Fraction): boolean {
  return over === under
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return lowest(one.over * other.under + other.over * one.under, one.under * other.under)
}

export function times(one: Fraction, other: Fraction): Fraction {
  return lowest(one.over * other.over, one.under * other.under)
}

export function negative({ over, under }: Fraction): Fraction {
  return { over: -over, under }
}

/** @throws RangeError for 0 */
export function inverse({ over, under }: Fraction): Fraction {
  if (over === 0n) throw new RangeError('0 has no inverse')
  return over < 0n ? { over: -under, under: -over } : { over: under, under: over }
}

function lowest(over: bigint, under: bigint): Fraction {
  let [divisor, rest] = [over < 0n ? -over : over, under]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return { over: over / divisor, under: under / divisor }
}
