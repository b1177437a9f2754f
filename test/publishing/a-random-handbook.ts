/** A random handbook: files with sections, as people write them, and what editors may do to them. */
import fc from 'fast-check'
import { type ChapterBlocks, joined } from '../../knowledge/handbook-blocks.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'

const WORDS = ['mag', 'print', 'thuis', 'nooit', '**nee**', '`code`', 'é', '🙂', '{#x}', '[a](#b)']
const line = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '))
const LINE_ENDS = ['\n', '\r\n'] as const

/** Words, a list, a fence that ends, a meta block. */
const body = fc
  .array(
    fc.oneof(
      line,
      line.map((one) => `- ${one}`),
      line.map((one) => `### ${one}`),
      line.map((one) => `\`\`\`\n## ${one}\n\`\`\``),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join('\n\n'))
const meta = fc.constantFrom('', '<!-- vraagbaak\nquestions:\n  - "mag dit"\n-->\n')
const HEADS = ['', '# Hoofdstuk\n\n', '---\ntitle: Thuis\n---\n\n', 'Een inleiding.\n\n'] as const

const section = (id: string) =>
  fc.tuple(line, meta, body).map(([title, comment, text]) => ({
    id,
    text: `## ${title} {#${id}}\n${comment}\n${text}\n\n`,
  }))

export const aSection = (id: string): fc.Arbitrary<string> => section(id).map(({ text }) => text)

const chapter = (file: number): fc.Arbitrary<ChapterBlocks> =>
  fc
    .tuple(fc.constantFrom(...HEADS), fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }))
    .chain(([head, numbers]) =>
      fc.record({
        head: fc.constant(head),
        blocks: fc.tuple(...numbers.map((number) => section(`s${file}-${number}`))),
      }),
    )

/** By file; ids are unique in all of it. */
export type Book = ReadonlyMap<string, ChapterBlocks>

export const aBook: fc.Arbitrary<Book> = fc.tuple(chapter(1), chapter(2)).map(
  ([one, two]) =>
    new Map([
      ['01.md', one],
      ['02.md', two],
    ]),
)

export const filesOf = (book: Book): HandbookFiles =>
  new Map([...book].map(([name, one]) => [name, joined(one)]))

/** The same in other bytes: line ends, a mark at its beginning, no line end at its end. */
export const inOtherBytes = (files: HandbookFiles): fc.Arbitrary<HandbookFiles> =>
  fc
    .record({ end: fc.constantFrom(...LINE_ENDS), bom: fc.boolean(), cut: fc.boolean() })
    .map(({ end, bom, cut }) => {
      const changed = (text: string) => {
        const whole = (bom ? '\uFEFF' : '') + text.replaceAll('\n', end)
        return cut ? whole.trimEnd() : whole
      }
      return new Map([...files].map(([name, text]) => [name, changed(text)]))
    })

type Edit =
  | Readonly<{ kind: 'change' | 'remove'; at: number; text: string }>
  | Readonly<{ kind: 'add'; at: number; text: string; id: string }>
  | Readonly<{ kind: 'move'; at: number; to: string; place: number }>
  | Readonly<{ kind: 'rename'; at: number; to: string }>

/** @param who marks what this editor adds */
const edit = (who: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('change' as const, 'remove' as const),
      at: fc.nat(),
      text: line,
    }),
    fc.nat({ max: 3 }).chain((number) => {
      const id = `${who}-${number}`
      return fc.record({
        ...{ kind: fc.constant('add' as const), at: fc.nat(), id: fc.constant(id) },
        text: aSection(id),
      })
    }),
  )

const FILES = ['01.md', '02.md', '03.md'] as const

/** To another file, which may be a new one; of a section, or of all of a file. */
const move: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('move' as const), at: fc.nat(), place: fc.nat() },
    to: fc.constantFrom(...FILES),
  }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), to: fc.constant('04.md') }),
)

const edited = (book: Book, edits: readonly Edit[], who: string): Book => {
  const chapters = new Map(book)
  for (const one of edits) {
    const names = [...chapters.keys()]
    const name = names[one.at % names.length] ?? ''
    const chapter = chapters.get(name)
    if (chapter === undefined) continue
    if (one.kind === 'rename') rename(chapters, name, one.to)
    else if (one.kind === 'move') moveOne(chapters, name, one)
    else chapters.set(name, { ...chapter, blocks: blocksAfter(chapter.blocks, one, who) })
  }
  return chapters
}

function rename(chapters: Map<string, ChapterBlocks>, name: string, to: string): void {
  const blocks = [...blocksIn(chapters, name), ...blocksIn(chapters, to)]
  const head = chapters.get(name)?.head ?? ''
  chapters.delete(name)
  chapters.set(to, { head, blocks })
}

function moveOne(
  chapters: Map<string, ChapterBlocks>,
  name: string,
  { at, to, place }: Extract<Edit, { kind: 'move' }>,
): void {
  const chapter = chapters.get(name)
  const [block] = chapter?.blocks.slice(at % Math.max(1, chapter.blocks.length)) ?? []
  if (chapter === undefined || block === undefined) return
  chapters.set(name, { ...chapter, blocks: chapter.blocks.filter((other) => other !== block) })
  const { head, blocks } = chapters.get(to) ?? { head: '', blocks: [] }
  chapters.set(to, { head, blocks: blocks.toSpliced(place % (blocks.length + 1), 0, block) })
}

const blocksIn = (book: Book, name: string) => book.get(name)?.blocks ?? []

type InPlace = Extract<Edit, { kind: 'add' | 'change' | 'remove' }>

function blocksAfter(blocks: ChapterBlocks['blocks'], one: InPlace, who: string) {
  const at = blocks.length === 0 ? 0 : one.at % blocks.length
  if (one.kind === 'add') {
    const isThere = blocks.some(({ id }) => id === one.id)
    return isThere ? blocks : blocks.toSpliced(at, 0, { id: one.id, text: one.text })
  }
  const block = blocks[at]
  if (block === undefined) return blocks
  if (one.kind === 'remove') return blocks.length > 1 ? blocks.toSpliced(at, 1) : blocks
  return blocks.with(at, { ...block, text: `${block.text}Nieuw van ${who}: ${one.text}\n\n` })
}

type TwoEditors = Readonly<{ base: Book; mine: Book; theirs: Book }>

const twoOf = (edits: (who: string) => fc.Arbitrary<Edit>): fc.Arbitrary<TwoEditors> =>
  fc
    .tuple(aBook, fc.array(edits('m'), { maxLength: 4 }), fc.array(edits('t'), { maxLength: 4 }))
    .map(([base, mine, theirs]) => ({
      base,
      mine: withUniqueIds(edited(base, mine, 'm')),
      theirs: withUniqueIds(edited(base, theirs, 't')),
    }))

/** A book, and what two editors made of it, each by themselves. Added ids name their file. */
export const twoEditors = twoOf(edit)

/** The same where they also move sections, and whole files; both may add a section of the same id. */
export const twoMovers = twoOf((who) => fc.oneof(edit(who), edit('x'), move, move))

/** What was added twice, in two files, stays in the first. */
function withUniqueIds(book: Book): Book {
  const seen = new Set<string>()
  return new Map(
    [...book].map(([name, chapter]) => {
      const blocks = chapter.blocks.filter(({ id }) => !seen.has(id) && seen.add(id))
      return [name, { ...chapter, blocks }]
    }),
  )
}
