/** Estimate: how long messages to many will take, before anything is sent. */
import { type Calendar, endOfWorkingTime, nextWorkingTime } from '../working-time.ts'

export type Plan = Readonly<{
  recipients: number
  /** Of these the bot has no conversation yet: they cost two calls. */
  firstContacts: number
  perSecond: number
  calendar: Calendar
  now: number
}>

export type Estimate = Readonly<{
  /** Of sending itself. */
  seconds: number
  startsAt: number
  endsAt: number
}>

export function estimate({ recipients, firstContacts, perSecond, calendar, now }: Plan): Estimate {
  const seconds = Math.ceil((recipients + firstContacts) / perSecond)
  const startsAt = nextWorkingTime(now, calendar)
  let at = startsAt
  let left = seconds * 1000
  for (let today = endOfWorkingTime(at, calendar) - at; left > today; ) {
    left -= today
    at = nextWorkingTime(at + today, calendar)
    today = endOfWorkingTime(at, calendar) - at
  }
  return { seconds, startsAt, endsAt: at + left }
}
