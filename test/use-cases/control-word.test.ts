/** Control words: messages for the bot itself, as people really type them. */
import fc from 'fast-check'
import { controlWordOf } from '../../bot/use-cases/control-word.ts'

it.each([
  ['help', 'help Help! HELP?? "help" “hulp” hulp… help!? (help) *help* menu info stop'],
  ['greeting', 'hoi Hoi! hallo, goedemorgen! hello hi'],
  ['chapters', 'onderwerpen Inhoudsopgave. handboek? topics'],
  ['thanks', 'dankjewel! Bedankt… thx top!! oké OKE Thanks!'],
] as const)('hears %s', (kind, messages) => {
  const heard = messages.split(' ').map((message) => [message, controlWordOf(message)])

  expect(heard).toEqual(messages.split(' ').map((message) => [message, kind]))
})

it.each([
  ['help', '  wat   kun je ? '],
  ['help', 'What can you do?'],
  ['help', '?'],
  ['help', '? ?'],
  ['greeting', 'Hi 👋'],
  ['chapters', 'alle onderwerpen 📚'],
  ['thanks', 'dank je wel!'],
  ['thanks', 'ok, bedankt :)'],
  ['thanks', '👍'],
  ['thanks', '👍🏿👍🏿'],
  ['thanks', '❤'],
  ['thanks', '❤️'],
  ['thanks', '🙏 🙏'],
] as const)('hears %s in "%s"', (kind, message) => {
  expect(controlWordOf(message)).toBe(kind)
})

it.each([
  'help ik heb mijn laptop verloren',
  'mag ik thuis printen?',
  'hulp bij wachtwoord',
  'handboek meenemen naar huis',
  '',
  ' ',
  '!',
  '👎',
  'constructor',
  '__proto__',
])('leaves "%s" to others', (message) => {
  expect(controlWordOf(message)).toBeUndefined()
})

it('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([undefined, 'help', 'greeting', 'chapters', 'thanks']).toContain(controlWordOf(text))
    }),
  )
})
