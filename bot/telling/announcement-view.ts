/** Announcement view: what employees get of an announcement, and how far it is. */
import type { Organisation } from '../contract/organisation.ts'
import type { AnnouncementCounts, AnnouncementLine, AnnouncementView } from '../contract/telling.ts'
import type { Announcement } from '../storage/announcements.ts'
import type { Progress } from '../storage/deliveries.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import type { Stores } from '../storage/storage.ts'
import { changesBetween, type Handbooks } from './changes.ts'

/** On one card. */
const SHOWN = 5

export const batchOf = ({ id }: Pick<Announcement, 'id'>): string => `announcement:${id}`

/** One delivery each; the rest of it is the roster's id. */
export const keyFor = (id: string, person: string): string => `announcement:${id}:${person}`

/**
 * Over the base that held when the version was published: what an own text took the place of changed.
 *
 * @returns undefined when the version changed nothing that employees read
 */
export async function announcementView(
  { version, words }: Pick<Announcement, 'version' | 'words'>,
  organisation: Pick<Organisation, 'id' | 'buildsOn'>,
  handbooks: Handbooks & Pick<HandbookStore, 'at'>,
): Promise<AnnouncementView | undefined> {
  const base = await baseUnder(version, organisation, handbooks)
  const editions = { before: { version: version - 1, base }, after: { version, base } }
  const changes = await changesBetween(editions, organisation, handbooks)
  if (changes.length === 0) return undefined
  const more = Math.max(0, changes.length - SHOWN)
  return { version, words, changes: changes.slice(0, SHOWN), more }
}

async function baseUnder(
  version: number,
  { id, buildsOn }: Pick<Organisation, 'id' | 'buildsOn'>,
  handbooks: Handbooks & Pick<HandbookStore, 'at'>,
): Promise<number> {
  if (buildsOn === undefined) return 0
  const own = (await handbooks.versions(id)).find(({ number }) => number === version)
  return (own && (await handbooks.at(buildsOn.id, own.publishedAt)))?.number ?? 0
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
