/** Vocabulary: the words of a handbook, in how many sections each stands, and how telling it is. */
import { createSplitter, PREFIX } from './dutch/split-compound.ts'
import { stem } from './dutch/stem.ts'
import { isStopWord } from './dutch/stop-words.ts'
import { createSpelling } from './spelling.ts'

export type Vocabulary = Readonly<{
  /** In how many sections a stem stands as a word of its own; 0 for an unknown one. */
  sectionCount: (stem: string) => number
  /**
   * How telling a stem is: high when few sections have it, highest for an unknown one.
   * The inverse document frequency of BM25, ln(1 + (N − n + ½) / (n + ½)).
   */
  idf: (stem: string) => number
  /** Known stems that a misspelt one may stand for, nearest first. */
  similar: (stem: string) => readonly string[]
  /** Stems of a word: the whole first, then the parts when it is a compound; none for a stop word. */
  stemsOf: (word: string) => readonly string[]
}>

/** Counts sections as they come, and hands out what it knows so far. */
export function createVocabulary(): Vocabulary & { count: (words: readonly string[]) => void } {
  const counts = new Map<string, number>()
  const spelling = createSpelling()
  let sections = 0
  const sectionCount = (wanted: string) => counts.get(wanted) ?? 0
  const prefixes = new Set<string>()
  const split = createSplitter(sectionCount, (letters) => prefixes.has(letters))

  return {
    sectionCount,
    idf: (wanted) => {
      const n = sectionCount(wanted)
      return Math.log(1 + (sections - n + 0.5) / (n + 0.5))
    },
    similar: spelling.similar,
    stemsOf: (word) => (isStopWord(word) ? [] : [stem(word), ...split(word)]),
    count: (words) => {
      sections += 1
      for (const word of words) prefixes.add(word.slice(0, PREFIX))
      for (const found of new Set(words.map(stem))) {
        if (!counts.has(found)) spelling.add(found)
        counts.set(found, sectionCount(found) + 1)
      }
    },
  }
}
