/** Stems: the forms of a word that a question and a handbook must share. */
import fc from 'fast-check'
import { stem } from '../../../knowledge/dutch/stem.ts'
import { tokens } from '../../../knowledge/dutch/tokens.ts'

const stemsOf = (forms: string) => new Set(tokens(forms).map(stem))

describe('one stem for', () => {
  it.each([
    ['diminutives', 'mail mails mailtje mailtjes'],
    ['diminutives in -je', 'pas pasje pasjes passen'],
    ['diminutives in -pje', 'boom boompje boompjes bomen'],
    ['diminutives in -etje', 'bon bonnetje'],
    ['diminutives with a doubled vowel', "foto foto's fotootje"],
    ['plurals', 'wachtwoord wachtwoorden'],
    ['f and v', 'brief brieven briefje'],
    ['s and z', 'huis huizen huisje'],
    ['single and doubled vowels', 'telefoon telefonen telefoontje'],
    ['a verb and its participle', 'wissen wist gewist'],
    ['a verb and its participle in -d', 'delen deelt gedeeld'],
    ['separable verbs', 'doorsturen doorstuurt doorgestuurd'],
    ['to log in', 'inloggen inlogt ingelogd'],
    ['to click', 'aanklikken aangeklikt'],
    ['to secure', 'beveiligen beveiligt beveiligd beveiliging'],
    ['to destroy', 'vernietigen vernietigt vernietigd vernietiging'],
    ['English verbs with Dutch endings', 'scannen scant gescand'],
    ['forwarding', 'forwarden geforward'],
    ['uploading', 'uploaden geüpload upload'],
    ['switching', 'switchen geswitcht'],
    ['using', 'gebruik gebruikt gebruiken'],
    ['apps', 'app apps appen appje geappt'],
    ['printing', 'printen print geprint'],
    ['d/t errors: worden', 'word wordt'],
    ['d/t errors: gebeuren', 'gebeurt gebeurd gebeuren'],
    ['d/t errors: melden', 'meld meldt gemeld gemelt melden'],
    ['d/t errors: versturen', 'verstuurd verstuurt versturen'],
    ['d/t errors: aanmelden', 'aanmelden aanmeldt aangemeld'],
  ])('%s', (_, forms) => {
    expect([...stemsOf(forms)]).toHaveLength(1)
  })
})

describe('keeps apart', () => {
  it.each(['wissen weten', 'lek leuk', 'stick stuk', 'bsn bsl', 'mail mal', 'pas pad'])(
    '%s',
    (words) => {
      expect([...stemsOf(words)]).toHaveLength(words.split(' ').length)
    },
  )
})

it.each(['geheugen', 'gebied', 'geluid', 'gewicht', 'gezicht', 'gedrag'])(
  'takes %s for no participle',
  (word) => {
    expect(stem(word)).toMatch(/^ge/)
  },
)

it.each(['bsn', '2fa', 'k9', 'covid19', 'ap', 'w11'])('leaves %s as it is', (word) => {
  expect(stem(word)).toBe(word)
})

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,30}$/),
  fc.constantFrom('', 'constructor', '__proto__', 'jjjjjj', 'etjes', 'gegege', '用户手册', '中'),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

it('never throws, and never gives an empty stem for a word', () => {
  fc.assert(
    fc.property(word, (any) => {
      expect(stem(any) === '').toBe(any === '')
    }),
  )
})

it('never makes a word much longer', () => {
  fc.assert(
    fc.property(word, (any) => {
      expect(stem(any).length).toBeLessThanOrEqual(any.length + 1)
    }),
  )
})

it('gives the same stem the second time, when it is remembered', () => {
  fc.assert(
    fc.property(word, (any) => {
      expect(stem(any)).toBe(stem(any))
    }),
  )
})

it('survives a word of a hundred thousand letters', () => {
  expect(stem('lijkheden'.repeat(11_000)).length).toBeGreaterThan(90_000)
})
