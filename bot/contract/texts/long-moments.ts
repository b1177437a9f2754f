/** Long moments: days and times in full words, and numbers as each language writes them. */
import type { Language } from '../../../knowledge/language.ts'
import { textsFor } from './texts.ts'

const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

type Moment = Readonly<{ day: string; year: string; time: string }>

/**
 * "vrijdag 27 november om 16:00 uur".
 *
 * @param moment milliseconds since the epoch
 */
export function longMoment(moment: number, timeZone: string, language: Language): string {
  const { day, time } = momentIn(moment, timeZone, language)
  return textsFor(language).momentInWords({ day, time })
}

/** "vrijdag 27 november 2026 om 16:00 uur": for what may be in another year. */
export function datedMoment(moment: number, timeZone: string, language: Language): string {
  const { day, year, time } = momentIn(moment, timeZone, language)
  return textsFor(language).momentInWords({ day: `${day}${NO_BREAK_SPACE}${year}`, time })
}

/** "27 november 2026". */
export function dayOf(moment: number, timeZone: string, language: Language): string {
  const { day, year } = momentIn(moment, timeZone, language)
  return `${day.slice(day.indexOf(' ') + 1)}${NO_BREAK_SPACE}${year}`
}

/** From Monday to Friday. */
export function weekdayNames(language: Language): readonly string[] {
  return WORKING_WEEK.map((day) => WEEKDAY[language].format(day))
}

/** 20.000 in Dutch, 20,000 in English. */
export function amountOf(value: number, language: Language): string {
  return NUMBER[language].format(value)
}

const NO_BREAK_SPACE = '\u00a0'

/** A page of results says the same days hundreds of times. */
const moments = new Map<string, Moment>()
const MOST_MOMENTS = 1_000

function momentIn(moment: number, timeZone: string, language: Language): Moment {
  const key = `${language} ${timeZone} ${moment}`
  const known = moments.get(key)
  if (known !== undefined) return known
  if (moments.size >= MOST_MOMENTS) moments.clear()
  const inWords = momentInWords(moment, timeZone, language)
  moments.set(key, inWords)
  return inWords
}

/** The name of the day may stand at the end of a line, the others stay together. */
function momentInWords(moment: number, timeZone: string, language: Language): Moment {
  const parts = formatFor(timeZone, language).formatToParts(moment)
  const wordOf = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? ''
  return {
    day: `${wordOf('weekday')} ${wordOf('day')}${NO_BREAK_SPACE}${wordOf('month')}`,
    year: wordOf('year'),
    time: `${wordOf('hour')}:${wordOf('minute')}`,
  }
}

/** Making one costs more than a whole card. As many as there are time zones in the organisations file. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(LOCALE[language], {
      timeZone,
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
  formats.set(key, format)
  return format
}

/** Of a week that begins on the first of the month, in UTC. */
const WORKING_WEEK = [1, 2, 3, 4, 5].map((day) => Date.UTC(2024, 0, day))
const weekdayIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
const WEEKDAY: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: weekdayIn(LOCALE.nl),
  en: weekdayIn(LOCALE.en),
}

const numberIn = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const NUMBER: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: numberIn(LOCALE.nl),
  en: numberIn(LOCALE.en),
}
