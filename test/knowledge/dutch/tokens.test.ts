/** Tokens: what counts as a word, whatever somebody's keyboard made of it. */
import fc from 'fast-check'
import { tokens } from '../../../knowledge/dutch/tokens.ts'

it.each([
  ['capitals', 'BSN Wachtwoord', ['bsn', 'wachtwoord']],
  ['accents', 'privé reünie coördinator', ['prive', 'reunie', 'coordinator']],
  ['accents as marks of their own (NFD)', 'prive\u0301', ['prive']],
  ['the single character ij (U+0133)', 'w\u0133zigen \u0132svrij', ['wijzigen', 'ijsvrij']],
  ['full-width letters', 'ＢＳＮ', ['bsn']],
  ['a Turkish capital', '\u0130stanbul', ['istanbul']],
  ['a possessive', "foto's collega's", ['foto', 'collega']],
  ['a curly possessive', 'foto’s collega‘s', ['foto', 'collega']],
  ['a back quote or acute accent as apostrophe', 'foto`s foto´s', ['foto', 'foto']],
  ['a diminutive of an abbreviation', "A4'tje usb'tjes", ['a4', 'usb']],
  ["'s before a word", "'s avonds ’s nachts", ['avonds', 'nachts']],
  ['a soft hyphen within a word', 'wacht\u00adwoord', ['wachtwoord']],
  ['a zero-width space within a word', 'wacht\u200bwoord', ['wachtwoord']],
  ['marks of direction', '\u202ewachtwoord\u202c', ['wachtwoord']],
  ['hyphens', 'ge-üpload e-mail', ['ge', 'upload', 'mail']],
  ['letters alone', 'a b usb', ['usb']],
  ['digits alone', '2 x 7', ['2', '7']],
  ['codes', '2FA mfa-code', ['2fa', 'mfa', 'code']],
  ['operators of search languages', 'AND "x1*" OR -usb', ['and', 'x1', 'or', 'usb']],
  ['names that an object has by itself', '__proto__ constructor', ['proto', 'constructor']],
  ['emoji', 'top 👍🏽 klaar', ['top', 'klaar']],
  ['line separators', 'usb\u2028stick\r\nkwijt', ['usb', 'stick', 'kwijt']],
  ['NUL', 'usb\u0000stick', ['usb', 'stick']],
  ['repeats', 'mail mail', ['mail', 'mail']],
  ['nothing', '  ?! ', []],
])('reads %s', (_, text, words) => {
  expect(tokens(text)).toEqual(words)
})

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

it('gives only lower-case letters and digits, for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of tokens(text)) expect(word).toMatch(/^[\p{L}\d]+$/u)
    }),
  )
})

it('gives the same words when it reads its own words', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = tokens(text)

      expect(tokens(once.join(' '))).toEqual(once)
    }),
  )
})

it('reads composed and decomposed text alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokens(text.normalize('NFD'))).toEqual(tokens(text.normalize('NFC')))
    }),
  )
})
