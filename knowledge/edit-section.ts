/** Edit a section: its text as somebody writes it in a form, put in the place of what the file says. */
import { parseDocument } from 'yaml'
import type { Handbook } from './handbook.ts'
import { blocksOf, withChapters } from './handbook-blocks.ts'
import type { HandbookFiles } from './handbook-files.ts'
import { parseMarkdown } from './markdown.ts'
import { readHandbook, slug } from './read-handbook.ts'

/** What a form holds of a section. */
export type SectionText = Readonly<{
  title: string
  /** Markdown. */
  text: string
  /** Example questions of employees. */
  questions: readonly string[]
}>

/** Undefined when there is no such section. */
export function sectionText(files: HandbookFiles, id: string): SectionText | undefined {
  const { handbook } = readHandbook(files)
  const section = handbook.byId.get(id)
  const text = sectionTexts(files, handbook).get(id)
  if (section === undefined || text === undefined) return undefined
  return { title: section.title, text, questions: section.questions }
}

/** By id, the Markdown that employees read: what {@link sectionText} calls text. */
export function sectionTexts(
  files: HandbookFiles,
  handbook: Handbook,
): ReadonlyMap<string, string> {
  const blocks = [...blocksOf(files, handbook).values()].flatMap((chapter) => chapter.blocks)
  return new Map(blocks.map(({ id, text }) => [id, partsOf(text).text]))
}

/**
 * The rest of the handbook stays as it is, byte for byte, and so does a section whose words stay the
 * same. Without such a section nothing changes.
 */
export function withSection(files: HandbookFiles, id: string, text: SectionText): HandbookFiles {
  const before = sectionText(files, id)
  if (before === undefined || isSame(before, text)) return files
  return withBlock(files, id, (block) => {
    const { meta, end } = partsOf(block)
    return `${blockText(id, text, withField(meta, 'questions', text.questions))}${end}`
  })
}

const isSame = (one: SectionText, other: SectionText): boolean =>
  JSON.stringify(trimmed(one)) === JSON.stringify(trimmed(other))

const trimmed = ({ title, text, questions }: SectionText): SectionText => ({
  title: title.trim(),
  text: text.trim(),
  questions,
})

/** Somebody looked at the section, and it holds until then. @param date ISO date */
export function withReviewDate(files: HandbookFiles, id: string, date: string): HandbookFiles {
  const words = sectionText(files, id)
  if (words === undefined) return files
  return withBlock(files, id, (block) => {
    const { meta, end } = partsOf(block)
    return `${blockText(id, words, withField(meta, 'review', date))}${end}`
  })
}

function withBlock(
  files: HandbookFiles,
  id: string,
  change: (block: string) => string,
): HandbookFiles {
  for (const [file, chapter] of blocksOf(files)) {
    if (!chapter.blocks.some((block) => block.id === id)) continue
    const blocks = chapter.blocks.map((block) =>
      block.id === id ? { id, text: change(block.text) } : block,
    )
    return withChapters(files, new Map([[file, { ...chapter, blocks }]]))
  }
  return files
}

/** Without such a section nothing changes; a chapter that holds nothing else goes with it. */
export function withoutSection(files: HandbookFiles, id: string): HandbookFiles {
  for (const [file, chapter] of blocksOf(files)) {
    const blocks = chapter.blocks.filter((block) => block.id !== id)
    if (blocks.length === chapter.blocks.length) continue
    if (blocks.length > 0) return withChapters(files, new Map([[file, { ...chapter, blocks }]]))
    return new Map([...files].filter(([name]) => name !== file))
  }
  return files
}

/** What a section has from its chapter where it says nothing itself. */
export type Inherited = Readonly<{ id: string; owner?: string; review?: string }>

/** A block that stands in the file of another chapter, and says what it had from its own. */
export function inAnotherChapter(block: string, { id, owner, review }: Inherited): string {
  const { meta, text, end } = partsOf(block)
  const heading = headingWithId(block, id)
  const given = (['owner', 'review'] as const).reduce((now, field) => {
    const value = { owner, review }[field]
    return value === undefined ? now : withField(now, field, value)
  }, meta)
  if (given === meta) return `${heading}${block.slice(headingOf(block).length)}`
  return `${heading}\n<!-- vraagbaak\n${given}-->\n\n${text}${end}`
}

const headingOf = (block: string): string => /^[^\r\n]*/.exec(block)?.[0] ?? ''

/** An id that was made of its title and place does not survive another place. */
function headingWithId(block: string, id: string): string {
  const heading = headingOf(block)
  const canStand = /^##\s/.test(heading) && /^[A-Za-z0-9][\w-]*$/.test(id)
  return !canStand || /\{#[A-Za-z0-9][\w-]*\}\s*$/.test(heading)
    ? heading
    : `${heading.trimEnd()} {#${id}}`
}

/** The new section comes last in its chapter. Undefined when there is no such chapter. */
export function withNewSection(
  files: HandbookFiles,
  chapterNumber: number,
  text: SectionText,
): Readonly<{ files: HandbookFiles; id: string }> | undefined {
  const { chapters, byId } = readHandbook(files).handbook
  const place = chapters.find(({ number }) => number === chapterNumber)
  const file = place?.sections[0]?.file
  const chapter = file === undefined ? undefined : blocksOf(files).get(file)
  if (place === undefined || file === undefined || chapter === undefined) return undefined
  const id = freeId(`${slug(place.title)}-${slug(text.title)}`, byId)
  const block = { id, text: `${blockText(id, text, withField('', 'questions', text.questions))}\n` }
  const before = chapter.blocks.map((one, index) =>
    index === chapter.blocks.length - 1 ? { ...one, text: `${one.text.trimEnd()}\n\n` } : one,
  )
  const changed = { ...chapter, blocks: [...before, block] }
  return { files: withChapters(files, new Map([[file, changed]])), id }
}

/** A button carries the id, which may have 100 characters. */
const LONGEST_ID = 90

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const base = wanted.slice(0, LONGEST_ID).replace(/-$/, '')
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`
    if (!taken.has(id)) return id
  }
}

/**
 * Text that would not be read as one section: it has a heading of its own, begins with a meta block,
 * or, with a fence or a comment that never ends, takes the sections that follow with it.
 */
export function isOneSection(text: string): boolean {
  if (/^\s*<!--\s*vraagbaak/.test(text)) return false
  const { children } = parseMarkdown(`${text}\n\n${NEXT}`)
  const headings = children.filter((node) => node.type === 'heading' && node.depth <= 2)
  return headings.length === 1 && headings[0] === children.at(-1)
}

/** What comes after it. */
const NEXT = '## x\n'

const META = /^<!--\s*vraagbaak\s*\n([\s\S]*?)-->[ \t]*(?:\r\n|\r|\n|$)/

/** The meta block without its marks ('' when there is none), what employees read, and white space. */
function partsOf(block: string): Readonly<{ meta: string; text: string; end: string }> {
  const body = block.replace(/^[^\r\n]*(?:\r\n|\r|\n|$)/, '').replace(/^\s+/, '')
  const end = /\s*$/.exec(block)?.[0] ?? ''
  const found = META.exec(body)
  if (found === null) return { meta: '', text: body.trim(), end }
  return { meta: found[1] ?? '', text: body.slice(found[0].length).trim(), end }
}

/** Without white space at its end. */
function blockText(id: string, { title, text }: SectionText, meta: string): string {
  const heading = `## ${title.replace(/\s+/g, ' ').trim()} {#${id}}`
  const block = meta === '' ? '' : `<!-- vraagbaak\n${meta}-->\n`
  return `${heading}\n${block}\n${text.trim()}`
}

/** What else stands in the meta block stays, comments included. */
function withField(meta: string, field: string, value: string | readonly string[]): string {
  const document = parseDocument(meta, { schema: 'core' })
  const known: unknown = document.toJS() ?? {}
  const before = Object.entries(known ?? {}).find(([name]) => name === field)?.[1] ?? []
  if (JSON.stringify(before) === JSON.stringify(value)) return meta
  if (value.length === 0) document.delete(field)
  else document.set(field, value)
  return document.toString(STYLE)
}

/** As an editor would write it. */
const STYLE = {
  lineWidth: 0,
  flowCollectionPadding: false,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
} as const
