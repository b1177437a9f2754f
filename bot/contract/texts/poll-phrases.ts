/** Poll phrases: sentences about a poll, for who is asked and for who plans it. */
import type { Language } from '../../../knowledge/language.ts'
import type { Question } from '../../polls/question.ts'
import { recurrenceWords } from '../../polls/recurrence-words.ts'
import type { Recurrence } from '../../polls/series.ts'
import type {
  Declined,
  Lesson,
  OpenRoundView,
  PollNews,
  PollPlanView,
  UpcomingRound,
} from '../poll.ts'
import type { ReplyOf } from '../reply.ts'
import { amountOf, datedMoment, longMoment } from './long-moments.ts'
import { longDate } from './phrases.ts'
import { textsFor } from './texts.ts'

/** "Drie vragen over veilig thuiswerken". */
export function pollTitle(questions: number, language: Language): string {
  const texts = textsFor(language)
  const titles = [texts.pollTitleOne, texts.pollTitleTwo, texts.pollTitleThree, texts.pollTitleFour]
  return titles[questions - 1] ?? texts.pollTitleFive
}

/** What happens to the answers, one sentence each. */
export function promisePhrases(language: Language): readonly [string, ...string[]] {
  const texts = textsFor(language)
  return [
    texts.pollPromiseCounted,
    texts.pollPromiseRemembered,
    texts.pollPromiseShown,
    texts.pollPromiseLimit,
  ]
}

/** What must be known to answer this question: that it is confidential, and over which time. */
export function beforeQuestion({ sensitive, scale }: Question, language: Language) {
  const texts = textsFor(language)
  return [
    ...(sensitive ? [texts.pollSensitive] : []),
    ...(scale === 'frequency' ? [texts.pollPeriod] : []),
  ]
}

export function declineTitles(language: Language): Readonly<Record<Declined, string>> {
  const texts = textsFor(language)
  return {
    today: texts.pollNotToday,
    round: texts.pollNotThisRound,
    never: texts.pollNever,
  }
}

/** What it means, and the way back. */
export function declinedPhrases(reply: ReplyOf<'poll-declined'>): readonly string[] {
  const { how, closesAt, timeZone, language } = reply
  const texts = textsFor(language)
  const meaning = {
    today: texts.pollDeclinedToday,
    round: texts.pollDeclinedRound,
    never: texts.pollDeclinedNever,
  }
  const until = longMoment(closesAt, timeZone, language)
  const wayBack = how === 'never' ? texts.pollComeBack : texts.pollStillUntil({ until })
  return [meaning[how], wayBack, texts.pollDeclinedUnseen]
}

/** Without the questions of which the handbook says nothing any more. */
export function lessonsOf({ lessons }: ReplyOf<'poll-thanks'>): readonly Lesson[] {
  return lessons.filter(
    ({ right, section, lead }) =>
      right !== undefined || section !== undefined || lead !== undefined,
  )
}

export function peoplePhrase(count: number, language: Language): string {
  return textsFor(language).peopleCount({ amount: amountOf(count, language) })
}

export function recurrencePhrase(recurrence: Recurrence, language: Language): string {
  return textsFor(language).pollRecurrence({
    rhythm: recurrenceWords(recurrence, language),
    from: longDate(recurrence.from, language),
  })
}

/** When, to whom and how, line by line: a label and its value. */
export function planLines(
  plan: PollPlanView,
  language: Language,
): ReadonlyArray<readonly [label: string, value: string]> {
  const texts = textsFor(language)
  const persons = peoplePhrase(plan.unreachable, language)
  const sending = [texts.pollSending, durationPhrase(plan.sendingSeconds, language)] as const
  const unreachable = [texts.pollUnreachable, texts.pollUnreachableCount({ persons })] as const
  return [
    [texts.pollWhen, recurrencePhrase(plan.recurrence, language)],
    [texts.pollOpenFor, texts.workingDays({ count: plan.openDays })],
    [texts.pollWho, peoplePhrase(plan.people, language)],
    ...(plan.unreachable > 0 ? [unreachable] : []),
    ...(plan.people > 0 ? [sending] : []),
  ]
}

/** What the numbers above mean for the figures that will come. */
export function planNotes(plan: PollPlanView, language: Language): readonly string[] {
  const texts = textsFor(language)
  const points = texts.points({ amount: amountOf(plan.detectablePoints, language) })
  const list = shortList(plan.mergedUnits, language)
  return [
    ...(list === '' ? [] : [texts.pollMerged({ list })]),
    ...(plan.people > 0 ? [texts.pollDetectable({ points })] : []),
  ]
}

const MAX_LISTED = 12
const MAX_NAME = 80

/** With the first names only, where there are many. */
export function shortList(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => shortened(name))
  const list = shown.join(', ')
  if (names.length <= MAX_LISTED) return list
  const amount = amountOf(names.length - MAX_LISTED, language)
  return textsFor(language).listMore({ list, amount })
}

/** By characters, so that none is cut in half. */
function shortened(name: string): string {
  const characters = [...name]
  return characters.length > MAX_NAME ? `${characters.slice(0, MAX_NAME - 1).join('')}…` : name
}

const TEN = 10
const MINUTE = 60
const HOUR = 60 * MINUTE
/** So much of the next unit up reads better in that unit. */
const FROM = 1.5

function durationPhrase(seconds: number, language: Language): string {
  const texts = textsFor(language)
  if (seconds < FROM * MINUTE)
    return texts.aboutSeconds({ count: Math.max(1, Math.round(seconds / TEN)) * TEN })
  if (seconds < FROM * HOUR) return texts.aboutMinutes({ count: Math.round(seconds / MINUTE) })
  const halves = Math.round((2 * seconds) / HOUR)
  return texts.aboutHours({ amount: amountOf(halves / 2, language) })
}

/** "Dinsdag 24 november 2026 om 10:00 uur, open tot …". */
export function upcomingPhrase(
  { opensAt, closesAt }: UpcomingRound,
  timeZone: string,
  language: Language,
): string {
  const phrase = textsFor(language).pollRound({
    from: datedMoment(opensAt, timeZone, language),
    until: longMoment(closesAt, timeZone, language),
  })
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
}

/** What anybody may know of the round that is open. */
export function openRoundPhrases(
  { opensAt, closesAt, people }: OpenRoundView,
  timeZone: string,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  const from = longMoment(opensAt, timeZone, language)
  const until = longMoment(closesAt, timeZone, language)
  return [
    texts.pollOpenRound({ from, until }),
    texts.pollOpenAsked({ persons: peoplePhrase(people, language) }),
    texts.pollOpenUnseen,
  ]
}

/** Who gets what and when, once it is confirmed. */
export function confirmPhrases(reply: ReplyOf<'poll-confirm'>): readonly string[] {
  const { plan, changes, timeZone, language } = reply
  const texts = textsFor(language)
  const [first] = plan.upcoming
  const after = [...(changes ? [texts.pollConfirmChanges] : []), texts.pollConfirmNothing]
  if (first === undefined || plan.people === 0) return [texts.pollConfirmNobody, ...after]
  if (plan.people < plan.needed) return [fewPhrase(plan, language), ...after]
  const what = {
    from: datedMoment(first.opensAt, timeZone, language),
    questions: texts.questionCount({ count: first.questions.length }),
    persons: peoplePhrase(plan.people, language),
  }
  return [texts.pollConfirmText(what), ...after]
}

function fewPhrase({ people, needed }: PollPlanView, language: Language): string {
  const persons = peoplePhrase(people, language)
  return textsFor(language).pollConfirmFew({ persons, needed: amountOf(needed, language) })
}

/** Names the number once more, so that nobody asks thousands by mistake. */
export function confirmTitle({ people }: PollPlanView, language: Language): string {
  return textsFor(language).pollConfirmYes({ persons: peoplePhrase(people, language) })
}

export function newsTitle({ news }: PollNews, language: Language): string {
  const texts = textsFor(language)
  const titles = {
    opened: texts.pollOpenedTitle,
    missed: texts.pollMissedTitle,
    refused: texts.pollRefusedTitle,
    lost: texts.pollLostTitle,
  }
  return titles[news]
}

export function newsPhrases(reply: ReplyOf<'poll-news'>): readonly string[] {
  const { news, planned, timeZone, language } = reply
  const texts = textsFor(language)
  const date = longDate(planned, language)
  switch (news.news) {
    case 'opened': {
      const persons = peoplePhrase(news.people, language)
      const until = longMoment(news.closesAt, timeZone, language)
      const late = news.late ? [texts.pollOpenedLate({ date })] : []
      return [texts.pollOpenedText({ persons, until }), ...late, texts.pollOpenUnseen]
    }
    case 'missed':
      return [texts.pollMissedText({ date }), texts.pollNewsNext]
    case 'refused': {
      const persons = peoplePhrase(news.people, language)
      const needed = amountOf(news.needed, language)
      return [texts.pollRefusedText({ date, persons, needed }), texts.pollNewsNext]
    }
    case 'lost':
      return [texts.pollLostText({ date }), texts.pollLostWiped, texts.pollNewsNext]
  }
}
