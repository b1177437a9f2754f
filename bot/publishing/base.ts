/** Base: the handbook that an organisation builds on, and its own text put over that. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { type Base, type Layered, layered } from '../../knowledge/layers.ts'
import { readHandbookInSteps } from '../../knowledge/read-handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { HandbookStore, VersionInfo } from '../storage/handbooks.ts'

type Built = Pick<Organisation, 'buildsOn'>
type Reading = Pick<HandbookStore, 'current' | 'version'>

/** By hash: what a base is read from never changes, and it is asked for at every edit. */
const kept = new Map<string, HandbookFiles>()
/** One that holds and one that comes, of several. */
const MOST_KEPT = 8

/** The version that holds now; undefined where nothing is built on, or nothing is there yet. */
export async function baseVersion(
  { buildsOn }: Built,
  handbooks: Pick<HandbookStore, 'current'>,
): Promise<VersionInfo | undefined> {
  return buildsOn && handbooks.current(buildsOn.id)
}

/** @param which version; without, the one that holds now */
export async function baseOf(
  { buildsOn }: Built,
  handbooks: Reading,
  which?: Pick<VersionInfo, 'number' | 'hash'>,
): Promise<Base | undefined> {
  const info = which ?? (await baseVersion({ buildsOn }, handbooks))
  if (buildsOn === undefined || info === undefined) return undefined
  const { number, hash } = info
  const files = kept.get(hash) ?? (await filesOf(buildsOn.id, number, handbooks))
  return { name: buildsOn.name, version: `${number}`, files: keep(hash, files) }
}

async function filesOf(id: string, number: number, handbooks: Reading): Promise<HandbookFiles> {
  const version = await handbooks.version(id, number)
  if (version !== undefined) return version.files
  throw new Error(`version ${number} of the handbook of "${id}" is not in the store`)
}

function keep(hash: string, files: HandbookFiles): HandbookFiles {
  kept.set(hash, files)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return files
}

/** With the base as it holds now. */
export async function withBase(
  own: HandbookFiles,
  organisation: Built,
  handbooks: Reading,
): Promise<Layered> {
  return layered(own, await baseOf(organisation, handbooks))
}

/** As it is answered from, with the text that it was read from. */
export async function readLayered({
  files,
  mark,
}: Layered): Promise<Readonly<{ files: HandbookFiles; handbook: Handbook }>> {
  return { files, handbook: mark((await readHandbookInSteps(files)).handbook) }
}

/** A version of the own handbook, and of the base below it. */
export type Held = Readonly<{ own: VersionInfo; base?: VersionInfo | undefined }>

/** As it was answered from then. */
export async function layeredOf(
  { own, base }: Held,
  organisation: Built & Pick<Organisation, 'id'>,
  handbooks: Reading,
): Promise<Layered> {
  const files = await filesOf(organisation.id, own.number, handbooks)
  return layered(files, base && (await baseOf(organisation, handbooks, base)))
}
