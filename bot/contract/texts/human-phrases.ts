/** Human phrases: sentences about questions to a human, reports and what is kept. */
import type { IncidentKind } from '../../../knowledge/handbook.ts'
import type { Language } from '../../../knowledge/language.ts'
import type { Reason } from '../action.ts'
import type { Organisation } from '../organisation.ts'
import type {
  EscalationView,
  IncidentReport,
  MyQuestion,
  Removed,
  ReplyOf,
  RouteTopic,
} from '../reply.ts'
import { LISTENING_DAYS } from '../telling.ts'
import { momentPhrase } from './moments.ts'
import type { Messages } from './nl.ts'
import { textsFor } from './texts.ts'

const HOUR_MS = 3_600_000
/** From becoming aware to notifying the authority: GDPR, article 33. */
const BREACH_HOURS = 72

/** What the bot keeps, for who asks it for the first time. */
export function shortPrivacyPhrase({ retention }: Organisation, language: Language): string {
  const texts = textsFor(language)
  return [...keptPhrases({ retention }, texts), texts.privacyResidents].join(' ')
}

/** All that the bot keeps, one sentence each. */
export function privacyPhrases(
  { retention, tellChanges }: Organisation,
  language: Language,
): readonly [string, ...string[]] {
  const texts = textsFor(language)
  return [
    ...keptPhrases({ retention }, texts),
    askedPrivacyPhrase({ retention }, language),
    texts.privacyRatings,
    ...(tellChanges ? [texts.privacyTelling({ days: LISTENING_DAYS })] : []),
    texts.privacyConversation,
    texts.privacyReports,
    texts.privacyForget,
  ]
}

/** What becomes of a question that was typed. */
function keptPhrases(
  { retention }: Pick<Organisation, 'retention'>,
  { privacyAnswered, privacyHelpful, privacyGap, privacyNoGap }: Messages,
): readonly [string, ...string[]] {
  const days = retention.questionDays
  if (days === 0) return [privacyAnswered, privacyNoGap]
  return [privacyAnswered, privacyHelpful({ days }), privacyGap({ days })]
}

export function askedPrivacyPhrase(
  { retention }: Pick<Organisation, 'retention'>,
  language: Language,
): string {
  const texts = textsFor(language)
  const days = retention.questionDays
  return days === 0 ? texts.privacyAskedNoDays : texts.privacyAsked({ days })
}

export function reasonPhrases(language: Language): Readonly<Record<Reason, string>> {
  const texts = textsFor(language)
  return {
    'other-question': texts.reasonOtherQuestion,
    unclear: texts.reasonUnclear,
    'not-workable': texts.reasonNotWorkable,
    'not-true': texts.reasonNotTrue,
  }
}

export function occasionPhrase(
  occasion: ReplyOf<'escalation'>['occasion'],
  language: Language,
): string {
  const texts = textsFor(language)
  const words = {
    new: texts.escalationNew,
    reminder: texts.escalationReminder,
    'for-deputy': texts.escalationForDeputy,
    opened: texts.escalationOpened,
  }
  return words[occasion]
}

/** "V-2026-0012 · Gevraagd zonder naam · ma 23 nov 14:05". */
export function askedPhrase(
  { number, asker, askedAt }: EscalationView,
  timeZone: string,
  language: Language,
): string {
  const texts = textsFor(language)
  const who = asker === undefined ? texts.askedWithoutName : texts.askedBy({ name: asker })
  return [number, who, momentPhrase(askedAt, timeZone, language)].join(' · ')
}

/** Why the question came to a human. */
export function originPhrase({ origin, about }: EscalationView, language: Language): string {
  const texts = textsFor(language)
  if (about !== undefined) return texts.originSection({ title: about.title })
  return origin === 'no-answer' ? texts.originNoAnswer : texts.originUnhelpful
}

/** "V-2026-0012 · ma 23 nov 14:05 · nog geen antwoord". */
export function myQuestionPhrase(
  { number, askedAt, state }: MyQuestion,
  { timeZone }: Organisation,
  language: Language,
): string {
  const texts = textsFor(language)
  const states = {
    open: texts.stateOpen,
    answered: texts.stateAnswered,
    closed: texts.stateClosed,
  }
  return [number, momentPhrase(askedAt, timeZone, language), states[state]].join(' · ')
}

export function personalDataPhrase(
  answer: IncidentReport['personalData'],
  language: Language,
): string {
  const texts = textsFor(language)
  const words = { yes: texts.answerYes, no: texts.answerNo, unknown: texts.alertUnknown }
  return words[answer]
}

export function incidentPhrase(kind: IncidentKind, language: Language): string {
  return incidentsOf(textsFor(language))[kind]
}

function incidentsOf(texts: Messages): Readonly<Record<IncidentKind, string>> {
  return {
    general: texts.kindGeneral,
    'clicked-link': texts.kindClickedLink,
    'entered-credentials': texts.kindEnteredCredentials,
    'lost-or-stolen': texts.kindLostOrStolen,
    'wrong-recipient': texts.kindWrongRecipient,
    'visible-recipients': texts.kindVisibleRecipients,
    malware: texts.kindMalware,
    'unexpected-login': texts.kindUnexpectedLogin,
    'ai-leak': texts.kindAiLeak,
    intruder: texts.kindIntruder,
    'fake-caller': texts.kindFakeCaller,
    'payment-fraud': texts.kindPaymentFraud,
  }
}

/** What a report says, line by line: a label and what was filled in. */
export function reportLines(
  report: IncidentReport,
  timeZone: string,
  language: Language,
): ReadonlyArray<readonly [label: string, value: string]> {
  const texts = textsFor(language)
  const filled = (value: string) => value.trim() || texts.alertNotFilledIn
  const moment = (at: number) => momentPhrase(at, timeZone, language)
  return [
    [texts.alertWhat, filled(report.what)],
    [texts.alertWhen, filled(report.when)],
    [texts.alertDevices, filled(report.devices)],
    [texts.alertPersonalData, personalDataPhrase(report.personalData, language)],
    [texts.alertCallBack, filled(report.callBack)],
    [texts.alertReporter, report.reporter ?? texts.alertUnknown],
    [texts.alertFirstNotice, moment(report.firstNoticeAt)],
    [texts.alertReported, moment(report.reportedAt)],
  ]
}

/** Until when the 72 hours run, counted from the first moment that anybody knew. */
export function deadlinePhrase(
  { firstNoticeAt }: IncidentReport,
  timeZone: string,
  language: Language,
): string {
  const until = firstNoticeAt + BREACH_HOURS * HOUR_MS
  return textsFor(language).alertDeadline({
    from: momentPhrase(firstNoticeAt, timeZone, language),
    until: momentPhrase(until, timeZone, language),
  })
}

/** What was removed; empty when nothing was. */
export function removedPhrases(removed: readonly Removed[], language: Language): readonly string[] {
  const texts = textsFor(language)
  const phrase = ({ what, count }: Removed): string => {
    const words = {
      roster: texts.removedRoster,
      conversations: texts.removedConversations({ count }),
      questions: texts.removedQuestions({ count }),
      gaps: texts.removedGaps({ count }),
      notices: texts.removedNotices({ count }),
      answered: texts.removedAnswered({ count }),
      acknowledged: texts.removedAcknowledged({ count }),
    }
    return words[what]
  }
  return removed.filter(({ count }) => count > 0).map(phrase)
}

export function routePhrase({ kind }: RouteTopic, language: Language): string {
  const texts = textsFor(language)
  const words = {
    incidents: texts.routeIncidents,
    questions: texts.routeQuestions,
    chapter: texts.routeChapterTitle,
  }
  return words[kind]
}
