/** Announcement view: what employees get of an announcement, and how far it is. */
import type { AnnouncementCounts, AnnouncementLine, AnnouncementView } from '../contract/telling.ts'
import type { Announcement } from '../storage/announcements.ts'
import type { Progress } from '../storage/deliveries.ts'
import type { Stores } from '../storage/storage.ts'
import { changesBetween, type Handbooks } from './changes.ts'

/** On one card. */
const SHOWN = 5

export const batchOf = ({ id }: Pick<Announcement, 'id'>): string => `announcement:${id}`

/** One delivery each; the rest of it is the roster's id. */
export const keyFor = (id: string, person: string): string => `announcement:${id}:${person}`

/** @returns undefined when the version changed nothing that employees read */
export async function announcementView(
  { version, words }: Pick<Announcement, 'version' | 'words'>,
  organisation: string,
  handbooks: Handbooks,
): Promise<AnnouncementView | undefined> {
  const versions = {
    before: { version: version - 1, base: 0 },
    after: { version, base: 0 },
  }
  const changes = await changesBetween(versions, { id: organisation }, handbooks)
  if (changes.length === 0) return undefined
  const more = Math.max(0, changes.length - SHOWN)
  return { version, words, changes: changes.slice(0, SHOWN), more }
}

export async function lineOf(
  announcement: Announcement,
  organisation: string,
  { outbox }: Pick<Stores, 'outbox'>,
): Promise<AnnouncementLine> {
  const { id, version, unit, state, sendAt, people } = announcement
  const progress = await outbox.progress(organisation, batchOf(announcement))
  const counts = announcement.counts ?? countsOf(progress)
  return {
    ...{ id, version, state, sendAt, people, counts },
    ...(unit === undefined ? {} : { unit }),
  }
}

export function countsOf(progress: Progress | undefined): AnnouncementCounts {
  const { sent = 0, rejected = 0, unknown = 0, cancelled = 0 } = progress?.counts ?? {}
  const { ready = 0, sending = 0 } = progress?.counts ?? {}
  return { sent, blocked: rejected, unknown, cancelled, waiting: ready + sending }
}
