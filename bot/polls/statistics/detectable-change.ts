/** Detectable change: how much must change between two rounds before a poll of this size sees it. */
import { quantile, Z_95 } from './normal.ts'

const POWER = quantile(0.8)

/**
 * In whole points: a change as large as this between two rounds of so many answers each is seen
 * four times in five, at 5 % two-sided. The smallest d of n = 2 p (1 - p) (z95 + z80)^2 / d^2, the
 * usual sample size for two shares: Lachin 1981, Controlled Clinical Trials 2:93-113.
 *
 * @param share about which it changes, between 0 and 1
 * @returns at most 100
 * @throws RangeError when there is not one answer, or the share is no share
 */
export function detectableChange(answers: number, share = 0.7): number {
  if (!(answers >= 1)) throw new RangeError(`a round needs answers, got ${answers}`)
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`)
  const change = (Z_95 + POWER) * Math.sqrt((2 * share * (1 - share)) / answers)
  return Math.min(100, Math.round(100 * change))
}
