/** Word difference: one text with the words that went and came marked in it. */
import { diffWordsWithSpace } from 'diff'

/** Longer texts are not compared word by word; what a section may have is far less. */
const LONGEST = 20_000

/** "Print thuis [-niet-]{+alleen op de beheerde printer+}." */
export function wordDifference(before: string, after: string): string {
  if (before.length + after.length > LONGEST) return `[-${before}-]{+${after}+}`
  return diffWordsWithSpace(before, after)
    .map(({ value, added, removed }) => {
      if (added) return `{+${value}+}`
      return removed ? `[-${value}-]` : value
    })
    .join('')
}
