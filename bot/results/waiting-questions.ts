/** Waiting questions: whether those who ask the CISO something hear of it in time. */
import type { EscalationTiming } from '../storage/escalations.ts'
import { addWorkingDays, type Calendar } from '../working-time.ts'
import { roundedShare } from './use-figures.ts'

export type WaitingQuestions = Readonly<{
  /** Exactly, from five on. One of few would tell when somebody asked something. */
  open: number | 'none' | 'few'
  /** In whole working days; only where `open` is a number. */
  oldestDays?: number
  /** One of them waits for longer than it should: the one thing that must be known of few as well. */
  isLate: boolean
  /** Of all that were handled or are late, in percent; undefined where they are too few. */
  inTime?: number
}>

/** Then the second reminder has been, and one working day later the deputy is asked. */
export const IN_TIME_DAYS = 3
/** Counts of work, not of people: but one person may have asked each of them. */
export const MIN_OPEN = 5
/** Working days are no shorter than days, of which one may have 23 hours: then no calendar is needed. */
const SURELY_IN_TIME_MS = (IN_TIME_DAYS * 24 - 1) * 60 * 60 * 1000
/** Longer than anybody should wait. */
const MOST_DAYS = 250

/** @param timings those that are open, and those handled within the period; the oldest first */
export function waitingQuestions(
  timings: readonly EscalationTiming[],
  now: number,
  calendar: Calendar,
): WaitingQuestions {
  const isInTime = (askedAt: number, until: number) =>
    until - askedAt <= SURELY_IN_TIME_MS || until <= addWorkingDays(askedAt, IN_TIME_DAYS, calendar)
  const open = timings.filter(({ handledAt }) => handledAt === undefined)
  const late = open.filter(({ askedAt }) => !isInTime(askedAt, now))
  const handled = timings.flatMap(({ askedAt, handledAt }) =>
    handledAt === undefined ? [] : [{ askedAt, handledAt }],
  )
  const answers = handled.length + late.length
  const successes = handled.filter(({ askedAt, handledAt }) => isInTime(askedAt, handledAt)).length
  const [oldest] = open
  const inTime = roundedShare({ successes, answers })
  return {
    ...openCount(open.length),
    ...(oldest !== undefined && open.length >= MIN_OPEN
      ? { oldestDays: workingDaysSince(oldest.askedAt, now, calendar) }
      : {}),
    isLate: late.length > 0,
    ...(inTime === undefined ? {} : { inTime }),
  }
}

function openCount(open: number): Pick<WaitingQuestions, 'open'> {
  if (open === 0) return { open: 'none' }
  return { open: open < MIN_OPEN ? 'few' : open }
}

function workingDaysSince(moment: number, now: number, calendar: Calendar): number {
  let days = 0
  let next = addWorkingDays(moment, 1, calendar)
  while (next <= now && days < MOST_DAYS) {
    days += 1
    next = addWorkingDays(next, 1, calendar)
  }
  return days
}
