/** Commands: words that do what a button does. */
import fc from 'fast-check'
import { commandOf } from '../../bot/use-cases/command.ts'

it.each([
  ['Mijn vragen', 'nl', 'my-questions'],
  ['my questions?', 'en', 'my-questions'],
  ['open vragen', 'nl', 'open-questions'],
  ['open questions', 'en', 'open-questions'],
  ['hiaten', 'nl', 'show-gaps'],
  ['Gaps!', 'en', 'show-gaps'],
  ['vergeet mij.', 'nl', 'forget-me'],
  ['forget me', 'en', 'forget-me'],
  [' vraag  de CISO ', 'nl', 'ask-human'],
  ['ask the ciso', 'en', 'ask-human'],
])('hears "%s"', (text, language, verb) => {
  expect(commandOf(text)).toMatchObject({ language, command: { verb } })
})

it.each([
  ['meldingen hier', { kind: 'incidents' }],
  ['reports here', { kind: 'incidents' }],
  ['vragen hier', { kind: 'questions' }],
  ['questions here', { kind: 'questions' }],
  ['Vragen over Thuis werken hier!', { kind: 'chapter', named: 'thuis werken' }],
  ['questions about 5 here', { kind: 'chapter', named: '5' }],
])('hears "%s"', (text, route) => {
  expect(commandOf(text)?.command).toEqual({ verb: 'set-route', route })
})

it.each([
  'wat zijn mijn vragen waard',
  'mag ik vragen over thuiswerken hier stellen',
  'vragen over hier',
  'vergeet mijn wachtwoord',
  'vraag de ciso of ik mag printen',
  'help',
  '',
  '__proto__',
  'constructor',
])('leaves "%s" to the handbook', (text) => {
  expect(commandOf(text)).toBeUndefined()
})

it('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['object', 'undefined']).toContain(typeof commandOf(text))
    }),
  )
})
