/**
 * Spelling: words of the handbook that a misspelt word may stand for. The only file that knows
 * MiniSearch, whose radix tree finds words within an edit distance quickly.
 */
import MiniSearch from 'minisearch'

export type Spelling = Readonly<{
  add: (word: string) => void
  /** Known words within the distance, nearest first; none for words too short to tell. */
  similar: (word: string) => readonly string[]
}>

const MIN_LETTERS = 4
/** Edit distance allowed: this share of the letters, and no more than the maximum. */
const DISTANCE_SHARE = 0.25
const MAX_DISTANCE = 2
const MAX_SIMILAR = 6
const MAX_CACHED = 10_000

/** Abbreviations that are one letter from another one. */
const NEVER_MISSPELT = new Set(
  'wifi mfa 2fa vpn usb bsn brp avg woo dpia bio ensia digid suwi'.split(' '),
)

export function createSpelling(): Spelling {
  const words = new MiniSearch<{ id: number; word: string }>({
    fields: ['word'],
    storeFields: ['word'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
    searchOptions: { fuzzy: DISTANCE_SHARE, maxFuzzy: MAX_DISTANCE },
  })
  const cache = new Map<string, readonly string[]>()
  let count = 0

  return {
    add: (word) => {
      words.add({ id: count, word })
      count += 1
    },
    similar: (word) => {
      if (word.length < MIN_LETTERS || /\d/.test(word) || NEVER_MISSPELT.has(word)) return []
      const known = cache.get(word)
      if (known !== undefined) return known

      const found = words.search(word).map((hit) => String(hit['word']))
      if (cache.size >= MAX_CACHED) cache.clear()
      cache.set(word, found.slice(0, MAX_SIMILAR))
      return found.slice(0, MAX_SIMILAR)
    },
  }
}
