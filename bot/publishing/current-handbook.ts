/** Current handbook: what a command reads, beside a bot that may be running. */
import type { Handbook } from '../../knowledge/handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { HandbookStore } from '../storage/handbooks.ts'

/** The version that holds; before the first, what lies in the folder. Not made ready to search. */
export async function currentHandbook(
  { id, handbook }: Organisation,
  store: HandbookStore,
): Promise<Handbook> {
  const current = await store.current(id)
  const version = current && (await store.version(id, current.number))
  return version === undefined
    ? readHandbook(filesIn(handbook)).handbook
    : readHandbook(version.files, String(version.number)).handbook
}
