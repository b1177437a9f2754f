/** Two processes over one PostgreSQL: a round opens, reminds and closes once, and everybody counts once (F12). */
import { waterveen } from '../bot/a-bot.ts'
import { engines, type Place } from '../storage/engines.ts'
import { entraIdOf } from './a-town.ts'
import { A_DAY, PEOPLE, throughARound } from './two-processes.ts'
import { whatIsKept } from './what-is-kept.ts'

const server = engines.find(({ name }) => name === 'PostgreSQL')
/** Without PostgreSQL the run says so when it starts; in CI it fails. */
const onServer = server === undefined ? describe.skip : describe

onServer('two processes', () => {
  let place: Place | undefined
  afterEach(() => place?.remove())

  it('do everything of a round once, while people press in both', async () => {
    place = await server?.makePlace()
    if (place === undefined) return

    const { events, told, sent, failures } = await throughARound(place)

    expect(failures).toEqual([])
    expect(events).toEqual(['opened', 'reminded', 'reminded', 'closed'])
    const words = told.map(({ word }) => word).sort()
    expect(words).toEqual([
      ...Array(4 * A_DAY).fill('poll-answered-before'),
      ...Array(4 * A_DAY).fill('poll-thanks'),
    ])
    const arrived = (n: number, what: string) =>
      sent.filter((one) => one.to === entraIdOf(n) && one.what === what).length
    const everybody = Array.from({ length: PEOPLE }, (_, n) => n)
    expect(everybody.map((n) => arrived(n, 'poll'))).toEqual(everybody.map(() => 1))
    expect(everybody.map((n) => arrived(n, 'poll reminder'))).toEqual(everybody.map(remindersOf))
    expect([arrived(0, 'poll-news'), arrived(0, 'results')]).toEqual([1, 1])
    const kept = await whatIsKept(place, waterveen.id)
    expect(kept.rounds.map(({ state }) => state)).toEqual(['closed'])
    expect(kept.plans.map(({ response }) => response[0]?.cell)).toEqual([
      { state: 'shown', answers: 4 * A_DAY, eligible: PEOPLE, rate: 80 },
    ])
    expect(Object.values(kept.rows)).toEqual(Object.values(kept.rows).map(() => 0))
  }, 120_000)
})

/** The first is on the third day, the second on the last; the CISO never answers. */
function remindersOf(n: number): number {
  if (n === 0 || n > 4 * A_DAY) return 2
  return n > 2 * A_DAY ? 1 : 0
}
