/** Differencing: tries to find people in the plans of many random rounds. */
import { auditPlan } from '../../../bot/polls/publication/audit.ts'
import { draftPlan } from '../../../bot/polls/publication/draft-plan.ts'
import { makePlan } from '../../../bot/polls/publication/make-plan.ts'
import { foundIn } from './oracle.ts'
import { randomRound } from './random-round.ts'

type Outcome = Readonly<{
  /** Rounds in which some unit is hidden. */
  hiding: number
  /** Of these, in how many people could be found if there were no remainder rule. */
  leaking: number
}>

/** Throws when people can be found, or could be found and the audit would not have noticed. */
export function differencing(
  random: () => number,
  { rounds, units }: Readonly<{ rounds: number; units: () => number }>,
): Outcome {
  let [hiding, leaking] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const closed = randomRound(random, units())
    const plan = makePlan(closed)
    expect({ round, found: foundIn(plan, closed) }).toEqual({ round, found: [] })

    if (plan.response.every(({ cell }) => cell.state === 'shown')) continue
    hiding++
    const careless = draftPlan(closed, { remainderRule: false })
    const isTelling = foundIn(careless, closed).length > 0
    const isRefused = auditPlan(careless, closed.tallies) !== undefined
    expect({ round, isRefused }).toEqual({ round, isRefused: isTelling })
    if (isTelling) leaking++
  }
  return { hiding, leaking }
}
