/** Recurrence words: "every 6 weeks on Tuesday at 10:00", read and written in Dutch and English. */
import type { Language } from '../../knowledge/language.ts'
import { MAX_WEEKS, MIN_WEEKS, type Recurrence } from './series.ts'

type Rhythm = Pick<Recurrence, 'everyWeeks' | 'weekday' | 'at'>

const DEFAULT_TIME = '10:00'

/** Monday first. */
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
  en: ['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
}
const FIRST_NUMBER = 4

const SENTENCE = new RegExp(
  [
    '^(?:elke|iedere|om de|every|each|(?:(?:eens|een keer|1x|once) (?:in de|per|every)))',
    ' (?<weeks>[\\p{L}\\d]+) (?:weken|weeks)',
    ',?(?: (?:op|on))?(?: (?:een|a))? (?<day>\\p{L}+)',
    '(?:,?(?: (?:om|at))? (?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?(?: ?(?:uur|u|h))?)?[.]?$',
  ].join(''),
  'u',
)

/**
 * Undefined for anything but a whole sentence of this kind: what is read wrongly would be sent to
 * everybody at the wrong time. So is more often than polls may be, and a day in the weekend.
 */
export function parseRecurrenceWords(text: string): Rhythm | undefined {
  const parts = SENTENCE.exec(text.trim().toLowerCase().replace(/\s+/g, ' '))?.groups
  if (parts === undefined) return undefined
  const everyWeeks = weeksOf(parts['weeks'] ?? '')
  const weekday = weekdayOf(parts['day'] ?? '')
  const at = timeOf(parts['hour'], parts['minute'])
  if (everyWeeks === undefined || weekday === undefined || at === undefined) return undefined
  return { everyWeeks, weekday, at }
}

/** Such as "elke 6 weken op dinsdag om 10:00", to stand within a sentence. */
export function recurrenceWords({ everyWeeks, weekday, at }: Rhythm, language: Language): string {
  const day = WEEKDAYS[language][weekday - 1] ?? ''
  return language === 'nl'
    ? `elke ${everyWeeks} weken op ${day} om ${at}`
    : `every ${everyWeeks} weeks on ${day} at ${at}`
}

function weeksOf(text: string): number | undefined {
  const spelled = Object.values(NUMBERS).find((words) => words.includes(text))
  const weeks = spelled === undefined ? Number(text) : spelled.indexOf(text) + FIRST_NUMBER
  return Number.isInteger(weeks) && weeks >= MIN_WEEKS && weeks <= MAX_WEEKS ? weeks : undefined
}

/** Also shortened, to two letters at least: no two of these days share those. */
function weekdayOf(text: string): number | undefined {
  if (text.length < 2) return undefined
  const begins = (day: string) => day.toLowerCase().startsWith(text)
  const days = Object.values(WEEKDAYS).find((names) => names.some(begins))
  return days === undefined ? undefined : days.findIndex(begins) + 1
}

function timeOf(hour: string | undefined, minute = '00'): string | undefined {
  if (hour === undefined) return DEFAULT_TIME
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
