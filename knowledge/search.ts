/**
 * Search: finds the texts that a question is about. The only file that knows MiniSearch.
 *
 * Two indexes are asked and their scores added: words (Dutch stems, compound parts, thesaurus) and
 * pieces of words. What each step brings was measured; see DESIGN.md.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import MiniSearch, { type SearchResult } from 'minisearch'
import { stem } from './dutch/stem.ts'
import { tokens } from './dutch/tokens.ts'
import { createGramIndex, type GramIndex } from './gram-index.ts'
import type { Question } from './question.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** Something to find, and the texts by which it is found. */
export type Entry<T> = Readonly<{
  item: T
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
  /** Stems of the question that the entry holds, misspelt ones corrected. */
  matched: readonly string[]
}>

export type Index<T> = Readonly<{
  vocabulary: Vocabulary
  /** Best first; at most {@link MAX_HITS}. */
  search: (question: Question) => readonly SearchHit<T>[]
}>

export const MAX_HITS = 20

const BOOST = { title: 1.5, text: 1, keywords: 1 }
const BM25 = { k: 1.2, b: 0.7, d: 0 }
/** A unit of gram score beside a unit of word score. */
const GRAM_WEIGHT = 4
/** What a synonym counts in the gram index: its letters say less than its meaning. */
const GRAM_SYNONYM = 0.6
/** Example questions are compared wording and all, stop words included. */
const WORDING_WEIGHT = 2

/** Edit distance allowed, as a share of the term's length. */
const FUZZY = 0.25
const MAX_FUZZY_TERMS = 8
/** Abbreviations that are one letter from another one. */
const NEVER_FUZZY = new Set(
  'wifi mfa 2fa vpn usb bsn brp avg woo dpia bio ensia digid suwi'.split(' '),
)

/** How long the event loop is kept before others get a turn. */
const MAX_BLOCK_MS = 8

type Document = Readonly<{
  id: number
  title: string
  text: string
  keywords: string
  questions: string
}>

/** Builds beside whatever serves now, in small steps; the caller swaps when it is done. */
export async function buildIndex<T>(entries: readonly Entry<T>[]): Promise<Index<T>> {
  const vocabulary = createVocabulary()
  const words = createWordIndex(vocabulary)
  const grams = createGramIndex()

  await inSteps(entries, ({ title, text, keywords }) =>
    vocabulary.count(tokens([title, text, ...keywords].join('\n'))),
  )
  await inSteps(entries, (entry, id) => {
    words.add(documentOf(entry, id))
    grams.add(gramStems(entry, vocabulary))
  })
  return {
    vocabulary,
    search: (question) =>
      question.concepts.length === 0 ? [] : find(question, { entries, vocabulary, words, grams }),
  }
}

async function inSteps<T>(items: readonly T[], step: (item: T, index: number) => void) {
  let started = performance.now()
  for (const [index, item] of items.entries()) {
    step(item, index)
    if (performance.now() - started < MAX_BLOCK_MS) continue
    await yieldToOthers()
    started = performance.now()
  }
}

function createWordIndex(vocabulary: Vocabulary): MiniSearch<Document> {
  return new MiniSearch<Document>({
    fields: ['title', 'text', 'keywords', 'questions'],
    tokenize: tokens,
    processTerm: (word, field) =>
      field === 'questions' ? stem(word) : [...vocabulary.stemsOf(word)],
  })
}

const documentOf = <T>({ title, text, keywords, questions }: Entry<T>, id: number): Document => ({
  id,
  title,
  text,
  keywords: keywords.join('\n'),
  questions: questions.join('\n'),
})

const gramStems = <T>(entry: Entry<T>, vocabulary: Vocabulary): readonly string[] =>
  tokens([entry.title, entry.text, ...entry.keywords, ...entry.questions].join('\n')).flatMap(
    (word) => vocabulary.stemsOf(word).slice(0, 1),
  )

type Parts<T> = Readonly<{
  entries: readonly Entry<T>[]
  vocabulary: Vocabulary
  words: MiniSearch<Document>
  grams: GramIndex
}>

function find<T>(question: Question, { entries, vocabulary, words, grams }: Parts<T>) {
  const byWords = new Map(
    searchWords(question, vocabulary, words).map((result) => [Number(result.id), result]),
  )
  const scores = grams.score(gramWeights(question)).map((score) => score * GRAM_WEIGHT)
  for (const [id, { score }] of byWords) scores[id] = (scores[id] ?? 0) + score

  return bestOf(scores).flatMap((id): readonly SearchHit<T>[] => {
    const entry = entries[id]
    if (entry === undefined) return []
    return [
      { item: entry.item, score: scores[id] ?? 0, matched: byWords.get(id)?.queryTerms ?? [] },
    ]
  })
}

/** Places of the highest scores above 0, best first. */
function bestOf(scores: Float64Array): readonly number[] {
  const found: number[] = []
  scores.forEach((score, id) => {
    if (score > 0) found.push(id)
  })
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, MAX_HITS)
}

const gramWeights = ({ stems }: Question): ReadonlyMap<string, number> =>
  new Map([...stems].map(([term, weight]) => [term, weight < 1 ? weight * GRAM_SYNONYM : weight]))

function searchWords(
  question: Question,
  vocabulary: Vocabulary,
  words: MiniSearch<Document>,
): readonly SearchResult[] {
  const stems = [...question.stems.keys()]
  const fuzzy = new Set(
    stems.filter((term) => mayBeMisspelt(term, vocabulary)).slice(0, MAX_FUZZY_TERMS),
  )
  const asGiven = {
    tokenize: (text: string) => text.split(' '),
    processTerm: (term: string) => term,
    bm25: BM25,
  }
  return words.search({
    combineWith: 'OR',
    queries: [
      {
        queries: [stems.join(' ')],
        fields: ['title', 'text', 'keywords'],
        boost: BOOST,
        boostTerm: (term: string) => question.stems.get(term) ?? 1,
        fuzzy: (term: string) => (fuzzy.has(term) ? FUZZY : false),
        ...asGiven,
      },
      {
        queries: [question.wording.join(' ')],
        fields: ['questions'],
        boost: { questions: WORDING_WEIGHT },
        ...asGiven,
      },
    ],
  })
}

const mayBeMisspelt = (term: string, vocabulary: Vocabulary): boolean =>
  term.length >= 4 &&
  !/\d/.test(term) &&
  !NEVER_FUZZY.has(term) &&
  vocabulary.sectionCount(term) === 0
