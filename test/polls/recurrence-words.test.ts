import fc from 'fast-check'
import { parseRecurrenceWords, recurrenceWords } from '../../bot/polls/recurrence-words.ts'

describe('parseRecurrenceWords', () => {
  it.each([
    ['every 6 weeks on Tuesday at 10:00', 6, 2, '10:00'],
    ['elke 6 weken op dinsdag om 10:00', 6, 2, '10:00'],
    ['om de 8 weken op ma', 8, 1, '10:00'],
    ['Iedere zes weken op een donderdag, om 9.30 uur.', 6, 4, '09:30'],
    ['eens per twaalf weken op vr om 14 uur', 12, 5, '14:00'],
    ['eens in de 4 weken  op woensdag', 4, 3, '10:00'],
    ['once every eight weeks on a Friday at 9', 8, 5, '09:00'],
    ['Every 52 weeks on Wed at 23:59', 52, 3, '23:59'],
    ['om de 6 weken di 10:00', 6, 2, '10:00'],
    ['every 6 weeks on thurs', 6, 4, '10:00'],
  ])('%s', (text, everyWeeks, weekday, at) => {
    expect(parseRecurrenceWords(text)).toEqual({ everyWeeks, weekday, at })
  })

  it.each([
    ['more often than polls may be', 'elke 3 weken op dinsdag'],
    ['longer than a year', 'elke 53 weken op dinsdag'],
    ['part of a week', 'elke 4.5 weken op dinsdag'],
    ['a day in the weekend', 'every 6 weeks on Sunday'],
    ['a day that says nothing', 'elke 6 weken op d'],
    ['a word that begins like a day', 'elke 6 weken op maandelijks'],
    ['no day', 'elke 6 weken'],
    ['a time that does not exist', 'elke 6 weken op dinsdag om 24:00'],
    ['minutes that do not exist', 'elke 6 weken op dinsdag om 9:60'],
    ['two days', 'elke 6 weken op dinsdag of woensdag'],
    ['not', 'niet elke 6 weken op dinsdag'],
    ['months', 'elke 6 maanden op dinsdag'],
    ['something after it', 'elke 6 weken op dinsdag om 10:00 behalve in mei'],
    ['nothing', ''],
  ])('is undefined for %s', (_what, text) => {
    expect(parseRecurrenceWords(text)).toBeUndefined()
  })

  it('takes no long time over a long message', () => {
    const before = performance.now()
    parseRecurrenceWords(`elke ${' 6 weken op een'.repeat(20_000)}`)

    expect(performance.now() - before).toBeLessThan(500)
  })
})

it('writes what it reads', () => {
  const rhythm = fc.record({
    everyWeeks: fc.integer({ min: 4, max: 52 }),
    weekday: fc.integer({ min: 1, max: 5 }),
    at: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  })

  fc.assert(
    fc.property(rhythm, fc.constantFrom('nl' as const, 'en' as const), (given, language) => {
      expect(parseRecurrenceWords(recurrenceWords(given, language))).toEqual(given)
    }),
    { seed: 2026, numRuns: 200 },
  )
})

it('writes both languages', () => {
  const rhythm = { everyWeeks: 6, weekday: 2, at: '10:00' }

  expect(recurrenceWords(rhythm, 'nl')).toBe('elke 6 weken op dinsdag om 10:00')
  expect(recurrenceWords(rhythm, 'en')).toBe('every 6 weeks on Tuesday at 10:00')
})
