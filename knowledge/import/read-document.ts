/** Read document: everything about an import that may take long or break; runs in a process of its own. */
import { basename } from 'node:path'
import type { HandbookFiles } from '../handbook-files.ts'
import { type CurrentBook, currentBook } from './current-book.ts'
import type { DraftBook } from './draft.ts'
import { notesOf } from './draft.ts'
import { decodeText, fileKind } from './file-kind.ts'
import { type Document, type Imported, type NewChapters, Refuse, refused } from './imported.ts'
import { readMarkdown } from './markdown-document.ts'
import { matchSections } from './match-sections.ts'
import { draftOf } from './structure.ts'
import { weave } from './weave.ts'
import { wholeHandbook } from './whole-handbook.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

export async function readDocument(
  document: Document,
  current: HandbookFiles,
  newChapters: NewChapters,
): Promise<Imported> {
  try {
    return await read(document, current, newChapters)
  } catch (error) {
    if (error instanceof Refuse) return refused(error.reason)
    if (error instanceof RangeError) return refused('too-large-unpacked') // nested too deep, or too long
    throw error
  }
}

async function read(
  document: Document,
  files: HandbookFiles,
  newChapters: NewChapters,
): Promise<Imported> {
  const kind = fileKind(document.name, document.bytes)
  const entries = kind === 'zip' ? zipEntries(document.bytes) : []
  const current = currentBook(files)
  if (kind === 'zip' && !isWord(entries)) {
    return { kind: 'read', ...wholeHandbook(entries, current) }
  }
  const book = await bookOf(document, kind, entries)
  return woven(book, current, { owner: ownerOf(current), ...newChapters })
}

const isWord = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name === '[Content_Types].xml') &&
  entries.some(({ name }) => name.startsWith('word/'))

/** The readers of Word and PDF are large: they are loaded when there is something to read. */
async function bookOf(
  { name, bytes }: Document,
  kind: 'zip' | 'pdf' | 'text',
  entries: readonly ZipEntry[],
): Promise<DraftBook> {
  const fileTitle = titleOfFile(name)
  if (kind === 'text') return readMarkdown(decodeText(bytes), basename(name), fileTitle)
  if (kind === 'zip') {
    const { readWord } = await import('./word.ts')
    return draftOf(await readWord(entries, fileTitle))
  }
  const { readPdf } = await import('./pdf.ts')
  return draftOf(await readPdf(bytes, fileTitle))
}

/** "05-veilig_thuiswerken.docx" is called "veilig thuiswerken". */
function titleOfFile(name: string): string {
  const bare = basename(name)
    .replace(/\.[^.]*$/, '')
    .replace(/^\d+[-_. ]+/, '')
  return (
    bare
      .replace(/[-_\s]+/g, ' ')
      .trim()
      .slice(0, 100)
      .toWellFormed() || 'Handboek'
  )
}

/** Who owns most chapters owns a new one, until somebody says otherwise. */
function ownerOf({ chapters }: CurrentBook): string | undefined {
  const owners = chapters.flatMap(({ owner }) => (owner === undefined ? [] : [owner]))
  const counted = [...Map.groupBy(owners, (owner) => owner)]
  return counted.sort(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

function woven(book: DraftBook, current: CurrentBook, newChapters: NewChapters): Imported {
  const matches = matchSections(book, current)
  const { files, added } = weave(book, matches, current, newChapters)
  const notes = [...book.notes, ...notesOf({ 'chapter-added': added })]
  return { kind: 'read', files, notes, doubts: matches.doubts }
}
