/** As-of answers: makes an earlier version ready beside the turns, and says what it would have said. */
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'
import type { Past, Wanted } from '../publishing/past.ts'
import type { Storage } from '../storage/storage.ts'
import { asOf, saidFrom } from '../use-cases/as-of.ts'
import type { Task } from './chores.ts'

export type AsOfParts = Readonly<{
  handbooks: Readonly<{ past: Past }>
  storage: Storage
  organisations: readonly Organisation[]
  newId: () => string
  clock: () => number
}>

export function asOfTask(parts: AsOfParts): Task {
  return {
    name: 'as-of',
    run: async (id) => {
      const organisation = parts.organisations.find((one) => one.id === id)
      const done: string[] = []
      for (const wanted of organisation ? parts.handbooks.past.take(id) : [])
        if (organisation !== undefined) done.push(await answer(wanted, organisation, parts))
      return done
    },
  }
}

async function answer(
  wanted: Wanted,
  organisation: Organisation,
  { handbooks, storage, newId, clock }: AsOfParts,
): Promise<string> {
  const { date, question, language, platform, sealed } = wanted
  const tools = { organisation, stores: storage.stores, language, now: clock() }
  const found = await asOf(date, tools)
  const content: Reply =
    found.kind === 'notice'
      ? found
      : {
          ...found.reply,
          ...saidFrom(await handbooks.past.open(organisation, found.held), question, tools, date),
        }
  const id = newId()
  const address = { kind: 'sealed', platform, sealed } as const
  const about = { id, organisation: organisation.id, class: 'answer' } as const
  await storage.stores.outbox.post(
    { ...about, dedupeKey: `as-of:${id}`, address, content },
    clock(),
  )
  return date
}
