/**
 * Layers: an organisation's own sections over the base handbook that it shares with others.
 *
 * The two are merged as files, into files, and not as what was read from them: what compares, checks,
 * edits, asks or exports a handbook takes files already, and so needs to know nothing of layers. The
 * own files themselves stay as their editors wrote them, so that going back is byte for byte.
 */
import { parseDocument, stringify } from 'yaml'
import { inAnotherChapter } from './edit-section.ts'
import type { Handbook, Section } from './handbook.ts'
import { type Block, blocksOf, inOrder, joined } from './handbook-blocks.ts'
import { type HandbookFiles, isChapter } from './handbook-files.ts'
import { readHandbookInSteps } from './read-handbook.ts'

export type Base = Readonly<{
  /** Of the organisation whose handbook it is. */
  name: string
  version: string
  files: HandbookFiles
}>

/** What is answered from. */
export type Layered = Readonly<{
  files: HandbookFiles
  /** Tells of each section of what was read from these files which layer it comes from. */
  mark: (handbook: Handbook) => Handbook
}>

/**
 * A section with the id of one of the base takes its place there; others of its own come at the end
 * of the chapter of the same title, else as chapters after those of the base. Its settings win, and
 * synonyms and topics of both hold. What a section leaves out, such as its owner, it has from its
 * own chapter, else from that of the base.
 *
 * @throws Error when one of the two says twice what a section is
 */
export async function layered(own: HandbookFiles, base?: Base): Promise<Layered> {
  if (base === undefined) return { files: own, mark: (handbook) => handbook }
  const below = await layerOf(base.files, `version ${base.version} of ${base.name}`)
  const above = await layerOf(own, 'the own handbook')
  const files = inOrder(
    new Map([
      ...settings(own, base.files),
      ...chaptersOfBase(below, above),
      ...ownChapters(below, above),
    ]),
  )
  return { files, mark: marking(base, below, above) }
}

type LayerChapter = Readonly<{
  file: string
  title: string
  head: string
  blocks: readonly Block[]
}>
type Layer = Readonly<{ chapters: readonly LayerChapter[]; sections: ReadonlyMap<string, Section> }>

async function layerOf(files: HandbookFiles, name: string): Promise<Layer> {
  const { handbook } = await readHandbookInSteps(files)
  const repeated = handbook.sections.find((section) => handbook.byId.get(section.id) !== section)
  if (repeated !== undefined)
    throw new Error(`${repeated.file}: ${name} has two sections with the id "${repeated.id}"`)
  const blocks = blocksOf(files, handbook)
  const chapters = [...blocks].map(([file, chapter], index) => {
    const title = handbook.chapters[index]?.title ?? file
    return { file, title, ...chapter, blocks: chapter.blocks.map(lasting(handbook)) }
  })
  return { chapters, sections: handbook.byId }
}

/** With an id that stays the same beside other sections. */
const lasting =
  ({ byId }: Handbook) =>
  ({ id, text }: Block): Block => ({
    id,
    text: byId.has(id) ? inAnotherChapter(text, { id }) : text,
  })

function chaptersOfBase(below: Layer, above: Layer): ReadonlyMap<string, string> {
  const own = new Map(above.chapters.flatMap(({ blocks }) => blocks.map((one) => [one.id, one])))
  return new Map(
    below.chapters.map((chapter) => {
      const blocks = chapter.blocks.map((one) => moved(own.get(one.id), above) ?? one)
      const added = additionsFor(chapter.title, below, above)
      return [chapter.file, joined({ head: chapter.head, blocks: [...apart(blocks, added)] })]
    }),
  )
}

/** @returns undefined when there is no such block */
function moved(block: Block | undefined, { sections }: Layer): Block | undefined {
  const section = block && sections.get(block.id)
  if (block === undefined || section === undefined) return undefined
  return { id: block.id, text: inAnotherChapter(block.text, section) }
}

function additionsFor(title: string, below: Layer, above: Layer): readonly Block[] {
  const first = below.chapters.find((chapter) => isSame(chapter.title, title))
  if (first?.title !== title) return []
  return above.chapters
    .filter((chapter) => isSame(chapter.title, title))
    .flatMap(({ blocks }) => blocks)
    .filter(({ id }) => !below.sections.has(id))
    .map((block) => moved(block, above) ?? block)
}

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** With an empty line between what stood last and what comes after. */
const apart = (blocks: readonly Block[], added: readonly Block[]): readonly Block[] =>
  added.length === 0
    ? blocks
    : [...blocks, ...added].map(({ id, text }) => ({ id, text: `${text.trimEnd()}\n\n` }))

/** What is left of a chapter when its sections stand elsewhere is nothing. */
function ownChapters(below: Layer, above: Layer): ReadonlyMap<string, string> {
  const prefix = prefixAfter(below.chapters.map(({ file }) => file))
  return new Map(
    above.chapters.flatMap(({ file, title, head, blocks }) => {
      const left = blocks.filter(({ id }) => !below.sections.has(id))
      const isElsewhere = below.chapters.some((chapter) => isSame(chapter.title, title))
      if (isElsewhere || left.length === 0) return []
      return [[`${prefix}${file}`, joined({ head: withTitle(head, title), blocks: left })]]
    }),
  )
}

/** Chapters are read in order of their names, and those of the base come first. */
const prefixAfter = (names: readonly string[]): string =>
  ['zz-', 'zzzz-'].find((prefix) => names.every((name) => name < prefix)) ?? '~'

/** A chapter without a title is called after its file, which has another name here. */
function withTitle(head: string, title: string): string {
  if (/^\uFEFF?---\r?\n[\s\S]*?^title:/m.test(head)) return head
  const line = `title: ${JSON.stringify(title)}\n`
  return /^\uFEFF?---\r?\n/.test(head)
    ? head.replace(/^(\uFEFF?---\r?\n)/, `$1${line}`)
    : `---\n${line}---\n${head}`
}

/** Lists of which those of both layers hold, with what names an entry. */
const LISTS: ReadonlyMap<string, readonly [list: string, name?: string]> = new Map([
  ['synonyms.yaml', ['concepts']],
  ['elsewhere.yaml', ['topics', 'topic']],
])

function settings(own: HandbookFiles, base: HandbookFiles): HandbookFiles {
  const named = ([name]: readonly [string, string]) => !isChapter(name)
  const both = new Map([...[...base].filter(named), ...[...own].filter(named)])
  return new Map([...both].map(([name, text]) => [name, joinedList(name, own, base) ?? text]))
}

/** Undefined where one layer says nothing, or what cannot be read: its reader tells what is wrong. */
function joinedList(name: string, own: HandbookFiles, base: HandbookFiles): string | undefined {
  const [list = '', key] = LISTS.get(name) ?? []
  const mine = entriesOf(own.get(name), list)
  const theirs = entriesOf(base.get(name), list)
  if (mine === undefined || theirs === undefined) return undefined
  const names = new Set(key === undefined ? [] : mine.map((entry) => fieldOf(entry, key)))
  const others = theirs.filter((entry) => key === undefined || !names.has(fieldOf(entry, key)))
  return stringify({ [list]: [...mine, ...others] })
}

function entriesOf(source: string | undefined, list: string): readonly unknown[] | undefined {
  if (source === undefined || list === '') return undefined
  const document = parseDocument(source, { schema: 'core' })
  if (document.errors.length > 0) return undefined
  const entries = fieldOf(document.toJS(), list)
  return Array.isArray(entries) ? entries : undefined
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && field in value
    ? Reflect.get(value, field)
    : undefined

function marking({ name, version }: Base, below: Layer, above: Layer) {
  const base = { name, version, ids: new Set(below.sections.keys()) }
  const marked = (section: Section): Section =>
    above.sections.has(section.id) ? section : { ...section, layer: name }
  return (handbook: Handbook): Handbook => {
    const byId = new Map(handbook.sections.map((section) => [section.id, marked(section)]))
    const own = ({ id }: Section) => byId.get(id) ?? []
    return {
      ...handbook,
      chapters: handbook.chapters.map((chapter) => ({
        ...chapter,
        sections: chapter.sections.flatMap(own),
      })),
      sections: handbook.sections.flatMap(own),
      byId,
      base,
    }
  }
}

/** Whether an own section stands in the place of one of the base. */
export const overrides = ({ base }: Handbook, { id, layer }: Section): boolean =>
  base?.ids.has(id) === true && layer === undefined
