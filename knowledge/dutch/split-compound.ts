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
/** Longer than any compound people type; the work grows with the square. */
const MAX_WORD = 40
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

/** Whether any word of the handbook begins with these {@link PREFIX} letters. */
export type BeginsWord = (letters: string) => boolean
export const PREFIX = 4

export function createSplitter(sectionCount: SectionCount, beginsWord: BeginsWord): SplitCompound {
  const cache = new Map<string, readonly string[]>()

  function split(word: string): readonly string[] {
    if (word.length < MIN_WORD || word.length > MAX_WORD || /\d/.test(word)) return []
    const known = cache.get(word)
    if (known !== undefined) return known

    const parts = bestSplit(word, MAX_PARTS, partValue)?.parts.map(stem) ?? []
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(word, parts)
    return parts
  }

  /** Undefined when the handbook does not use the part as a word. */
  function partValue(part: string): number | undefined {
    if (part.length < MIN_PART || NO_PART.has(part) || !mayBeWord(part)) return undefined
    const sections = sectionCount(stem(part))
    return sections === 0 ? undefined : 2 + Math.log2(1 + sections)
  }

  /** Spares stemming every piece of every word; forms of one word begin alike, but for participles. */
  function mayBeWord(part: string): boolean {
    return beginsWord(part.slice(0, PREFIX)) || part.slice(0, 6).includes('ge')
  }

  return split
}

type PartValue = (part: string) => number | undefined

/** The best split of a word and, on the way, of each of its endings, which every cut asks again. */
function bestSplit(word: string, maxParts: number, partValue: PartValue): Split | undefined {
  const known = new Map<string, Split | undefined>()

  function splitOf(ending: string, parts: number): Split | undefined {
    const key = `${parts} ${ending}`
    if (!known.has(key)) known.set(key, best(parts < 2 ? [] : cutsOf(ending, parts)))
    return known.get(key)
  }

  function cutsOf(ending: string, parts: number): readonly Split[] {
    const found: Split[] = []
    for (let cut = MIN_SIDE; cut <= ending.length - MIN_SIDE; cut += 1) {
      const head = valueOfHead(ending.slice(0, cut), partValue)
      if (head === undefined) continue
      for (const tail of tailsOf(ending.slice(cut), parts - 1)) found.push(join(head, tail))
    }
    return found
  }

  function tailsOf(tail: string, parts: number): readonly Split[] {
    const value = partValue(tail)
    const whole =
      value === undefined ? [] : [{ parts: [tail], weakest: value, lastLength: tail.length }]
    return [...whole, ...[splitOf(tail, parts)].filter((split) => split !== undefined)]
  }

  return splitOf(word, maxParts)
}

const join = (head: Head, tail: Split): Split => ({
  parts: [head.part, ...tail.parts],
  weakest: Math.min(head.value, tail.weakest),
  lastLength: tail.lastLength,
})

type Head = Readonly<{ part: string; value: number }>

/** The head as it stands, or without its linking -s, -e, -en or -n. */
function valueOfHead(head: string, partValue: PartValue): Head | undefined {
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
