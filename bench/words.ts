/** Words: the vocabulary of the sample handbook and its questions, and chance that can be repeated. */
import { readFileSync } from 'node:fs'
import { searchableText } from '../knowledge/markdown.ts'
import { goldenQuestions, readWaterveen } from './waterveen.ts'

/** 0 up to 1, the same row for the same seed (mulberry32). */
export type Chance = () => number

export function createChance(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <T>(choices: readonly [T, ...T[]], chance: Chance): T =>
  choices[Math.floor(chance() * choices.length)] ?? choices[0]

/** Every word of handbook and golden questions, the most frequent first. */
export function frequentWords(): readonly [string, ...string[]] {
  const texts = readWaterveen().sections.flatMap(({ title, content, questions }) => [
    title,
    searchableText(content),
    ...questions,
  ])
  const counts = new Map<string, number>()
  for (const word of wordsIn([...texts, ...goldenQuestions()].join('\n')))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return atLeastOne([...counts].sort(([, a], [, b]) => b - a).map(([word]) => word))
}

/** Words that the security thesaurus knows: each makes a question wider. */
export function thesaurusWords(): readonly [string, ...string[]] {
  const source = readFileSync(new URL('../knowledge/synonyms.yaml', import.meta.url), 'utf8')
  return atLeastOne([...new Set(wordsIn(source))])
}

/** Chooses words as a language does: the one of rank r in proportion to 1 / r. */
export function zipfian(words: readonly [string, ...string[]]): (chance: Chance) => string {
  let sum = 0
  const upTo = words.map((_, rank) => {
    sum += 1 / (rank + 1)
    return sum
  })
  return (chance) => words[firstFrom(upTo, chance() * sum)] ?? words[0]
}

/** Place of the first number that is not below the wanted one; the numbers ascend. */
function firstFrom(ascending: readonly number[], wanted: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []

function atLeastOne(words: readonly string[]): readonly [string, ...string[]] {
  const [first, ...others] = words
  if (first === undefined) throw new Error('no words to choose from')
  return [first, ...others]
}
