/** Synthetic handbook: as many sections as wanted, in Dutch-like text made of the sample's words. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chance, createChance, frequentWords, zipfian } from './words.ts'

const SECTIONS_A_CHAPTER = 100
const WORDS_A_SECTION = 150
const QUESTIONS_A_SECTION = 3
/** A larger handbook also has more words, and in Dutch most of those are compounds. */
const COMPOUNDS = 0.04

/** Writes chapters to a new folder, which the caller removes. The same seed, the same text. */
export function writeSyntheticHandbook(sections: number, seed = 1): string {
  const folder = mkdtempSync(join(tmpdir(), 'synthetic-handbook-'))
  const words = createWriter(createChance(seed))
  for (let chapter = 0; chapter * SECTIONS_A_CHAPTER < sections; chapter += 1) {
    const numbers = Array.from(
      { length: Math.min(SECTIONS_A_CHAPTER, sections - chapter * SECTIONS_A_CHAPTER) },
      (_, place) => chapter * SECTIONS_A_CHAPTER + place,
    )
    const text = [FRONT_MATTER, ...numbers.map((number) => section(number, words))].join('\n')
    writeFileSync(join(folder, `${String(chapter).padStart(4, '0')}.md`), text)
  }
  return folder
}

const FRONT_MATTER =
  '---\ntitle: Hoofdstuk\nlanguage: nl\nowner: ciso@lindedam.example\nreview: 2099-01-01\n---\n'

type Writer = (count: number) => string

function createWriter(chance: Chance): Writer {
  const next = zipfian(frequentWords())
  const word = () => (chance() < COMPOUNDS ? next(chance) + next(chance) : next(chance))
  return (count) => Array.from({ length: count }, word).join(' ')
}

function section(number: number, words: Writer): string {
  const questions = Array.from({ length: QUESTIONS_A_SECTION }, () => `  - "${words(9)}"`)
  return [
    `## ${words(6)}? {#sectie-${number}}`,
    '<!-- vraagbaak',
    'questions:',
    ...questions,
    '-->',
    '',
    `**${words(20)}.**`,
    '',
    `${words(WORDS_A_SECTION - 60)}.`,
    '',
    `1. ${words(20)}.`,
    `2. ${words(20)}.`,
    '',
  ].join('\n')
}
