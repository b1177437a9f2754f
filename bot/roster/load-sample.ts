/** Load the sample roster: in local mode there are people to play with from the first start. */
import type { Organisation } from '../contract/organisation.ts'
import type { Stores } from '../storage/storage.ts'
import { importRoster } from './import-roster.ts'
import { loadRoster } from './load-roster.ts'

/**
 * Only where nobody is yet; to be called in a transaction.
 *
 * @returns how many people it brought
 */
export async function loadSampleRoster(
  { id, sampleRoster }: Pick<Organisation, 'id' | 'sampleRoster'>,
  stores: Pick<Stores, 'people' | 'audit'>,
  now: number,
): Promise<number> {
  if (sampleRoster === undefined) return 0
  if ((await stores.people.list(id)).length > 0) return 0

  const { roster } = loadRoster(sampleRoster)
  const order = { organisation: id, roster, actor: 'sample roster', apply: true, force: false }
  await importRoster(order, stores, now)
  return roster.people.length
}
