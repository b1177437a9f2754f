/**
 * Gram index: finds sections by pieces of four letters, so that a misspelt word or half a compound
 * still counts.
 *
 * A plain BM25 over padded 4-grams of stems. Its results are added to those of the word index;
 * alone it knows no meaning. Weights in DESIGN.md, measured in bench/.
 */

const GRAM = 4
/** Saturation and length normalisation; stronger than for words: a long text holds every gram. */
const K1 = 2
const B = 0.85

export type GramIndex = Readonly<{
  /** Adds the next section; sections are numbered 0, 1, 2 … in order of adding. */
  add: (stems: readonly string[]) => void
  /** Score per section number, 0 where nothing matches. */
  score: (stems: ReadonlyMap<string, number>) => Float64Array
}>

type Postings = { sections: number[]; counts: number[] }

export function createGramIndex(): GramIndex {
  const postings = new Map<string, Postings>()
  const lengths: number[] = []
  let total = 0

  function add(stems: readonly string[]): void {
    const section = lengths.length
    const counts = new Map<string, number>()
    let length = 0
    for (const stem of stems) {
      for (const gram of gramsOf(stem)) {
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
        length += 1
      }
    }
    for (const [gram, count] of counts) append(postings, gram, section, count)
    lengths.push(length)
    total += length
  }

  function score(stems: ReadonlyMap<string, number>): Float64Array {
    const scores = new Float64Array(lengths.length)
    for (const [gram, weight] of weighGrams(stems)) {
      const found = postings.get(gram)
      if (found !== undefined) addScores(scores, found, weight)
    }
    return scores
  }

  function addScores(scores: Float64Array, { sections, counts }: Postings, weight: number): void {
    const average = total / lengths.length
    const idf = Math.log(1 + (lengths.length - sections.length + 0.5) / (sections.length + 0.5))
    sections.forEach((section, i) => {
      const count = counts[i] ?? 0
      const norm = K1 * (1 - B + (B * (lengths[section] ?? 0)) / average)
      scores[section] = (scores[section] ?? 0) + (weight * idf * count * (K1 + 1)) / (count + norm)
    })
  }

  return { add, score }
}

function append(postings: Map<string, Postings>, gram: string, section: number, count: number) {
  const known = postings.get(gram)
  if (known === undefined) postings.set(gram, { sections: [section], counts: [count] })
  else {
    known.sections.push(section)
    known.counts.push(count)
  }
}

/** A gram that several words share counts once, at its highest weight. */
function weighGrams(stems: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const [stem, weight] of stems) {
    for (const gram of gramsOf(stem)) weights.set(gram, Math.max(weight, weights.get(gram) ?? 0))
  }
  return weights
}

function gramsOf(stem: string): readonly string[] {
  const padded = `_${stem}_`
  if (padded.length <= GRAM) return [padded]
  return Array.from({ length: padded.length - GRAM + 1 }, (_, i) => padded.slice(i, i + GRAM))
}
