/**
 * Chapter memory: what was parsed once is not parsed again. A draft differs from what holds in a
 * chapter or two, and both are read many times before one is published.
 */
import type { ParsedChapter } from './parse-chapter.ts'

export type ChapterMemory = Readonly<{
  find: (file: string, source: string) => ParsedChapter | undefined
  keep: (file: string, source: string, chapter: ParsedChapter) => void
}>

/** @param most chapters that are kept; of those the one used longest ago goes first */
export function createChapterMemory(most: number): ChapterMemory {
  const kept = new Map<string, ParsedChapter>()
  const nameOf = (file: string, source: string) => `${file}\n${source}`
  const put = (name: string, chapter: ParsedChapter) => {
    kept.delete(name)
    kept.set(name, chapter)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  }
  return {
    find: (file, source) => {
      const name = nameOf(file, source)
      const known = kept.get(name)
      if (known !== undefined) put(name, known)
      return known
    },
    keep: (file, source, chapter) => put(nameOf(file, source), chapter),
  }
}
