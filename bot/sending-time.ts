/** Sending time: how long messages to many take, when some of them are on another platform. */
import type { Address } from './contract/message.ts'
import type { Organisation } from './contract/organisation.ts'
import { type Estimate, estimate } from './delivery/estimate.ts'
import { bulkPerSecond } from './delivery/platform-limits.ts'
import type { Stores } from './storage/storage.ts'

type Sending = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'conversations'>
  /** When it begins at the earliest. */
  now: number
}>

/** Platforms are sent to side by side, each at its own rate: the one that takes longest counts. */
export async function sendingTime(
  addresses: readonly Address[],
  { organisation, stores, now }: Sending,
): Promise<Estimate> {
  const common = { calendar: organisation, now }
  let longest = estimate({ ...common, recipients: 0, firstContacts: 0, perSecond: 1 })
  for (const [platform, { length: recipients }] of Map.groupBy(addresses, (one) => one.platform)) {
    const known = await stores.conversations.countPeople(organisation.id, platform)
    const firstContacts = Math.max(0, recipients - known)
    const perSecond = bulkPerSecond(organisation, platform)
    const its = estimate({ ...common, recipients, firstContacts, perSecond })
    if (its.seconds > longest.seconds) longest = its
  }
  return longest
}
