/** Changes: what a version of the handbook says otherwise than another, for who reads it. */
import {
  type ChangedPart,
  compareHandbooks,
  type SectionChange,
} from '../../knowledge/compare-handbooks.ts'
import type { Section } from '../../knowledge/handbook.ts'
import { plainTextOf } from '../../knowledge/markdown.ts'
import { readHandbookInSteps } from '../../knowledge/read-handbook.ts'
import type { ChangeView } from '../contract/telling.ts'
import type { HandbookStore, HandbookVersion } from '../storage/handbooks.ts'
import { type Difference, differenceOf, unmarked } from './difference.ts'

/** What finds a section, who owns it and when it is looked at again is for editors. */
const READ: ReadonlySet<ChangedPart> = new Set(['title', 'text', 'incident'] as const)

export type Versions = Readonly<{ before: number; after: number }>

/**
 * In order of the handbook, what was removed last. Nothing when one of the two is not there.
 *
 * Versions never change, so what was compared last is remembered: reading two handbooks is most of
 * the work, and a form, its confirmation and the sending all ask for the same.
 */
export async function changesBetween(
  { before, after }: Versions,
  organisation: string,
  handbooks: Handbooks,
): Promise<readonly ChangeView[]> {
  const all = await handbooks.versions(organisation)
  const hashOf = (number: number) => all.find((one) => one.number === number)?.hash
  const key = `${hashOf(before)} ${hashOf(after)}`
  const known = compared.get(key)
  if (known !== undefined) return known
  const old = await handbooks.version(organisation, before)
  const now = await handbooks.version(organisation, after)
  if (old === undefined || now === undefined) return []
  return remember(key, await compare(old, now))
}

export type Handbooks = Pick<HandbookStore, 'version' | 'versions'>

/** By the hashes of the two; what they say depends on nothing else. */
const compared = new Map<string, readonly ChangeView[]>()
/** As many versions as one month may see, of several organisations. */
const MOST_COMPARED = 64

function remember(key: string, changes: readonly ChangeView[]): readonly ChangeView[] {
  compared.set(key, changes)
  const [oldest] = compared.keys()
  if (compared.size > MOST_COMPARED && oldest !== undefined) compared.delete(oldest)
  return changes
}

async function compare(old: HandbookVersion, now: HandbookVersion): Promise<readonly ChangeView[]> {
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
