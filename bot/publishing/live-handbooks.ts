/**
 * Live handbooks: what each organisation's handbook says now. Another version is built beside the
 * one that answers and then takes its place whole, so that no answer mixes two. The same holds for
 * another version of the base that it builds on.
 */
import { filesIn, type HandbookFiles } from '../../knowledge/handbook-files.ts'
import {
  type KnowledgeBase,
  openKnowledgeBase,
  underVersion,
} from '../../knowledge/knowledge-base.ts'
import { layered } from '../../knowledge/layers.ts'
import type { Organisation } from '../contract/organisation.ts'
import { loadBank } from '../load-questions.ts'
import type { Served } from '../served.ts'
import type { HandbookStore, VersionInfo } from '../storage/handbooks.ts'
import { baseOf, type Held, layeredOf } from './base.ts'
import { loadGoldenQuestions } from './gate-questions.ts'
import { createPast, type Past } from './past.ts'
import { createPrepared, type Prepared } from './prepared.ts'

/** Who published the first version: the one that lay in the folder. */
export const INSTALLATION = 'installation'

export type LiveHandbooks = Readonly<{
  /** By the organisation's id. Ask anew for each request: what it gives stays one version. */
  served: ReadonlyMap<string, Served>
  /**
   * Looks whether somebody published another version, of this handbook or of the base that it builds
   * on, and answers from it. One that cannot be read changes nothing. Of two at once the second looks
   * after the first.
   *
   * @returns what it did: the version that holds now, or nothing
   * @throws Error that says what is wrong with the new version
   */
  refresh: (organisation: string) => Promise<readonly string[]>
  /**
   * What these files would answer, over the base that is answered from now. The last that was asked for is kept for each organisation, so
   * that it answers at once when these very files are published.
   *
   * @throws Error that says what is wrong with them
   */
  prepare: (organisation: string, files: HandbookFiles) => Promise<KnowledgeBase>
  /** What held before. */
  past: Past
}>

/**
 * Of who has none yet, the folder of the organisations file becomes the first version.
 *
 * @throws Error that lists what is wrong with a handbook, or with the questions that go with it
 */
export async function openLiveHandbooks(
  organisations: readonly Organisation[],
  store: HandbookStore,
  now: number,
): Promise<LiveHandbooks> {
  const tools = { served: new Map<string, Served>(), store, prepared: createPrepared() }
  const looks = new Map<string, Look>()
  for (const organisation of basesFirst(organisations))
    looks.set(organisation.id, await open(organisation, tools, now))
  const { served } = tools
  return {
    served,
    past: createPast(store),
    refresh: async (id) => looks.get(id)?.refresh() ?? [],
    prepare: async (id, files) => {
      const base = await looks.get(id)?.base()
      return tools.prepared.prepare(id, await layered(files, base))
    },
  }
}

/** What is built on must be there. */
const basesFirst = (organisations: readonly Organisation[]): readonly Organisation[] =>
  organisations.toSorted((one, other) => levelOf(one) - levelOf(other))

const levelOf = ({ buildsOn }: Organisation): number => (buildsOn === undefined ? 0 : 1)

type Tools = Readonly<{ served: Map<string, Served>; store: HandbookStore; prepared: Prepared }>

type Look = Readonly<{
  refresh: () => Promise<readonly string[]>
  /** The base that is answered from now. */
  base: () => ReturnType<typeof baseOf>
}>

async function open(organisation: Organisation, tools: Tools, now: number): Promise<Look> {
  const { id } = organisation
  const { served, store } = tools
  loadGoldenQuestions(organisation) // what is wrong with them is better known before anybody publishes
  const bank = loadBank(organisation)
  const own = await currentOrFirst(organisation, tools, now)
  const first = await firstOf(own, organisation, tools)
  let shown: Held = first.shown
  served.set(id, { organisation, knowledge: first.knowledge, bank })

  const refresh = oneAfterAnother(async () => {
    const next = await newest(organisation, store)
    if (next === undefined || isSame(next, shown)) return []
    served.set(id, { organisation, knowledge: await knowledgeOf(next, organisation, tools), bank })
    shown = next
    return [nameOf(next)]
  })
  return { refresh, base: async () => shown.base && baseOf(organisation, store, shown.base) }
}

async function newest(
  { id, buildsOn }: Organisation,
  store: HandbookStore,
): Promise<Held | undefined> {
  const own = await store.current(id)
  return own && { own, base: buildsOn && (await store.current(buildsOn.id)) }
}

const isSame = (one: Held, other: Held): boolean =>
  one.own.number === other.own.number && one.base?.number === other.base?.number

const nameOf = ({ own, base }: Held): string =>
  `version ${own.number}${base === undefined ? '' : ` on ${base.number}`}`

/** More of them in a row that cannot be built on is something else than a slip. */
const MOST_TRIED = 5

/**
 * A bot starts, whatever somebody else published: where the newest base cannot be built on, with the
 * one before it; each look then tells what is wrong.
 */
async function firstOf(own: VersionInfo, organisation: Organisation, tools: Tools) {
  const { buildsOn } = organisation
  const known = buildsOn === undefined ? [] : await tools.store.versions(buildsOn.id)
  const bases = known.slice(0, MOST_TRIED)
  let failure: unknown
  for (const base of bases.length === 0 ? [undefined] : bases) {
    const shown: Held = { own, base }
    try {
      return { shown, knowledge: await knowledgeOf(shown, organisation, tools) }
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}

async function knowledgeOf(
  shown: Held,
  organisation: Organisation,
  { store, prepared }: Tools,
): Promise<KnowledgeBase> {
  const version = `${shown.own.number}`
  const text = await layeredOf(shown, organisation, store)
  const ready = prepared.take(organisation.id, text)
  if (ready === undefined) return openKnowledgeBase(text.files, version, text.mark)
  const { handbook, ...knowledge } = underVersion(await ready, version)
  return { ...knowledge, handbook: shown.base === undefined ? handbook : text.mark(handbook) }
}

/** Of processes that start together one publishes it, and all read what that one did. */
async function currentOrFirst(
  organisation: Organisation,
  { store, prepared }: Tools,
  now: number,
): Promise<VersionInfo> {
  const { id, handbook, buildsOn } = organisation
  const before = await store.current(id)
  if (before !== undefined) return before
  const files = filesIn(handbook, buildsOn !== undefined)
  const text = await layered(files, await baseOf(organisation, store))
  await prepared.prepare(id, text) // what cannot be read is not published
  await store.publish(id, { files, author: INSTALLATION, note: '', publishedAt: now }, 0)
  const first = await store.current(id)
  if (first === undefined) throw new Error(`the first handbook of "${id}" was not stored`)
  return first
}

/** A second call begins when the first has ended, however that ended. */
function oneAfterAnother<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work, work)
    last = next
    return next
  }
}
