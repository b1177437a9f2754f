/**
 * Occurrences: when the rounds of a series are, and what each of them asks.
 *
 * Which rounds there are follows from the recurrence alone, by counting weeks on the calendar: a
 * clock that is set back or an hour that comes twice cannot make two of one.
 */
import {
  addWeeks,
  addWorkingDays,
  type Calendar,
  endOfWorkingTime,
  localDate,
  momentOn,
  nextWeekday,
  nextWorkingDate,
  nextWorkingTime,
  weeksBetween,
} from '../working-time.ts'
import type { Bank } from './bank/bank.ts'
import type { Question } from './question.ts'
import type { Module, Occurrence, Series } from './series.ts'

/** After a longer absence the oldest come first; the rest comes when it is asked again. */
const MAX_DUE = 60

type Timing = Pick<Series, 'recurrence' | 'openDays'>

/**
 * The first of those that can still be answered, now or later, in order.
 *
 * @throws Error when closedDays leaves no working day before the round after it
 */
export function nextOccurrences(
  series: Timing,
  calendar: Calendar,
  { afterPlanned, now, count }: Readonly<{ afterPlanned?: string; now: number; count: number }>,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  let index = Math.max(indexAfter(series, afterPlanned), firstNotOver(series, calendar, now))
  for (; found.length < count; index++) {
    const occurrence = occurrenceOf(series, calendar, index)
    if (occurrence.closesAt > now) found.push(occurrence)
  }
  return found
}

/**
 * All that have opened by now, oldest first, also those that are over: at most 60.
 *
 * @param known.afterPlanned planned date of the newest that is known
 * @throws Error when closedDays leaves no working day before the round after it
 */
export function dueOccurrences(
  series: Timing,
  calendar: Calendar,
  { afterPlanned, now }: Readonly<{ afterPlanned?: string; now: number }>,
): readonly Occurrence[] {
  const today = localDate(now, calendar.timeZone)
  const due: Occurrence[] = []
  let index = indexAfter(series, afterPlanned)
  for (; due.length < MAX_DUE && plannedOn(series, index) <= today; index++) {
    const occurrence = occurrenceOf(series, calendar, index)
    if (occurrence.opensAt > now) break
    due.push(occurrence)
  }
  return due
}

/**
 * The anchors, and the module whose turn it is; each question once.
 *
 * @throws Error that names the questions that the bank does not have
 */
export function questionsOf(
  { anchors, modules }: Readonly<{ anchors: readonly string[]; modules: readonly Module[] }>,
  index: number,
  { questions }: Pick<Bank, 'questions'>,
): readonly Question[] {
  const ids = new Set([...anchors, ...(modules[index % modules.length]?.questions ?? [])])
  const unknown = [...ids].filter((id) => !questions.has(id))
  if (unknown.length > 0) {
    throw new Error(`The series asks ${unknown.join(', ')}, which the question bank does not have`)
  }
  return [...ids].flatMap((id) => questions.get(id) ?? [])
}

function occurrenceOf(series: Timing, calendar: Calendar, index: number): Occurrence {
  const planned = plannedOn(series, index)
  const opensAt = openingOn(planned, series, calendar)
  const next = plannedOn(series, index + 1)
  if (localDate(opensAt, calendar.timeZone) >= next) {
    throw new Error(
      `closedDays leaves no working day from ${planned} to ${next}: remove some of them, or have polls less often`,
    )
  }
  const nextOpensAt = openingOn(next, series, calendar)
  return { planned, index, opensAt, closesAt: closing(opensAt, nextOpensAt, series, calendar) }
}

/** At its time on the first working day; outside working hours, when work begins again. */
function openingOn(planned: string, { recurrence }: Timing, calendar: Calendar): number {
  const date = nextWorkingDate(planned, calendar)
  return nextWorkingTime(momentOn(date, recurrence.at, calendar), calendar)
}

/** Earlier when the next one would open before that: there is never more than one to answer. */
function closing(
  opensAt: number,
  nextOpensAt: number,
  { openDays }: Timing,
  calendar: Calendar,
): number {
  const endAfter = (days: number) =>
    endOfWorkingTime(addWorkingDays(opensAt, days - 1, calendar), calendar)
  let days = openDays
  while (days > 1 && endAfter(days) > nextOpensAt) days--
  return endAfter(days)
}

const firstOf = ({ recurrence: { weekday, from } }: Timing): string => nextWeekday(weekday, from)

const plannedOn = (series: Timing, index: number): string =>
  addWeeks(firstOf(series), index * series.recurrence.everyWeeks)

/** Of the last one that was planned for this date or earlier; negative before the first. */
const indexOn = (series: Timing, date: string): number =>
  Math.floor(weeksBetween(firstOf(series), date) / series.recurrence.everyWeeks)

const indexAfter = (series: Timing, planned: string | undefined): number =>
  planned === undefined ? 0 : Math.max(0, indexOn(series, planned) + 1)

/** A round is over before the one after it opens, which is before the next is planned. */
const firstNotOver = (series: Timing, calendar: Calendar, now: number): number =>
  Math.max(0, indexOn(series, localDate(now, calendar.timeZone)) - 1)
