/** Tell editors: every CISO and deputy hears of a version that somebody else published. */
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Changes } from '../contract/publishing.ts'
import type { ReplyOf } from '../contract/reply.ts'
import type { VersionInfo } from '../storage/handbooks.ts'
import type { Stores } from '../storage/storage.ts'
import { editors } from './editors.ts'
import { versionView } from './views.ts'

export type TellTools = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'people' | 'outbox' | 'draftReviews'>
  /** See `preferredOf`. */
  platform?: Platform
  newId: () => string
  now: number
}>

export type PublishedNews = Omit<ReplyOf<'published'>, 'language' | 'mine'>

/**
 * In the transaction that published it.
 *
 * @param by roster id of who did it, and so knows
 * @param changes what differs from the version before
 */
export async function tellEditors(
  info: VersionInfo,
  changes: Changes,
  by: string,
  tools: TellTools,
): Promise<PublishedNews> {
  const { organisation, stores, newId, now } = tools
  const { timeZone } = organisation
  const version = await versionView(info, tools)
  const news: PublishedNews = { kind: 'published', version, changes, timeZone }
  for (const { id, address, language } of await editors(by, tools))
    await stores.outbox.post(
      {
        ...{ id: newId(), organisation: organisation.id, class: 'notice' },
        ...{ dedupeKey: `published:${info.number}:${id}`, address },
        content: { ...news, mine: false, language },
      },
      now,
    )
  return news
}
