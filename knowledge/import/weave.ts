/** Weave: chapters of a document into the files of the handbook; what says the same stays as it is. */
import { parseDocument, stringify } from 'yaml'
import { type HandbookFiles, isChapter } from '../handbook-files.ts'
import { slug } from '../read-handbook.ts'
import { joinChapter, type SectionText } from './chapter-text.ts'
import type { CurrentBook, CurrentChapter, CurrentSection } from './current-book.ts'
import type { DraftBook, DraftChapter, DraftSection } from './draft.ts'
import type { NewChapters } from './imported.ts'
import { matchChapters } from './match-chapters.ts'
import type { Matches } from './match-sections.ts'
import { resolveLinks } from './resolve-links.ts'
import { sameTitle, withoutNumbers } from './titles.ts'
import { meaningOf, titleToMarkdown, toMarkdown } from './to-markdown.ts'

export type Woven = Readonly<{ files: HandbookFiles; added: number }>

type Loom = Readonly<{
  current: CurrentBook
  formatted: boolean
  idOf: (draft: DraftSection) => string
  bodyOf: (draft: DraftSection) => string
  newChapters: NewChapters
}>

/** Chapters that the document does not hold stay, without the sections that it has elsewhere. */
export function weave(
  book: DraftBook,
  matches: Matches,
  current: CurrentBook,
  newChapters: NewChapters,
): Woven {
  const targets = matchChapters(book, matches, current)
  const loom = loomOf(book, matches, current, newChapters)
  const files = new Map(current.files)
  const ids = new Set(matches.ids.values())
  const replaced = new Set([...targets.values()].map(({ file }) => file))
  for (const chapter of current.chapters) {
    if (!replaced.has(chapter.file)) leaveOut(chapter, ids, files)
  }
  for (const draft of book.chapters) {
    const target = targets.get(draft)
    const file = target?.file ?? newName(draft.title, files)
    files.set(file, chapterFile(draft, target, loom))
  }
  return { files: inOrder(files), added: book.chapters.length - targets.size }
}

function loomOf(
  book: DraftBook,
  { ids }: Matches,
  current: CurrentBook,
  newChapters: NewChapters,
): Loom {
  const idOf = (draft: DraftSection): string => ids.get(draft) ?? ''
  const sections = book.chapters.flatMap((chapter) => chapter.sections)
  const anchors = new Map(
    sections.flatMap((draft) =>
      draft.anchors.map((anchor): [string, string] => [anchor, idOf(draft)]),
    ),
  )
  const known = new Set([...ids.values(), ...current.byId.keys()])
  const target = (anchor: string) => anchors.get(anchor) ?? (known.has(anchor) ? anchor : undefined)
  const bodyOf = ({ body }: DraftSection): string =>
    body.kind === 'markdown' ? body.text : toMarkdown(resolveLinks(body.blocks, target))
  return { current, formatted: book.formatted, idOf, bodyOf, newChapters }
}

/** A section that the document has in another chapter is there from now on. */
function leaveOut(
  { file, text, sections }: CurrentChapter,
  ids: ReadonlySet<string>,
  files: Map<string, string>,
): void {
  const stays = sections.filter(({ id }) => !ids.has(id))
  if (stays.length === sections.length) return
  if (stays.length === 0) files.delete(file)
  else files.set(file, joinChapter({ ...text, sections: stays.map((section) => section.text) }))
}

function chapterFile(draft: DraftChapter, target: CurrentChapter | undefined, loom: Loom): string {
  const title = titleOf(draft, target)
  const sections = draft.sections.map((section) =>
    sectionText(section, target?.title === title, loom),
  )
  const front = draft.front ?? frontOf(title, target, loom)
  if (target !== undefined) {
    const same =
      front === target.text.front &&
      sections.length === target.sections.length &&
      sections.every((section, index) => section === target.sections[index]?.text)
    const source = loom.current.files.get(target.file)
    if (same && source !== undefined) return source
  }
  return joinChapter({ front, lead: target?.text.lead ?? '', sections })
}

/** A guess does not rename a chapter, and neither does another number or case. */
function titleOf(draft: DraftChapter, target: CurrentChapter | undefined): string {
  if (target === undefined) return draft.title
  const same = draft.guessed || sameTitle(draft.title) === sameTitle(target.title)
  return same ? target.title : draft.title
}

function frontOf(title: string, target: CurrentChapter | undefined, { newChapters }: Loom): string {
  const front = target?.text.front
  if (target === undefined) return stringify({ title, ...newChapters }, YAML).trimEnd()
  if (title === target.title && front !== undefined) return front
  const document = parseDocument(front ?? '', { schema: 'core' })
  if (document.errors.length > 0) return front ?? ''
  document.set('title', title)
  return document.toString(YAML).trimEnd()
}

const YAML = { lineWidth: 0 } as const

/** The very text of the handbook when nothing of it changed. */
function sectionText(draft: DraftSection, sameChapter: boolean, loom: Loom): SectionText {
  const id = loom.idOf(draft)
  const old = loom.current.byId.get(id)
  const body = loom.bodyOf(draft)
  const sameBody = old !== undefined && saysTheSame(old, body, loom.formatted)
  const sameMeta = draft.meta === undefined || draft.meta === old?.text.meta
  const keepsId = old?.text.id !== undefined || sameChapter
  if (old !== undefined && sameBody && sameMeta && keepsId && isTitleOf(old, draft.title))
    return old.text
  return {
    ...{ heading: `## ${titleToMarkdown(draft.title)} {#${id}}`, depth: 2, title: draft.title, id },
    meta: draft.meta ?? old?.text.meta ?? '',
    body: old !== undefined && sameBody ? old.text.body : body,
  }
}

function saysTheSame({ text }: CurrentSection, body: string, formatted: boolean): boolean {
  return text.body === body || meaningOf(text.body, formatted) === meaningOf(body, formatted)
}

const isTitleOf = ({ title }: CurrentSection, other: string): boolean =>
  title === other || withoutNumbers([title])[0] === other

/** After the last number that a file begins with. */
function newName(title: string, files: ReadonlyMap<string, string>): string {
  const numbers = [...files.keys()]
    .filter(isChapter)
    .map((name) => Number(/^\d{1,6}/.exec(name)?.[0] ?? 0))
  const next = Math.max(0, ...numbers) + 1
  return `${String(next).padStart(2, '0')}-${slug(title).slice(0, 60).replace(/-$/, '')}.md`
}

const inOrder = (files: ReadonlyMap<string, string>): HandbookFiles =>
  new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
