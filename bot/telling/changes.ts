/** Changes: what a version of the handbook says otherwise than another, for who reads it. */
import {
  type ChangedPart,
  compareHandbooks,
  type SectionChange,
} from '../../knowledge/compare-handbooks.ts'
import type { Section } from '../../knowledge/handbook.ts'
import type { Layered } from '../../knowledge/layers.ts'
import { plainTextOf } from '../../knowledge/markdown.ts'
import { readHandbookInSteps } from '../../knowledge/read-handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ChangeView } from '../contract/telling.ts'
import { type Held, layeredOf } from '../publishing/base.ts'
import type { Edition } from '../storage/answered.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import { type Difference, differenceOf, unmarked } from './difference.ts'

/** What finds a section, who owns it and when it is looked at again is for editors. */
const READ: ReadonlySet<ChangedPart> = new Set(['title', 'text', 'incident'] as const)

/** A base of 0 is none. */
export type Editions = Readonly<{ before: Edition; after: Edition }>
type Layers = Pick<Organisation, 'id' | 'buildsOn'>

/**
 * In order of the handbook, what was removed last. Nothing when one of the two is not there.
 *
 * Of a handbook that builds on another it is the whole that is compared: what changed below an own
 * version did not change for who reads it. Versions never change, so what was compared last is
 * remembered: reading two handbooks is most of the work, and a form, its confirmation and the
 * sending all ask for the same.
 */
export async function changesBetween(
  { before, after }: Editions,
  organisation: Layers,
  handbooks: Handbooks,
): Promise<readonly ChangeView[]> {
  const find = await finding(organisation, handbooks)
  const [old, now] = [find(before), find(after)]
  if (old === undefined || now === undefined) return []
  const key = `${nameOf(old)} ${nameOf(now)}`
  const known = compared.get(key)
  if (known !== undefined) return known
  const texts = [
    await layeredOf(old, organisation, handbooks),
    await layeredOf(now, organisation, handbooks),
  ] as const
  return remember(key, await compare(...texts))
}

export type Handbooks = Pick<HandbookStore, 'current' | 'version' | 'versions'>

async function finding({ id, buildsOn }: Layers, handbooks: Handbooks) {
  const all = await handbooks.versions(id)
  const below = buildsOn === undefined ? [] : await handbooks.versions(buildsOn.id)
  return (edition: Edition): Held | undefined => {
    const own = all.find(({ number }) => number === edition.version)
    const base = below.find(({ number }) => number === edition.base)
    if (own === undefined || (base === undefined && edition.base > 0)) return undefined
    return { own, base }
  }
}

const nameOf = ({ own, base }: Held): string => `${own.hash}/${base?.hash ?? ''}`

/** By the hashes of their files; what they say depends on nothing else. */
const compared = new Map<string, readonly ChangeView[]>()
/** As many versions as one month may see, of several organisations. */
const MOST_COMPARED = 64

function remember(key: string, changes: readonly ChangeView[]): readonly ChangeView[] {
  compared.set(key, changes)
  const [oldest] = compared.keys()
  if (compared.size > MOST_COMPARED && oldest !== undefined) compared.delete(oldest)
  return changes
}

async function compare(old: Layered, now: Layered): Promise<readonly ChangeView[]> {
  const before = await readHandbookInSteps(old.files)
  const after = await readHandbookInSteps(now.files)
  return compareHandbooks(before.handbook, after.handbook).flatMap(viewOf)
}

function viewOf(change: SectionChange): readonly ChangeView[] {
  const { section } = change
  const link = linkTo(section)
  switch (change.kind) {
    case 'added':
      return [{ kind: 'added', section: link, after: unmarked(shortAnswerOf(section)) }]
    case 'removed':
      return [{ kind: 'removed', section: link }]
    case 'moved':
      return []
    case 'changed': {
      if (!change.parts.some((part) => READ.has(part))) return []
      const { before } = change
      const titleBefore = before.title === section.title ? {} : { titleBefore: before.title }
      return [{ kind: 'changed', section: link, ...titleBefore, ...answersOf(before, section) }]
    }
  }
}

function answersOf(
  before: Section,
  section: Section,
): Pick<Difference, 'after'> & Partial<Difference> {
  const [old, now] = [shortAnswerOf(before), shortAnswerOf(section)]
  return old === now ? { after: unmarked(now) } : differenceOf(old, now)
}

const shortAnswerOf = ({ shortAnswer }: Section): string => plainTextOf(shortAnswer).trim()

const linkTo = ({ id, title }: Section) => ({ id, title })
