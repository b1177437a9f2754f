/**
 * Postings: which documents hold a term and how often, scored by BM25.
 *
 * Flat arrays per term: a question of forty terms over ten thousand documents takes about a
 * millisecond, where a general search engine builds an object per hit; see bench/README.md.
 *
 * @see Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009)
 */

export type Postings = Readonly<{
  /** Adds the next document; documents are numbered 0, 1, 2 … in order of adding. */
  add: (terms: readonly string[]) => void
  /** The documents that hold the term, in order, and what the term is worth in each. */
  of: (term: string) => Scored | undefined
  holds: (term: string, document: number) => boolean
}>

export type Scored = Readonly<{ documents: readonly number[]; scores: Float64Array }>

export type Bm25 = Readonly<{
  /** How fast repeating a term stops helping. */
  k1: number
  /** How much a long document is held against it: 0 to 1. */
  b: number
}>

/** `scores` are worked out when the term is first asked for, and again after documents were added. */
type Entry = { documents: number[]; counts: number[]; scores?: Float64Array }

export function createPostings({ k1, b }: Bm25): Postings {
  const entries = new Map<string, Entry>()
  const lengths: number[] = []
  const asked: Entry[] = []
  let total = 0

  function add(terms: readonly string[]): void {
    const document = lengths.length
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) append(entries, term, document, count)
    lengths.push(terms.length)
    total += terms.length
    for (const entry of asked.splice(0)) delete entry.scores
  }

  function of(term: string): Scored | undefined {
    const entry = entries.get(term)
    if (entry === undefined) return undefined
    if (entry.scores === undefined) {
      entry.scores = scoresOf(entry)
      asked.push(entry)
    }
    return { documents: entry.documents, scores: entry.scores }
  }

  function scoresOf({ documents, counts }: Entry): Float64Array {
    const idf = Math.log(1 + (lengths.length - documents.length + 0.5) / (documents.length + 0.5))
    const average = total / lengths.length
    return Float64Array.from(documents, (document, i) => {
      const count = counts[i] ?? 0
      const norm = k1 * (1 - b + (b * (lengths[document] ?? 0)) / average)
      return (idf * count * (k1 + 1)) / (count + norm)
    })
  }

  return { add, of, holds: (term, document) => includes(entries.get(term), document) }
}

function append(entries: Map<string, Entry>, term: string, document: number, count: number): void {
  const known = entries.get(term)
  if (known === undefined) {
    entries.set(term, { documents: [document], counts: [count] })
    return
  }
  known.documents.push(document)
  known.counts.push(count)
}

/** Binary search: documents were added in order. */
function includes(entry: Entry | undefined, document: number): boolean {
  if (entry === undefined) return false
  const { documents } = entry
  let low = 0
  let high = documents.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = documents[middle] ?? 0
    if (found === document) return true
    if (found < document) low = middle + 1
    else high = middle - 1
  }
  return false
}
