/**
 * Lexicon: which known words a typed word stands for, one typing error forgiven.
 *
 * Typing errors are found by leaving out one letter on both sides, so the work per word is
 * linear in its letters and does not depend on how many words are known.
 */
import { OTHER_WORDS } from './words.ts'

const MIN_FUZZY = 5
const MAX_LETTERS = 32

/** The patterns of words.ts ("x", "x*", "*x") that a token fits. */
export type Lexicon = (token: string) => ReadonlySet<string>

/** Final d, t and dt sound the same and are mixed up all the time. */
const soundOf = (word: string): string => (word.length > 3 ? word.replace(/d?[dt]$/, 't') : word)

const letters = (pattern: string): string => pattern.replaceAll('*', '')
const baseOf = (pattern: string): string => soundOf(letters(pattern))

const otherWords = new Set(OTHER_WORDS.split(/\s+/).map(soundOf))

type Index = ReadonlyMap<string, readonly string[]>

export function createLexicon(patterns: Iterable<string>): Lexicon {
  const exact = new Map<string, string[]>()
  const starts = new Map<string, string[]>()
  const ends = new Map<string, string[]>()
  const typos = new Map<string, string[]>()
  for (const pattern of patterns) {
    const base = baseOf(pattern)
    add(exact, base, pattern)
    if (pattern.endsWith('*')) add(starts, pattern.slice(0, -1), pattern)
    if (pattern.startsWith('*')) add(ends, base, pattern)
    if (base.length >= MIN_FUZZY) {
      for (const rest of shortened(letters(pattern))) add(typos, rest, pattern)
    }
  }

  return (token) => {
    const typed = token.slice(0, MAX_LETTERS)
    const word = soundOf(typed)
    const found = new Set([...(exact.get(word) ?? []), ...compounds(word, starts, ends)])
    const isKnown = found.size > 0 || otherWords.has(word)
    return isKnown || word.length < MIN_FUZZY - 1 ? found : mistyped(typed, typos)
  }
}

function compounds(word: string, starts: Index, ends: Index): readonly string[] {
  return Array.from(word).flatMap((_, i) => [
    ...(starts.get(word.slice(0, i)) ?? []),
    ...(i > 0 ? (ends.get(word.slice(i)) ?? []) : []),
  ])
}

function mistyped(word: string, typos: Index): Set<string> {
  const candidates = shortened(word).flatMap((rest) => typos.get(rest) ?? [])
  return new Set(candidates.filter((pattern) => isOneErrorAway(word, letters(pattern))))
}

/** The word itself and the word without each of its letters. */
const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)),
]

/** One letter missing, added or replaced, or two neighbours swapped. */
function isOneErrorAway(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && a[head] === b[head]) head += 1
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1

  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right === `${left[1]}${left[0]}`
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
