/** Current handbook: what a command reads, beside a bot that may be running. */
import type { Handbook } from '../../knowledge/handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import { withBase } from './base.ts'

/** The version that holds; before the first, what lies in the folder. Not made ready to search. */
export async function currentHandbook(
  organisation: Organisation,
  store: HandbookStore,
): Promise<Handbook> {
  const { id, handbook, buildsOn } = organisation
  const current = await store.current(id)
  const version = current && (await store.version(id, current.number))
  const own = version?.files ?? filesIn(handbook, buildsOn !== undefined)
  const { files, mark } = await withBase(own, organisation, store)
  return mark(readHandbook(files, version && String(version.number)).handbook)
}
