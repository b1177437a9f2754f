/** Read retention: who confirmed a text is known for as long as the handbook says it, and a month after. */
import { sectionWords } from '../../knowledge/section-words.ts'
import type { Served } from '../served.ts'
import { localDate } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

const DAY_MS = 86_400_000
/** Enough to see that a text which comes back needs no new confirmation. */
const KEPT_DAYS = 30

export type ReadRetentionParts = Readonly<{ served: ReadonlyMap<string, Served> }>

/** After a time that the bot was down, the texts that hold are marked before any go. */
export function createReadRetention({ served }: ReadRetentionParts): Chore {
  return {
    name: 'read-retention',
    due: (now, { timeZone }) => localDate(now, timeZone),
    run: async (context) => {
      const one = served.get(context.organisation.id)
      if (one !== undefined) await forget(context, one)
    },
    tidies: true,
  }
}

async function forget(
  { stores, organisation, now }: ChoreContext,
  { knowledge }: Served,
): Promise<void> {
  const { id, timeZone, acknowledgements } = organisation
  const today = localDate(now, timeZone)
  for (const section of knowledge.handbook.sections) {
    if (!section.acknowledge) continue
    const text = { section: section.id, words: sectionWords(section) }
    await stores.acknowledgements.holds(id, text, today)
  }
  const day = localDate(now - KEPT_DAYS * DAY_MS, timeZone)
  await stores.acknowledgements.forgetHeldBefore(id, day)
  await stores.readFigures.forgetBefore(id, day)
  if (!acknowledgements.named) await stores.acknowledgements.forgetProofs(id)
}
