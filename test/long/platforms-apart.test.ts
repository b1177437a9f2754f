/**
 * Half an hour in which one platform is down (F25): the long form of test/delivery/platforms-apart.
 *
 * In simulated time; what the store takes of real time is measured by `npm run bench -- slack`.
 */
import {
  answers,
  FAULTS,
  healthy,
  type Known,
  p95,
  type TwoPlatforms,
  twoPlatforms,
} from '../delivery/two-platforms.ts'

const MINUTE_MS = 60_000
const EVERY_MS = 5_000
const ASKED = (30 * MINUTE_MS) / EVERY_MS
const INVITED = 500
const WAITING = 50
/** One answer every five seconds, and what was in hand when it went down. */
const FEW_TRIES = ASKED + 110
/** One invitation a minute, and what was in hand when it went down. */
const FEW_LOST = 30 + 50

async function halfAnHour(down: Known, up: Known, answering = healthy): Promise<TwoPlatforms> {
  const two = await twoPlatforms()
  two.lines[down].answersAs(answering)
  two.delivery.start()
  for (const platform of [down, up]) await two.invite(platform, INVITED)
  for (let n = 0; n < WAITING; n++) await two.put(down, `waiting-${n}`)
  await two.ask(up, ASKED, EVERY_MS)
  return two
}

describe.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
] as const)('while %s is down for half an hour', (down, up) => {
  let usual: number
  beforeAll(async () => {
    const two = await halfAnHour(down, up)
    usual = p95(two.lines[up])
    await two.stop()
  })

  /** Half an hour of it, and five minutes after it. */
  async function outage(fault: keyof typeof FAULTS) {
    const two = await halfAnHour(down, up, FAULTS[fault])
    const tries = two.lines[down].tries()
    two.lines[down].answersAs(healthy)
    await two.time.pass(5 * MINUTE_MS)

    expect(answers(two.lines[up])).toHaveLength(ASKED)
    expect(p95(two.lines[up])).toBeLessThanOrEqual(usual * 1.1)
    expect(tries).toBeLessThanOrEqual(FEW_TRIES)
    const invited = await two.ended(down)
    await two.stop()
    return { answered: answers(two.lines[down]).length, invited }
  }

  it('and lets nobody connect, the other is as usual, and all arrives soon after', async () => {
    const { answered, invited } = await outage('lets nobody connect')

    expect(answered).toBe(WAITING)
    expect(invited).toMatchObject({ sent: INVITED, unknown: 0, ready: 0 })
  })

  it('and hangs, the other is as usual, and few invitations are uncertain', async () => {
    const { sent = 0, unknown = 0 } = (await outage('hangs ten seconds')).invited

    expect(sent + unknown).toBe(INVITED)
    expect(unknown).toBeLessThanOrEqual(FEW_LOST)
  })
})
