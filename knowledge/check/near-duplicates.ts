/** Near duplicates: two sections that say much the same, of which one will be forgotten. */
import { tokens } from '../dutch/tokens.ts'
import type { Section } from '../handbook.ts'
import { plainTextOf } from '../markdown.ts'
import type { Problem } from '../problem.ts'
import type { Steps } from '../steps.ts'
import { createCappedIndex } from './capped-index.ts'
import { problemIn } from './finding.ts'

/** Share of equal words from which two texts are told; the sample handbook has none above 0.54. */
const ALIKE = 0.8
/** Short texts of one pattern are alike without meaning the same. */
const MIN_WORDS = 12
/** Neighbouring words that two texts must share to be compared at all, as a share of the shorter. */
const WORTH_COMPARING = 0.25

type Text = Readonly<{ section: Section; words: readonly string[]; pairs: ReadonlySet<string> }>

/** Each section is told once, beside the first one that it is like. */
export function* nearDuplicates(sections: readonly Section[]): Steps<readonly Problem[]> {
  const index = createCappedIndex()
  const texts: Text[] = []
  const found: Problem[] = []
  for (const section of sections) {
    const text = textOf(section)
    const earlier =
      text.words.length < MIN_WORDS ? undefined : firstLike(text, index.sharing(text.pairs), texts)
    if (earlier !== undefined) found.push(problemIn(section, tell(section, earlier)))
    index.add(text.pairs, texts.length)
    texts.push(text)
    yield
  }
  return found
}

function textOf(section: Section): Text {
  const words = tokens(plainTextOf(section.content))
  return { section, words, pairs: new Set(words.map((word, i) => `${word} ${words[i + 1] ?? ''}`)) }
}

function firstLike(text: Text, shared: ReadonlyMap<number, number>, texts: readonly Text[]) {
  for (const [id, count] of shared) {
    const other = texts[id]
    if (other === undefined) continue
    const least = WORTH_COMPARING * Math.min(text.pairs.size, other.pairs.size)
    if (count < least || other.words.length < MIN_WORDS) continue
    const share = equalShare(text.words, other.words)
    if (share >= ALIKE) return { other: other.section, share }
  }
  return undefined
}

/** Of all words of both, how many the other has too, repeats counted: 0 to 1. */
function equalShare(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let equal = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    equal += 1
    left.set(word, count - 1)
  }
  return (2 * equal) / (one.length + other.length)
}

const tell = ({ id }: Section, { other, share }: Readonly<{ other: Section; share: number }>) => ({
  severity: 'warning' as const,
  rule: 'near-duplicate',
  message: `"${id}" says much the same as "${other.id}" (${other.file}, line ${other.line}; ${Math.floor(share * 100)}% of the words): keep one, and link to it`,
})
