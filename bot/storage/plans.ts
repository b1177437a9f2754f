/** Plans: what may be shown of rounds that closed. */
import { setImmediate as others } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { Plan } from '../polls/plan.ts'
import type { PlanMemory } from './plan-memory.ts'
import type { PollStore } from './rounds.ts'
import type { Tables } from './tables.ts'

export function plansOn(
  db: Kysely<Tables>,
  memory?: PlanMemory,
): Pick<PollStore, 'plan' | 'plans'> {
  const read = async (organisation: string, round: string): Promise<Plan | undefined> => {
    const row = await db
      .selectFrom('poll_plan')
      .select('plan')
      .where('organisation', '=', organisation)
      .where('round', '=', round)
      .executeTakeFirst()
    const plan = row && readPlan(row.plan)
    if (plan !== undefined) memory?.keep(organisation, plan)
    return plan
  }
  return {
    plan: read,
    plans: async (organisation) => {
      const found: (Plan | undefined)[] = []
      for (const round of await closedWithPlan(db, organisation)) {
        const known = memory?.get(organisation, round)
        if (known === undefined) await others() // reading one keeps everybody waiting for some ms
        found.push(known ?? (await read(organisation, round)))
      }
      return found.filter((plan) => plan !== undefined)
    },
  }
}

/** Newest first. */
async function closedWithPlan(db: Kysely<Tables>, organisation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('poll_plan')
    .innerJoin('poll_round', (join) =>
      join
        .onRef('poll_round.organisation', '=', 'poll_plan.organisation')
        .onRef('poll_round.id', '=', 'poll_plan.round'),
    )
    .select('poll_round.id')
    .where('poll_plan.organisation', '=', organisation)
    .orderBy('opens_at', 'desc')
    .orderBy('poll_round.id')
    .execute()
  return rows.map(({ id }) => id)
}

const readPlan = (text: string): Plan => Plan.parse(JSON.parse(text))
