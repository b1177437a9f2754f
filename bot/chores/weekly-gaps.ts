/** Weekly gaps: on the first working day of the week the CISO sees what the handbook did not answer. */

import { holders } from '../recipients.ts'
import type { Served } from '../served.ts'
import { showGaps } from '../use-cases/show-gaps.ts'
import { isWorkingTime, localWeek } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

export type WeeklyGapsParts = Readonly<{
  served: ReadonlyMap<string, Served>
  newId: () => string
}>

/** Nothing is sent in a week without a group to show. */
export function createWeeklyGaps({ served, newId }: WeeklyGapsParts): Chore {
  return {
    name: 'weekly-gaps',
    due: (now, organisation) =>
      isWorkingTime(now, organisation) ? localWeek(now, organisation.timeZone) : undefined,
    run: async (context) => {
      const one = served.get(context.organisation.id)
      if (one !== undefined) await tellCisos(context, { ...one, newId })
    },
  }
}

async function tellCisos(
  { stores, organisation, now }: ChoreContext,
  { knowledge, newId }: Served & Pick<WeeklyGapsParts, 'newId'>,
): Promise<void> {
  const { handbook } = knowledge
  const week = localWeek(now, organisation.timeZone)
  for (const { address, key, language } of await holders('ciso', { organisation, stores })) {
    const content = await showGaps({ organisation, handbook, stores, language, now })
    if (content.groups.length === 0) return
    await stores.outbox.post(
      {
        id: newId(),
        organisation: organisation.id,
        class: 'notice',
        dedupeKey: `gaps:${week}:${key}`,
        address,
        content,
      },
      now,
    )
  }
}
