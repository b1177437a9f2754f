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

it.each([
  ['resultaten', 'nl', { previous: false }],
  ['Resultaten?', 'nl', { previous: false }],
  ['de resultaten', 'nl', undefined],
  ['resultaten van de peiling', 'nl', { previous: false }],
  ['resultaten vorige ronde', 'nl', { previous: true }],
  ['Resultaten van de vorige  ronde.', 'nl', { previous: true }],
  ['resultaten laatste ronde', 'nl', { previous: false }],
  ['resultaten Jeugd', 'nl', { previous: false, named: 'Jeugd' }],
  ['resultaten Jeugd?', 'nl', { previous: false, named: 'Jeugd' }],
  ['resultaten van Sociaal Domein/Jeugd', 'nl', { previous: false, named: 'Sociaal Domein/Jeugd' }],
  ['resultaten vorige ronde Jeugd', 'nl', { previous: true, named: 'Jeugd' }],
  ['results', 'en', { previous: false }],
  ['results previous round', 'en', { previous: true }],
  ['results of the previous round Jeugd', 'en', { previous: true, named: 'Jeugd' }],
  ['results Jeugd!', 'en', { previous: false, named: 'Jeugd' }],
  ['Resultaten van mijn onderzoek met een inwoner delen, mag dat?', 'nl', undefined],
  ['wat zijn de resultaten', 'nl', undefined],
  ['resultaten (', 'nl', undefined],
])('hears results in "%s"', (text, language, asked) => {
  expect(commandOf(text)).toEqual(
    asked === undefined ? undefined : { language, command: { verb: 'ask-results', ...asked } },
  )
})

it('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['object', 'undefined']).toContain(typeof commandOf(text))
    }),
  )
})
