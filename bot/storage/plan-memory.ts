/** Plan memory: plans that were read before, because reading one takes longer than showing it. */
import type { Plan } from '../polls/plan.ts'

/** Two years of a large organisation, some tens of megabytes. */
const MOST_CELLS = 100_000

/** A plan never changes once it is stored, and the id of a round is never used again. */
export type PlanMemory = Readonly<{
  get: (organisation: string, round: string) => Plan | undefined
  keep: (organisation: string, plan: Plan) => void
}>

/** For what was committed only: a plan that is rolled back may come again with other figures. */
export function createPlanMemory(mostCells = MOST_CELLS): PlanMemory {
  const plans = new Map<string, Plan>()
  let cells = 0

  const forget = (key: string): void => {
    cells -= plans.get(key)?.cells.length ?? 0
    plans.delete(key)
  }
  const keep = (key: string, plan: Plan): void => {
    forget(key) // so that the one used longest ago is the first
    plans.set(key, plan)
    cells += plan.cells.length
  }
  return {
    get: (organisation, round) => {
      const key = keyOf(organisation, round)
      const plan = plans.get(key)
      if (plan !== undefined) keep(key, plan)
      return plan
    },
    keep: (organisation, plan) => {
      keep(keyOf(organisation, plan.round), plan)
      for (const oldest of plans.keys()) {
        if (cells <= mostCells || plans.size === 1) break
        forget(oldest)
      }
    },
  }
}

/** Ids hold no line break. */
const keyOf = (organisation: string, round: string): string => `${organisation}\n${round}`
