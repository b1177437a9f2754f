import fc from 'fast-check'
import { dueOccurrences, nextOccurrences } from '../../bot/polls/occurrences.ts'
import type { Occurrence, Recurrence, Series } from '../../bot/polls/series.ts'
import { type Calendar, isWorkingTime, localDate } from '../../bot/working-time.ts'

const WATERVEEN: Calendar = {
  timeZone: 'Europe/Amsterdam',
  workingHours: { from: '09:15', to: '16:00' },
  closedDays: [],
}
const MINUTE = 60_000
const DAY = 86_400_000

const at = (text: string) => Date.parse(text)

function series(
  recurrence: Partial<Recurrence> = {},
  openDays = 5,
): Pick<Series, 'recurrence' | 'openDays'> {
  return {
    recurrence: { everyWeeks: 4, weekday: 2, at: '10:00', from: '2026-01-06', ...recurrence },
    openDays,
  }
}

/** As the wall clock of the time zone says, such as "Tue 06/01/2026, 10:00". */
function wall(moment: number, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
}

const first = (
  recurrence: Partial<Recurrence>,
  calendar: Partial<Calendar> = {},
  openDays = 5,
): Occurrence => {
  const [occurrence] = nextOccurrences(
    series(recurrence, openDays),
    { ...WATERVEEN, ...calendar },
    { now: 0, count: 1 },
  )
  if (occurrence === undefined) throw new Error('there is always a next one')
  return occurrence
}

describe('a clock that is stepped back and forth', () => {
  /** Asks often around every opening, keeping what is known as the store does. */
  function run(calendar: Calendar, polled: ReturnType<typeof series>, moments: readonly number[]) {
    const known: Occurrence[] = []
    for (const now of moments) {
      const afterPlanned = known.at(-1)?.planned
      known.push(
        ...dueOccurrences(polled, calendar, {
          now,
          ...(afterPlanned === undefined ? {} : { afterPlanned }),
        }),
      )
    }
    return known
  }

  /** Every minute around each opening, and every day. */
  function momentsOf(occurrences: readonly Occurrence[], from: number, to: number) {
    const moments = new Set<number>()
    for (let now = from; now < to; now += DAY) moments.add(now)
    for (const { opensAt } of occurrences) {
      for (let minute = -5; minute <= 5; minute++) moments.add(opensAt + minute * MINUTE)
    }
    return [...moments].filter((now) => now >= from && now < to).sort((a, b) => a - b)
  }

  it.each([
    ['over the winter', '2026-01-06', WATERVEEN, '10:00'],
    [
      'day and night, at an hour that the clock skips and repeats',
      '2026-01-06',
      { ...WATERVEEN, workingHours: { from: '00:00', to: '23:59' } },
      '02:30',
    ],
    [
      'where the clock changes on working days',
      '2026-01-01',
      {
        ...WATERVEEN,
        timeZone: 'Africa/Cairo',
        workingHours: { from: '00:00', to: '23:59' },
      },
      '23:30',
    ],
  ])('gives each round of fifteen months once: %s', (_when, from, calendar, time) => {
    const polled = series({ from, weekday: 4, at: time })
    const start = at('2025-12-30T00:00Z')
    const end = at('2027-04-01T00:00Z')
    const expected = nextOccurrences(polled, calendar, { now: start, count: 18 }).filter(
      ({ opensAt }) => opensAt < end,
    )
    const steady = momentsOf(expected, start, end)
    const jumpy = steady.flatMap((now, index) =>
      index % 7 === 0 ? [now, now - 3 * 60 * MINUTE, now + MINUTE, now - 20 * DAY] : [now],
    )

    expect(expected.length).toBeGreaterThanOrEqual(16)
    expect(run(calendar, polled, jumpy)).toEqual(expected)
  })

  it('opens at the minute, not before', () => {
    const { opensAt } = first({})

    expect(dueOccurrences(series(), WATERVEEN, { now: opensAt - 1 })).toEqual([])
    expect(dueOccurrences(series(), WATERVEEN, { now: opensAt })).toHaveLength(1)
  })
})

describe('when a round opens', () => {
  it.each([
    ['on its day and time', { from: '2026-01-06' }, 'Tue, 06/01/2026, 10:00'],
    ['on the first such weekday', { from: '2026-01-07' }, 'Tue, 13/01/2026, 10:00'],
    ['after Easter Monday', { weekday: 1, from: '2026-04-06' }, 'Tue, 07/04/2026, 10:00'],
    ["after King's Day", { weekday: 1, from: '2026-04-27' }, 'Tue, 28/04/2026, 10:00'],
    ['after Ascension', { weekday: 4, from: '2026-05-14' }, 'Fri, 15/05/2026, 10:00'],
    ['after Christmas and a weekend', { weekday: 5, from: '2026-12-25' }, 'Mon, 28/12/2026, 10:00'],
    ['after New Year', { weekday: 5, from: '2027-01-01' }, 'Mon, 04/01/2027, 10:00'],
    [
      'the day after summer time begins',
      { weekday: 1, from: '2026-03-29' },
      'Mon, 30/03/2026, 10:00',
    ],
    ['the day after it ends', { weekday: 1, from: '2026-10-25' }, 'Mon, 26/10/2026, 10:00'],
    ['idem in 2027', { weekday: 1, from: '2027-03-28' }, 'Tue, 30/03/2027, 10:00'], // Easter too
    ['idem in autumn 2027', { weekday: 1, from: '2027-10-31' }, 'Mon, 01/11/2027, 10:00'],
    ['before work: when it begins', { at: '07:00' }, 'Tue, 06/01/2026, 09:15'],
    ['at the end of work: when it begins next', { at: '16:00' }, 'Wed, 07/01/2026, 09:15'],
    ['after work on Friday', { weekday: 5, at: '20:00' }, 'Mon, 12/01/2026, 09:15'],
    [
      'after work, before a holiday',
      { weekday: 4, from: '2026-12-24', at: '20:00' },
      'Mon, 28/12/2026, 09:15',
    ],
  ])('%s', (_when, recurrence, expected) => {
    expect(wall(first(recurrence).opensAt)).toBe(expected)
  })

  it('waits until two closed weeks are over, and keeps its date', () => {
    const closedDays = Array.from({ length: 14 }, (_, day) =>
      localDate(at('2026-08-03T12:00Z') + day * DAY, 'Europe/Amsterdam'),
    )
    const occurrence = first({ from: '2026-08-04' }, { closedDays })

    expect(occurrence).toMatchObject({ planned: '2026-08-04', index: 0 })
    expect(wall(occurrence.opensAt)).toBe('Mon, 17/08/2026, 10:00')
  })

  it('goes by the clock of the organisation, in summer and in winter', () => {
    const all = nextOccurrences(series(), WATERVEEN, { now: 0, count: 26 })

    expect(new Set(all.map(({ opensAt }) => wall(opensAt).slice(-5)))).toEqual(new Set(['10:00']))
    expect(new Set(all.map(({ opensAt }) => new Date(opensAt).getUTCHours()))).toEqual(
      new Set([8, 9]),
    )
    expect(wall(first({}, { timeZone: 'America/Kralendijk' }).opensAt, 'America/Kralendijk')).toBe(
      'Tue, 06/01/2026, 10:00',
    )
  })

  it('takes a time that the clock skips as much later, and of one that comes twice the first', () => {
    const cairo = {
      timeZone: 'Africa/Cairo',
      workingHours: { from: '00:00', to: '23:59' },
    }
    const skipped = first({ weekday: 5, from: '2026-04-24', at: '00:30' }, cairo)
    const twice = first({ weekday: 4, from: '2026-10-29', at: '23:30' }, cairo)

    expect(skipped.opensAt).toBe(at('2026-04-24T01:30:00+03:00'))
    expect(twice.opensAt).toBe(at('2026-10-29T23:30:00+03:00'))
  })
})

describe('when a round closes', () => {
  it.each([
    ['the same day', 1, { from: '2026-01-06' }, 'Tue, 06/01/2026, 16:00'],
    ['over a weekend', 5, { from: '2026-01-06' }, 'Mon, 12/01/2026, 16:00'],
    ['over Easter', 3, { weekday: 4, from: '2026-04-02' }, 'Tue, 07/04/2026, 16:00'],
    ['over the year', 5, { from: '2026-12-29' }, 'Tue, 05/01/2027, 16:00'],
    ['into summer time', 2, { weekday: 5, from: '2026-03-27' }, 'Mon, 30/03/2026, 16:00'],
    [
      'after a shift, as many days',
      2,
      { weekday: 1, from: '2026-04-06' },
      'Wed, 08/04/2026, 16:00',
    ],
    [
      'just before the next opens',
      20,
      { weekday: 1, from: '2026-01-05' },
      'Fri, 30/01/2026, 16:00',
    ],
    [
      'earlier than asked when holidays would let it meet the next',
      20,
      { weekday: 4, from: '2026-04-16' },
      'Wed, 13/05/2026, 16:00',
    ],
  ])('%s', (_when, openDays, recurrence, expected) => {
    expect(wall(first(recurrence, {}, openDays).closesAt)).toBe(expected)
  })

  const anySeries = fc.record({
    everyWeeks: fc.integer({ min: 4, max: 12 }),
    weekday: fc.integer({ min: 1, max: 5 }),
    at: fc.constantFrom('00:00', '02:30', '09:15', '12:00', '15:59', '16:00', '23:59'),
    from: fc
      .integer({ min: at('2025-01-01'), max: at('2030-01-01') })
      .map((moment) => new Date(moment).toISOString().slice(0, 10)),
  })

  it('opens and closes within working time, one after the other, each date a whole period on', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 20 }), (recurrence, openDays) => {
        const all = nextOccurrences(series(recurrence, openDays), WATERVEEN, { now: 0, count: 8 })

        all.forEach(({ opensAt, closesAt, planned, index }, position) => {
          const next = all[position + 1]
          expect(index).toBe(position)
          expect(isWorkingTime(opensAt, WATERVEEN)).toBe(true)
          expect(isWorkingTime(closesAt - 1, WATERVEEN)).toBe(true)
          expect(closesAt).toBeGreaterThan(opensAt)
          if (next === undefined) return
          expect(next.opensAt).toBeGreaterThan(closesAt)
          expect(at(next.planned) - at(planned)).toBe(recurrence.everyWeeks * 7 * DAY)
        })
      }),
      { seed: 2026, numRuns: 25 },
    )
  })
})

describe('nextOccurrences', () => {
  it('begins with the one that can be answered now', () => {
    const [one, two] = nextOccurrences(series(), WATERVEEN, { now: 0, count: 2 })
    const at = (now = 0) => nextOccurrences(series(), WATERVEEN, { now, count: 1 })[0]

    expect(at(one?.opensAt)).toEqual(one)
    expect(at((one?.closesAt ?? 0) - 1)).toEqual(one)
    expect(at(one?.closesAt)).toEqual(two)
  })

  it('leaves out what is known', () => {
    const all = nextOccurrences(series(), WATERVEEN, { now: 0, count: 4 })
    const following = (afterPlanned: string) =>
      nextOccurrences(series(), WATERVEEN, { afterPlanned, now: 0, count: 1 })

    expect(following('2026-01-06')).toEqual(all.slice(1, 2))
    expect(following('2026-02-04')).toEqual(all.slice(2, 3))
    expect(following('2020-01-01')).toEqual(all.slice(0, 1))
  })

  it('finds the same from far in the future as counted from the first', () => {
    const all = nextOccurrences(series(), WATERVEEN, { now: 0, count: 40 })

    for (const [index, { closesAt }] of all.slice(0, -1).entries()) {
      const [next] = nextOccurrences(series(), WATERVEEN, { now: closesAt, count: 1 })
      expect(next).toEqual(all[index + 1])
    }
  })

  it('does not pass over one that closes on the day of the next, which opens a day later', () => {
    const late = series({ weekday: 1, at: '20:00' }, 20)
    const lastDay = at('2026-02-09T15:00:00+01:00')

    expect(nextOccurrences(late, WATERVEEN, { now: lastDay, count: 2 })).toMatchObject([
      { planned: '2026-01-12', closesAt: at('2026-02-09T16:00:00+01:00') },
      { planned: '2026-02-09', opensAt: at('2026-02-10T09:15:00+01:00') },
    ])
  })

  it('refuses closed days that leave no room, and names the setting', () => {
    const closedDays = Array.from({ length: 28 }, (_, day) =>
      localDate(at('2026-01-06T12:00Z') + day * DAY, 'Europe/Amsterdam'),
    )

    expect(() => first({}, { closedDays })).toThrow(/closedDays .*2026-01-06 to 2026-02-03/)
  })
})

describe('dueOccurrences', () => {
  it('gives all that were missed, oldest first', () => {
    const due = dueOccurrences(series(), WATERVEEN, {
      afterPlanned: '2026-01-06',
      now: at('2026-04-28T10:00:00+02:00'),
    })

    expect(due.map(({ planned }) => planned)).toEqual([
      '2026-02-03',
      '2026-03-03',
      '2026-03-31',
      '2026-04-28',
    ])
  })

  it('gives at most 60, and the rest after them', () => {
    const now = at('2036-01-01T00:00Z')
    const due = dueOccurrences(series(), WATERVEEN, { now })
    const rest = dueOccurrences(series(), WATERVEEN, {
      now,
      afterPlanned: due.at(-1)?.planned ?? '',
    })

    expect(due).toHaveLength(60)
    expect(rest[0]?.index).toBe(60)
  })

  it('gives the first after whatever came before it', () => {
    const due = dueOccurrences(series(), WATERVEEN, {
      afterPlanned: '2020-01-01',
      now: at('2026-01-07T00:00Z'),
    })

    expect(due.map(({ planned }) => planned)).toEqual(['2026-01-06'])
  })

  it('gives none before the first', () => {
    expect(dueOccurrences(series(), WATERVEEN, { now: at('2025-12-31T12:00Z') })).toEqual([])
  })
})
