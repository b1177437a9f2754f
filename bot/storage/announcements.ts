/** Announcements: what was said, or will be, to a unit or to everybody about a new version. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { AnnouncementCounts, AnnouncementState } from '../contract/telling.ts'
import type { AnnouncementTable, Tables } from './tables.ts'

export type Announcement = Readonly<{
  /** That of the form. */
  id: string
  version: number
  /** Path; absent for everybody. */
  unit?: string
  /** Of who announces it; '' for none. */
  words: string
  /** Roster id. */
  author: string
  /** How many would get it when it was confirmed. */
  people: number
  state: AnnouncementState
  createdAt: number
  sendAt: number
  /** How it ended; absent until nothing of it waits. */
  counts?: AnnouncementCounts
}>

export type AnnouncementStore = Readonly<{
  /** @returns false when it was there already */
  add: (organisation: string, announcement: Announcement) => Promise<boolean>
  find: (organisation: string, id: string) => Promise<Announcement | undefined>
  /** Newest first. */
  list: (organisation: string) => Promise<readonly Announcement[]>
  /** Planned for before this moment, oldest first. */
  due: (organisation: string, now: number) => Promise<readonly Announcement[]>
  /** Begun or cancelled, and not counted yet. */
  uncounted: (organisation: string) => Promise<readonly Announcement[]>
  /** @returns false when its state was another */
  change: (
    organisation: string,
    id: string,
    states: Readonly<{ from: AnnouncementState; to: AnnouncementState }>,
  ) => Promise<boolean>
  keepCounts: (organisation: string, id: string, counts: AnnouncementCounts) => Promise<void>
  /** Of all organisations: after a restore nothing old is sent. @returns how many */
  cancelPlanned: () => Promise<number>
  forgetBefore: (organisation: string, moment: number) => Promise<number>
}>

export function createAnnouncementStore(db: Kysely<Tables>): AnnouncementStore {
  return { ...readingOn(db), ...changingOn(db) }
}

type Part<Names extends keyof AnnouncementStore> = Pick<AnnouncementStore, Names>

function readingOn(db: Kysely<Tables>): Part<'find' | 'list' | 'due' | 'uncounted'> {
  const rowsOf = (organisation: string) =>
    db.selectFrom('announcement').selectAll().where('organisation', '=', organisation)
  return {
    find: async (organisation, id) => {
      const row = await rowsOf(organisation).where('id', '=', id).executeTakeFirst()
      return row && announcementOf(row)
    },
    list: async (organisation) => {
      const rows = await rowsOf(organisation).orderBy('created_at', 'desc').orderBy('id').execute()
      return rows.map(announcementOf)
    },
    due: async (organisation, now) => {
      const rows = await rowsOf(organisation)
        .where('state', '=', 'planned')
        .where('send_at', '<=', now)
        .orderBy('send_at')
        .orderBy('id')
        .execute()
      return rows.map(announcementOf)
    },
    uncounted: async (organisation) => {
      const rows = await rowsOf(organisation)
        .where('state', 'in', ['sending', 'cancelled'])
        .where('counts', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(announcementOf)
    },
  }
}

function changingOn(
  db: Kysely<Tables>,
): Part<'add' | 'change' | 'keepCounts' | 'cancelPlanned' | 'forgetBefore'> {
  return {
    add: async (organisation, announcement) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('announcement')
        .values(rowOf(organisation, announcement))
        .onConflict((conflict) => conflict.columns(['organisation', 'id']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    change: async (organisation, id, { from, to }) => {
      const { numUpdatedRows } = await db
        .updateTable('announcement')
        .set({ state: to })
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    keepCounts: async (organisation, id, counts) => {
      await db
        .updateTable('announcement')
        .set({ counts: JSON.stringify(counts) })
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .execute()
    },
    cancelPlanned: async () => {
      const { numUpdatedRows } = await db
        .updateTable('announcement')
        .set({ state: 'cancelled' })
        .where('state', '=', 'planned')
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
    forgetBefore: async (organisation, moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('announcement')
        .where('organisation', '=', organisation)
        .where('state', 'in', ['done', 'cancelled'])
        .where('send_at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

function rowOf(
  organisation: string,
  { unit, createdAt, sendAt, counts, ...rest }: Announcement,
): AnnouncementTable {
  return {
    ...{ organisation, ...rest },
    unit: unit ?? null,
    created_at: createdAt,
    send_at: sendAt,
    counts: counts === undefined ? null : JSON.stringify(counts),
  }
}

const Count = z.int().nonnegative()
const Counts = z.object({
  ...{ sent: Count, blocked: Count, unknown: Count, cancelled: Count, waiting: Count },
})

function announcementOf(row: AnnouncementTable): Announcement {
  const { id, version, words, author, people, state, created_at, send_at } = row
  return {
    ...{ id, version, words, author, people, state, createdAt: created_at, sendAt: send_at },
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.counts === null ? {} : { counts: Counts.parse(JSON.parse(row.counts)) }),
  }
}
