/** Clocks that are wrong, put right, or changed by summer time: each round is once, and in time (F19). */
import type { Storage } from '../../bot/storage/storage.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { engines } from '../storage/engines.ts'
import { aTown, HOUR, type Town } from './a-town.ts'
import { aTownBefore, NIGHTS, ODD_NIGHTS, SPRING_WEEK } from './nights.ts'
import { type Happening, MINUTE, momentsOf, walk } from './skewed-clock.ts'
import { throughWrongClock } from './wrong-clock.ts'

const SEED = Date.now() % 100_000
/** More looks, through more clocks, are for `npm run test:long`. */
const LOOKS = { everyMs: 3 * HOUR, closeMs: 5 * MINUTE }

const timesOf = (happenings: readonly Happening[], event: Happening['event']) =>
  happenings.filter((one) => one.event === event).map(({ at }) => new Date(at).toISOString())
const iso = (text: string) => new Date(text).toISOString()

describe.each(engines)('on $name', ({ name, open }) => {
  // What a clock does is the same for both; a server takes ten times as long to look.
  const nights = name === 'SQLite' ? NIGHTS : NIGHTS.slice(0, 1)
  const oddNights = name === 'SQLite' ? ODD_NIGHTS : []
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  it.each([...nights, ...oddNights])('opens and closes in time across $name', async (night) => {
    const { town, opens, closes } = await aTownBefore(storage, night)
    const span = { from: opens - HOUR, to: closes + HOUR, ...LOOKS }

    const seen = await walk(town, momentsOf(span, [opens, closes]))

    expect(timesOf(seen, 'opened')).toEqual([iso(night.opens)])
    expect(timesOf(seen, 'closed')).toEqual([iso(night.closes)])
  })

  it.each(nights)(
    `has one round in $name, whatever the clock does (seed ${SEED})`,
    async (night) => {
      const chances = { random: seeded(SEED), ...LOOKS }

      expect(await throughWrongClock(storage, night, chances)).toEqual([])
    },
  )

  it('opens late, and tells so once, when less than half of the time has passed', async () => {
    const { town, opens, closes } = await aTownBefore(storage, SPRING_WEEK)
    const half = opens + (closes - opens) / 2

    const events = await lookFrom(half - MINUTE, [town, await theSameTown(town)])

    expect(events).toEqual(['opened'])
    expect(newsOf(town)).toEqual([{ news: 'opened', people: 25, closesAt: closes, late: true }])
  })

  it('misses a round, and tells so once, when half of the time has passed', async () => {
    const { town, opens, closes } = await aTownBefore(storage, SPRING_WEEK)
    const half = opens + (closes - opens) / 2

    const events = await lookFrom(half, [town, await theSameTown(town)])

    expect(events).toEqual(['missed'])
    expect(newsOf(town)).toEqual([{ news: 'missed' }])
    const rounds = await storage.stores.polls.rounds(town.organisation.id)
    expect(rounds.map(({ state }) => state)).toEqual(['missed'])
  })
})

/** Another process over the same database. */
const theSameTown = ({ storage, organisation, clock }: Town) =>
  aTown({ storage, organisation, clock })

/** After a time in which no process ran: both look every minute, and what is to be sent is sent. */
async function lookFrom(at: number, towns: readonly [Town, Town]): Promise<readonly string[]> {
  const events: string[] = []
  for (let minutes = 0; minutes < 10; minutes++) {
    for (const { clock } of towns) clock.now = at + minutes * MINUTE
    const both = await Promise.all(
      towns.map(({ rounds, organisation }) => rounds.runDue(organisation.id)),
    )
    events.push(...both.flat())
    await towns[0].deliver()
  }
  return events
}

const newsOf = ({ inbox }: Town) =>
  inbox(0).flatMap((reply) => (reply.kind === 'poll-news' ? [reply.news] : []))
