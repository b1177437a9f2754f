/** Grams: groups of four letters, by which a misspelt word or half a compound still counts. */

const GRAM = 4

/** Of the word with a mark at both ends, so that its beginning and end tell. */
export function gramsOf(word: string): readonly string[] {
  const padded = `_${word}_`
  if (padded.length <= GRAM) return [padded]
  return Array.from({ length: padded.length - GRAM + 1 }, (_, i) => padded.slice(i, i + GRAM))
}
