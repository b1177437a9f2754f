/** Phrases: sentences of the catalogue that are put together from a reply's parts. */
import type { Language } from '../../../knowledge/language.ts'
import type { PersonalData } from '../../../knowledge/personal-data.ts'
import { MAX_QUESTION } from '../action.ts'
import type { Notice, Source } from '../reply.ts'
import { textsFor } from './texts.ts'

/** "Bron: Handboek · versie 3 · § 5.8 · geldig vanaf 1 maart 2026". */
export function sourcePhrase(source: Source, language: Language): string {
  const texts = textsFor(language)
  const parts = [
    texts.sourceLine(source),
    source.inForce && texts.sourceSince({ date: longDate(source.inForce, language) }),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** What was taken out of the message; undefined when nothing was. */
export function maskedPhrase(
  masked: readonly PersonalData[],
  language: Language,
): string | undefined {
  if (masked.length === 0) return undefined
  const texts = textsFor(language)
  const names: Readonly<Record<PersonalData, string>> = {
    bsn: texts.maskedBsn,
    iban: texts.maskedIban,
    email: texts.maskedEmail,
    phone: texts.maskedPhone,
  }
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return texts.masked({ kinds: list.format(masked.map((kind) => names[kind])) })
}

export function noticePhrase(notice: Notice, language: Language): string {
  const texts = textsFor(language)
  switch (notice) {
    case 'too-long':
      return texts.noticeTooLong({ limit: MAX_QUESTION })
    case 'empty':
      return texts.noticeEmpty
    case 'outdated-card':
      return texts.noticeOutdatedCard
    case 'unknown-section':
      return texts.noticeUnknownSection
    case 'rated-helpful':
      return texts.noticeRatedHelpful
    case 'rated-unhelpful':
      return texts.noticeRatedUnhelpful
    case 'you-are-welcome':
      return texts.noticeYouAreWelcome
  }
}

/** In UTC, because an ISO date has no time that could move it to another day. */
function longDate(isoDate: string, language: Language): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return isoDate
  return LONG_DATE[language].format(date).replaceAll(' ', NO_BREAK_SPACE)
}

const NO_BREAK_SPACE = '\u00a0'

const longDateIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })

/** Made once: making one costs more than a whole card. British English has the day before the month. */
const LONG_DATE: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: longDateIn('nl-NL'),
  en: longDateIn('en-GB'),
}
