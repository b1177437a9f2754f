/** The store of polls, on both engines: a round exists once, closes once, and stays as it opened. */
import { openStorage } from '../../bot/open-storage.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { aPlan, aRound, aSeries, OPENS, ROUND_ID, SERIES_ID } from './a-poll.ts'
import { engines } from './engines.ts'

const HERE = 'waterveen'
const OTHER_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0009'
const id = (number: number) => `7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c1${String(number).padStart(3, '0')}`

describe.each(engines)('polls on $name', ({ open }) => {
  let storage: Storage
  let polls: Stores['polls']
  beforeEach(async () => {
    storage = await open()
    polls = storage.stores.polls
  })
  afterEach(() => storage.close())

  describe('a round', () => {
    it('is added once for a date, also by many at once', async () => {
      const rounds = [1, 2, 3, 4, 5, 6].map((number) => aRound({ id: id(number) }))

      const added = await Promise.all(rounds.map((round) => polls.addRound(HERE, round)))

      expect(added.filter((wasAdded) => wasAdded)).toHaveLength(1)
      expect(await polls.rounds(HERE)).toHaveLength(1)
    })

    it('of a date of any state is not added again', async () => {
      await polls.addRound(HERE, aRound({ state: 'missed', frozen: undefined }))

      expect(await polls.addRound(HERE, aRound({ id: id(1) }))).toBe(false)
      expect(await polls.openRound(HERE)).toBeUndefined()
    })

    it('is not opened beside another one, but beside one of a demo', async () => {
      await polls.addRound(HERE, aRound({ id: id(1), series: 'demo', demo: true }))
      await polls.addRound(HERE, aRound())

      expect(await polls.addRound(HERE, aRound({ id: id(2), planned: '2027-01-05' }))).toBe(false)
      expect((await polls.openRound(HERE))?.id).toBe(ROUND_ID)
      expect(await polls.openEverywhere()).toEqual([ROUND_ID, id(1)])
    })

    it('is given back as it was, of any state', async () => {
      const rounds = [
        aRound({ reminders: 2 }),
        aRound({
          id: id(1),
          planned: '2026-10-13',
          state: 'missed',
          frozen: undefined,
          opensAt: 5,
        }),
        aRound({ id: id(2), planned: '2026-09-01', state: 'refused', demo: true, opensAt: 4 }),
      ]
      for (const round of rounds) await polls.addRound(HERE, round)

      expect(await polls.rounds(HERE)).toEqual(rounds)
      expect(await polls.round(HERE, ROUND_ID)).toEqual(aRound({ reminders: 2 }))
      expect(await polls.round(HERE, OTHER_ID)).toBeUndefined()
    })

    it('tells the last date of its series only', async () => {
      await polls.addRound(HERE, aRound({ id: id(1), planned: '2026-11-24', state: 'lost' }))
      await polls.addRound(HERE, aRound({ id: id(2), planned: '2027-01-05', state: 'missed' }))
      await polls.addRound(HERE, aRound({ id: id(3), series: OTHER_ID, planned: '2027-03-02' }))

      expect(await polls.lastPlanned(HERE, SERIES_ID)).toBe('2027-01-05')
      expect(await polls.lastPlanned(HERE, 'none')).toBeUndefined()
    })

    it('is reminded of once for each time, also by many at once, and only while it is open', async () => {
      await polls.addRound(HERE, aRound())

      const first = await Promise.all([1, 2, 3].map(() => polls.reminded(HERE, ROUND_ID, 0)))

      expect(first.filter((mine) => mine)).toHaveLength(1)
      expect((await polls.round(HERE, ROUND_ID))?.reminders).toBe(1)
      expect(await polls.reminded(HERE, ROUND_ID, 0)).toBe(false)
      await polls.lose(HERE, ROUND_ID)
      expect(await polls.reminded(HERE, ROUND_ID, 1)).toBe(false)
    })
  })

  describe('closing', () => {
    it('happens once among many, and the plan is that of who did it', async () => {
      await polls.addRound(HERE, aRound())
      let made = 0

      const closed = await Promise.all(
        [1, 2, 3, 4].map(() =>
          storage.transaction((stores) =>
            stores.polls.close(HERE, ROUND_ID, async () => {
              made++
              return aPlan()
            }),
          ),
        ),
      )

      expect(closed.filter((mine) => mine)).toHaveLength(1)
      expect(made).toBe(1)
      expect(await polls.plan(HERE, ROUND_ID)).toEqual(aPlan())
      expect(await polls.round(HERE, ROUND_ID)).toEqual(aRound({ state: 'closed' }))
    })

    it('leaves the round open when there can be no plan', async () => {
      await polls.addRound(HERE, aRound())

      const closing = polls.close(HERE, ROUND_ID, () => Promise.reject(new Error('refused')))

      await expect(closing).rejects.toThrow('refused')
      expect((await polls.openRound(HERE))?.state).toBe('open')
    })

    it('cannot be done to a round that was lost, nor the other way round', async () => {
      await polls.addRound(HERE, aRound())
      expect(await polls.lose(HERE, ROUND_ID)).toBe(true)
      expect(await polls.lose(HERE, ROUND_ID)).toBe(false)
      expect(await polls.close(HERE, ROUND_ID, async () => aPlan())).toBe(false)

      await polls.addRound(HERE, aRound({ id: id(1), planned: '2027-01-05' }))
      expect(await polls.close(HERE, id(1), async () => aPlan({ round: id(1) }))).toBe(true)
      expect(await polls.lose(HERE, id(1))).toBe(false)
    })

    it('gives the plans of all rounds, newest first', async () => {
      for (const [number, opensAt] of [OPENS, OPENS + 2, OPENS + 1].entries()) {
        const round = aRound({ id: id(number), planned: `2026-11-0${number + 1}`, opensAt })
        await polls.addRound(HERE, round)
        await polls.close(HERE, round.id, async () => aPlan({ round: round.id, opensAt }))
      }

      const plans = await polls.plans(HERE)

      expect(plans.map(({ round }) => round)).toEqual([id(1), id(2), id(0)])
    })

    it('does not give what was spoiled in the database for a plan', async () => {
      await polls.addRound(HERE, aRound())
      const spoiled = { ...aPlan(), coverage: { reached: 1, eligible: 1, rate: 101 } }
      await polls.close(HERE, ROUND_ID, async () => spoiled)

      await expect(polls.plan(HERE, ROUND_ID)).rejects.toThrow('rate')
    })
  })

  describe('a series', () => {
    it('takes the place of the one that runs, and can be stopped', async () => {
      const next = aSeries({ id: OTHER_ID, openDays: 3 })
      expect(await polls.series(HERE)).toBeUndefined()

      await polls.startSeries(HERE, aSeries(), 1)
      await polls.startSeries(HERE, next, 2)

      expect(await polls.series(HERE)).toEqual(next)
      expect(await polls.stopSeries(HERE, 3)).toBe(true)
      expect(await polls.series(HERE)).toBeUndefined()
      expect(await polls.stopSeries(HERE, 4)).toBe(false)
    })

    it('that was stopped does not start by a second press of the same button', async () => {
      await polls.startSeries(HERE, aSeries(), 1)
      await polls.startSeries(HERE, aSeries({ openDays: 9 }), 2)
      expect(await polls.series(HERE)).toEqual(aSeries())

      await polls.stopSeries(HERE, 3)
      await polls.startSeries(HERE, aSeries(), 4)

      expect(await polls.series(HERE)).toBeUndefined()
    })

    it('is one also when two were started at once, and both stop', async () => {
      const other = aSeries({ id: OTHER_ID })
      await Promise.all([aSeries(), other].map((series) => polls.startSeries(HERE, series, 1)))

      expect([SERIES_ID, OTHER_ID]).toContain((await polls.series(HERE))?.id)
      expect(await polls.stopSeries(HERE, 2)).toBe(true)
      expect(await polls.series(HERE)).toBeUndefined()
    })
  })

  it('removes a demo with all that is of it, and nothing else', async () => {
    const { participation } = storage.stores
    const demo = { series: 'demo', demo: true }
    const start = { eligible: [{ person: 'noor', unit: '' }], units: [], questions: [] }
    await polls.addRound(HERE, aRound({ id: id(1), ...demo }))
    await polls.close(HERE, id(1), async () => aPlan({ round: id(1) }))
    await polls.addRound(HERE, aRound({ id: id(2), ...demo, planned: '2027-01-05' }))
    await polls.addRound(HERE, aRound())
    for (const round of [id(2), ROUND_ID]) await participation.open(HERE, round, start)

    expect(await polls.removeDemo(HERE)).toBe(2)
    expect(await polls.removeDemo(HERE)).toBe(0)

    expect(await polls.rounds(HERE)).toEqual([aRound()])
    expect(await polls.plans(HERE)).toEqual([])
    expect(await participation.eligible(HERE, id(2))).toEqual([])
    expect(await participation.eligible(HERE, ROUND_ID)).toHaveLength(1)
  })

  it('forgets rounds that ended before a moment, with their plans, and none that is open', async () => {
    for (const [number, closesAt] of [10, 20, 5].entries()) {
      const planned = `2026-11-0${number + 1}`
      await polls.addRound(HERE, aRound({ id: id(number), planned, opensAt: closesAt, closesAt }))
      const plan = aPlan({ round: id(number), opensAt: closesAt })
      if (closesAt !== 5) await polls.close(HERE, id(number), async () => plan)
    }

    expect(await polls.forgetBefore(HERE, 10)).toBe(0)
    expect(await polls.forgetBefore(HERE, 11)).toBe(1)

    expect((await polls.rounds(HERE)).map((round) => round.id)).toEqual([id(1), id(2)])
    expect((await polls.plans(HERE)).map(({ round }) => round)).toEqual([id(1)])
  })

  it('loses what is open everywhere, and keeps what closed', async () => {
    const { participation } = storage.stores
    const start = { eligible: [{ person: 'noor', unit: '' }], units: [], questions: [] }
    await polls.addRound(HERE, aRound({ id: id(1), planned: '2026-10-13', opensAt: 1 }))
    await polls.close(HERE, id(1), async () => aPlan())
    for (const organisation of [HERE, 'lindedam']) {
      await polls.addRound(organisation, aRound())
      await participation.open(organisation, ROUND_ID, start)
    }

    expect(await polls.loseOpen()).toBe(2)
    expect(await polls.loseOpen()).toBe(0)

    expect((await polls.rounds(HERE)).map(({ state }) => state)).toEqual(['lost', 'closed'])
    expect(await polls.openEverywhere()).toEqual([])
    expect(await participation.eligible('lindedam', ROUND_ID)).toEqual([])
    expect(await polls.plans(HERE)).toHaveLength(1)
  })

  it('keeps who wants no polls, until they do', async () => {
    await polls.optOut(HERE, 'noor')
    await polls.optOut(HERE, 'noor')
    await polls.optOut(HERE, 'kim')

    expect(await polls.optOuts(HERE)).toEqual(new Set(['noor', 'kim']))
    expect(await polls.optIn(HERE, 'noor')).toBe(true)
    expect(await polls.optIn(HERE, 'noor')).toBe(false)
    expect(await polls.optOuts(HERE)).toEqual(new Set(['kim']))
  })
})

describe.each(engines)('two processes on $name', ({ name, makePlace }) => {
  it('add a round for the same date once', async () => {
    const place = await makePlace()
    const both = [await openStorage(place, 'bot'), await openStorage(place, 'guest')]

    for (const week of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const added = await Promise.all(
        both.map((storage, number) =>
          storage.stores.polls.addRound(
            HERE,
            aRound({ id: id(week * 10 + number), planned: `2026-11-0${week}`, state: 'missed' }),
          ),
        ),
      )
      expect([name, added.filter((mine) => mine)]).toEqual([name, [true]])
    }

    expect(await both[1]?.stores.polls.rounds(HERE)).toHaveLength(8)
    await Promise.all(both.map((storage) => storage.close()))
    await place.remove()
  })
})
