/**
 * Sensitive: what about a change asks for a second pair of eyes.
 *
 * Where a handbook sends people is what somebody who took over an editor's account would change: a
 * link, a number to call, an address to mail, something to install, the first aid after an incident.
 * Rather too often than too seldom: it costs a colleague a look.
 */
import { compareHandbooks, type SectionChange } from '../../knowledge/compare-handbooks.ts'
import { sectionTexts } from '../../knowledge/edit-section.ts'
import type { Section } from '../../knowledge/handbook.ts'
import { blocksOf } from '../../knowledge/handbook-blocks.ts'
import { walk } from '../../knowledge/markdown.ts'
import { textOf } from '../../knowledge/safe-text.ts'
import type { SENSITIVE } from '../contract/publishing.ts'
import type { ReadFiles } from './changes.ts'
import { findDirections, LINK } from './find-directions.ts'

export type Sensitive = (typeof SENSITIVE)[number]

/** Settings that hold words that employees read: whom to ask what the handbook is not for. */
const ELSEWHERE = 'elsewhere.yaml'
/** The name of the whole. */
const ABOUT = 'handbook.yaml'

export function sensitiveIn(before: ReadFiles, after: ReadFiles): readonly Sensitive[] {
  const old = shownWords(before)
  const now = shownWords(after)
  const changes = compareHandbooks(before.handbook, after.handbook)
  const beside = [wordsBeside(before), wordsBeside(after)] as const
  const found = [
    ...changes.flatMap((change) => {
      const { id } = change.section
      return [...inText(old(id), now(id)), ...aboutSection(change)]
    }),
    ...inText(...beside),
  ]
  const isElsewhere = before.files.get(ELSEWHERE) !== after.files.get(ELSEWHERE)
  return [...new Set([...found, ...(isElsewhere ? (['elsewhere'] as const) : [])])]
}

/** In order: two numbers that change places send people elsewhere. */
function inText(before: string, after: string): readonly Sensitive[] {
  if (before === after) return []
  const now = findDirections(after)
  return findDirections(before).flatMap(({ kind, found }, index) =>
    found.join(' ') === now[index]?.found.join(' ') ? [] : [kind],
  )
}

/**
 * Of a section, both as it stands in its file and as it is shown: what is written as an entity, or
 * with marks in it, is only found in the one, and what is not shown everywhere only in the other.
 */
function shownWords({ files, handbook }: ReadFiles): (id: string) => string {
  const texts = sectionTexts(files, handbook)
  return (id) => {
    const section = handbook.byId.get(id)
    if (section === undefined) return ''
    const { title, content } = section
    return [title, texts.get(id) ?? '', textOf(content), ...addressesIn(section)].join(APART)
  }
}

/** So that a number at an end is not taken with one at the next beginning. */
const APART = '\n\n\n\n'

function addressesIn({ content }: Section): readonly string[] {
  const found: string[] = []
  walk(content, (node) => {
    if ('url' in node && !node.url.startsWith('#'))
      found.push(LINK + node.url.replace(/\s/g, '%20'))
  })
  return found
}

/** What stands in no section, and yet reaches into all: names, owners, and the targets of links. */
function wordsBeside({ files, handbook }: ReadFiles): string {
  const heads = [...blocksOf(files, handbook).values()].map(({ head }) => head)
  return [files.get(ABOUT) ?? '', ...heads].join(APART)
}

function aboutSection(change: SectionChange): readonly Sensitive[] {
  const sections = change.kind === 'changed' ? [change.before, change.section] : [change.section]
  const isOwner = change.kind === 'changed' && change.parts.includes('owner')
  const isFirstAid = sections.some(({ incident }) => incident.length > 0)
  const isSame = change.kind === 'moved' || isReviewed(change)
  return [
    ...(isOwner ? ['mail' as const] : []),
    ...(isFirstAid && !isSame ? ['incident' as const] : []),
  ]
}

/** Somebody looked at it, and it says what it said. */
const isReviewed = (change: SectionChange): boolean =>
  change.kind === 'changed' && change.parts.every((part) => part === 'review')
