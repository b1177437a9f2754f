/** Features of a message: what triage looks at. */
import { stem } from '../dutch/stem.ts'
import { tokens } from '../dutch/tokens.ts'

const GRAM = 4

/**
 * Words as typed (tense tells "geklikt" from "als ik klik"), their stems, neighbours, whether it
 * asks, and pieces of four letters, by which a misspelt word still counts.
 */
export function featuresOf(message: string): ReadonlySet<string> {
  const words = tokens(message)
  const features = new Set<string>()
  words.forEach((word, i) => {
    features.add(`word ${word}`)
    features.add(`stem ${stem(word)}`)
    features.add(`pair ${words[i - 1] ?? '^'} ${word}`)
    for (const gram of gramsOf(word)) features.add(`gram ${gram}`)
  })
  if (message.includes('?')) features.add('asks')
  if (/\?\s*$/.test(message)) features.add('ends asking')
  if (message.includes('!')) features.add('exclaims')
  return features
}

function gramsOf(word: string): readonly string[] {
  const padded = `_${word}_`
  if (word.length < GRAM) return []
  return Array.from({ length: padded.length - GRAM + 1 }, (_, i) => padded.slice(i, i + GRAM))
}
