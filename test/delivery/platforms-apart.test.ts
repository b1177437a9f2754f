/** Platforms apart: what is wrong with one of them slows nothing on the other. */
import { LINDEDAM } from './a-post.ts'
import {
  type Answering,
  answers,
  BOTH,
  FAULTS,
  healthy,
  invitations,
  type Known,
  p95,
  twoPlatforms,
} from './two-platforms.ts'

const ANSWERS = 12
const BETWEEN_MS = 500

/** Much waits for one platform; on the other are an invitation to many, and answers all the time. */
async function aMoment(down: Known, up: Known, answering: Answering) {
  const two = await twoPlatforms()
  const startedAt = two.time.clock()
  two.lines[down].answersAs(answering)
  for (const platform of BOTH) await two.invite(platform, 500)
  for (let n = 0; n < 50; n++) await two.put(down, `waiting-${n}`)
  two.delivery.start()
  await two.ask(up, ANSWERS, BETWEEN_MS)
  await two.stop()
  return { up: two.lines[up], down: two.lines[down], startedAt }
}

const ALL = Object.keys(FAULTS) as readonly (keyof typeof FAULTS)[] // of an object that has no others

describe.each([
  ['slack', 'teams', ALL, 200],
  ['teams', 'slack', ['hangs ten seconds', 'lets nobody connect'], 6],
] as const)('while %s is down', (down, up, faults, invited) => {
  let healthyOne: Awaited<ReturnType<typeof aMoment>>
  beforeAll(async () => {
    healthyOne = await aMoment(down, up, healthy)
  })

  it.each(faults)('and %s, the other keeps its rate and its latency', async (fault) => {
    const one = await aMoment(down, up, FAULTS[fault])

    expect(answers(one.up)).toHaveLength(ANSWERS)
    expect(p95(one.up)).toBeLessThanOrEqual(p95(healthyOne.up) * 1.1)
    expect(p95(one.up)).toBeLessThan(500)
    expect(invitations(one.up).length).toBeGreaterThanOrEqual(invited)
    expect(invitations(one.up)).toHaveLength(invitations(healthyOne.up).length)
    const tookMs = ({ up: line, startedAt }: typeof one) =>
      (invitations(line).at(-1)?.at ?? 0) - startedAt
    expect(tookMs(one)).toBeLessThanOrEqual(tookMs(healthyOne) * 1.1)
    expect(one.down.arrived).toEqual([])
    expect(one.down.mostAtOnce()).toBeLessThanOrEqual(100) // of all that waits, this is in memory
  })
})

it('tries nothing again on the other platform because somebody asks on this one', async () => {
  const { time, lines, delivery, ask, stop } = await twoPlatforms()
  lines.teams.answersAs(() => ({ afterMs: 2, outcome: { kind: 'unknown', reason: 'http-500' } }))
  await ask('teams', 1, 10_000)

  await ask('slack', 1, 100)
  const triedBefore = lines.teams.tries()
  delivery.hurry(LINDEDAM.id)
  await time.pass(100)

  expect(answers(lines.slack)).toHaveLength(1)
  expect([triedBefore, lines.teams.tries()]).toEqual([1, 2])
  await stop()
})
