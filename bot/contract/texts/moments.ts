/** Moments: a point in time in words, on the organisation's clock. */
import type { Language } from '../../../knowledge/language.ts'

const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** Making one costs more than a whole card. As many as there are time zones in the organisations file. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * "ma 23 nov 14:05". Never "vandaag": a card is read long after it was made.
 *
 * @param moment milliseconds since the epoch
 */
export function momentPhrase(moment: number, timeZone: string, language: Language): string {
  const { weekday, day, month, hour, minute } = partsOf(moment, timeZone, language)
  return `${weekday} ${day} ${month} ${hour}:${minute}`.replaceAll(' ', '\u00a0')
}

function partsOf(moment: number, timeZone: string, language: Language) {
  const parts = formatFor(timeZone, language).formatToParts(moment)
  const wordOf = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value.replace('.', '') ?? ''
  return {
    weekday: wordOf('weekday'),
    day: wordOf('day'),
    month: wordOf('month'),
    hour: wordOf('hour'),
    minute: wordOf('minute'),
  }
}

function formatFor(timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(LOCALE[language], {
      timeZone,
      ...{ weekday: 'short', day: 'numeric', month: 'short' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
  formats.set(key, format)
  return format
}
