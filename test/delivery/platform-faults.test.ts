/** What Teams can answer, and what the delivery makes of it, over HTTP. */
import { textsFor } from '../../bot/contract/texts/texts.ts'
import type { Call, Fault } from '../stand-ins/connector.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { install, LINDEDAM, type Post, people, startPost } from './a-post.ts'

const MINUTE_MS = 60_000
const DOUBLE = textsFor('nl').possiblyDouble

let post: Post
beforeEach(async () => {
  post = await startPost()
})
afterEach(() => post.close())

const always = (status: number) => () => ({ answer: { status } })
const inTurn = (...faults: readonly (Fault | undefined)[]) => {
  const left = [...faults]
  return () => left.shift()
}
const times = (calls: readonly Call[]) => calls.map(({ at }) => at)

describe('when Teams says that it is too much (F4)', () => {
  const inHalfAMinute = () => new Date(post.time.clock() + 30_000).toUTCString()

  it.each([
    ['1 second', () => '1', 1_000],
    ['30 seconds', () => '30', 30_000],
    ['a date', inHalfAMinute, 30_000],
    ['nothing', () => undefined, 2_000],
    ['something unreadable', () => 'soon', 2_000],
    ['a thousand million seconds', () => '1000000000', 300_000],
  ])(
    'asked to wait %s, nobody in the tenant is written to earlier',
    async (_name, header, waitMs) => {
      await install(post, people(3))
      const process = post.startProcess()
      const retryAfter = header()
      const headers: Record<string, string> = retryAfter ? { 'retry-after': retryAfter } : {}
      post.connector.breakWith(inTurn({ answer: { status: 429, headers } }))
      await post.put('person-0', 'answer')
      const refusedAt = post.time.clock()
      await process.runOnce()

      await post.put('person-1', 'incident')
      await post.invite(['person-2'])
      await post.run(process, waitMs + 30_000, Math.min(waitMs, 10_000))

      expect(post.arrivals()).toEqual({ 'person-0': 1, 'person-1': 1, 'person-2': 1 })
      const [, ...later] = times(post.connector.calls)
      expect(Math.min(...later)).toBe(refusedAt + waitMs)
    },
  )

  it('slows down the whole tenant, once for all refusals of a moment', async () => {
    await install(post, people(5))
    post.connector.breakWith(({ number }) =>
      number <= 5 ? { answer: { status: 429, headers: { 'retry-after': '5' } } } : undefined,
    )
    for (const person of people(5)) await post.put(person, 'answer')

    await post.startProcess().runOnce()

    const rate = await post.storage.stores.rates.find(LINDEDAM.id, 'teams')
    expect(rate).toMatchObject({ perSecond: 20, pausedUntil: post.time.clock() + 5_000 })
  })

  it('writes to nobody who was waiting for a place when it was asked to wait', async () => {
    await install(post, people(60))
    post.connector.breakWith(({ number }) =>
      number === 1 ? { answer: { status: 429, headers: { 'retry-after': '20' } } } : undefined,
    )
    for (const person of people(60)) await post.put(person, 'answer')
    const refusedAt = post.time.clock()
    const process = post.startProcess()

    await process.runOnce()
    await post.run(process, 40_000, 5_000)

    const meanwhile = times(post.connector.calls).filter(
      (at) => at > refusedAt && at < refusedAt + 20_000,
    )
    expect(meanwhile).toEqual([])
    expect(Object.values(post.arrivals())).toEqual(Array(60).fill(1))
  })

  it('keeps every message through a long series of refusals', async () => {
    await install(post, people(30))
    const process = post.startProcess()
    post.connector.breakWith(({ number }) =>
      number % 3 === 0 ? undefined : { answer: { status: 429, headers: { 'retry-after': '3' } } },
    )
    await post.invite(people(20))
    for (const person of people(30).slice(20)) await post.put(person, 'answer')

    await post.run(process, 10 * MINUTE_MS, 3_000)

    expect(Object.values(post.arrivals())).toEqual(Array(30).fill(1))
    expect(await post.states()).toEqual({ sent: 20 })
  })
})

it('tries again what another change came in between of (412)', async () => {
  await install(post, people(1))
  post.connector.breakWith(inTurn({ answer: { status: 412 } }))
  await post.invite(people(1))

  await post.run(post.startProcess(), MINUTE_MS)

  expect(post.arrivals()).toEqual({ 'person-0': 1 })
})

it('loses nothing while three of ten calls fail, and doubles nothing that must not be (F5)', async () => {
  const [answers, incidents, invited] = [people(40, 'a'), people(20, 'i'), people(40, 'v')]
  await install(post, [...answers, ...incidents, ...invited])
  const random = seeded(5)
  const answered = new Set<string>()
  post.connector.breakWith(({ to }) => {
    const status = [500, 502, 503, 504][Math.floor(random() * 4)] ?? 500
    if (random() < 0.3) return { accepts: random() < 0.5, answer: { status } }
    answered.add(to.slice(2))
    return undefined
  })
  for (const person of answers) await post.put(person, 'answer')
  for (const person of incidents) await post.put(person, 'incident')
  await post.invite(invited)

  await post.run(post.startProcess(), 10 * MINUTE_MS, 5_000)

  const arrivals = post.arrivals()
  const most = (names: readonly string[]) => Math.max(...names.map((name) => arrivals[name] ?? 0))
  expect(most(invited)).toBe(1)
  expect(most(answers)).toBeLessThanOrEqual(2)
  expect(incidents.filter((name) => !answered.has(name))).toEqual([])
  const known = invited.filter((name) => answered.has(name)).length
  const doubtful = 100 - answered.size
  expect(await post.states()).toEqual({ sent: known, unknown: doubtful })
})

describe.each([
  ['a 500', { status: 500 }],
  ['a reset', 'reset'],
  ['no answer', 'hang'],
] as const)('when a message arrives and %s follows (F6)', (_name, answer) => {
  it('counts every doubt, and doubles only what it says may be double', async () => {
    const [answers, invited] = [people(5, 'a'), people(5, 'v')]
    await install(post, [...answers, ...invited])
    const first = new Set<string>()
    let injected = 0
    post.connector.breakWith(({ to }) => {
      if (first.has(to)) return undefined
      first.add(to)
      injected += 1
      return { accepts: true, answer }
    })
    for (const person of answers) await post.put(person, 'answer')
    await post.invite(invited)

    const process = post.startProcess({}, answer === 'hang' ? { timeoutMs: 500 } : {})
    await post.run(process, 3 * MINUTE_MS) // several in a row, so that others wait for a while

    const arrivals = post.arrivals()
    expect(answers.map((name) => arrivals[name])).toEqual([2, 2, 2, 2, 2])
    expect(invited.map((name) => arrivals[name])).toEqual([1, 1, 1, 1, 1])
    expect(unknowns()).toBe(injected)
    const marked = post.connector.messages().filter(({ text }) => text === DOUBLE)
    expect(marked).toHaveLength(answers.length)
    expect(await post.states()).toEqual({ unknown: invited.length })
  })
})

const unknowns = () =>
  post.observed.filter((one) => one.kind === 'delivery-tried' && one.outcome === 'unknown').length

it.each([403, 404, 410])(
  'ends a conversation after a %i, and only that one (F7)',
  async (status) => {
    await install(post, people(5))
    const process = post.startProcess()
    post.connector.breakWith(({ to }) => (to === 'a:person-0' ? always(status)() : undefined))
    await post.invite(people(5))
    await post.run(process, 5_000)

    await post.put('later', 'answer', 'person-0')
    await post.run(process, 5 * MINUTE_MS, 10_000)

    const toFirst = post.connector.calls.filter(({ to }) => to === 'a:person-0')
    expect(toFirst).toHaveLength(1)
    expect(Object.keys(post.arrivals())).toHaveLength(4)
    expect(await post.states()).toEqual({ sent: 4, rejected: 2 })

    post.connector.breakWith(() => undefined)
    await install(post, ['person-0'])
    await post.put('again', 'answer', 'person-0')
    await process.runOnce()
    expect(post.arrivals()['person-0']).toBe(1)
  },
)

it('waits for a login that does not work, and goes on within a minute after it does (F9)', async () => {
  await install(post, people(3))
  let works = false
  const getToken = async () => {
    if (!works) throw new Error('no login')
    return 'a token'
  }
  const process = post.startProcess({}, { getToken })
  await post.put('person-0', 'answer')
  await post.invite(['person-1', 'person-2'])
  await post.run(process, 15 * MINUTE_MS, 30_000)
  const before = post.connector.calls.length
  works = true
  const worksAt = post.time.clock()

  await post.run(process, MINUTE_MS)

  expect(before).toBe(0)
  expect(Object.values(post.arrivals())).toEqual([1, 1, 1])
  expect(Math.max(...times(post.connector.calls)) - worksAt).toBeLessThanOrEqual(MINUTE_MS)
  expect(unknowns()).toBe(0)
})

it('keeps what cannot be brought because nobody listens, and says that it never arrived', async () => {
  await install(post, people(1))
  await post.connector.close()
  await post.put('person-0', 'answer')

  await post.run(post.startProcess(), 10_000)

  const { n } = await post.storage.stores.outbox.waiting(LINDEDAM.id, 'teams')
  expect(n).toBe(1)
  expect(unknowns()).toBe(0)
})

it('brings every message to a person, also when they overtake one another (F11)', async () => {
  await install(post, ['noor'])
  const random = seeded(11)
  post.connector.breakWith(() =>
    random() < 0.4 ? { answer: { status: random() < 0.5 ? 412 : 429 } } : undefined,
  )
  const letters = people(20, 'letter')
  for (const letter of letters) await post.put(letter, 'answer', 'noor')

  await post.run(post.startProcess(), 5 * MINUTE_MS, 2_000)

  const summaries = post.connector.messages().map(({ summary }) => summary ?? '')
  const found = letters.map(
    (letter) => summaries.filter((text) => saysExactly(text, letter)).length,
  )
  expect(found).toEqual(letters.map(() => 1))
  expect(await post.states()).toEqual({})
})

const saysExactly = (text: string, word: string) => new RegExp(`${word}\\b`).test(text)

describe('at a first contact', () => {
  it('makes the conversation, remembers it, and counts both calls', async () => {
    await install(post, ['known'])
    await post.invite(['new'])
    await post.run(post.startProcess(), 2_000)
    await post.put('later', 'answer', 'new')
    await post.run(post.startProcess(), 2_000)

    expect(post.connector.calls.map(({ kind }) => kind)).toEqual(['create', 'send', 'send'])
    expect(post.arrivals()).toEqual({ new: 2 })
  })

  it('ends for who does not have the app, and for nobody else', async () => {
    await post.close()
    post = await startPost({ rules: () => ({ isInstalled: (person) => person !== 'without' }) })
    await install(post, ['known'])
    await post.invite(['without', 'with'])

    await post.run(post.startProcess(), 5_000)

    expect(post.arrivals()).toEqual({ with: 1 })
    expect(await post.states()).toEqual({ sent: 1, rejected: 1 })
    expect(post.connector.calls.filter(({ to }) => to === 'without')).toHaveLength(1)
  })
})
