/** Out of reach: when nothing comes back from Teams, one message at a time finds out when it does. */
import type { Fault } from '../stand-ins/connector.ts'
import { install, LINDEDAM, type Post, people, startPost } from './a-post.ts'
import { FAULTS, twoPlatforms } from './two-platforms.ts'

const MINUTE_MS = 60_000
/** A try every five seconds at most, and those that found out. */
const FEW = MINUTE_MS / 5_000 + 3
const BATCH_AT_ONCE = 5

const [ASKERS, INVITED] = [people(30, 'asker'), people(200, 'invited')]

let post: Post
beforeEach(async () => {
  post = await startPost()
  await install(post, [...ASKERS, ...INVITED])
})
afterEach(() => post.close())

const always = (fault: Fault) => () => fault
const once = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 1]))
const askAll = async () => {
  for (const asker of ASKERS) await post.put(asker, 'answer')
}
const news = () =>
  post.observed.map(({ kind }) => kind).filter((kind) => kind.startsWith('platform-'))

it('does not try each, and brings all of it soon after the first arrived', async () => {
  let works = false
  const process = post.startProcess({}, { getToken: async () => (works ? 'a token' : refuse()) })
  await askAll()
  await post.invite(INVITED)
  await post.run(process, MINUTE_MS)
  const triedInVain = tries()
  works = true

  await post.run(process, MINUTE_MS)

  expect(triedInVain).toBeLessThanOrEqual(ASKERS.length + FEW)
  expect(post.arrivals()).toEqual(once([...ASKERS, ...INVITED]))
  expect(news()).toEqual(['platform-lost', 'platform-found'])
})

const refuse = () => {
  throw new Error('no login')
}
const tries = () => post.observed.filter(({ kind }) => kind === 'delivery-tried').length

it('loses few invitations to a line that breaks, and sends the others when it is back', async () => {
  post.connector.breakWith(always({ answer: 'reset' }))
  const process = post.startProcess()
  await post.invite(INVITED)
  await post.run(process, MINUTE_MS)
  const tried = post.connector.calls.length
  post.connector.breakWith(() => undefined)

  await post.run(process, MINUTE_MS)

  expect(tried).toBeGreaterThanOrEqual(3)
  expect(tried).toBeLessThanOrEqual(FEW + BATCH_AT_ONCE)
  expect(await post.states()).toEqual({ unknown: tried, sent: INVITED.length - tried })
})

it('does not use up what may be tried few times, and brings it when another finds the way', async () => {
  const process = post.startProcess()
  post.connector.breakWith(always({ answer: 'reset' }))
  await askAll()
  await post.put('invited-0', 'incident')
  await post.put('invited-1', 'escalation')
  await post.run(process, 30 * MINUTE_MS, 5_000)
  post.connector.breakWith(() => undefined)
  await post.put('asker-0-later', 'answer', 'asker-0')

  await post.run(process, 2_000)

  const arrivals = post.arrivals()
  expect([arrivals['asker-0'], arrivals['invited-0'], arrivals['invited-1']]).toEqual([1, 1, 1])
})

it('is not lost by one message that nothing comes back for', async () => {
  post.connector.breakWith(({ to }) => (to === 'a:asker-0' ? { answer: 'reset' } : undefined))
  const process = post.startProcess()
  await post.put('asker-0', 'incident')
  await post.run(process, 10 * MINUTE_MS, 5_000)

  expect(post.connector.calls.length).toBeGreaterThanOrEqual(4)
  expect(news()).toEqual([])
})

it('calls back what one message tried in vain, as soon as another is answered', async () => {
  post.connector.breakWith(({ to }) => (to === 'a:asker-0' ? { answer: 'reset' } : undefined))
  const process = post.startProcess()
  await post.put('asker-0', 'incident')
  await post.run(process, 10 * MINUTE_MS, 5_000)
  post.connector.breakWith(() => undefined)
  const before = post.arrivals()['asker-0']
  await post.put('asker-1', 'answer')

  await post.run(process, 2_000)

  expect([before, post.arrivals()['asker-0']]).toEqual([undefined, 1])
})

it('stops what waits for its turn when the platform is lost, but for one that finds out', async () => {
  const { time, lines, delivery, put, stop } = await twoPlatforms()
  const { slack } = lines
  slack.answersAs(FAULTS['lets nobody connect'])
  for (const asker of people(60)) await put('slack', asker)
  delivery.hurry()
  await time.pass(1_000)
  const triedAtOnce = slack.tries()
  slack.answersAs(FAULTS['hangs ten seconds'])

  await time.pass(9_000) // the last of them has its turn by then

  expect(triedAtOnce).toBeLessThan(25)
  expect(slack.tries()).toBe(triedAtOnce + 1)
  await stop()
})

it('tries each at once while single lines break, and others answer', async () => {
  post.connector.breakWith(({ number }) => (number % 3 === 0 ? undefined : { answer: 'reset' }))
  const process = post.startProcess()

  for (const [index, asker] of ASKERS.entries()) {
    await post.put(asker, 'answer')
    await process.runOnce()
    expect(new Set(post.connector.calls.map(({ to }) => to)).size).toBe(index + 1)
  }

  expect(news()).toEqual([])
})

it.each([500, 503, 412])('takes a %i for an answer', async (status) => {
  post.connector.breakWith(always({ answer: { status } }))
  const process = post.startProcess()

  for (const asker of ASKERS) {
    await post.put(asker, 'answer')
    await process.runOnce()
  }

  expect(post.connector.calls).toHaveLength(ASKERS.length)
  expect(news()).toEqual([])
})

it('tries an answer first, when there is one', async () => {
  post.connector.breakWith(always({ answer: 'reset' }))
  const process = post.startProcess()
  await post.invite(INVITED)
  await post.run(process, 10_000)
  const lostAt = post.time.clock()
  await post.put('asker-0', 'incident')

  await post.run(process, 6_000)

  expect(post.connector.calls.find(({ at }) => at >= lostAt)?.to).toBe('a:asker-0')
})

it('goes on when the clock is put back an hour', async () => {
  post.connector.breakWith(always({ answer: 'reset' }))
  const process = post.startProcess()
  await post.invite(people(6, 'invited'))
  await post.run(process, 2_000)
  post.connector.breakWith(() => undefined)
  post.time.set(post.time.clock() - 60 * MINUTE_MS)
  await post.put('asker-0', 'answer')

  await post.run(process, 20_000)

  expect(post.arrivals()['asker-0']).toBe(1)
})

it('writes nothing to the store while there is nothing to try', async () => {
  post.connector.breakWith(always({ answer: 'reset' }))
  const process = post.startProcess()
  await post.invite(INVITED)
  await post.run(process, 2_000)
  const before = await post.storage.stores.rates.find(LINDEDAM.id, 'teams')
  post.time.pass(1_000)

  await process.runOnce()

  expect(await post.storage.stores.rates.find(LINDEDAM.id, 'teams')).toEqual(before)
})
