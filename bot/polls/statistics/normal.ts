/** Normal: the standard normal distribution, as exact as a double allows. */

/** Up to here the series needs fewer terms than the continued fraction. */
const SERIES_ENDS = 2

/** Levels of the continued fraction; more change no digit, from `SERIES_ENDS` on. */
const LEVELS = 150

/** P(Z <= z). Exact also far to the left, so that small p-values are. */
export function cdf(z: number): number {
  if (z < -SERIES_ENDS) return upperTail(-z)
  return z > SERIES_ENDS ? 1 - upperTail(z) : 0.5 + density(z) * oddSeries(z)
}

/**
 * The z that `cdf` gives this probability for.
 *
 * By Newton's method: left of 0 the cdf is convex, so steps that start at 0 never overshoot.
 *
 * @throws RangeError unless 0 < probability < 1
 */
export function quantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must lie between 0 and 1, got ${probability}`)
  }
  if (probability > 0.5) return -quantile(1 - probability)
  let z = 0
  for (;;) {
    const next = z - (cdf(z) - probability) / density(z)
    // A step that goes nowhere, or back, is rounding.
    if (!(next < z)) return z
    z = next
  }
}

/** About 1.96: 95 % of the distribution lies between this and its negative. */
export const Z_95 = quantile(0.975)

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** z + z^3/3 + z^5/(3*5) + ...: Marsaglia 2004, Journal of Statistical Software 11(4). */
function oddSeries(z: number): number {
  let sum = 0
  for (let term = z, odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); odd += 2) {
    sum += term
    term *= (z * z) / odd
  }
  return sum
}

/**
 * P(Z > z), z > 0, by Laplace's continued fraction z + 1/(z + 2/(z + 3/...)): Abramowitz & Stegun
 * 1964, Handbook of Mathematical Functions, 26.2.14.
 */
function upperTail(z: number): number {
  let fraction = z
  for (let level = LEVELS; level > 0; level--) fraction = z + level / fraction
  return density(z) / fraction
}
