/** Plain polls: the questions of a round, its plan and its result, as text alone. */

import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'
import type { Lesson, PollPlanView, QuestionResult } from './contract/poll.ts'
import { DECLINED } from './contract/poll.ts'
import type { Reply, ReplyOf } from './contract/reply.ts'
import { longMoment, weekdayNames } from './contract/texts/long-moments.ts'
import { deskHoursPhrase, deskOf, longDate } from './contract/texts/phrases.ts'
import {
  beforeQuestion,
  confirmPhrases,
  confirmTitle,
  declinedPhrases,
  declineTitles,
  lessonsOf,
  newsPhrases,
  newsTitle,
  openRoundPhrases,
  planLines,
  planNotes,
  pollTitle,
  promisePhrases,
  upcomingPhrase,
} from './contract/texts/poll-phrases.ts'
import {
  figureOf,
  lowResponsePhrase,
  nationalPhrases,
  responseLines,
  resultNotes,
  resultRoundPhrase,
} from './contract/texts/poll-result-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'
import { richTextToPlain } from './plain-rich-text.ts'
import type { Question } from './polls/question.ts'

/** Its questions and answers are for reading: text alone has no fields to fill in. */
export function poll(reply: ReplyOf<'poll'>): readonly Part[] {
  const { language, poll, reminder, organisation } = reply
  const texts = textsFor(language)
  const { questions } = poll
  const until = longMoment(poll.closesAt, poll.timeZone, language)
  const titles = declineTitles(language)
  return [
    line(pollTitle(questions.length, language)),
    reminder ? wrap(texts.pollReminder) : undefined,
    wrap(`${texts.pollBrief} ${texts.pollCloses({ until })}`),
    wrap(texts.pollInTeams),
    wrap(promisePhrases(language).join(' ')),
    ...questions.map((question, index) => {
      const place = texts.pollQuestionOf({ place: index + 1, count: questions.length })
      return `${place}\n${questionText(question, language)}`
    }),
    wrap(texts.pollFinal),
    `${texts.pollRatherNot}\n${numbered(DECLINED.map((how) => titles[how]))}`,
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

const LETTERS = 'abcdefgh'

function questionText(question: Question, language: Language): string {
  return [
    ...beforeQuestion(question, language).map((note) => wrap(note)),
    wrap(line(question.text[language])),
    ...question.options.map(({ text }, index) =>
      wrap(line(text[language]), `${LETTERS[index] ?? '-'}. `),
    ),
  ].join('\n')
}

export function pollThanks(reply: ReplyOf<'poll-thanks'>): readonly Part[] {
  const { language, report, organisation } = reply
  const texts = textsFor(language)
  const lessons = lessonsOf(reply)
  const titles = lessons.flatMap(({ section }) => (section ? [line(section.title)] : []))
  return [
    ...(report ? reportNow(reply) : []),
    wrap(`${texts.pollThanksTitle} ${texts.pollThanksText}`),
    lessons.length > 0 ? line(texts.pollLessons) : undefined,
    ...lessons.map((lesson) => lessonText(lesson, language)),
    titles.length > 0 ? `${texts.related}\n${numbered(titles, report ? 2 : 1)}` : undefined,
    report ? undefined : wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

function reportNow({ language, organisation }: ReplyOf<'poll-thanks'>): readonly Part[] {
  const texts = textsFor(language)
  const call = texts.incidentCall(organisation.incidentDesk)
  return [
    wrap(texts.pollReportTitle),
    wrap(texts.pollReportText),
    `${call}.\n${deskHoursPhrase(organisation, language)}`,
    numbered([texts.incidentFormButton]),
    wrap(texts.pollReportApart),
  ]
}

function lessonText({ question, right, lead }: Lesson, language: Language): string {
  const answer = right === undefined ? undefined : line(right)
  return [
    wrap(line(question)),
    ...(answer === undefined ? [] : [wrap(textsFor(language).pollRight({ answer }))]),
    ...(lead === undefined ? [] : [richTextToPlain(lead)]),
  ].join('\n')
}

export function pollDeclined(reply: ReplyOf<'poll-declined'>): readonly Part[] {
  const texts = textsFor(reply.language)
  return [
    line(texts.pollDeclinedTitle),
    ...declinedPhrases(reply).map((phrase) => wrap(phrase)),
    numbered([reply.how === 'never' ? texts.pollRejoin : texts.pollTakePart]),
  ]
}

export function pollPlan(reply: ReplyOf<'poll-plan'>): readonly Part[] {
  const { language, plan, open, timeZone } = reply
  const texts = textsFor(language)
  const opened = open && openRoundPhrases(open, timeZone, language).map((phrase) => wrap(phrase))
  return [
    line(texts.pollPlanTitle),
    opened && [texts.pollOpenTitle, ...opened].join('\n'),
    ...(plan === undefined
      ? [wrap(texts.pollPlanNone), wrap(texts.pollPlanWhat), numbered([texts.pollMake])]
      : [...planParts(plan, reply), numbered([texts.pollChange, texts.pollStop])]),
  ]
}

type Place = Readonly<{ timeZone: string }> & Pick<Reply, 'language'>

function planParts(plan: PollPlanView, { timeZone, language }: Place): readonly Part[] {
  const rounds = plan.upcoming.map((round) =>
    [
      wrap(upcomingPhrase(round, timeZone, language)),
      ...round.questions.map((question) => wrap(line(question), '- ')),
    ].join('\n'),
  )
  return [
    labelled(planLines(plan, language)),
    planNotes(plan, language)
      .map((note) => wrap(line(note)))
      .join('\n'),
    ...(rounds.length === 0 ? [] : [line(textsFor(language).pollUpcoming), ...rounds]),
  ]
}

function labelled(lines: ReadonlyArray<readonly [label: string, value: string]>): string {
  return lines.map(([label, value]) => wrap(`${label} ${value}`)).join('\n')
}

/** What the form is filled in with; it is sent in Teams. */
export function pollForm(reply: ReplyOf<'poll-form'>): readonly Part[] {
  const { language, changes, recurrence, openDays } = reply
  const texts = textsFor(language)
  const weekday = weekdayNames(language)[recurrence.weekday - 1] ?? ''
  const fields: ReadonlyArray<readonly [string, string]> = [
    [texts.pollFormWeeks, String(recurrence.everyWeeks)],
    [texts.pollFormWeekday, weekday],
    [texts.pollFormAt, recurrence.at],
    [texts.pollFormFrom, longDate(recurrence.from, language)],
    [texts.pollFormDays, String(openDays)],
  ]
  return [
    line(changes ? texts.pollFormChange : texts.pollFormTitle),
    wrap(texts.pollFormText),
    labelled(fields),
    wrap(texts.pollFormHolidays),
    wrap(texts.pollFormInTeams),
  ]
}

export function pollConfirm(reply: ReplyOf<'poll-confirm'>): readonly Part[] {
  const { language, plan } = reply
  const texts = textsFor(language)
  const choices = plan.people > 0 ? [confirmTitle(plan, language)] : []
  return [
    line(texts.pollConfirmTitle),
    ...confirmPhrases(reply).map((phrase) => wrap(phrase)),
    ...planParts(plan, reply),
    numbered([...choices, texts.pollChange]),
  ]
}

export function pollStop({ language, open, timeZone }: ReplyOf<'poll-stop'>): readonly Part[] {
  const texts = textsFor(language)
  const until = open && longMoment(open.closesAt, timeZone, language)
  return [
    line(texts.pollStopTitle),
    wrap(texts.pollStopText),
    until === undefined ? undefined : wrap(texts.pollStopOpen({ until })),
    numbered([texts.pollStopYes]),
    wrap(texts.forgetNot),
  ]
}

export function pollNews(reply: ReplyOf<'poll-news'>): readonly Part[] {
  const { language, news } = reply
  return [
    line(newsTitle(news, language)),
    ...newsPhrases(reply).map((phrase) => wrap(phrase)),
    numbered([textsFor(language).pollShowPlan]),
  ]
}

export function pollResult(reply: ReplyOf<'poll-result'>): readonly Part[] {
  const { language, result } = reply
  const texts = textsFor(language)
  const low = lowResponsePhrase(result, language)
  const titles = result.questions.flatMap(({ section }) => (section ? [line(section.title)] : []))
  return [
    result.demo ? wrap(texts.pollDemo) : undefined,
    [
      texts.pollResultTitle,
      ...(result.unit === undefined ? [] : [wrap(line(result.unit))]),
      wrap(resultRoundPhrase(result, reply)),
    ].join('\n'),
    labelled(responseLines(result, language)),
    low && wrap(low),
    ...result.questions.map((question) => resultText(question, language)),
    resultNotes(result, language)
      .map((note) => wrap(note))
      .join('\n'),
    titles.length > 0 ? `${texts.related}\n${numbered(titles)}` : undefined,
  ]
}

function resultText(result: QuestionResult, language: Language): string {
  const { headline, details } = figureOf(result, language)
  const answer = safeText(result.favourable)
  return [
    line(result.question),
    textsFor(language).pollFavourable({ answer }),
    headline,
    ...details,
    ...nationalPhrases(result, language).map(line),
  ]
    .map((phrase) => wrap(phrase))
    .join('\n')
}
