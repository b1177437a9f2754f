/** Whole handbook: a zip of Markdown replaces all chapters; only missing ids are written into it. */
import { type HandbookFiles, isChapter, isHandbookFile } from '../handbook-files.ts'
import { readHandbook } from '../read-handbook.ts'
import { joinChapter, splitChapter } from './chapter-text.ts'
import type { CurrentBook } from './current-book.ts'
import type { DraftChapter, DraftSection } from './draft.ts'
import { notesOf } from './draft.ts'
import { decodeText } from './file-kind.ts'
import { type ImportNote, Refuse } from './imported.ts'
import { readChapterFile } from './markdown-document.ts'
import { type Matches, matchSections } from './match-sections.ts'
import { titleToMarkdown } from './to-markdown.ts'
import type { ZipEntry } from './zip-entries.ts'

export type Whole = Readonly<{
  files: HandbookFiles
  doubts: Matches['doubts']
  notes: readonly ImportNote[]
}>

/** @throws Refuse for a zip without a chapter, or with settings that cannot be read */
export function wholeHandbook(entries: readonly ZipEntry[], current: CurrentBook): Whole {
  const { texts, skipped } = textsIn(entries)
  const settings = [...current.files].filter(([name]) => !isChapter(name) && !texts.has(name))
  const files = new Map([...texts, ...settings].sort(([one], [other]) => (one < other ? -1 : 1)))
  const made = madeIds(files)
  const chapters = [...texts]
    .filter(([name]) => isChapter(name))
    .map(([name, text]) => readChapterFile(name, text))
  const matches = matchSections({ chapters, formatted: true, notes: [] }, current)
  for (const chapter of chapters) nameSections(chapter, { matches, made, current }, files)
  return { files, doubts: matches.doubts, notes: notesOf({ 'files-skipped': skipped }) }
}

/** Often all of it stands in one folder, which is no part of the names. */
function textsIn(entries: readonly ZipEntry[]) {
  const real = entries.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name))
  const tops = new Set(real.map(({ name }) => /^[^/]+\//.exec(name)?.[0] ?? ''))
  const [top = ''] = tops.size === 1 ? tops : []
  const named = real.map((entry) => ({ entry, name: entry.name.slice(top.length) }))
  const wanted = named.filter(({ name }) => !name.includes('/') && isHandbookFile(name))
  const texts = new Map(wanted.map(({ entry, name }) => [name, decodeText(entry.read())]))
  if (![...texts.keys()].some(isChapter)) throw new Refuse('wrong-type')
  return { texts, skipped: real.length - wanted.length }
}

/** By file the ids that its sections have when nothing is written into it. */
function madeIds(files: HandbookFiles): ReadonlyMap<string, readonly string[]> {
  try {
    const { sections } = readHandbook(files).handbook
    const byFile = Map.groupBy(sections, ({ file }) => file)
    return new Map([...byFile].map(([file, own]) => [file, own.map(({ id }) => id)]))
  } catch {
    throw new Refuse('broken-settings') // the one thing that makes reading fail as a whole
  }
}

type Naming = Readonly<{
  matches: Matches
  made: ReadonlyMap<string, readonly string[]>
  current: CurrentBook
}>

/** A section that is known under another id, or may be, says so in its heading from now on. */
function nameSections(
  { file = '', sections }: DraftChapter,
  { matches, made, current }: Naming,
  files: Map<string, string>,
): void {
  const doubtful = new Set(matches.doubts.map(({ madeId }) => madeId))
  const own = made.get(file) ?? []
  const idFor = (draft: DraftSection, index: number): string | undefined => {
    const id = matches.ids.get(draft) ?? ''
    const needed = draft.id === undefined && id !== own[index]
    return needed && (current.byId.has(id) || doubtful.has(id)) ? id : undefined
  }
  const ids = sections.map(idFor)
  if (ids.every((id) => id === undefined)) return
  const text = splitChapter(files.get(file) ?? '')
  const named = text.sections.map((section, index) => {
    const id = ids[index]
    if (id === undefined) return section
    const { whole: _whole, ...parts } = section
    return { ...parts, heading: `## ${titleToMarkdown(section.title)} {#${id}}` }
  })
  files.set(file, joinChapter({ ...text, sections: named }))
}
