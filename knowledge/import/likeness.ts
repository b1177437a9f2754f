/** Likeness: which texts share most of their words. */

/** How often each word stands in a text. */
export type Words = Readonly<{ counts: ReadonlyMap<string, number>; total: number }>

export function wordsOf(text: string): Words {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

/** Twice the shared words over all words, each counted as often as it stands there (Dice). */
export function likeness(one: Words, other: Words): number {
  const total = one.total + other.total
  if (total === 0) return 0
  const [small, large] =
    one.counts.size < other.counts.size ? [one.counts, other.counts] : [other.counts, one.counts]
  let shared = 0
  for (const [word, count] of small) shared += Math.min(count, large.get(word) ?? 0)
  return (2 * shared) / total
}

/** A text that has none of these in common with another shares little else. */
const RAREST = 24
/** A word of more texts than this tells nothing of one. */
const COMMON = 200
const MAX_CANDIDATES = 40

/** Finds, by index, texts that share rare words, so that many texts take no more than seconds. */
export function likenessIndex(texts: readonly Words[]): (words: Words) => readonly number[] {
  const postings = new Map<string, number[]>()
  for (const [index, { counts }] of texts.entries()) {
    for (const word of counts.keys()) {
      const list = postings.get(word)
      if (list === undefined) postings.set(word, [index])
      else list.push(index)
    }
  }
  return (words) => candidates(words, postings)
}

function candidates(
  { counts }: Words,
  postings: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const lists = [...counts.keys()]
    .flatMap((word) => {
      const list = postings.get(word)
      return list === undefined || list.length > COMMON ? [] : [list]
    })
    .sort((one, other) => one.length - other.length)
    .slice(0, RAREST)
  const hits = new Map<number, number>()
  for (const index of lists.flat()) hits.set(index, (hits.get(index) ?? 0) + 1)
  return [...hits]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_CANDIDATES)
    .map(([index]) => index)
}
