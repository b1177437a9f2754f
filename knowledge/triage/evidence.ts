/** Evidence: how much each feature of a message speaks for or against something, as log odds. */

export type Evidence = Readonly<{ bias: number; weights: Readonly<Record<string, number>> }>

/**
 * Sum of the evidence as log odds: 0 is even. Long messages have more features, so the sum is
 * divided by the square root of their number.
 */
export function weigh(features: ReadonlySet<string>, { bias, weights }: Evidence): number {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return bias + sum / Math.sqrt(Math.max(1, features.size))
}
