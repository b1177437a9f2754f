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

/** A number of the municipality's desk is no personal data, but masking it does no harm either. */
const isPhone = (text: string): boolean => {
  const digits = digitsOf(text).join('')
  return /^(?:0|31|0031)[1-9]\d{8}$/.test(digits.replace(/^(31|0031)0/, '$1'))
}

/** In this order: an IBAN holds digits that could look like a BSN or telephone number. */
const RULES: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu,
    holds: () => true,
  },
  {
    kind: 'iban',
    pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ .-]?[A-Z\d]){11,30}(?![\p{L}\d])/giu,
    holds: isIban,
  },
  { kind: 'bsn', pattern: /(?<![\d.,-])\d(?:[ .-]{0,2}\d){7,8}(?![\d-]|[.,]\d)/g, holds: isBsn },
  {
    kind: 'phone',
    pattern: /(?<![\d.,])(?:\+|00)?\d(?:[ ()-]{0,3}\d){8,13}(?!\d)/g,
    holds: isPhone,
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
