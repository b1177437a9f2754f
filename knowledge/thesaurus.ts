/** Thesaurus: what people say for what the handbook says, from `synonyms.yaml`. */
import { z } from 'zod'
import { stem } from './dutch/stem.ts'
import { isStopWord } from './dutch/stop-words.ts'
import { tokens } from './dutch/tokens.ts'
import type { Language } from './language.ts'
import { readYamlOrThrow } from './yaml.ts'

const words = z.array(z.string().trim().min(1)).default([])

const Concept = z.strictObject({
  /** Mean the same: each finds the others. */
  same: z.array(z.string().trim().min(1)).min(1),
  /** Asked narrow, finds `same`; the other way round at low weight. */
  narrower: words,
  /** Asked `same`, finds these at low weight; never the other way round. */
  broader: words,
  /** Asked in English, finds `same`; never the other way round. */
  english: words,
  /** How much a word of `same` counts beside the word that was asked: 0 to 1. */
  weight: z.number().min(0.05).max(1).default(0.8),
})
const ThesaurusFile = z.strictObject({ concepts: z.array(Concept) })
type Concept = z.infer<typeof Concept>

/** A phrase of the question and what else to look for because of it. */
export type Expansion = Readonly<{
  /** Place of the phrase among the question's words. */
  start: number
  length: number
  /** Stems to look for, with their weight between 0 and 1. */
  stems: ReadonlyMap<string, number>
}>
export type Thesaurus = (words: readonly string[], language: Language) => readonly Expansion[]

const MAX_PHRASE = 4
/** Of the concept's weight: what a looser relation counts. */
const LOOSER = 0.4
/** A phrase spreads over its words. */
const PHRASE_PART = 0.6

type Entry = Map<string, number>
type Entries = Map<string, Entry>

/** @throws Error that names file, line and field of what is wrong. */
export function readThesaurus(
  sources: readonly Readonly<{ file: string; source: string }>[],
): Thesaurus {
  const concepts = sources.flatMap(
    ({ file, source }) => readYamlOrThrow(ThesaurusFile, source, file).concepts,
  )
  const dutch: Entries = new Map()
  const english: Entries = new Map()
  for (const concept of concepts) addConcept(concept, dutch, english)

  return (asked, language) => {
    const stems = asked.map(stem)
    const found = stems.flatMap((_, start) => expansionsAt(dutch, stems, start))
    if (language !== 'en') return found
    return [...found, ...stems.flatMap((_, start) => expansionsAt(english, stems, start))]
  }
}

export const emptyThesaurus: Thesaurus = () => []

function addConcept(concept: Concept, dutch: Entries, english: Entries): void {
  const { weight } = concept
  const same = concept.same.map(readPhrase)
  const narrower = concept.narrower.map(readPhrase)
  const broader = concept.broader.map(readPhrase)
  for (const phrase of same) {
    relate(dutch, phrase, same, weight)
    relate(dutch, phrase, narrower, weight * LOOSER)
    relate(dutch, phrase, broader, weight * LOOSER)
  }
  for (const phrase of narrower) relate(dutch, phrase, same, weight)
  for (const phrase of concept.english.map(readPhrase)) relate(english, phrase, same, weight)
}

/** Stems of a word or phrase; stop words tell a phrase, but are nothing to look for. */
type Phrase = Readonly<{ key: string; targets: readonly string[] }>

function readPhrase(text: string): Phrase {
  const words = tokens(text)
  return {
    key: words.map(stem).join(' '),
    targets: words.filter((word) => !isStopWord(word)).map(stem),
  }
}

function relate(entries: Entries, from: Phrase, to: readonly Phrase[], weight: number): void {
  const entry: Entry = entries.get(from.key) ?? new Map()
  for (const { key, targets } of to) {
    if (key === from.key) continue
    const each = targets.length === 1 ? weight : weight * PHRASE_PART
    for (const target of targets) entry.set(target, Math.max(each, entry.get(target) ?? 0))
  }
  entries.set(from.key, entry)
}

/** The longest phrase wins: "oud papier" is not "papier". */
function expansionsAt(
  entries: Entries,
  stems: readonly string[],
  start: number,
): readonly Expansion[] {
  let key = ''
  let longest: Expansion | undefined
  for (let length = 1; length <= Math.min(MAX_PHRASE, stems.length - start); length += 1) {
    key = length === 1 ? (stems[start] ?? '') : `${key} ${stems[start + length - 1]}`
    const entry = entries.get(key)
    if (entry !== undefined) longest = { start, length, stems: entry }
  }
  return longest === undefined ? [] : [longest]
}
