/** Language: which of the two a message is in, by its small words. */
import fc from 'fast-check'
import { detectLanguage, Language } from '../../knowledge/language.ts'

it.each([
  ['nl', 'mag ik thuis printen?'],
  ['nl', 'hoe meld ik een phishing mail via the button'],
  ['nl', 'MAG IK MIJN LAPTOP MEENEMEN'],
  ['nl', 'mag\u00a0ik\u2028dat'],
  ['en', 'may I print at home?'],
  ['en', 'How do I report a datalek?'],
  ['en', 'I clicked a link, what should I do'],
  ['en', 'is my wachtwoord allowed to be short'],
] as const)('hears %s in "%s"', (language, text) => {
  const other = language === 'nl' ? 'en' : 'nl'

  expect(detectLanguage(text, other)).toBe(language)
})

it.each(['wetransfer?', '', '👍', 'is was in of', 'password wachtwoord'])(
  'falls back on the language of the platform for "%s"',
  (text) => {
    expect(detectLanguage(text, 'nl')).toBe('nl')
    expect(detectLanguage(text, 'en')).toBe('en')
  },
)

it('gives a language for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Language.options),
      (text, one) => {
        expect(Language.options).toContain(detectLanguage(text, one))
      },
    ),
  )
})
