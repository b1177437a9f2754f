/** Several processes over one PostgreSQL: one bucket, one pause, and each message once. */
import { openPostgres } from '../../bot/storage/database.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { createTeamsLimits } from '../stand-ins/teams-limits.ts'
import { engines } from '../storage/engines.ts'
import { makeDatabase } from '../storage/postgres.ts'
import { install, LINDEDAM, nextTurn, type Post, people, startPost } from './a-post.ts'

/** Without PostgreSQL the run says so when it starts; in CI it fails. */
const onServer = engines.some(({ name }) => name === 'PostgreSQL') ? describe : describe.skip

onServer('two processes on one database', () => {
  let post: Post
  let other: Storage
  let drop: () => Promise<void>
  beforeEach(async () => {
    const database = await makeDatabase('tables')
    drop = database.drop
    other = createStorage(openPostgres(database.url))
    const storage = createStorage(openPostgres(database.url))
    post = await startPost({ storage, rules: () => ({ limits: createTeamsLimits() }) })
  })
  afterEach(async () => {
    await post.close()
    await other.close()
    await drop()
  })

  const startBoth = () => [post.startProcess(), post.startProcess({ storage: other })] as const
  const runBoth = async (forMs: number, stepMs: number) => {
    const both = startBoth()
    for (const end = post.time.clock() + forMs; post.time.clock() < end; post.time.pass(stepMs))
      await Promise.all(both.map((process) => process.runOnce()))
  }
  const mostInASecond = () => {
    const times = post.connector.calls.map(({ at }) => at)
    return Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length),
    )
  }

  it('bring each message once, at the rate of one, with answers in between', async () => {
    const [invited, asked] = [people(120, 'v'), people(10, 'a')]
    await install(post, [...invited, ...asked])
    await post.invite(invited)
    for (const person of asked) await post.put(person, 'answer')

    await runBoth(4_500, 125)

    const arrivals = post.arrivals()
    expect(Object.keys(arrivals)).toHaveLength(130)
    expect(Math.max(...Object.values(arrivals))).toBe(1)
    expect(post.connector.calls).toHaveLength(130)
    expect(mostInASecond()).toBeLessThanOrEqual(50)
    expect(await post.states()).toEqual({ sent: 120 })
  })

  it('agree on a pause for which Teams said no time', async () => {
    await install(post, ['noor'])
    post.connector.breakWith(({ number }) =>
      number === 1 ? { answer: { status: 429 } } : undefined,
    )
    await post.put('noor', 'answer')

    await post.startProcess({ random: () => 0.1234 }).runOnce()

    const rate = await other.stores.rates.find(LINDEDAM.id, 'teams')
    expect(rate?.pausedUntil).toBeGreaterThan(post.time.clock() + 2_000)
  })

  it('both stop while Teams asks one of them to wait', async () => {
    await install(post, people(20))
    post.connector.breakWith(({ number }) =>
      number === 1 ? { answer: { status: 429, headers: { 'retry-after': '20' } } } : undefined,
    )
    await post.put('person-0', 'answer')
    const [one, two] = startBoth()
    const from = post.time.clock()
    await one.runOnce()
    for (const person of people(20).slice(1)) await post.put(person, 'incident')

    for (; post.time.clock() < from + 20_000; post.time.pass(1_000)) await two.runOnce()
    expect(post.connector.calls).toHaveLength(1)
    await Promise.all([one.runOnce(), two.runOnce()])

    expect(Object.keys(post.arrivals())).toHaveLength(20)
  })

  it('take over what a dead one was sending when its lease ends, and not before', async () => {
    await install(post, people(8))
    await post.invite(people(4))
    for (const person of people(8).slice(4)) await post.put(person, 'escalation')
    await post.storage.stores.rates.change(LINDEDAM.id, 'teams', () => ({
      tokens: 5,
      updatedAt: post.time.clock(),
      perSecond: 40,
      pausedUntil: 0,
      changedAt: post.time.clock(),
    }))
    const dead = post.startProcess({
      storage: other,
      sends: { teams: () => new Promise<never>(() => {}) },
    })
    void dead.runOnce()
    while ((await post.states())['sending'] !== 8) await nextTurn()
    const process = post.startProcess()

    await post.run(process, 120_000, 20_000)
    const early = post.connector.calls.length
    await post.run(process, 10_000, 1_000)

    expect(early).toBe(0)
    expect(Object.values(post.arrivals())).toEqual([1, 1, 1, 1])
    expect(await post.states()).toEqual({ unknown: 4 })
  })
})
