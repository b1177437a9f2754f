/** Killed between the arrival of a message and the end of its transaction (F3). */
import { createChance } from '../../../bench/words.ts'
import { type Killing, killAgainAndAgain, prepareKilling } from './killing.ts'

const SEED = 20261123

let killing: Killing
beforeEach(async () => {
  killing = await prepareKilling()
})
afterEach(() => killing.close())

it('leaves nothing of it, and handles it once when it is delivered again', async () => {
  const first = await killing.start('waits')
  const answer = first.say('activity-1', 'mag dit?')
  await first.inTransaction()
  await first.kill()
  const left = await killing.countAsked()

  const second = await killing.start()
  const again = [
    await second.say('activity-1', 'mag dit?'),
    await second.say('activity-1', 'mag dit?'),
  ]
  await killing.connector.waitFor('message')
  await second.kill()

  expect([await answer, left]).toEqual([undefined, 0])
  expect(again).toEqual([200, 200])
  expect(killing.connector.messages()).toHaveLength(1)
}, 30_000)

it(`loses and doubles nothing when killed at any moment (seed ${SEED})`, async () => {
  const { said, asked } = await killAgainAndAgain(killing, {
    rounds: 2,
    random: createChance(SEED),
  })

  expect(asked).toBe(said)
}, 60_000)
