/** Distributions: exact probabilities, to see how often an interval or test is right. */

/** ln(n!), by index. */
const LOG_FACTORIALS = [0]
for (let n = 1; n <= 2000; n++) LOG_FACTORIALS.push(Math.log(n) + (LOG_FACTORIALS[n - 1] ?? 0))

function logWays(n: number, chosen: number): number {
  if (chosen < 0 || chosen > n) return -Infinity
  const of = (index: number) => LOG_FACTORIALS[index] ?? Number.NaN
  return of(n) - of(chosen) - of(n - chosen)
}

/** By number of successes, for so many answers drawn from an endless population. */
export function binomial(answers: number, share: number): readonly number[] {
  return Array.from({ length: answers + 1 }, (_, successes) =>
    Math.exp(
      logWays(answers, successes) +
        successes * Math.log(share) +
        (answers - successes) * Math.log(1 - share),
    ),
  )
}

export type Draw = Readonly<{ population: number; favourable: number; answers: number }>

/** By number of successes, for so many answers drawn from a population without putting back. */
export function hypergeometric({ population, favourable, answers }: Draw): readonly number[] {
  return Array.from({ length: answers + 1 }, (_, successes) =>
    Math.exp(
      logWays(favourable, successes) +
        logWays(population - favourable, answers - successes) -
        logWays(population, answers),
    ),
  )
}
