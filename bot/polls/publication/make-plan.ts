/** Make plan: from the tallies of a closed round, all that will ever be shown of it. */
import { Plan } from '../plan.ts'
import { auditPlan } from './audit.ts'
import { contradictionIn } from './counts.ts'
import { type ClosedRound, draftPlan } from './draft-plan.ts'
import type { Rules } from './question-cells.ts'

/** Its message names questions and never counts or units: it may end up in a log. */
export class PublicationRefused extends Error {
  readonly why: string

  constructor(why: string) {
    super(`the results are not published: ${why}`)
    this.name = 'PublicationRefused'
    this.why = why
  }
}

/**
 * The same input gives the same plan, byte for byte, in whatever order the tallies are.
 *
 * @throws PublicationRefused when the tallies contradict themselves, or when the audit finds in the
 *   plan what the rules should have kept out; then nothing may be shown
 */
export function makePlan(closed: ClosedRound, rules: Rules = {}): Plan {
  const { tallies, questions, units } = closed
  const contradiction = contradictionIn(tallies, questions, units)
  if (contradiction !== undefined) throw new PublicationRefused(contradiction)

  const plan = Plan.parse(draftPlan(closed, rules))
  const telling = auditPlan(plan, tallies)
  if (telling === undefined) return plan
  throw new PublicationRefused(`few people could be found in ${telling}`)
}
