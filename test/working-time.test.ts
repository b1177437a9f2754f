import fc from 'fast-check'
import {
  addWeeks,
  addWorkingDays,
  type Calendar,
  endOfWorkingTime,
  isWorkingDay,
  isWorkingTime,
  localDate,
  localWeek,
  momentOn,
  nextWeekday,
  nextWorkingDate,
  nextWorkingTime,
  weeksBetween,
} from '../bot/working-time.ts'

const WATERVEEN: Calendar = {
  timeZone: 'Europe/Amsterdam',
  workingHours: { from: '09:15', to: '16:00' },
  closedDays: ['2026-12-28'],
}

const at = (text: string) => Date.parse(text)

describe('isWorkingTime', () => {
  it.each([
    ['before the day begins', '2026-11-23T09:14:59.999+01:00', false],
    ['at the beginning', '2026-11-23T09:15:00+01:00', true],
    ['just before the end', '2026-11-23T15:59:59.999+01:00', true],
    ['at the end', '2026-11-23T16:00:00+01:00', false],
    ['on Saturday', '2026-11-28T12:00:00+01:00', false],
    ['on Sunday', '2026-11-29T12:00:00+01:00', false],
    ['on a day the town hall is closed', '2026-12-28T12:00:00+01:00', false],
    ['the day after', '2026-12-29T12:00:00+01:00', true],
    ['in summer, by the clock on the wall', '2026-07-06T09:15:00+02:00', true],
    ['in summer, an hour earlier than the winter clock', '2026-07-06T08:15:00+02:00', false],
  ])('%s', (_when, moment, expected) => {
    expect(isWorkingTime(at(moment), WATERVEEN)).toBe(expected)
  })

  it('goes by the organisation, not by this machine', () => {
    const bonaire: Calendar = { ...WATERVEEN, timeZone: 'America/Kralendijk' }

    expect(isWorkingTime(at('2026-11-23T14:00:00Z'), bonaire)).toBe(true) // 10:00 there
    expect(isWorkingTime(at('2026-11-23T09:00:00Z'), bonaire)).toBe(false) // 05:00 there
  })
})

describe('isWorkingDay', () => {
  it.each([
    ['New Year', '2026-01-01'],
    ['Easter Monday 2026', '2026-04-06'],
    ['Easter Monday 2027', '2027-03-29'],
    ['Easter Monday 2038, as late as it gets', '2038-04-26'],
    ["King's Day", '2026-04-27'],
    ["King's Day a day early: the 27th is a Sunday", '2031-04-26'],
    ['Liberation Day', '2026-05-05'],
    ['Ascension 2026', '2026-05-14'],
    ['Ascension 2027', '2027-05-06'],
    ['Whit Monday 2026', '2026-05-25'],
    ['Christmas', '2026-12-25'],
    ['Boxing Day 2028', '2028-12-26'],
  ])('is none on %s', (_day, date) => {
    expect(isWorkingDay(date, WATERVEEN)).toBe(false)
  })

  it.each([
    ['Good Friday', '2026-04-03'],
    ["the day before King's Day", '2032-04-26'],
    ['the day after Ascension', '2026-05-15'],
    ['Christmas Eve', '2026-12-24'],
  ])('is one on %s', (_day, date) => {
    expect(isWorkingDay(date, WATERVEEN)).toBe(true)
  })
})

describe('nextWorkingTime', () => {
  it.each([
    ['now', '2026-11-23T10:00:00.123+01:00', '2026-11-23T10:00:00.123+01:00'],
    ['this morning', '2026-11-23T03:00:00+01:00', '2026-11-23T09:15:00+01:00'],
    ['tomorrow', '2026-11-23T16:00:00+01:00', '2026-11-24T09:15:00+01:00'],
    ['after the weekend', '2026-11-27T16:00:00+01:00', '2026-11-30T09:15:00+01:00'],
    ['on Sunday night', '2026-11-29T23:59:00+01:00', '2026-11-30T09:15:00+01:00'],
    [
      'after Christmas, a weekend and a closed day',
      '2026-12-24T17:00+01:00',
      '2026-12-29T09:15+01:00',
    ],
    ['over the start of summer time', '2026-03-27T17:00:00+01:00', '2026-03-30T09:15:00+02:00'],
    ['over the end of summer time', '2026-10-23T17:00:00+02:00', '2026-10-26T09:15:00+01:00'],
  ])('%s', (_when, moment, expected) => {
    expect(nextWorkingTime(at(moment), WATERVEEN)).toBe(at(expected))
  })

  it('is working time, not earlier, and stays what it is', () => {
    const moments = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2035-01-01T00:00Z') })

    fc.assert(
      fc.property(moments, (moment) => {
        const next = nextWorkingTime(moment, WATERVEEN)

        expect(next).toBeGreaterThanOrEqual(moment)
        expect(isWorkingTime(next, WATERVEEN)).toBe(true)
        expect(nextWorkingTime(next, WATERVEEN)).toBe(next)
      }),
      { numRuns: 200 },
    )
  })

  it('says which setting is wrong when nobody ever works', () => {
    const start = at('2026-01-01T00:00Z')
    const closedDays = Array.from({ length: 800 }, (_, day) =>
      new Date(start + day * 86_400_000).toISOString().slice(0, 10),
    )

    expect(() => nextWorkingTime(start, { ...WATERVEEN, closedDays })).toThrow(/closedDays/)
  })
})

it('tells when working time ends', () => {
  expect(endOfWorkingTime(at('2026-07-06T09:15:00+02:00'), WATERVEEN)).toBe(
    at('2026-07-06T16:00:00+02:00'),
  )
})

describe('addWorkingDays', () => {
  it.each([
    ['none', 0, '2026-11-28T10:00:00+01:00', '2026-11-28T10:00:00+01:00'],
    ['tomorrow', 1, '2026-11-23T14:05:00+01:00', '2026-11-24T14:05:00+01:00'],
    ['from Friday', 1, '2026-11-27T14:05:00+01:00', '2026-11-30T14:05:00+01:00'],
    ['from Saturday', 1, '2026-11-28T14:05:00+01:00', '2026-11-30T14:05:00+01:00'],
    ['three, over a weekend', 3, '2026-11-26T14:05:00+01:00', '2026-12-01T14:05:00+01:00'],
    ['over Easter', 1, '2026-04-03T14:05:00+02:00', '2026-04-07T14:05:00+02:00'],
    [
      'into summer time: as late in the day',
      1,
      '2026-03-27T14:05:00+01:00',
      '2026-03-30T14:05:00+02:00',
    ],
    [
      'into winter time: as late in the day',
      1,
      '2026-10-23T14:05:00+02:00',
      '2026-10-26T14:05:00+01:00',
    ],
  ])('%s', (_what, days, moment, expected) => {
    expect(addWorkingDays(at(moment), days, WATERVEEN)).toBe(at(expected))
  })
})

describe('localDate and localWeek', () => {
  it('go by the clock of the time zone', () => {
    const newYear = at('2026-12-31T23:30:00Z')

    expect(localDate(newYear, 'Europe/Amsterdam')).toBe('2027-01-01')
    expect(localDate(newYear, 'America/Kralendijk')).toBe('2026-12-31')
  })

  it('count weeks as ISO does, over the turn of the year', () => {
    expect(localWeek(at('2026-01-05T00:00:00+01:00'), 'Europe/Amsterdam')).toBe('2026-W02')
    expect(localWeek(at('2026-12-31T12:00:00+01:00'), 'Europe/Amsterdam')).toBe('2026-W53')
    expect(localWeek(at('2027-01-03T23:59:00+01:00'), 'Europe/Amsterdam')).toBe('2026-W53')
    expect(localWeek(at('2027-01-04T00:00:00+01:00'), 'Europe/Amsterdam')).toBe('2027-W01')
  })
})

describe('momentOn', () => {
  it.each([
    ['in winter', '2026-11-23', '10:00', '2026-11-23T10:00:00+01:00'],
    ['in summer', '2026-07-06', '10:00', '2026-07-06T10:00:00+02:00'],
    [
      'at an hour that the clock skips: as much later',
      '2026-03-29',
      '02:30',
      '2026-03-29T03:30+02:00',
    ],
    ['at an hour that comes twice: the first', '2026-10-25', '02:30', '2026-10-25T02:30+02:00'],
    ['idem in 2027', '2027-03-28', '02:30', '2027-03-28T03:30+02:00'],
    ['idem in autumn 2027', '2027-10-31', '02:30', '2027-10-31T02:30+02:00'],
  ])('%s', (_when, date, time, expected) => {
    expect(momentOn(date, time, WATERVEEN)).toBe(at(expected))
  })
})

it.each([
  ['a working day itself', '2026-11-23', '2026-11-23'],
  ['after a weekend', '2026-11-28', '2026-11-30'],
  ['after Christmas, a weekend and a closed day', '2026-12-25', '2026-12-29'],
])('nextWorkingDate: %s', (_what, date, expected) => {
  expect(nextWorkingDate(date, WATERVEEN)).toBe(expected)
})

it.each([
  ['the day itself', 1, '2026-11-23', '2026-11-23'],
  ['later in the week', 5, '2026-11-23', '2026-11-27'],
  ['a day before: almost a week later', 1, '2026-11-24', '2026-11-30'],
  ['over the end of a leap February', 7, '2028-02-28', '2028-03-05'],
])('nextWeekday: %s', (_what, weekday, date, expected) => {
  expect(nextWeekday(weekday, date)).toBe(expected)
})

describe('weeks', () => {
  it('are counted on the calendar, over a change of the clock and of the year', () => {
    expect(addWeeks('2026-12-22', 4)).toBe('2027-01-19')
    expect(addWeeks('2026-03-23', 1)).toBe('2026-03-30')
    expect(weeksBetween('2026-10-19', '2026-11-02')).toBe(2)
  })

  it('are rounded down, also back in time', () => {
    expect(weeksBetween('2026-11-02', '2026-11-15')).toBe(1)
    expect(weeksBetween('2026-11-02', '2026-11-02')).toBe(0)
    expect(weeksBetween('2026-11-02', '2026-11-01')).toBe(-1)
    expect(weeksBetween('2026-11-02', '2026-10-25')).toBe(-2)
  })
})
