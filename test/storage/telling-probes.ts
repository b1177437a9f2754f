/** Telling probes: every method of the stores of telling, as the test of two organisations asks it. */
import type { Announcement } from '../../bot/storage/announcements.ts'
import type { Listener } from '../../bot/storage/answered.ts'
import type { Stores } from '../../bot/storage/storage.ts'
import type { Probes } from './poll-probes.ts'

const NOW = 1_000_000
const LISTENER: Listener = { tag: 'tag-of-noor', address: 'sealed', language: 'nl' }
const ANSWERED = { section: 's', day: '2026-11-22', version: 1, base: 1 }
const NOW_IT_IS = { version: 9, base: 9 }
export const ANNOUNCEMENT: Announcement = {
  ...{ id: 'planned', version: 2, unit: 'Ruimte', words: 'w', author: '1001', people: 3 },
  ...{ state: 'planned', createdAt: 1, sendAt: 2 },
}
const COUNTS = { sent: 1, blocked: 0, unknown: 0, cancelled: 2, waiting: 0 }

/** One of everything. */
export async function fillTelling(
  { answered, announcements }: Pick<Stores, 'answered' | 'announcements'>,
  organisation: string,
): Promise<void> {
  await answered.agree(organisation, LISTENER, '2026-11-22')
  await answered.record(organisation, LISTENER, ANSWERED)
  await announcements.add(organisation, ANNOUNCEMENT)
  await announcements.add(organisation, { ...ANNOUNCEMENT, id: 'sending', state: 'sending' })
  await announcements.add(organisation, { ...ANNOUNCEMENT, id: 'done', state: 'done' })
}

export const TELLING_PROBES: Pick<Probes, 'answered' | 'announcements'> = {
  answered: {
    hasAgreed: (stores, o) => stores.answered.hasAgreed(o, LISTENER.tag),
    known: (stores, o) => stores.answered.known(o, NOW_IT_IS),
    behind: (stores, o) => stores.answered.behind(o, NOW_IT_IS, 9),
    catchUp: (stores, o) => stores.answered.catchUp(o, LISTENER.tag, NOW_IT_IS),
    record: (stores, o) => stores.answered.record(o, LISTENER, { ...ANSWERED, section: 't' }),
    forget: (stores, o) => stores.answered.forget(o, LISTENER.tag),
    agree: (stores, o) => stores.answered.agree(o, LISTENER, '2026-11-23'),
    join: (stores, o) => stores.answered.join(o, LISTENER.tag, 'tag-of-another'),
    forgetBefore: (stores, o) => stores.answered.forgetBefore(o, '2027-01-01'),
    catchUpAll: 'of the installation',
  },
  announcements: {
    find: (stores, o) => stores.announcements.find(o, 'planned'),
    list: (stores, o) => stores.announcements.list(o),
    due: (stores, o) => stores.announcements.due(o, NOW),
    uncounted: (stores, o) => stores.announcements.uncounted(o),
    keepCounts: (stores, o) => stores.announcements.keepCounts(o, 'sending', COUNTS),
    change: (stores, o) =>
      stores.announcements.change(o, 'planned', { from: 'planned', to: 'cancelled' }),
    forgetBefore: (stores, o) => stores.announcements.forgetBefore(o, NOW),
    add: (stores, o) => stores.announcements.add(o, { ...ANNOUNCEMENT, id: `new-${o}` }),
    cancelPlanned: 'of the installation',
  },
}
