/** Passage: the part of a section that an answer quotes below the short answer. */
import type { RootContent } from 'mdast'
import { stem } from './dutch/stem.ts'
import { tokens } from './dutch/tokens.ts'
import type { RichText, Section } from './handbook.ts'
import { asRoot, isSeeAlso, plainTextOf } from './markdown.ts'

/**
 * The paragraph or list that holds most of the matched terms, with the label above it. The short
 * answer leads every answer, so undefined when nothing else in the section matches better than it.
 *
 * @param matched stems, as {@link SearchHit.matched} gives them.
 */
export function choosePassage(section: Section, matched: readonly string[]): RichText | undefined {
  const wanted = new Set(matched)
  const groups: readonly Group[] = groupsOf(section.content.children).map((blocks) => ({
    blocks,
    found: count(blocks, wanted),
  }))
  const [answer] = section.shortAnswer.children
  const isLead = ({ blocks }: Group) => answer !== undefined && blocks.includes(answer)
  const enough = Math.max(1, groups.find(isLead)?.found ?? 0)
  const best = groups
    .filter((group) => group.found > enough && !isLead(group))
    .reduce<Group | undefined>((top, one) => (top && top.found >= one.found ? top : one), undefined)
  return best && asRoot(best.blocks)
}

type Group = Readonly<{ blocks: readonly RootContent[]; found: number }>

/** A label such as "**Niet**" belongs to the list under it. */
function groupsOf(blocks: readonly RootContent[]): readonly RootContent[][] {
  const groups: RootContent[][] = []
  for (const block of blocks.filter((one) => !isSeeAlso(one))) {
    const above = groups.at(-1)
    const last = above?.at(-1)
    if (block.type === 'list' && last !== undefined && isLabel(last)) above?.push(block)
    else groups.push([block])
  }
  return groups
}

const isLabel = (block: RootContent): boolean =>
  block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'strong'

function count(blocks: readonly RootContent[], wanted: ReadonlySet<string>): number {
  const stems = blocks.flatMap((block) => tokens(plainTextOf(block)).map(stem))
  return new Set(stems.filter((found) => wanted.has(found))).size
}
