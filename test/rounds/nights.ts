/** Nights: rounds that lie across, or begin in, an hour that clocks skip or have twice, or a new year. */
import type { Storage } from '../../bot/storage/storage.ts'
import { aSeries, aTown } from './a-town.ts'

export type Night = Readonly<{
  name: string
  timeZone: string
  weekday: number
  at: string
  from: string
  openDays: number
  /** By the clocks of the world. */
  opens: string
  closes: string
}>

/** The whole day is working time, so that nothing but the clock decides. */
const ALL_DAY = { workingHours: { from: '00:00', to: '23:59' } }

export const NIGHTS: readonly Night[] = [
  {
    name: 'the night in which summer time begins',
    ...{ timeZone: 'Europe/Amsterdam', weekday: 5, at: '02:30', from: '2026-03-27', openDays: 3 },
    ...{ opens: '2026-03-27T01:30:00Z', closes: '2026-03-31T21:59:00Z' },
  },
  {
    name: 'the night in which summer time ends',
    ...{ timeZone: 'Europe/Amsterdam', weekday: 5, at: '02:30', from: '2026-10-23', openDays: 3 },
    ...{ opens: '2026-10-23T00:30:00Z', closes: '2026-10-27T22:59:00Z' },
  },
  {
    name: 'the new year',
    ...{ timeZone: 'Europe/Amsterdam', weekday: 4, at: '02:30', from: '2026-12-31', openDays: 2 },
    ...{ opens: '2026-12-31T01:30:00Z', closes: '2027-01-04T22:59:00Z' },
  },
]

/** A week of which half has passed on a working day. */
export const SPRING_WEEK: Night = {
  name: 'the week in which summer time begins',
  ...{ timeZone: 'Europe/Amsterdam', weekday: 2, at: '02:30', from: '2026-03-24', openDays: 5 },
  ...{ opens: '2026-03-24T01:30:00Z', closes: '2026-03-30T21:59:00Z' },
}

/** In countries whose clocks change on a working day. */
export const ODD_NIGHTS: readonly Night[] = [
  {
    name: 'a half past two that does not exist',
    ...{ timeZone: 'Asia/Jerusalem', weekday: 5, at: '02:30', from: '2026-03-27', openDays: 2 },
    ...{ opens: '2026-03-27T00:30:00Z', closes: '2026-03-30T20:59:00Z' },
  },
  {
    name: 'a half past eleven that comes twice',
    ...{ timeZone: 'Africa/Cairo', weekday: 4, at: '23:30', from: '2026-10-29', openDays: 2 },
    ...{ opens: '2026-10-29T20:30:00Z', closes: '2026-10-30T21:59:00Z' },
  },
]

/** A town in which such a round is planned. */
export async function aTownBefore(storage: Storage, night: Night) {
  const { timeZone, weekday, at, from, openDays } = night
  const town = await aTown({ storage, organisation: { ...ALL_DAY, timeZone } })
  const series = aSeries({ recurrence: { everyWeeks: 4, weekday, at, from }, openDays })
  await storage.stores.polls.startSeries(town.organisation.id, series, 0)
  return { town, opens: Date.parse(night.opens), closes: Date.parse(night.closes) }
}
