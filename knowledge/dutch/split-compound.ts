/**
 * Split compounds: "thuiswerkplekbeveiliging" is about thuis, werkplek and beveiliging.
 *
 * The vocabulary is that of the handbook itself: a part counts when the handbook uses it as a word.
 */
import { stem } from './stem.ts'

/** How many sections use a stem; 0 for one that the handbook does not know. */
export type SectionCount = (stem: string) => number
export type SplitCompound = (word: string) => readonly string[]

const MIN_WORD = 7
const MIN_SIDE = 3
const MIN_PART = 4
const MAX_PARTS = 4
const MAX_WORD = 60
const MAX_CACHED = 50_000
const LINK_COST = 0.5

/** Endings and prefixes that look like words. */
const NO_PART = new Set(
  (
    'aan achter bij door een ering heid ing inge lijk lijke loos baar schap tie ties ting ring ling ' +
    'den ten der ste ver ont her ende ens ers els ern erd eren elen ist isch ische iek eel ief age ' +
    'atie aties teit'
  ).split(' '),
)

type Split = Readonly<{ parts: readonly string[]; weakest: number; lastLength: number }>

export function createSplitter(sectionCount: SectionCount): SplitCompound {
  const cache = new Map<string, readonly string[]>()

  function split(word: string): readonly string[] {
    if (word.length < MIN_WORD || word.length > MAX_WORD || /\d/.test(word)) return []
    const known = cache.get(word)
    if (known !== undefined) return known

    const parts = best(splitsOf(word, MAX_PARTS, partValue))?.parts.map(stem) ?? []
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(word, parts)
    return parts
  }

  /** Undefined when the handbook does not use the part as a word. */
  function partValue(part: string): number | undefined {
    if (part.length < MIN_PART || NO_PART.has(part)) return undefined
    const sections = sectionCount(stem(part))
    return sections === 0 ? undefined : 2 + Math.log2(1 + sections)
  }

  return split
}

type PartValue = (part: string) => number | undefined

function splitsOf(word: string, maxParts: number, partValue: PartValue): readonly Split[] {
  if (maxParts < 2) return []
  const found: Split[] = []
  for (let cut = MIN_SIDE; cut <= word.length - MIN_SIDE; cut += 1) {
    const head = valueOfHead(word.slice(0, cut), partValue)
    if (head === undefined) continue
    for (const tail of tailsOf(word.slice(cut), maxParts - 1, partValue)) {
      found.push({
        parts: [head.part, ...tail.parts],
        weakest: Math.min(head.value, tail.weakest),
        lastLength: tail.lastLength,
      })
    }
  }
  return found
}

function tailsOf(tail: string, maxParts: number, partValue: PartValue): readonly Split[] {
  const whole = partValue(tail)
  const deeper = best(splitsOf(tail, maxParts, partValue))
  const single =
    whole === undefined ? [] : [{ parts: [tail], weakest: whole, lastLength: tail.length }]
  return deeper === undefined ? single : [...single, deeper]
}

/** The head as it stands, or without its linking -s, -e, -en or -n. */
function valueOfHead(
  head: string,
  partValue: PartValue,
): { part: string; value: number } | undefined {
  const asIs = partValue(head)
  if (asIs !== undefined) return { part: head, value: asIs }
  for (const link of ['s', 'en', 'e', 'n']) {
    if (!head.endsWith(link) || head.length - link.length < MIN_SIDE) continue
    const part = head.slice(0, -link.length)
    const value = partValue(part)
    if (value !== undefined) return { part, value: value - LINK_COST }
  }
  return undefined
}

/** Fewest parts first, then the strongest weakest part, then the longest last part. */
function best(splits: readonly Split[]): Split | undefined {
  const score = ({ parts, weakest, lastLength }: Split) =>
    0.5 * weakest + 3 * (MAX_PARTS - parts.length) + 0.1 * lastLength
  return splits.reduce<Split | undefined>(
    (top, split) => (top === undefined || score(split) > score(top) ? split : top),
    undefined,
  )
}
