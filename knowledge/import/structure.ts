/** Structure: a row of blocks with headings as chapters and sections. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import { plainTextOf } from '../markdown.ts'
import {
  chaptersFrom,
  type DraftBook,
  type DraftChapter,
  type DraftPart,
  type DraftSection,
  notesOf,
} from './draft.ts'
import { type NoteKind, Refuse } from './imported.ts'
import { type Explicit, explicitId, isContentsTitle, withoutNumbers } from './titles.ts'

/** What a reader of a format without Markdown makes. */
export type Blocks = Readonly<{
  blocks: readonly RootContent[]
  /** As the document calls itself. */
  title?: string
  /** Its file name without the extension: for want of a title. */
  fileTitle: string
  counts: Readonly<Partial<Record<NoteKind, number>>>
  formatted: boolean
}>

/** By which name links inside a document know a heading; readers set it on the node. */
export const anchorsOf = ({ data }: Heading): readonly string[] => {
  const anchors: unknown = data === undefined || !('anchors' in data) ? [] : data.anchors
  return Array.isArray(anchors) ? anchors.map(String) : []
}

/** @throws Refuse for a text without anything that looks like a heading */
export function draftOf(read: Blocks): DraftBook {
  const blocks = read.blocks.filter((block) => plainTextOf(block).trim() !== '')
  if (blocks.length === 0) throw new Refuse('no-text')
  const { guessed, headed } = withHeadings(blocks)
  const { parts, before } = partsOf(headed)
  const kept = parts.filter((part) => !isContents(part))
  if (kept.length === 0) throw new Refuse('no-headings')
  const contents = (read.counts['contents-dropped'] ?? 0) + parts.length - kept.length
  return {
    chapters: chaptersOf(kept, read),
    formatted: read.formatted,
    notes: notesOf({
      ...read.counts,
      'contents-dropped': contents,
      'headings-guessed': (read.counts['headings-guessed'] ?? 0) + guessed,
      'text-before-first-heading': before,
    }),
  }
}

/** Many a document has no headings but bold lines; then those are what somebody means. */
function withHeadings(blocks: readonly RootContent[]) {
  if (blocks.some(isHeading)) return { headed: blocks, guessed: 0 }
  const guessed = blocks.filter(looksLikeHeading).length
  if (guessed < 2) throw new Refuse('no-headings')
  const headed = blocks.map((block) => (looksLikeHeading(block) ? headingFrom(block) : block))
  return { headed, guessed }
}

const isHeading = (node: RootContent): node is Heading => node.type === 'heading'

const LONGEST_HEADING = 100

function looksLikeHeading(block: RootContent): block is Paragraph {
  if (block.type !== 'paragraph') return false
  const text = plainTextOf(block).trim()
  const bold = block.children.every(
    (child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''),
  )
  return bold && text !== '' && text.length <= LONGEST_HEADING && !/[.:;,]$/.test(text)
}

const headingFrom = ({ children }: Paragraph): Heading => ({
  type: 'heading',
  depth: 1,
  children: children.flatMap((child) => (child.type === 'strong' ? child.children : [child])),
})

type Part = Readonly<{ level: 'chapter' | 'section'; heading: Heading; blocks: RootContent[] }>

/** Chapters are there when level one stands above level two; else the highest level is sections. */
function partsOf(blocks: readonly RootContent[]) {
  const depths = new Set(blocks.filter(isHeading).map(({ depth }) => depth))
  const chapters = depths.has(1) && depths.has(2)
  const sectionDepth = chapters ? 2 : Math.min(...depths)
  const opens = (block: RootContent): block is Heading =>
    isHeading(block) && block.depth <= sectionDepth
  const first = blocks.findIndex(opens)
  const parts: Part[] = []
  for (const block of blocks.slice(first)) {
    const level = chapters && isHeading(block) && block.depth === 1 ? 'chapter' : 'section'
    if (opens(block)) parts.push({ level, heading: block, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return { parts, before: first }
}

/** A list of what follows, which the handbook makes itself. */
function isContents({ heading, blocks }: Part): boolean {
  if (!isContentsTitle(plainTextOf(heading))) return false
  return blocks.every(
    (block) => block.type === 'list' || /\d+\s*$/.test(plainTextOf(block)) || isLink(block),
  )
}

const isLink = (block: RootContent): boolean =>
  block.type === 'paragraph' && block.children.every(({ type }) => type === 'link')

function chaptersOf(parts: readonly Part[], read: Blocks): readonly DraftChapter[] {
  const titles = withoutNumbers(parts.map(({ heading }) => plainTextOf(heading).trim()))
  const drafts = parts.map((part, index) => partOf(part, explicitId(titles[index] ?? '')))
  return chaptersFrom(drafts, titleOf(read))
}

/** Text right below the heading of a chapter is a section that is called like it. */
function partOf({ level, heading, blocks }: Part, { title, id }: Explicit): DraftPart {
  const section: DraftSection = {
    ...{ title, anchors: anchorsOf(heading), body: { kind: 'blocks', blocks } },
    ...(id === undefined || level === 'chapter' ? {} : { id }),
  }
  if (level === 'section') return { section }
  return blocks.length === 0 ? { chapter: title } : { chapter: title, section }
}

const titleOf = ({ title, fileTitle }: Blocks) =>
  title === undefined ? { title: fileTitle, guessed: true } : { title, guessed: false }
