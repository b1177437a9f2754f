/**
 * Live handbooks: what each organisation's handbook says now. Another version is built beside the
 * one that answers and then takes its place whole, so that no answer mixes two.
 */
import { filesIn } from '../../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Organisation } from '../contract/organisation.ts'
import { loadBank } from '../load-questions.ts'
import type { Served } from '../served.ts'
import type { HandbookStore, VersionInfo } from '../storage/handbooks.ts'

/** Who published the first version: the one that lay in the folder. */
export const INSTALLATION = 'installation'

export type LiveHandbooks = Readonly<{
  /** By the organisation's id. Ask anew for each request: what it gives stays one version. */
  served: ReadonlyMap<string, Served>
  /**
   * Looks whether somebody published another version, and answers from it. One that cannot be read
   * changes nothing.
   *
   * @returns what it did: the version that holds now, or nothing
   * @throws Error that says what is wrong with the new version
   */
  refresh: (organisation: string) => Promise<readonly string[]>
}>

/**
 * Of who has none yet, the folder of the organisations file becomes the first version.
 *
 * @throws Error that lists what is wrong with a handbook
 */
export async function openLiveHandbooks(
  organisations: readonly Organisation[],
  store: HandbookStore,
  now: number,
): Promise<LiveHandbooks> {
  const served = new Map<string, Served>()
  const numbers = new Map<string, number>()
  const show = async (organisation: Organisation, { number }: VersionInfo): Promise<void> => {
    served.set(organisation.id, await open(organisation, number, store))
    numbers.set(organisation.id, number)
  }
  for (const organisation of organisations)
    await show(organisation, await currentOrFirst(organisation, store, now))

  return {
    served,
    refresh: async (id) => {
      const organisation = organisations.find((one) => one.id === id)
      const current = organisation && (await store.current(id))
      if (organisation === undefined || current === undefined) return []
      if (current.number === numbers.get(id)) return []
      await show(organisation, current)
      return [`version ${current.number}`]
    },
  }
}

async function open(
  organisation: Organisation,
  number: number,
  store: HandbookStore,
): Promise<Served> {
  const version = await store.version(organisation.id, number)
  if (version === undefined)
    throw new Error(`version ${number} of the handbook of "${organisation.id}" is not in the store`)
  const knowledge = await openKnowledgeBase(version.files, String(number))
  return { organisation, knowledge, bank: loadBank(organisation) }
}

/** Of processes that start together one publishes it, and all read what that one did. */
async function currentOrFirst(
  { id, handbook }: Organisation,
  store: HandbookStore,
  now: number,
): Promise<VersionInfo> {
  const before = await store.current(id)
  if (before !== undefined) return before
  const files = filesIn(handbook)
  await openKnowledgeBase(files) // what cannot be read is not published
  await store.publish(id, { files, author: INSTALLATION, note: '', publishedAt: now }, 0)
  const first = await store.current(id)
  if (first === undefined) throw new Error(`the first handbook of "${id}" was not stored`)
  return first
}
