/**
 * Newcombe: whether a share changed between two rounds.
 *
 * Hybrid score interval for the difference of two independent shares, without continuity
 * correction: Newcombe 1998, Statistics in Medicine 17:873-890, method 10. People cannot be linked
 * between rounds, so pairs are never compared.
 */
import { cdf, Z_95 } from './normal.ts'
import { type Interval, type Proportion, shareOf } from './proportion.ts'
import { scoreInterval } from './wilson.ts'

export type Difference = Interval & Readonly<{ estimate: number }>

/**
 * After minus before, -1 to 1.
 *
 * @param z quantile of the normal distribution; 95 % unless told
 * @throws RangeError when either has no answers
 */
export function newcombe(before: Proportion, after: Proportion, z = Z_95): Difference {
  const [from, to] = [shareOf(before), shareOf(after)]
  const old = scoreInterval(from, before.answers, z)
  const now = scoreInterval(to, after.answers, z)
  const estimate = to - from
  return {
    estimate,
    low: estimate - Math.hypot(to - now.low, old.high - from),
    high: estimate + Math.hypot(now.high - to, from - old.low),
  }
}

/**
 * Two-sided p-value: one minus the confidence at which `newcombe` just touches 0. At most 0.05
 * exactly when the interval of 95 % does not contain 0; 1 when the shares are equal.
 *
 * @throws RangeError when either has no answers
 */
export function changeProbability(before: Proportion, after: Proportion): number {
  return 2 * cdf(-touchesZero(before, after))
}

/** Beyond this the p-value is 0 in a double. */
const LARGEST_Z = 40

/** Halvings of it until a double has no digits left. */
const HALVINGS = 60

/** By bisection: the larger z, the wider the interval. */
function touchesZero(before: Proportion, after: Proportion): number {
  let [outside, inside] = [0, LARGEST_Z]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const z = (outside + inside) / 2
    const { low, high } = newcombe(before, after, z)
    if (low > 0 || high < 0) outside = z
    else inside = z
  }
  return inside
}
