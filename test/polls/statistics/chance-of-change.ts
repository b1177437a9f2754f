/** Chance of change: how often two rounds show a change, over all that people can answer. */
import { newcombe } from '../../../bot/polls/statistics/newcombe.ts'
import { binomial } from './distributions.ts'

/** Of two rounds of so many answers, with these shares in the population. */
export function chanceOfChange(answers: number, before: number, after: number): number {
  const second = binomial(answers, after)
  return binomial(answers, before).reduce((total, chance, successes) => {
    const shown = second.filter((_, others) => {
      const { low, high } = newcombe({ successes, answers }, { successes: others, answers })
      return low > 0 || high < 0
    })
    return total + chance * shown.reduce((sum, other) => sum + other, 0)
  }, 0)
}
