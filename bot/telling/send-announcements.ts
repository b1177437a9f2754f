/** Send announcements: what is due goes to everybody it is for, at the organisation's rate. */
import type { Organisation } from '../contract/organisation.ts'
import type { AnnouncementView } from '../contract/telling.ts'
import { mapInParts } from '../rounds/in-parts.ts'
import type { Announcement } from '../storage/announcements.ts'
import type { Recipient } from '../storage/deliveries.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { isWorkingTime } from '../working-time.ts'
import { announcementView, batchOf, countsOf, keyFor } from './announcement-view.ts'
import { audienceOf, type Reached } from './audience.ts'

export type SendParts = Readonly<{
  storage: Storage
  newId: () => string
  clock: () => number
}>

/** @returns a word for each thing that it did */
export async function sendAnnouncements(
  organisation: Organisation,
  parts: SendParts,
): Promise<readonly string[]> {
  const { storage, clock } = parts
  const now = clock()
  const done: string[] = []
  if (isWorkingTime(now, organisation))
    for (const one of await storage.stores.announcements.due(organisation.id, now)) {
      const people = await send(one, organisation, parts)
      if (people !== undefined) done.push(`sending to ${people}`)
    }
  for (const one of await storage.stores.announcements.uncounted(organisation.id))
    if (await count(one, organisation.id, storage)) done.push('done')
  return done
}

/** Whole or not at all. @returns undefined when another process did, or somebody cancelled it */
async function send(
  announcement: Announcement,
  organisation: Organisation,
  { storage, newId, clock }: SendParts,
): Promise<number | undefined> {
  const { id } = announcement
  // Read before the transaction, which keeps everybody else waiting; a version never changes.
  const view = await announcementView(announcement, organisation, storage.stores.handbooks)
  return storage.transaction(async (stores) => {
    const states = { from: 'planned', to: 'sending' } as const
    if (!(await stores.announcements.change(organisation.id, id, states))) return undefined
    const { people } = await audienceOf(announcement.unit, { organisation, stores })
    if (view !== undefined) {
      const recipients = await mapInParts(people, (one) => recipientOf(one, id, newId()))
      await fanOut({ announcement, view, recipients }, { stores, organisation, now: clock() })
    }
    const details = { version: announcement.version, people: people.length }
    const entry = { actor: announcement.author, action: 'announcement-sent', object: id, details }
    await stores.audit.append(organisation.id, entry, clock())
    return people.length
  })
}

const recipientOf = (
  { id: person, address, language }: Reached,
  announcement: string,
  id: string,
): Recipient => ({
  ...{ id, address, dedupeKey: keyFor(announcement, person) },
  ...(language === undefined ? {} : { language }),
})

type Sending = Readonly<{
  announcement: Announcement
  view: AnnouncementView
  recipients: readonly Recipient[]
}>

async function fanOut(
  { announcement, view, recipients }: Sending,
  {
    stores,
    organisation,
    now,
  }: Readonly<{ stores: Stores; organisation: Organisation; now: number }>,
): Promise<void> {
  await stores.outbox.fanOut(
    {
      batch: batchOf(announcement),
      organisation: organisation.id,
      class: 'notice',
      hours: 'working',
      messages: organisation.languages.map((language) => ({
        ...{ kind: 'announcement', announcement: view, organisation, language },
      })),
      recipients,
    },
    now,
  )
}

/** Once nothing of it waits: deliveries are not kept for ever, and how it ended is. */
async function count(
  { id, state }: Announcement,
  organisation: string,
  { transaction }: Storage,
): Promise<boolean> {
  return transaction(async ({ outbox, announcements }) => {
    const counts = countsOf(await outbox.progress(organisation, batchOf({ id })))
    if (counts.waiting > 0) return false
    await announcements.keepCounts(organisation, id, counts)
    if (state === 'sending')
      await announcements.change(organisation, id, { from: 'sending', to: 'done' })
    return true
  })
}
