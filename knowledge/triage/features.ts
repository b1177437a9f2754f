/** Features of a message: what triage looks at. */
import { stem } from '../dutch/stem.ts'
import { tokens } from '../dutch/tokens.ts'
import { gramsOf } from '../grams.ts'

/** Shorter words are features as they are. */
const MIN_GRAM_WORD = 4

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
    if (word.length < MIN_GRAM_WORD) return
    for (const gram of gramsOf(word)) features.add(`gram ${gram}`)
  })
  if (message.includes('?')) features.add('asks')
  if (/\?\s*$/.test(message)) features.add('ends asking')
  if (message.includes('!')) features.add('exclaims')
  return features
}
