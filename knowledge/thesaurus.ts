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

type Entries = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What was read: to be asked, or to be added to. */
export type Relations = Readonly<{ dutch: Entries; english: Entries }>

type Source = Readonly<{ file: string; source: string }>

const NOTHING: Relations = { dutch: new Map(), english: new Map() }

/** @throws Error that names file, line and field of what is wrong. */
export const readThesaurus = (sources: readonly Source[]): Thesaurus =>
  thesaurusOf(sources.reduce((base, source) => readRelations(source, base), NOTHING))

/**
 * @param base what was read before; it stays as it is, so that several can be added to one
 * @throws Error that names file, line and field of what is wrong.
 */
export function readRelations({ file, source }: Source, base = NOTHING): Relations {
  const dutch = createAdditions(base.dutch)
  const english = createAdditions(base.english)
  for (const concept of readYamlOrThrow(ThesaurusFile, source, file).concepts)
    addConcept(concept, dutch, english)
  return { dutch: dutch.all(), english: english.all() }
}

export const thesaurusOf =
  ({ dutch, english }: Relations): Thesaurus =>
  (asked, language) => {
    const stems = asked.map(stem)
    const found = stems.flatMap((_, start) => expansionsAt(dutch, stems, start))
    if (language !== 'en') return found
    return [...found, ...stems.flatMap((_, start) => expansionsAt(english, stems, start))]
  }

export const emptyThesaurus: Thesaurus = () => []

type Additions = Readonly<{
  /** To write to: the base's own is copied first. */
  entryOf: (key: string) => Map<string, number>
  all: () => Entries
}>

function createAdditions(base: Entries): Additions {
  const added = new Map<string, Map<string, number>>()
  return {
    entryOf: (key) => {
      const entry = added.get(key) ?? new Map(base.get(key))
      added.set(key, entry)
      return entry
    },
    all: () => new Map([...base, ...added]),
  }
}

function addConcept(concept: Concept, dutch: Additions, english: Additions): void {
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

function relate(into: Additions, from: Phrase, to: readonly Phrase[], weight: number): void {
  const entry = into.entryOf(from.key)
  for (const { key, targets } of to) {
    if (key === from.key) continue
    const each = targets.length === 1 ? weight : weight * PHRASE_PART
    for (const target of targets) entry.set(target, Math.max(each, entry.get(target) ?? 0))
  }
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
