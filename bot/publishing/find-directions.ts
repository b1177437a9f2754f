/** Find directions: where a text sends people, however it is written: links, numbers, addresses, software. */
import { safeText } from '../../knowledge/safe-text.ts'

export type Directions = Readonly<{
  kind: 'links' | 'mail' | 'telephone' | 'software'
  /** In order, without what makes no difference. */
  found: readonly string[]
}>

/** Stands before the target of a link; a character that means nothing by itself. */
export const LINK = '\ue000'

/** One of each kind, always in the same order. */
export function findDirections(text: string): readonly Directions[] {
  const words = readable(text)
  const numbers = withoutDates(words)
  const all = (pattern: RegExp) =>
    [...words.matchAll(pattern)].map(([found]) => found.toLowerCase())
  const telephone = [NUMBER, PIECES, SHORT].flatMap((pattern) =>
    [...numbers.matchAll(pattern)].map(([found]) => found.replace(/\P{Nd}/gu, '')),
  )
  return [
    { kind: 'links', found: [...all(HOST), ...all(ADDRESS)] },
    { kind: 'mail', found: all(MAIL) },
    { kind: 'telephone', found: telephone.filter((digits) => digits.length >= LEAST_DIGITS) },
    { kind: 'software', found: all(SOFTWARE) },
  ]
}

/** Without what hides a word from us and from nobody else. */
function readable(text: string): string {
  return safeText(text)
    .normalize('NFKC')
    .replace(/\s*[([{]\s*(?:punt|dot)\s*[)\]}]\s*/giu, '.')
    .replace(/\s*[([{]\s*(?:at|apenstaartje|apestaartje)\s*[)\]}]\s*/giu, '@')
    .replace(SPOKEN, (run) => run.replace(SPOKEN_DIGIT, (word) => digitOf(word)))
}

const DIGITS: readonly (readonly string[])[] = [
  ...[
    ['nul', 'zero'],
    ['een', 'één', 'one'],
    ['twee', 'two'],
    ['drie', 'three'],
    ['vier', 'four'],
  ],
  ...[
    ['vijf', 'five'],
    ['zes', 'six'],
    ['zeven', 'seven'],
    ['acht', 'eight'],
    ['negen', 'nine'],
  ],
]
const A_DIGIT = `(?<!\\p{L})(?:${DIGITS.flat().join('|')})(?!\\p{L})`
const SPOKEN_DIGIT = new RegExp(A_DIGIT, 'giu')
/** Fewer are words of a sentence. */
const SPOKEN = new RegExp(`${A_DIGIT}(?:[\\s,.-]{1,3}${A_DIGIT}){4,}`, 'giu')
const digitOf = (word: string): string =>
  `${DIGITS.findIndex((names) => names.includes(word.toLowerCase()))}`

/** A date is no number to call; with more digits around it, it is no date. */
const withoutDates = (text: string): string => text.replace(DATE, '…')
const DATE =
  /(?<!\p{Nd}[\s./-]{0,2})(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\s./-]{0,2}\p{Nd})/gu

const LETTER = '\\p{L}\\p{M}\\p{N}'
const LABEL = `[${LETTER}](?:[${LETTER}-]*[${LETTER}])?`
/** Endings of a file that are none of a host. */
const FILE = '(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|csv|txt|ics)(?!\\p{L}|\\.\\p{L})'
const PATH = '(?::\\d+)?(?:[/?#][^\\s<>"\')\\]|]*)?(?<![.,;:!?])'
/** A name of a host, with what follows it; a file such as "brief.pdf" is none. */
const HOST = new RegExp(
  `(?<![${LETTER}.@-])(?:${LABEL}[.。])+(?!${FILE})\\p{L}[${LETTER}-]+${PATH}|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b${PATH}`,
  'giu',
)
/** What has a scheme, and what Markdown says is a link. */
const ADDRESS = new RegExp(
  `${LINK}\\S+|(?<![a-z\\d+.-])[a-z][a-z\\d+.-]*://[^\\s<>"')\\]|]+`,
  'giu',
)

const LOCAL = "\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-"
const MAIL = new RegExp(`(?<![${LOCAL}])[${LOCAL}]+@[${LETTER}.-]+`, 'giu')

const LEAST_DIGITS = 3
/** Five digits or more, however they are grouped. */
const NUMBER = /\+?\(?\p{Nd}(?:[\s()./\\_–—‑‐·•,:*'|+-]{0,3}\p{Nd}){4,}/gu
/** With words in between, as long as it begins as a number to call does and is as long as one. */
const PIECES =
  /(?<!\p{Nd})[+0](?=(?:[^\p{Nd}\n]{0,24}\p{Nd}){7})\p{Nd}*(?:[^\p{Nd}\n]{1,24}\p{Nd}+){2,}/gu
const SHORT =
  /(?<!\p{L})(?:bel(?:len|t)?|toestel|tel|telefoon|call|phone|extension|sms|app|whatsapp|nummer|number)(?!\p{L})[^\p{Nd}\n]{0,20}\p{Nd}{3,4}(?!\p{Nd})/giu

const SOFTWARE = /(?<!\p{L})(?:install|download|sideload)\p{L}*/giu
