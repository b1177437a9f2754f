/** Holidays: the days on which Dutch municipalities are closed everywhere. */
import { Temporal } from 'temporal-polyfill'

/**
 * Liberation Day counts every year: some work then, but a message a day later harms nobody. Good
 * Friday does not; who is closed then says so in `closedDays`.
 */
export function isHoliday(date: Temporal.PlainDate): boolean {
  return holidaysOf(date.year).has(date.toString())
}

const years = new Map<number, ReadonlySet<string>>()

function holidaysOf(year: number): ReadonlySet<string> {
  const known = years.get(year)
  if (known !== undefined) return known

  const easter = easterSunday(year)
  const days = [
    Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    easter,
    easter.add({ days: 1 }),
    kingsDay(year),
    Temporal.PlainDate.from({ year, month: 5, day: 5 }),
    easter.add({ days: 39 }), // Ascension
    easter.add({ days: 49 }), // Pentecost
    easter.add({ days: 50 }),
    Temporal.PlainDate.from({ year, month: 12, day: 25 }),
    Temporal.PlainDate.from({ year, month: 12, day: 26 }),
  ]
  const holidays = new Set(days.map(String))
  years.set(year, holidays)
  return holidays
}

const SUNDAY = 7

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return birthday.dayOfWeek === SUNDAY ? birthday.subtract({ days: 1 }) : birthday
}

/** The Gregorian computus; the letters are those of its usual statement. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return Temporal.PlainDate.from({ year, month, day })
}
