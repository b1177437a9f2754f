/** Read an announcement: what somebody filled in becomes whom it is for and when, or what is wrong. */
import { safeText } from '../../knowledge/safe-text.ts'
import type { Action } from '../contract/action.ts'
import type { TellingNotice } from '../contract/telling.ts'
import type { Unit } from '../storage/people.ts'
import { type Calendar, momentOn } from '../working-time.ts'
import { unitNamed } from './audience.ts'

type Form = Extract<Action, { verb: 'plan-announcement' }>

export type ReadAnnouncement = Readonly<{
  /** Path; absent for everybody. */
  unit?: string
  words: string
  /** Absent for now. */
  sendAt?: number
}>

type Context = Readonly<{ units: readonly Unit[]; calendar: Calendar; now: number }>

/** @returns the notice that says what is wrong */
export function readAnnouncement(form: Form, context: Context): ReadAnnouncement | TellingNotice {
  const audience = readAudience(form, context)
  if (typeof audience === 'string') return audience
  const moment = readMoment(form, context)
  if (typeof moment === 'string') return moment
  return { ...audience, ...moment, words: safeText(form.words).trim() }
}

/** "All" is said with so many words, and never by leaving something empty. */
function readAudience({ audience, unit }: Form, { units }: Context) {
  const typed = unit.trim()
  if (audience === 'all') return typed === '' ? {} : 'announcement-form-wrong'
  if (audience !== 'unit' || typed === '') return 'announcement-form-wrong'
  const found = unitNamed(typed, units)
  return found === undefined ? 'announcement-unit-unknown' : { unit: found.path }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/
/** Later is rather a mistake in the year. */
const LONGEST_MS = 366 * 86_400_000

function readMoment({ when, date, time }: Form, { calendar, now }: Context) {
  if (when === 'now') return {}
  const clock = TIME.exec(time.trim())
  if (when !== 'later' || !isDate(date) || clock === null) return 'announcement-form-wrong'
  const [, hours = '', minutes = ''] = clock
  const sendAt = momentOn(date, `${hours.padStart(2, '0')}:${minutes}`, calendar)
  if (sendAt <= now || sendAt > now + LONGEST_MS) return 'announcement-time-wrong'
  return { sendAt }
}

const isDate = (date: string): boolean =>
  DATE.test(date) && !Number.isNaN(new Date(`${date}T00:00:00Z`).getTime())
