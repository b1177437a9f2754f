/** Word difference: one text with the words that went and came marked in it. */
import { diffWordsWithSpace } from 'diff'
import type { Piece } from '../contract/publishing.ts'

/** Longer texts are not compared word by word; what a section may have is far less. */
const LONGEST = 20_000

/** In order; put together without what was removed they are the text after, and the other way round. */
export function pieces(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before.length + after.length > LONGEST) return whole(before, after)
  return diffWordsWithSpace(before, after).map(({ value: text, added, removed }) => {
    if (added) return { kind: 'added', text }
    return { kind: removed ? 'removed' : 'same', text }
  })
}

const whole = (before: string, after: string): readonly Piece[] =>
  [{ kind: 'removed', text: before } as const, { kind: 'added', text: after } as const].filter(
    ({ text }) => text !== '',
  )

/** "Print thuis [-niet-]{+alleen op de beheerde printer+}." */
export function inBrackets(all: readonly Piece[]): string {
  return all
    .map(({ kind, text }) => {
      if (kind === 'added') return `{+${text}+}`
      return kind === 'removed' ? `[-${text}-]` : text
    })
    .join('')
}
