/** A round, from the plan of the CISO to what may be shown of it. */
import { as } from '../bot/a-bot.ts'
import { engines } from '../storage/engines.ts'
import { aTown, CLOSES, DAY, HOUR, OPENS, type Town } from './a-town.ts'

describe.each(engines)('a round on $name', ({ open }) => {
  let town: Town
  beforeEach(async () => {
    town = await aTown({ storage: await open() })
  })
  afterEach(() => town.close())

  it('goes from plan to result, and leaves nothing but the plan', async () => {
    const started = as('poll-plan', await town.startSeries())
    expect(started.plan).toMatchObject({ people: 25, unreachable: 0 })
    expect(started.plan?.upcoming.map(({ opensAt }) => opensAt)[0]).toBe(OPENS)

    expect(await town.goTo(OPENS)).toEqual(['opened'])
    const invited = town.sent.filter(({ content }) => content.kind === 'poll')
    expect(invited).toHaveLength(25)

    for (let n = 1; n <= 20; n++) as('poll-thanks', await town.answer(n, () => n % 3))
    expect(as('notice', await town.answer(1)).notice).toBe('poll-answered-before')

    expect(await town.goTo(CLOSES)).toEqual(['closed'])
    const [plan] = await town.storage.stores.polls.plans(town.organisation.id)
    expect(plan?.response[0]?.cell).toEqual({
      state: 'shown',
      answers: 20,
      eligible: 25,
      rate: 80,
    })
    const told = as('results', town.inbox(0).at(-1) ?? { kind: 'forget-me', language: 'nl' })
    expect(told.view.response).toMatchObject({ answers: 20 })
    expect(as('notice', await town.answer(21)).notice).toBe('poll-closed')
  })

  it('reminds who has not taken part, half-way and on the last day', async () => {
    await town.openRound()
    await town.answer(3)
    town.sent.length = 0

    const events: unknown[] = []
    for (let at = OPENS; at < CLOSES; at += HOUR) events.push(...(await town.goTo(at)))

    const reminded = town.sent.filter(({ content }) => content.kind === 'poll')
    expect(events).toEqual(['reminded', 'reminded'])
    expect(reminded).toHaveLength(2 * 24)
    expect(town.inbox(3)).toEqual([])
  })

  it('opens late when the bot was down, and misses a round that is half over', async () => {
    await town.startSeries()
    expect(await town.goTo(OPENS + 2 * DAY)).toEqual(['opened'])
    expect(await town.goTo(CLOSES)).toEqual(['closed'])
    const second = OPENS + 6 * 7 * DAY
    expect(await town.goTo(second + 5 * DAY)).toEqual(['missed'])
    expect(await town.goTo(second + 5 * DAY + HOUR)).toEqual([])
  })
})
