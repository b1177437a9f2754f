/** Question: what a message asks for, as weighted stems grouped by the words that were typed. */
import { stem } from './dutch/stem.ts'
import { isEnglishStopWord, isStopWord } from './dutch/stop-words.ts'
import { tokens } from './dutch/tokens.ts'
import { detectLanguage } from './language.ts'
import type { Thesaurus } from './thesaurus.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Longer messages are refused before they cost anything; see the figures in DESIGN.md. */
export const MAX_CHARACTERS = 500
const MAX_CONCEPTS = 40
const MAX_WORDING = 80

/** More than these of one word bring noise and take time. */
const MAX_SYNONYMS = 12

/** A part of a compound says less than the whole. */
const PART_WEIGHT = 0.3
/** A word that differs in a letter or two may still be another word. */
const RESPELT_WEIGHT = 0.7

/** A word that was typed, and every stem that may stand for it in the handbook. */
export type Concept = Readonly<{
  stem: string
  /** How telling the word is; see {@link Vocabulary.idf}. */
  idf: number
  /** Weight of each stem, 1 for the word itself. */
  stems: ReadonlyMap<string, number>
}>

export type Question = Readonly<{
  concepts: readonly Concept[]
  /** Every stem of the concepts with its highest weight: 1 for what was typed. */
  stems: ReadonlyMap<string, number>
  /** Stems of all words, stop words included: for comparing with whole questions. */
  wording: ReadonlySet<string>
}>

/** What an earlier question still counts when this one goes on about it. */
const CONTEXT_WEIGHT = 0.5

type Tools = Readonly<{ vocabulary: Vocabulary; thesaurus: Thesaurus }>

/** @param context an earlier question that this one goes on about ("en op mijn telefoon?"). */
export function readQuestion(text: string, tools: Tools, context = ''): Question {
  const own = readAlone(text, tools)
  if (context === '') return own

  const earlier = readAlone(context, tools)
  const concepts = [...own.concepts, ...earlier.concepts.map(lessTelling)]
  return gather(mostTelling(mergeRepeats(concepts)), own.wording)
}

function readAlone(text: string, { vocabulary, thesaurus }: Tools): Question {
  const words = tokens(text)
  const language = detectLanguage(text, 'nl')
  const skip = (word: string) => isStopWord(word) || (language === 'en' && isEnglishStopWord(word))
  const typed = words.map((word) => (skip(word) ? undefined : ownConcept(word, words, vocabulary)))

  for (const { start, length, stems } of thesaurus(words, language)) {
    const covered = typed.slice(start, start + length).filter((concept) => concept !== undefined)
    for (const concept of covered) raise(concept.stems, tame(stems, concept, vocabulary))
  }
  const concepts = mostTelling(mergeRepeats(typed.filter((concept) => concept !== undefined)))
  return gather(concepts, new Set(words.slice(0, MAX_WORDING).map(stem)))
}

const gather = (concepts: readonly Concept[], wording: ReadonlySet<string>): Question => ({
  concepts,
  stems: concepts.reduce((all, { stems }) => raise(all, stems), new Map<string, number>()),
  wording,
})

const lessTelling = (concept: Concept): OpenConcept => ({
  ...concept,
  idf: concept.idf * CONTEXT_WEIGHT,
  stems: new Map([...concept.stems].map(([key, weight]) => [key, weight * CONTEXT_WEIGHT])),
})

/**
 * What the thesaurus adds must not outweigh what was typed: words that the handbook does not have
 * are left out, a rare synonym counts no more than the common word asked for, and many synonyms
 * share their weight.
 */
function tame(stems: ReadonlyMap<string, number>, asked: Concept, vocabulary: Vocabulary) {
  const known = [...stems]
    .filter(([synonym]) => vocabulary.sectionCount(synonym) > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SYNONYMS)
  const ceiling = vocabulary.sectionCount(asked.stem) > 0 ? asked.idf : Number.POSITIVE_INFINITY
  return new Map(
    known.map(([synonym, weight]): [string, number] => {
      const rarity = Math.min(1, ceiling / vocabulary.idf(synonym))
      return [synonym, (weight * rarity) / Math.sqrt(known.length)]
    }),
  )
}

type OpenConcept = Concept & { stems: Map<string, number> }

/** The word, its parts, the compound it may form with a neighbour ("data lek"), its right spelling. */
function ownConcept(word: string, words: readonly string[], vocabulary: Vocabulary): OpenConcept {
  const [whole = word, ...parts] = vocabulary.stemsOf(word)
  const stems = new Map([
    [whole, 1],
    ...parts.map((part): [string, number] => [part, PART_WEIGHT]),
    ...respelt(whole, vocabulary).map((stem): [string, number] => [stem, RESPELT_WEIGHT]),
  ])
  return {
    stem: whole,
    idf: vocabulary.idf(whole),
    stems: raise(stems, joined(word, words, vocabulary)),
  }
}

const respelt = (typed: string, { sectionCount, similar }: Vocabulary): readonly string[] =>
  sectionCount(typed) > 0 ? [] : similar(typed)

function joined(word: string, words: readonly string[], vocabulary: Vocabulary) {
  const place = words.indexOf(word)
  const before = words[place - 1]
  const after = words[place + 1]
  const compounds = [before && before + word, after && word + after].filter(
    (compound) => compound && vocabulary.sectionCount(stem(compound)) > 0,
  )
  return new Map(compounds.map((compound): [string, number] => [stem(compound ?? ''), 1]))
}

/** Takes the highest weight of each stem. */
function raise(into: Map<string, number>, from: ReadonlyMap<string, number>): Map<string, number> {
  for (const [key, weight] of from) into.set(key, Math.max(weight, into.get(key) ?? 0))
  return into
}

function mergeRepeats(concepts: readonly Concept[]): readonly Concept[] {
  const merged = new Map<string, OpenConcept>()
  for (const concept of concepts) {
    const known = merged.get(concept.stem)
    if (known === undefined) merged.set(concept.stem, { ...concept, stems: new Map(concept.stems) })
    else raise(known.stems, concept.stems)
  }
  return [...merged.values()]
}

function mostTelling(concepts: readonly Concept[]): readonly Concept[] {
  if (concepts.length <= MAX_CONCEPTS) return concepts
  return [...concepts].sort((a, b) => b.idf - a.idf).slice(0, MAX_CONCEPTS)
}
