/** Wilson: how far a share may be off because only some people answered. */
import { Z_95 } from './normal.ts'
import { type Interval, type Proportion, requireEnough, shareOf } from './proportion.ts'

/**
 * Score interval, 95 %: Wilson 1927, Journal of the American Statistical Association 22:209-212.
 *
 * It says nothing about people who did not answer because they are different: see `worstCaseBounds`.
 *
 * @param population all who could have answered; when many of them did, the interval is narrower
 * @throws RangeError when there are no answers, or more than the population
 */
export function wilson(proportion: Proportion, population?: number): Interval {
  const share = shareOf(proportion)
  return scoreInterval(share, effectiveAnswers(proportion.answers, population), Z_95)
}

/**
 * The same for any level.
 *
 * @param answers Infinity when nothing is left to chance
 * @param z quantile of the normal distribution
 */
export function scoreInterval(share: number, answers: number, z: number): Interval {
  const weight = z ** 2 / answers
  if (weight === 0) return { low: share, high: share }
  return { low: lowerLimit(share, weight), high: 1 - lowerLimit(1 - share, weight) }
}

/**
 * The smaller root of (share - p)^2 = weight p (1 - p), written without subtraction: so rounding
 * never takes it below 0, and for a share of 0 it is 0.
 */
function lowerLimit(share: number, weight: number): number {
  const reach = Math.sqrt(weight * (share * (1 - share) + weight / 4))
  return share ** 2 / (share + weight / 2 + reach)
}

/** Of a smaller part the correction changes nothing that shows: Cochran 1977, section 2.6. */
const LARGE_PART = 0.05

/** Of fewer, the normal approximation is too rough to be made narrower. */
const ENOUGH_ANSWERS = 10

/**
 * How many answers out of an endless population would be as telling: finite-population correction,
 * Cochran 1977, Sampling Techniques, section 3.2.
 */
function effectiveAnswers(answers: number, population = Infinity): number {
  if (population === Infinity) return answers
  requireEnough(population, answers)
  if (answers === population) return Infinity
  if (answers < ENOUGH_ANSWERS || answers / population <= LARGE_PART) return answers
  return (answers * (population - 1)) / (population - answers)
}
