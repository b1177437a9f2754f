/** Series: a poll that comes back: when, and with which questions. */
import { z } from 'zod'
import { QuestionId } from './question.ts'

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 10:00')

/** More often than every four weeks people answer from memory of the last time. */
export const MIN_WEEKS = 4
export const MAX_WEEKS = 52

/** Every so many weeks on this day of the week, counted from the first date. */
export const Recurrence = z.strictObject({
  everyWeeks: z.int().min(MIN_WEEKS).max(MAX_WEEKS),
  /** 1 is Monday; 5 is Friday. */
  weekday: z.int().min(1).max(5),
  /** Local time of the organisation. */
  at: ClockTime,
  /** ISO date: the first round is on this day, or on the first such weekday after it. */
  from: z.iso.date(),
})
export type Recurrence = z.infer<typeof Recurrence>

export const Module = z.strictObject({
  title: z.strictObject({ nl: z.string().min(1), en: z.string().min(1) }),
  questions: z.array(QuestionId).min(1).max(3),
})
export type Module = z.infer<typeof Module>

export const Series = z.strictObject({
  id: z.uuid(),
  recurrence: Recurrence,
  /** Working days that a round stays open, the first included. */
  openDays: z.int().min(1).max(20),
  /** Asked every time, to see change. */
  anchors: z.array(QuestionId).length(2),
  /** One of these each time, in turn. */
  modules: z.array(Module).min(1),
})
export type Series = z.infer<typeof Series>

/** When a round of a series is, after weekends, holidays and closed days were skipped. */
export type Occurrence = Readonly<{
  /** ISO date that the recurrence names; identifies the round within its series. */
  planned: string
  /** 0 for the first of the series: decides on module and panel. */
  index: number
  /** Milliseconds since the epoch. */
  opensAt: number
  closesAt: number
}>
