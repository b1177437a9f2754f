/**
 * Working time: when an organisation works, by its own clock and calendar.
 *
 * Moments are milliseconds since the epoch; all clocks are those of the organisation's time zone.
 */
import { Temporal } from 'temporal-polyfill'
import type { Organisation } from './contract/organisation.ts'
import { isHoliday } from './holidays.ts'

export type Calendar = Pick<Organisation, 'timeZone' | 'workingHours' | 'closedDays'>

/** The end of the working hours is not working time any more. */
export function isWorkingTime(at: number, calendar: Calendar): boolean {
  const local = localTime(at, calendar.timeZone)
  return opensOn(local.toPlainDate(), calendar) && hourOf(local, calendar) === 'working'
}

/** The moment itself when it is working time, else when work begins again. */
export function nextWorkingTime(at: number, calendar: Calendar): number {
  const local = localTime(at, calendar.timeZone)
  const today = local.toPlainDate()
  const hour = hourOf(local, calendar)
  if (opensOn(today, calendar) && hour === 'working') return at

  const from = hour === 'before' ? today : today.add({ days: 1 })
  return momentOf(nextWorkingDay(from, calendar), calendar.workingHours.from, calendar)
}

/** When the working time ends that this moment is part of. */
export function endOfWorkingTime(at: number, calendar: Calendar): number {
  return momentOf(
    localTime(at, calendar.timeZone).toPlainDate(),
    calendar.workingHours.to,
    calendar,
  )
}

/** As late in the day, so many working days later. */
export function addWorkingDays(at: number, days: number, calendar: Calendar): number {
  const local = localTime(at, calendar.timeZone)
  let date = local.toPlainDate()
  for (let left = days; left > 0; left--) date = nextWorkingDay(date.add({ days: 1 }), calendar)
  return momentOf(date, local.toPlainTime(), calendar)
}

/** @param date ISO date */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return opensOn(Temporal.PlainDate.from(date), calendar)
}

/** @returns ISO date */
export function localDate(at: number, timeZone: string): string {
  return localTime(at, timeZone).toPlainDate().toString()
}

/** @returns ISO week such as "2026-W53" */
export function localWeek(at: number, timeZone: string): string {
  const { yearOfWeek, weekOfYear } = localTime(at, timeZone)
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
}

/** The date itself when it is a working day. Dates are ISO dates. */
export function nextWorkingDate(date: string, calendar: Calendar): string {
  return nextWorkingDay(Temporal.PlainDate.from(date), calendar).toString()
}

/** @param time such as "10:00", on the clock of the organisation */
export function momentOn(date: string, time: string, calendar: Calendar): number {
  return momentOf(Temporal.PlainDate.from(date), time, calendar)
}

/** The date itself when it is such a weekday. @param weekday 1 is Monday, 7 is Sunday */
export function nextWeekday(weekday: number, date: string): string {
  const from = Temporal.PlainDate.from(date)
  return from.add({ days: (weekday - from.dayOfWeek + DAYS_IN_WEEK) % DAYS_IN_WEEK }).toString()
}

export function addWeeks(date: string, weeks: number): string {
  return Temporal.PlainDate.from(date).add({ weeks }).toString()
}

/** Whole weeks from one date to another, rounded down; negative when the other is earlier. */
export function weeksBetween(from: string, to: string): number {
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' })
  return Math.floor(days / DAYS_IN_WEEK)
}

const DAYS_IN_WEEK = 7
const SATURDAY = 6

function opensOn(date: Temporal.PlainDate, { closedDays }: Calendar): boolean {
  return date.dayOfWeek < SATURDAY && !isHoliday(date) && !closedDays.includes(date.toString())
}

/** Longer than anybody closes. */
const MAX_CLOSED_DAYS = 366

function nextWorkingDay(from: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  for (let days = 0; days <= MAX_CLOSED_DAYS; days++) {
    const date = from.add({ days })
    if (opensOn(date, calendar)) return date
  }
  throw new Error(`closedDays leaves no working day in the year from ${from}: remove some of them`)
}

function hourOf(
  local: Temporal.ZonedDateTime,
  { workingHours: { from, to } }: Calendar,
): 'before' | 'working' | 'after' {
  const time = local.toPlainTime()
  if (Temporal.PlainTime.compare(time, from) < 0) return 'before'
  return Temporal.PlainTime.compare(time, to) < 0 ? 'working' : 'after'
}

/** A time that the clock skips is taken as much later; of one that comes twice, the first. */
function momentOf(
  date: Temporal.PlainDate,
  plainTime: string | Temporal.PlainTime,
  { timeZone }: Calendar,
): number {
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

function localTime(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
}
