/** Similar questions: puts together those that ask the same, by the words that tell. */

import { stem } from './dutch/stem.ts'
import { isEnglishStopWord, isStopWord } from './dutch/stop-words.ts'
import { tokens } from './dutch/tokens.ts'
import { gramsOf } from './grams.ts'
import { withoutMasks } from './personal-data.ts'

/** Places in the given list; the most typical question first. */
export type QuestionGroup = readonly number[]

/** Cosine from which two questions count as the same. */
const ALIKE = 0.4
/** What the groups of letters of a word weigh together beside the word itself; both were tried on the golden questions. */
const GRAMS_WEIGHT = 1
/** As if so many other questions were asked: else the subject of a few would count as a common word. */
const OTHERS = 200
/** A word in more questions than this tells nothing, and would cost the square of it. */
const MAX_SHARED = 1_000

/** Questions of the same telling words, whatever their order and endings. */
type Wording = { words: readonly string[]; places: number[] }
/** Numbers of features and what they weigh, with length 1. */
type Vector = Readonly<{ features: readonly number[]; weights: readonly number[] }>

/**
 * The largest group first. Takes the question that most others are like, with all that are like it;
 * then the same with the rest: so the outcome does not depend on the order of the questions.
 */
export function groupQuestions(questions: readonly string[]): readonly QuestionGroup[] {
  const wordings = wordingsOf(questions)
  const neighbours = neighboursOf(vectorsOf(wordings))
  const sizes = wordings.map(({ places }) => places.length)
  const groups: number[][] = []
  const free = new Set(wordings.keys())
  for (const leader of byDensity(neighbours, sizes)) {
    if (!free.delete(leader)) continue
    const members = neighbours[leader]?.filter((one) => free.delete(one)) ?? []
    groups.push([leader, ...members].flatMap((one) => wordings[one]?.places ?? []))
  }
  return groups.sort((a, b) => b.length - a.length)
}

/** In order of their words, so that equals are always taken in the same order. */
function wordingsOf(questions: readonly string[]): readonly Wording[] {
  const wordings = new Map<string, Wording>()
  questions.forEach((question, place) => {
    const words = [...new Set(tellingWords(question))].sort()
    const key = words.join(' ')
    const known = wordings.get(key)
    if (known === undefined) wordings.set(key, { words, places: [place] })
    else known.places.push(place)
  })
  return [...wordings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, wording]) => wording)
}

const tellingWords = (question: string): readonly string[] =>
  tokens(withoutMasks(question))
    .filter((word) => !isEnglishStopWord(word) && !isStopWord(word) && !isStopWord(stem(word)))
    .map(stem)

function vectorsOf(wordings: readonly Wording[]): readonly Vector[] {
  const raw = wordings.map(({ words }) => featuresOf(words))
  const counts = new Map<string, number>()
  for (const { names } of raw)
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const numbers = new Map([...counts.keys()].map((name, number) => [name, number]))

  return raw.map(({ names, weights }) => ({
    features: names.map((name) => numbers.get(name) ?? 0),
    weights: unit(weights.map((weight, i) => weight * idf(counts.get(names[i] ?? '') ?? 0))),
  }))

  function idf(n: number): number {
    return n > MAX_SHARED ? 0 : Math.log(1 + (raw.length + OTHERS - n + 0.5) / (n + 0.5))
  }
}

/** Words, and groups of their letters for typing errors and compounds. */
function featuresOf(words: readonly string[]) {
  const features = new Map<string, number>()
  for (const word of words) {
    features.set(`=${word}`, 1)
    const grams = gramsOf(word)
    for (const gram of grams) features.set(gram, GRAMS_WEIGHT / Math.sqrt(grams.length))
  }
  return { names: [...features.keys()], weights: [...features.values()] }
}

function unit(weights: readonly number[]): readonly number[] {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  return length === 0 ? weights : weights.map((weight) => weight / length)
}

/** The wordings that have a feature, and what it weighs in each. */
type Posting = Readonly<{ wordings: number[]; weights: number[] }>
type Postings = Map<number, Posting>

/** For each wording the ones that are alike, itself not among them. */
function neighboursOf(vectors: readonly Vector[]): readonly (readonly number[])[] {
  const postings: Postings = new Map()
  const neighbours = vectors.map((): number[] => [])
  const cosines = new Float64Array(vectors.length)
  vectors.forEach((vector, own) => {
    cosines.fill(0, 0, own)
    addCosines(cosines, vector, postings)
    for (let other = 0; other < own; other++) {
      if ((cosines[other] ?? 0) < ALIKE) continue
      neighbours[own]?.push(other)
      neighbours[other]?.push(own)
    }
    addPostings(postings, vector, own)
  })
  return neighbours
}

function addCosines(cosines: Float64Array, { features, weights }: Vector, postings: Postings) {
  features.forEach((feature, i) => {
    const list = postings.get(feature)
    if (list !== undefined) addWeighted(cosines, list, weights[i] ?? 0)
  })
}

function addWeighted(cosines: Float64Array, { wordings, weights }: Posting, weight: number): void {
  for (let k = 0; k < wordings.length; k++) {
    const other = wordings[k] ?? 0
    cosines[other] = (cosines[other] ?? 0) + weight * (weights[k] ?? 0)
  }
}

function addPostings(postings: Postings, { features, weights }: Vector, own: number): void {
  features.forEach((feature, i) => {
    const weight = weights[i] ?? 0
    if (weight === 0) return
    const list = postings.get(feature) ?? { wordings: [], weights: [] }
    list.wordings.push(own)
    list.weights.push(weight)
    postings.set(feature, list)
  })
}

/** Those that most questions are like come first. */
function byDensity(
  neighbours: readonly (readonly number[])[],
  sizes: readonly number[],
): readonly number[] {
  const density = neighbours.map((near, own) =>
    near.reduce((sum, one) => sum + (sizes[one] ?? 0), sizes[own] ?? 0),
  )
  return [...density.keys()].sort((a, b) => (density[b] ?? 0) - (density[a] ?? 0))
}
