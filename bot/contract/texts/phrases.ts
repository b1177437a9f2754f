/** Phrases: sentences of the catalogue that are put together from a reply's parts. */
import type { Language } from '../../../knowledge/language.ts'
import type { PersonalData } from '../../../knowledge/personal-data.ts'
import { MAX_QUESTION } from '../action.ts'
import type { Organisation } from '../organisation.ts'
import type { Notice, Source } from '../reply.ts'
import { careNotices } from './care-notices.ts'
import { documentNotices } from './document-phrases.ts'
import { layerNotices } from './layer-phrases.ts'
import type { Messages } from './nl.ts'
import { publishingNotices } from './publishing-phrases.ts'
import { tellingNotices } from './telling-notices.ts'
import { textsFor } from './texts.ts'

/** "Bron: Handboek · versie 3 · § 5.8 · geldig vanaf 1 maart 2026". */
export function sourcePhrase(source: Source, language: Language): string {
  const texts = textsFor(language)
  const version = layeredVersion(source.version, source.baseVersion, language)
  const parts = [
    texts.sourceLine({ ...source, version }),
    source.inForce && texts.sourceSince({ date: longDate(source.inForce, language) }),
    source.layer && texts.sourceLayer({ name: source.layer }),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** "14 (basis 7)" where a handbook builds on another. */
export const layeredVersion = (
  version: string,
  base: string | undefined,
  language: Language,
): string =>
  base === undefined ? version : textsFor(language).versionWithBase({ version, number: base })

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

/** The desk's telephone number, and when somebody answers it. */
export function deskOf(
  { incidentDesk }: Pick<Organisation, 'incidentDesk'>,
  language: Language,
): Readonly<{ telephone: string; hours: string }> {
  const { telephone, hours } = incidentDesk
  return { telephone, hours: hours?.[language] ?? textsFor(language).dayAndNight }
}

/** The line under the number on the incident card. */
export function deskHoursPhrase(
  { incidentDesk }: Pick<Organisation, 'incidentDesk'>,
  language: Language,
): string {
  const hours = incidentDesk.hours?.[language]
  if (hours === undefined) return textsFor(language).incidentCallNote
  return `${hours.charAt(0).toUpperCase()}${hours.slice(1)}.`
}

export function noticePhrase(notice: Notice, language: Language): string {
  return noticesOf(textsFor(language))[notice]
}

function noticesOf(texts: Messages): Readonly<Record<Notice, string>> {
  return {
    'too-long': texts.noticeTooLong({ limit: MAX_QUESTION }),
    empty: texts.noticeEmpty,
    'outdated-card': texts.noticeOutdatedCard,
    'unknown-section': texts.noticeUnknownSection,
    'rated-helpful': texts.noticeRatedHelpful,
    'rated-unhelpful': texts.noticeRatedUnhelpful,
    'you-are-welcome': texts.noticeYouAreWelcome,
    'not-allowed': texts.noticeNotAllowed,
    'unknown-escalation': texts.noticeUnknownEscalation,
    'already-handled': texts.noticeAlreadyHandled,
    'question-missing': texts.noticeQuestionMissing,
    'answer-missing': texts.noticeAnswerMissing,
    'reason-missing': texts.noticeReasonMissing,
    'section-missing': texts.noticeSectionMissing,
    'incident-incomplete': texts.noticeIncidentIncomplete,
    'too-many-questions': texts.noticeTooManyQuestions,
    'proposal-kept': texts.noticeProposalKept,
    'no-open-questions': texts.openQuestionsNone,
    'route-needs-team': texts.noticeRouteNeedsTeam,
    'sent-privately': texts.noticeSentPrivately,
    'not-stored': texts.noticeNotStored,
    ...pollNotices(texts),
    ...publishingNotices(texts),
    ...layerNotices(texts),
    ...documentNotices(texts),
    ...tellingNotices(texts),
    ...careNotices(texts),
  }
}

const pollNotices = (texts: Messages) => ({
  'poll-answered-before': texts.noticePollAnsweredBefore,
  'poll-closed': texts.noticePollClosed,
  'poll-not-invited': texts.noticePollNotInvited,
  'poll-incomplete': texts.noticePollIncomplete,
  'poll-unavailable': texts.noticePollUnavailable,
  'no-open-poll': texts.noticeNoOpenPoll,
  'poll-rejoined': texts.noticePollRejoined,
  'poll-stopped': texts.noticePollStopped,
  'no-poll-runs': texts.noticeNoPollRuns,
  'poll-form-wrong': texts.noticePollFormWrong,
  'results-not-yours': texts.noticeResultsNotYours,
  'no-results': texts.noticeNoResults,
  'no-earlier-results': texts.noticeNoEarlierResults,
  'results-gone': texts.noticeResultsGone,
  'no-results-page': texts.noticeNoResultsPage,
  'results-page-private': texts.noticeResultsPagePrivate,
})

/**
 * "1 maart 2026"; what is no date stays as it is.
 *
 * In UTC, because an ISO date has no time that could move it to another day.
 */
export function longDate(isoDate: string, language: Language): string {
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
