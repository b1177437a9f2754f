/** False discovery: of many tests some look significant by chance; which ones to believe. */

/**
 * On average at most this rate of the discoveries is false: Benjamini & Hochberg 1995, Journal of
 * the Royal Statistical Society B 57:289-300. That holds also for tests that tend to agree, as of a
 * unit and of the whole that it is part of: Benjamini & Yekutieli 2001, Annals of Statistics
 * 29:1165-1188.
 *
 * @returns in the order of the p-values
 * @throws RangeError when a p-value is not 0 to 1
 */
export function discoveries(pValues: readonly number[], rate = 0.05): readonly boolean[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1))
  if (wrong !== undefined) throw new RangeError(`a p-value must be 0 to 1, got ${wrong}`)
  const sorted = pValues.toSorted((a, b) => a - b)
  const last = sorted.findLastIndex((p, index) => p <= (rate * (index + 1)) / sorted.length)
  return pValues.map((p) => p <= (sorted[last] ?? -1))
}
