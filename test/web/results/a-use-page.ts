/** A use page with something in every part, made-up questions and ratings among it. */
import { storeDemoUse } from '../../../bot/cli/polls/demo-use.ts'
import type { Stores } from '../../../bot/storage/storage.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { usePage } from '../../../bot/web/results/use-page.ts'
import { engines } from '../../storage/engines.ts'

export async function aUsePage(context: PageContext): Promise<string> {
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  const storage = await sqlite.open()
  await storage.transaction((stores) =>
    storeDemoUse({ ...context, people: 2_000, seed: 1 }, stores),
  )
  await storage.transaction((stores) => fiveWhoAsk(stores, context))
  const page = await usePage(context, storage.stores)
  await storage.close()
  return page
}

/** Five people who missed the same in the last month, and wait for the CISO since a week. */
export async function fiveWhoAsk(
  { gaps, escalations }: Pick<Stores, 'gaps' | 'escalations'>,
  { organisation, now, handbook }: PageContext,
): Promise<void> {
  const [section] = handbook.sections
  const origins = [{ origin: 'no-answer' }, { origin: 'unhelpful', section: section?.id }] as const
  for (let n = 0; n < 5; n += 1) {
    const common = { question: 'mag ik een drone', askerTag: `tag-${n}` }
    for (const one of origins)
      await gaps.add(organisation.id, {
        ...{ ...common, ...one, id: `${one.origin} ${n}` },
        day: new Date(now - 3 * DAY_MS).toISOString().slice(0, 10),
      })
    await escalations.add(organisation.id, {
      ...{ ...common, id: `${n}`, number: `V-2026-${n}`, origin: 'no-answer', reminders: 0 },
      ...{ askerAddress: 'sealed', askerName: 'Kim', language: 'nl', state: 'open' },
      askedAt: now - 7 * DAY_MS,
    })
  }
}

const DAY_MS = 86_400_000
