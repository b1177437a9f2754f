/**
 * Search: finds the texts that a question is about.
 *
 * Words (Dutch stems, compound parts, thesaurus), whole wordings and groups of letters are scored
 * by BM25 and added. What each step brings was measured; see DESIGN.md.
 */
import { stem } from './dutch/stem.ts'
import { tokens } from './dutch/tokens.ts'
import { gramsOf } from './grams.ts'
import { createPostings, type Postings, type Scored } from './postings.ts'
import type { Question } from './question.ts'
import { inSteps, type Steps, stepByStep } from './steps.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** The texts by which something is found. */
export type Entry = Readonly<{
  title: string
  text: string
  keywords: readonly string[]
  /** Example questions; the title should be among them when it is a question. */
  questions: readonly string[]
}>

export type SearchHit<T> = Readonly<{
  item: T
  /** Sum of both indexes; grows with what the question asks. */
  score: number
  /** Stems of the question that the entry holds. */
  matched: () => readonly string[]
}>

export type Index<T> = Readonly<{
  vocabulary: Vocabulary
  /** Best first; at most {@link MAX_HITS}. */
  search: (question: Question) => readonly SearchHit<T>[]
}>

export const MAX_HITS = 20

const WORDS = { k1: 1.2, b: 0.7 }
/** Saturation and length weigh more than for words: a long text holds every group of letters. */
const LETTERS = { k1: 2, b: 0.85 }

const TITLE_WEIGHT = 1.5
/** Example questions are compared wording and all, stop words included. */
const WORDING_WEIGHT = 2
/** A unit of score by letters beside a unit of score by words. */
const GRAM_WEIGHT = 4
/** What a synonym counts by its letters: they say less than its meaning. */
const GRAM_SYNONYM = 0.6

type Fields = Readonly<Record<'title' | 'text' | 'keywords' | 'wording' | 'grams', Postings>>

/** Builds beside whatever serves now, in small steps; the caller swaps when it is done. */
export const buildIndex = <T>(
  items: readonly T[],
  entryOf: (item: T) => Entry,
): Promise<Index<T>> => inSteps(buildingIndex(items, entryOf))

function* buildingIndex<T>(items: readonly T[], entryOf: (item: T) => Entry): Steps<Index<T>> {
  const vocabulary = createVocabulary()
  const fields: Fields = {
    title: createPostings(WORDS),
    text: createPostings(WORDS),
    keywords: createPostings(WORDS),
    wording: createPostings(WORDS),
    grams: createPostings(LETTERS),
  }
  const read = yield* stepByStep(items, (item) => {
    const words = wordsOf(entryOf(item))
    vocabulary.count([...words.title, ...words.text, ...words.keywords])
    return words
  })
  const termsOf = createTerms(vocabulary)
  yield* stepByStep(read, (words) => addWords(words, fields, termsOf))
  return {
    vocabulary,
    search: (question) => (question.concepts.length === 0 ? [] : find(question, items, fields)),
  }
}

type Words = Readonly<Record<keyof Entry, readonly string[]>>

const wordsOf = ({ title, text, keywords, questions }: Entry): Words => ({
  title: tokens(title),
  text: tokens(text),
  keywords: tokens(keywords.join('\n')),
  questions: tokens(questions.join('\n')),
})

/** What a word is found by. */
type Terms = Readonly<{ stems: readonly string[]; grams: readonly string[] }>

/** Works out each word once: the same ones come again in section after section. */
function createTerms(vocabulary: Vocabulary): (word: string) => Terms {
  const known = new Map<string, Terms>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const stems = vocabulary.stemsOf(word)
    const terms = { stems, grams: stems.slice(0, 1).flatMap(gramsOf) }
    known.set(word, terms)
    return terms
  }
}

function addWords(words: Words, fields: Fields, termsOf: (word: string) => Terms): void {
  const stemsOf = (field: readonly string[]) => field.flatMap((word) => termsOf(word).stems)
  fields.title.add(stemsOf(words.title))
  fields.text.add(stemsOf(words.text))
  fields.keywords.add(stemsOf(words.keywords))
  fields.wording.add(words.questions.map(stem))
  fields.grams.add(
    [words.title, words.text, words.keywords, words.questions]
      .flat()
      .flatMap((word) => termsOf(word).grams),
  )
}

function find<T>(question: Question, items: readonly T[], fields: Fields) {
  const scores = scoreWords(question, items.length, fields)
  scoreLetters(question, scores, fields.grams)

  return bestOf(scores).flatMap((id): readonly SearchHit<T>[] => {
    const item = items[id]
    if (item === undefined) return []
    const matched = () => [...question.stems.keys()].filter((term) => holds(fields, term, id))
    return [{ item, score: scores[id] ?? 0, matched }]
  })
}

const holds = ({ title, text, keywords, wording }: Fields, term: string, id: number): boolean =>
  [title, text, keywords, wording].some((field) => field.holds(term, id))

/** Scores by words, times the number of terms found: an entry with all of them beats one with one. */
function scoreWords({ stems, wording }: Question, size: number, fields: Fields): Float64Array {
  const sums = createSums(size)
  for (const term of new Set([...stems.keys(), ...wording])) {
    sums.nextTerm()
    const weight = stems.get(term) ?? 0
    if (weight > 0) {
      sums.add(fields.title.of(term), weight * TITLE_WEIGHT)
      sums.add(fields.text.of(term), weight)
      sums.add(fields.keywords.of(term), weight)
    }
    if (wording.has(term)) sums.add(fields.wording.of(term), WORDING_WEIGHT)
  }
  return sums.scores.map((score, id) => score * (sums.terms[id] ?? 0))
}

/** Adds up scores, and counts the different terms that each entry was found by. */
function createSums(size: number) {
  const scores = new Float64Array(size)
  const terms = new Uint16Array(size)
  const lastTerm = new Uint16Array(size)
  let turn = 0

  function add(found: Scored | undefined, weight: number): void {
    if (found === undefined) return
    found.documents.forEach((id, i) => {
      scores[id] = (scores[id] ?? 0) + weight * (found.scores[i] ?? 0)
      if (lastTerm[id] !== turn) terms[id] = (terms[id] ?? 0) + 1
      lastTerm[id] = turn
    })
  }

  const nextTerm = () => {
    turn += 1
  }
  return { scores, terms, add, nextTerm }
}

function scoreLetters({ stems }: Question, scores: Float64Array, grams: Postings): void {
  for (const [gram, weight] of weighGrams(stems)) {
    const found = grams.of(gram)
    found?.documents.forEach((id, i) => {
      scores[id] = (scores[id] ?? 0) + weight * GRAM_WEIGHT * (found.scores[i] ?? 0)
    })
  }
}

/** A group of letters that several words share counts once, at its highest weight. */
function weighGrams(stems: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const [term, weight] of stems) {
    const worth = weight < 1 ? weight * GRAM_SYNONYM : weight
    for (const gram of gramsOf(term)) weights.set(gram, Math.max(worth, weights.get(gram) ?? 0))
  }
  return weights
}

/** Places of the highest scores above 0, best first; a handful out of thousands, so no sort of all. */
function bestOf(scores: Float64Array): readonly number[] {
  const best: number[] = []
  const scoreAt = (place: number) => scores[best[place] ?? -1] ?? 0
  scores.forEach((score, id) => {
    if (score <= scoreAt(MAX_HITS - 1)) return
    let place = best.length
    while (place > 0 && scoreAt(place - 1) < score) place -= 1
    best.splice(place, 0, id)
    best.length = Math.min(best.length, MAX_HITS)
  })
  return best
}
