/**
 * Polls at length: what test/rounds proves briefly.
 *
 * SEED repeats a run; POLL_ROUNDS says in how many rounds of each engine the bot is killed (40 unless
 * said, five times each), and through how many wrong clocks a round goes.
 */
import { surviveDeaths, surviveEachDeath } from '../rounds/chance-deaths.ts'
import { holdInTheMiddle } from '../rounds/held-process.ts'
import { checkAnswered, manyAnswers, severalStorages } from '../rounds/many-answers.ts'
import { NIGHTS } from '../rounds/nights.ts'
import { chanceStops, checkInvited, inviteThroughKills } from '../rounds/restart-fan-out.ts'
import { MINUTE } from '../rounds/skewed-clock.ts'
import { throughWrongClock } from '../rounds/wrong-clock.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { anEmptyStorage } from '../stand-ins/storage.ts'
import { engines } from '../storage/engines.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000)
const ROUNDS = Number(process.env['POLL_ROUNDS'] ?? 40)

describe.each(engines)(`on $name (SEED=${SEED})`, ({ name, makePlace }) => {
  it('counts 2,000 people within a minute, each press within a second (L4)', async () => {
    const { storages, close } = await severalStorages(await makePlace(), 2)
    const from = performance.now()

    const answered = await manyAnswers({ people: 2_000, atOnce: 20, storages })

    expect(performance.now() - from).toBeLessThan(60_000)
    checkAnswered(answered, 2_000)
    expect(answered.took.at(Math.floor(answered.took.length * 0.99))).toBeLessThan(1_000)
    await close()
  })

  it('is as if it was never killed, wherever that is', async () => {
    const { problems, deaths } = await surviveEachDeath(await makePlace())

    expect(problems).toEqual([])
    expect(deaths).toBeGreaterThan(100)
  })

  it(`is as if it was never killed, in ${ROUNDS} rounds`, async () => {
    const chances = { random: seeded(SEED), rounds: ROUNDS, deaths: 5 }

    const { problems, deaths } = await surviveDeaths(await makePlace(), chances)

    expect(problems).toEqual([])
    expect(deaths).toBeGreaterThan(ROUNDS * 4)
  })

  it('invites 5,000 people through 20 kills, nobody twice (F18)', async () => {
    const place = await makePlace()

    const arrived = await inviteThroughKills(place, 5_000, chanceStops(seeded(SEED), 5_000, 20))

    checkInvited(arrived, 5_000)
    await place.remove()
  })

  const steps = name === 'PostgreSQL' ? (['open', 'close'] as const) : []
  const holds = steps.flatMap((step) => [2, 3, 12, 20, 30].map((at) => [step, at] as const))
  if (holds.length > 0)
    it.each(holds)(
      'takes over a step that stands still: %s, before call %i (F13)',
      async (step, at) => {
        const place = await makePlace()

        const held = await holdInTheMiddle(place, step, { at, moment: 'before' })

        expect(held.problems).toEqual([])
        expect(held.events).toEqual([step === 'open' ? 'opened' : 'closed'])
        expect(held.tookOver).toBeLessThan(35_000)
        await place.remove()
      },
    )
})

it.each(NIGHTS)(
  `has one round in $name through ${ROUNDS} wrong clocks (SEED=${SEED})`,
  async (night) => {
    const random = seeded(SEED)
    for (let round = 0; round < ROUNDS; round++) {
      const storage = await anEmptyStorage()
      const looks = { everyMs: 20 * MINUTE, closeMs: 20 * MINUTE }
      expect(await throughWrongClock(storage, night, { random, ...looks })).toEqual([])
      await storage.close()
    }
  },
)
