/** Handbook blocks: the text of each section as it stands in its file, to change one and leave the rest. */

import type { Handbook } from './handbook.ts'
import { type HandbookFiles, isChapter } from './handbook-files.ts'
import { readHandbook } from './read-handbook.ts'

/** A section from its heading to the next, byte for byte. */
export type Block = Readonly<{ id: string; text: string }>

export type ChapterBlocks = Readonly<{
  /** What stands before the first section: front matter, and text that is no answer. */
  head: string
  blocks: readonly Block[]
}>

/**
 * By file name; the heads and blocks of a file put after each other are that file again.
 *
 * @param handbook what the files say, for who has read them already
 */
export function blocksOf(
  files: HandbookFiles,
  { sections }: Pick<Handbook, 'sections'> = readHandbook(files).handbook,
): ReadonlyMap<string, ChapterBlocks> {
  const chapters = [...files].filter(([name]) => isChapter(name))
  return new Map(
    chapters.map(([name, text]) => {
      const here = sections.filter(({ file }) => file === name)
      return [name, cut(text, here)] as const
    }),
  )
}

type Placed = Readonly<{ id: string; line: number }>

function cut(text: string, sections: readonly Placed[]): ChapterBlocks {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const starts = sections.map(({ line }) => line - 1)
  const blocks = sections.map(({ id }, index) => ({
    id,
    text: lines.slice(starts[index], starts[index + 1]).join(''),
  }))
  return { head: lines.slice(0, starts[0]).join(''), blocks }
}

/** A block that does not end its last line would run into the next. */
export function joined({ head, blocks }: ChapterBlocks): string {
  return [head, ...blocks.map(({ text }) => text)].reduce((before, text) =>
    text === '' || before === '' || /[\r\n]$/.test(before) ? before + text : `${before}\n\n${text}`,
  )
}

/** In order of name, as files are read. @param chapters takes the place of what is in the files */
export function withChapters(
  files: HandbookFiles,
  chapters: ReadonlyMap<string, ChapterBlocks>,
): HandbookFiles {
  const texts = [...chapters].map(([name, chapter]) => [name, joined(chapter)] as const)
  return inOrder(new Map([...files, ...texts]))
}

export const inOrder = (files: HandbookFiles): HandbookFiles =>
  new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
