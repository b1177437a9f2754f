/**
 * Personal data: finds and masks what an employee should not have typed.
 *
 * A message is masked before anything else sees it, so nothing that is stored, logged or
 * passed on ever holds a number of a resident.
 */
import { z } from 'zod'

export const PersonalData = z.enum(['bsn', 'iban', 'email', 'phone'])
export type PersonalData = z.infer<typeof PersonalData>

export type Masked = Readonly<{ text: string; found: readonly PersonalData[] }>

type Rule = Readonly<{ kind: PersonalData; pattern: RegExp; holds: (match: string) => boolean }>

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number)

/**
 * The eleven-test of the burgerservicenummer: 9·d1 + 8·d2 + … + 2·d8 − 1·d9 is a multiple of 11.
 * Numbers of eight digits count with a leading zero.
 *
 * @see https://www.rvig.nl/burgerservicenummer Logisch ontwerp BSN, the modulus 11 check
 */
export function isBsn(text: string): boolean {
  const typed = digitsOf(text)
  const digits = typed.length === 8 ? [0, ...typed] : typed
  if (digits.length !== 9 || digits.every((digit) => digit === digits[0])) return false

  const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0)
  return sum % 11 === 0
}

/** ISO 13616: with the first four characters moved to the end, modulo 97 is 1 (ISO 7064). */
export function isIban(text: string): boolean {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  const moved = compact.slice(4) + compact.slice(0, 4)
  const remainder = [...moved].reduce((rest, character) => {
    const value = Number.parseInt(character, 36)
    return (rest * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
  return remainder === 1
}

/** "23-10-2026", "2026-10-23", "23102026": one in eleven would pass as a BSN of eight digits. */
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const YEAR = '(?:19|20)\\d{2}'
const DATE = new RegExp(
  `(?<!\\d)(?:${DAY}([ ./-]?)${MONTH}\\1${YEAR}|${YEAR}([ ./-]?)${MONTH}\\2${DAY})(?!\\d)`,
)
const isDate = (text: string): boolean => DATE.test(text)
/** "12.345.678" as an amount or a count. */
const isThousands = (text: string): boolean => /^\d{2}([.,])\d{3}\1\d{3}$/.test(text)

/** What people put between the groups of a number; no-break spaces and dashes come with pasting. */
const GAP = '[ \\u00a0\\u202f./\\u2010-\\u2015-]'
const BRACKETED_GAP = '[ ()\\u00a0\\u202f./\\u2010-\\u2015-]'
/** Not in the middle of a longer number or of an amount with decimals. */
const NUMBER_STARTS = '(?<!\\d|\\d[.,/-])'
const NUMBER_ENDS = '(?!\\d|[.,-]\\d)'

const bsnPattern = (digits: number): RegExp =>
  new RegExp(`${NUMBER_STARTS}\\d(?:${GAP}{0,2}\\d){${digits - 1}}${NUMBER_ENDS}`, 'g')

/**
 * Countries by the length of their IBAN: without it the words after an IBAN would be read with it.
 *
 * @see https://www.swift.com/standards/data-standards/iban the IBAN registry
 */
const IBAN_COUNTRIES: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FO GL NL',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU XK',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'PT',
  26: 'IS TR',
  27: 'FR GR IT MC MR SM',
  28: 'AL AZ CY DO HU LB PL',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU',
  31: 'MT',
}

const IBAN_GAP = '[ \\u00a0.-]?'
const IBAN = new RegExp(
  `(?<![\\p{L}\\d])(?:${Object.entries(IBAN_COUNTRIES)
    .map(([length, countries]) => {
      const rest = Number(length) - 4
      return `(?:${countries.replaceAll(' ', '|')})${IBAN_GAP}\\d{2}(?:${IBAN_GAP}[A-Z\\d]){${rest}}`
    })
    .join('|')})(?!\\d)`,
  'giu',
)

/** A Dutch number: 0, 0031 or +31 and nine digits. That of a desk is masked too, which is no harm. */
const PHONE = new RegExp(
  `(?<!\\d|\\d[.,])(?:(?:\\+|00)?31(?:${BRACKETED_GAP}{0,3}0)?|\\(?0)${BRACKETED_GAP}{0,3}[1-9]` +
    `(?:${BRACKETED_GAP}{0,3}\\d){8}(?!\\d)`,
  'g',
)

/** In this order: an IBAN holds digits that look like a telephone number, and that like a BSN. */
const RULES: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu,
    holds: () => true,
  },
  { kind: 'iban', pattern: IBAN, holds: isIban },
  { kind: 'phone', pattern: PHONE, holds: (match) => !isDate(match) },
  { kind: 'bsn', pattern: bsnPattern(9), holds: (match) => isBsn(match) && !isDate(match) },
  {
    kind: 'bsn',
    pattern: bsnPattern(8),
    holds: (match) => isBsn(match) && !isDate(match) && !isThousands(match),
  },
]

/** Shown instead of what was found; the words are catalogue-free on purpose: they end up in logs. */
const MASKS: Readonly<Record<PersonalData, string>> = {
  bsn: '[BSN verwijderd]',
  iban: '[IBAN verwijderd]',
  email: '[e-mailadres verwijderd]',
  phone: '[telefoonnummer verwijderd]',
}

/** Replaces BSNs, IBANs, mail addresses and Dutch telephone numbers by a neutral mark. */
export function maskPersonalData(text: string): Masked {
  const found = new Set<PersonalData>()
  const masked = RULES.reduce(
    (rest, { kind, pattern, holds }) =>
      rest.replace(pattern, (match) => {
        if (!holds(match)) return match
        found.add(kind)
        return MASKS[kind]
      }),
    text,
  )
  return { text: masked, found: [...found] }
}

/** The text to search with: a mask is no word of the question. */
export const withoutMasks = (text: string): string =>
  Object.values(MASKS).reduce((rest, mask) => rest.replaceAll(mask, ' '), text)
