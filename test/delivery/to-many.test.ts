/** Messages to many: at the organisation's rate, within its hours, each to a known end, behind every answer. */
import { createTeamsLimits } from '../stand-ins/teams-limits.ts'
import { install, LINDEDAM, type Post, people, startPost } from './a-post.ts'

const HOUR_MS = 60 * 60_000
const amsterdam = (local: string) => Date.parse(`${local}+01:00`)

let post: Post
beforeEach(async () => {
  post = await startPost({ rules: () => ({ limits: createTeamsLimits() }) })
})
afterEach(() => post.close())

const mostIn = (ms: number, times: readonly number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length))
const callTimes = () => post.connector.calls.map(({ at }) => at)

it('stays below the limits of Teams, is never refused, and keeps its rate', async () => {
  const invited = people(120)
  await install(post, invited)
  await post.invite(invited)
  const from = post.time.clock()

  await post.run(post.startProcess(), 4_000, 100)

  expect(Object.keys(post.arrivals())).toHaveLength(120)
  expect(post.connector.calls).toHaveLength(120)
  expect(mostIn(1_000, callTimes())).toBeLessThanOrEqual(45)
  const tookMs = Math.max(...callTimes()) - from
  expect(tookMs).toBeLessThanOrEqual(3_000 * 1.15)
})

it('counts first contacts and answers, so that all together stay below the limits', async () => {
  const [invited, asked] = [people(60, 'new'), people(40, 'a')]
  await install(post, asked)
  await post.invite(invited)
  const process = post.startProcess()

  for (const person of asked) {
    await post.put(person, 'answer')
    await process.runOnce()
    post.time.pass(100)
  }
  await post.run(process, 4_000, 100)

  expect(Object.keys(post.arrivals())).toHaveLength(100)
  expect(mostIn(1_000, callTimes())).toBeLessThanOrEqual(50)
  expect(post.connector.calls).toHaveLength(40 + 2 * 60)
})

it('does not wait for answers that were given long before', async () => {
  const invited = people(5)
  await install(post, [...invited, ...people(100, 'asker')])
  const process = post.startProcess()
  for (const asker of people(100, 'asker')) {
    await post.put(asker, 'answer')
    await process.runOnce()
    post.time.pass(10_000)
  }
  await post.put('asker-0-again', 'answer', 'asker-0')
  await process.runOnce()
  await post.invite(invited)
  const from = post.time.clock()

  await post.run(process, 5_000, 125)

  const last = post.connector.calls.at(-1)
  expect(Object.keys(post.arrivals())).toHaveLength(105)
  expect(post.arrivals()['asker-0']).toBe(2)
  expect((last?.at ?? Number.NaN) - from).toBeLessThanOrEqual(250)
})

it('lets an answer pass all that wait', async () => {
  const invited = people(300)
  await install(post, [...invited, 'noor'])
  await post.invite(invited)
  const process = post.startProcess()
  await post.run(process, 1_000, 125)
  await post.put('noor', 'answer')

  await process.runOnce()

  expect(post.arrivals()['noor']).toBe(1)
  expect(Object.keys(post.arrivals()).length).toBeLessThan(60)
})

it('waits for working hours, stops when they end, and goes on after the weekend', async () => {
  const invited = people(8)
  await install(post, [...invited, 'noor', 'sem'])
  const process = post.startProcess()
  const arrived = () => Object.keys(post.arrivals()).length
  post.time.set(amsterdam('2026-11-27T09:00')) // a Friday
  await post.invite(invited, { hours: 'working' })
  await post.run(process, 14 * 60_000, 60_000)
  expect(arrived()).toBe(0)

  post.time.set(amsterdam('2026-11-27T15:59:59'))
  await post.run(process, 1_000, 1_000) // the bucket is empty when it begins
  expect(arrived()).toBe(0)
  post.time.set(amsterdam('2026-11-27T15:59:59.900'))
  await process.runOnce()
  expect(arrived()).toBe(5)

  post.time.set(amsterdam('2026-11-27T16:00'))
  await post.put('noor', 'answer')
  await post.run(process, 64 * HOUR_MS, HOUR_MS)
  expect(arrived()).toBe(6)

  post.time.set(amsterdam('2026-11-30T09:15'))
  await post.run(process, 1_000, 200)
  expect(arrived()).toBe(9)
})

it('sends nothing more once it is cancelled, and every recipient has an end', async () => {
  await post.close()
  const invited = people(120)
  post = await startPost({ rules: () => ({ isInstalled: () => false }) })
  await install(post, invited.slice(0, 100))
  post.connector.breakWith(({ number }) => {
    if (number % 10 === 0) return { answer: { status: 403 } }
    return number % 10 === 5 ? { accepts: true, answer: { status: 500 } } : undefined
  })
  await post.invite(invited)
  const process = post.startProcess()
  await post.run(process, 1_500, 125)
  const before = post.connector.calls.length

  await post.storage.stores.outbox.cancel(LINDEDAM.id, 'batch-1', post.time.clock())
  await post.run(process, 10_000, 1_000)

  expect(post.connector.calls).toHaveLength(before)
  const counts = (await post.storage.stores.outbox.progress(LINDEDAM.id, 'batch-1'))?.counts
  const { sent = 0, rejected = 0, unknown = 0, cancelled = 0, ready, sending } = counts ?? {}
  expect([ready, sending]).toEqual([0, 0])
  expect(sent + unknown).toBe(Object.keys(post.arrivals()).length)
  expect(Math.min(sent, rejected, unknown, cancelled)).toBeGreaterThan(0)
  expect(sent + rejected + unknown + cancelled).toBe(120)
})

it('brings a repeated fan-out to nobody twice', async () => {
  await install(post, people(10))
  await post.invite(people(5))
  const process = post.startProcess()
  await post.run(process, 2_000, 125)

  expect(await post.invite(people(10))).toBe(5)
  await post.run(process, 2_000, 125)

  expect(post.arrivals()).toEqual(Object.fromEntries(people(10).map((name) => [name, 1])))
})
