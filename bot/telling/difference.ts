/** Difference: two versions of a short answer, with the words marked that the other does not have. */
import { diffWordsWithSpace } from 'diff'
import type { Piece } from '../contract/telling.ts'

export type Difference = Readonly<{ before: readonly Piece[]; after: readonly Piece[] }>

/** More than a short answer has; the whole section is one press away. */
const LONGEST = 400
/** With more of them nobody sees what changed: then all of it did. */
const MOST_PIECES = 13

export function differenceOf(before: string, after: string): Difference {
  const [old, now] = [shortened(before), shortened(after)]
  const parts = diffWordsWithSpace(old, now)
  if (parts.length > MOST_PIECES) return { before: [marked(old)], after: [marked(now)] }
  const piecesWithout = (side: 'added' | 'removed'): readonly Piece[] =>
    parts
      .filter((part) => !part[side])
      .map(({ value, added, removed }) => ({ text: value, marked: added || removed }))
  return { before: piecesWithout('added'), after: piecesWithout('removed') }
}

/** All of it as it stands. */
export const unmarked = (text: string): readonly Piece[] => [
  { text: shortened(text), marked: false },
]

const marked = (text: string): Piece => ({ text, marked: true })

/** After a whole word. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`
}
