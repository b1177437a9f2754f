/** Processes that end in the middle of their work, and what the next one makes of it. */
import { textsFor } from '../../bot/contract/texts/texts.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { install, LINDEDAM, nextTurn, type Post, people, startPost } from './a-post.ts'
import { crashAndGoOn } from './crash-and-go-on.ts'
import { restartFanOut } from './restart-fan-out.ts'

const DOUBLE = textsFor('nl').possiblyDouble
const CLASSES = ['answer', 'escalation', 'incident', 'invitation', 'notice'] as const
const SAID_TWICE: readonly string[] = ['answer', 'escalation', 'incident']

let post: Post
beforeEach(async () => {
  post = await startPost()
})
afterEach(() => post.close())

/** What this process sends neither arrives nor comes back: it is gone. */
const intoNothing = { sends: { teams: () => new Promise<never>(() => {}) } }

/** Looks for work until the process has taken it in hand, which then never ends. */
async function dieInHand(parts: Parameters<Post['startProcess']>[0], taken: number): Promise<void> {
  const process = post.startProcess(parts)
  void process.runOnce()
  while (((await post.states())['sending'] ?? 0) < taken) await nextTurn()
}

async function putOneOfEach(): Promise<void> {
  await install(post, CLASSES)
  for (const kind of CLASSES) await post.put(kind, kind)
}

it('brings what was put in before the process died (F1)', async () => {
  await putOneOfEach()

  await post.run(post.startProcess(), 2_000)

  expect(post.arrivals()).toEqual(Object.fromEntries(CLASSES.map((kind) => [kind, 1])))
})

it('after a death before sending, brings what may be said twice, with a remark (F1)', async () => {
  await putOneOfEach()
  await dieInHand(intoNothing, CLASSES.length)

  await post.run(post.startProcess(), 10_000)

  expect(post.arrivals()).toEqual({ answer: 1, escalation: 1, incident: 1 })
  expect(post.connector.messages().map(({ text }) => text)).toEqual([DOUBLE, DOUBLE, DOUBLE])
  expect(await post.states()).toEqual({ unknown: 2 })
})

it('after a death between arrival and note, doubles only what may be said twice (F2)', async () => {
  await putOneOfEach()
  post.connector.breakWith(() => ({ accepts: true, answer: 'hang' }))
  void post.startProcess({}, { timeoutMs: 60_000 }).runOnce()
  while (post.connector.accepted.length < CLASSES.length) await nextTurn()
  post.connector.breakWith(() => undefined)

  await post.run(post.startProcess(), 10_000)

  const twice = CLASSES.map((kind) => [kind, SAID_TWICE.includes(kind) ? 2 : 1])
  expect(post.arrivals()).toEqual(Object.fromEntries(twice))
  const remarks = post.connector.messages().map(({ text }) => text)
  expect(remarks.slice(0, 5).filter((text) => text === DOUBLE)).toEqual([])
  expect(remarks.slice(5)).toEqual([DOUBLE, DOUBLE, DOUBLE])
  expect(await post.states()).toEqual({ unknown: 2 })
})

it('lets a process that was thought dead change nothing any more', async () => {
  await install(post, ['noor'])
  await post.put('noor', 'incident')
  const release = Promise.withResolvers<{
    kind: 'refused'
    reason: string
    gone: boolean
    calls: number
  }>()
  const old = post.startProcess({ sends: { teams: () => release.promise } })
  const ending = old.runOnce()
  while ((await post.states())['sending'] !== 1) await nextTurn()
  const next = post.startProcess()
  await next.runOnce()

  release.resolve({ kind: 'refused', reason: 'http-400', gone: false, calls: 1 })
  await ending
  await post.run(next, 10_000)

  expect(post.arrivals()).toEqual({ noor: 1 })
  expect(await post.states()).toEqual({})
})

it('dies at any moment among mixed messages without losing or doubling what it must not (F1, F2)', async () => {
  const random = seeded(12)
  for (let round = 0; round < 3; round++) await crashAndGoOn(random, { deaths: 4, each: 8 })
})

it('restarts in the middle of a fan-out, and brings it to each exactly once (F18)', async () => {
  await restartFanOut(200, [20, 90, 91, 170])
})

it('stops under load: ends what it began, and begins nothing more (F21)', async () => {
  const [invited, asked] = [people(100, 'v'), people(40, 'a')]
  await install(post, [...invited, ...asked])
  await post.invite(invited)
  const process = post.startProcess()
  process.start()
  for (const person of asked) {
    await post.put(person, 'answer')
    process.hurry()
  }
  while (post.connector.accepted.length < 30) await nextTurn()

  await process.stop()

  const arrived = post.connector.accepted.length
  const { sending = 0, unknown = 0, sent = 0, ready = 0 } = await post.states()
  const answered = Object.keys(post.arrivals()).filter((name) => name.startsWith('a-')).length
  expect([sending, unknown]).toEqual([0, 0])
  expect(sent + answered).toBe(arrived)
  expect(ready + arrived).toBe(140)
  process.hurry()
  await nextTurn()
  expect(post.connector.calls).toHaveLength(arrived)

  await post.run(post.startProcess(), 15_000, 125)
  expect(Object.values(post.arrivals())).toEqual(Array(140).fill(1))
})

it('gives back at once, untried, what still waits for a place when it stops (F21)', async () => {
  await install(post, people(60))
  for (const person of people(60)) await post.put(person, 'answer')
  const process = post.startProcess()
  process.hurry()
  while (post.connector.accepted.length < 1) await nextTurn()

  await process.stop()

  const arrived = post.connector.accepted.length
  expect(arrived).toBeLessThan(20)
  expect(await post.states()).toEqual({ ready: 60 - arrived })
  await post.run(post.startProcess(), 5_000)
  expect(Object.values(post.arrivals())).toEqual(Array(60).fill(1))
  expect(post.connector.messages().filter(({ text }) => text === DOUBLE)).toEqual([])
})

it('waits for its own, not for others, before it says that it is idle', async () => {
  await install(post, people(3))
  const process = post.startProcess()
  for (const person of people(3)) await post.put(person, 'answer')

  await process.idle()

  expect(Object.keys(post.arrivals())).toHaveLength(3)
  expect((await post.storage.stores.outbox.waiting(LINDEDAM.id, 'teams')).n).toBe(0)
})
