/** Bounds: what the share of everybody can be, whatever those think who did not answer. */
import { type Interval, type Proportion, requireEnough, shareOf } from './proportion.ts'

/**
 * From nobody else to everybody else: Manski 1989, Journal of Human Resources 24:343-360.
 *
 * @throws RangeError when there are no answers, or more than the population
 */
export function worstCaseBounds(proportion: Proportion, population: number): Interval {
  shareOf(proportion)
  const { successes, answers } = proportion
  requireEnough(population, answers)
  return {
    low: successes / population,
    high: (successes + population - answers) / population,
  }
}
