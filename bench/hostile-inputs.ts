/** Hostile inputs: messages made to be slow, each time other ones, because analysis is cached. */
import { type Chance, frequentWords, oneOf, thesaurusWords } from './words.ts'

/** Writes a message of about this many characters, never more. */
export type Input = Readonly<{ name: string; write: (length: number) => string }>

export function hostileInputs(chance: Chance): readonly Input[] {
  const known = frequentWords()
  const telling = thesaurusWords()
  const letters = (count: number) =>
    Array.from({ length: count }, () => oneOf(LETTERS, chance)).join('')
  const knownWord = () => oneOf(known, chance)
  const glued = () => Array.from({ length: 9 }, knownWord).join('').slice(0, 59)

  return [
    { name: 'distinct words of the handbook', write: filled(knownWord) },
    { name: 'distinct words of the thesaurus', write: filled(() => oneOf(telling, chance)) },
    { name: 'unknown words of 11 letters', write: filled(() => letters(11)) },
    { name: 'unknown words of 4 letters', write: filled(() => letters(4)) },
    { name: 'words with a typing error', write: filled(() => misspelt(knownWord(), chance)) },
    { name: 'compounds of 59 letters', write: filled(glued) },
    { name: 'one word of random letters', write: letters },
    { name: 'one word of handbook words', write: filled(knownWord, '') },
    ...PUMPED.map((unit) => ({
      name: `“${unit.trim()}” over and over`,
      write: (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
    })),
  ]
}

const LETTERS = [...'abcdefghijklmnoprstuvwz'] as [string, ...string[]] // never empty

/** What a careless regular expression would try again and again. */
const PUMPED = [
  'a',
  ' ',
  '.',
  '? ',
  "'",
  'ge',
  'datalek',
  'tje ',
  'dat ',
  'niet ',
  '1',
  '1 2.',
  '06-1',
  'NL91 ',
  'a@a.',
  'a.',
  'ik heb geklikt op een link en ',
  "n't ",
  'é',
  '\u0301',
  '😱',
]

const filled =
  (next: () => string, between = ' ') =>
  (length: number): string => {
    let text = next()
    while (text.length < length) text += between + next()
    return text.slice(0, length)
  }

function misspelt(word: string, chance: Chance): string {
  const at = Math.floor(chance() * word.length)
  return `${word.slice(0, at)}${oneOf(LETTERS, chance)}${word.slice(at + 1)}`
}
