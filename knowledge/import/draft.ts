/** Draft: a document as chapters and sections, before it is known which of them there are already. */
import type { RootContent } from 'mdast'
import type { ImportNote, NoteKind } from './imported.ts'

/** What every reader makes of its kind of file. */
export type DraftBook = Readonly<{
  chapters: readonly DraftChapter[]
  notes: readonly ImportNote[]
  /** False where the format does not tell what is bold or a link, so that its absence says nothing. */
  formatted: boolean
}>

export type DraftChapter = Readonly<{
  title: string
  /** Whether it was only guessed, such as from the name of the file. */
  guessed: boolean
  sections: readonly DraftSection[]
  /** Front matter as it stands in the document, where its format has it. */
  front?: string
  file?: string
}>

export type DraftSection = Readonly<{
  /** Stands in the heading itself: `{#datalek}`. */
  id?: string
  title: string
  /** Names that links elsewhere in the document use for it. */
  anchors: readonly string[]
  body: DraftBody
  /** The comment block below the heading as it stands in the document, where its format has it. */
  meta?: string
}>

/** Text that is Markdown already is kept as it was written. */
export type DraftBody =
  | Readonly<{ kind: 'blocks'; blocks: readonly RootContent[] }>
  | Readonly<{ kind: 'markdown'; text: string }>

/** Leaves out what there is none of. */
export const notesOf = (
  counts: Readonly<Partial<Record<NoteKind, number>>>,
): readonly ImportNote[] =>
  Object.entries(counts)
    .map(([kind, count]): ImportNote => ({ kind: kind as NoteKind, count })) // its own keys
    .filter(({ count }) => count > 0)

/** One heading and what is below it, in the order of the document. */
export type DraftPart = Readonly<{
  /** Title of the chapter that begins here. */
  chapter?: string
  section?: DraftSection
}>

/** @param first what is known of the first chapter before any heading */
export function chaptersFrom(
  parts: readonly DraftPart[],
  first: Omit<DraftChapter, 'sections'>,
): readonly DraftChapter[] {
  const chapters: (DraftChapter & { sections: DraftSection[] })[] = []
  for (const { chapter, section } of parts) {
    const known = chapters.length === 0 ? first : undefined
    if (chapter !== undefined)
      chapters.push({ ...known, title: chapter, guessed: false, sections: [] })
    else if (known !== undefined) chapters.push({ ...known, sections: [] })
    if (section !== undefined) chapters.at(-1)?.sections.push(section)
  }
  return chapters.filter(({ sections }) => sections.length > 0)
}
