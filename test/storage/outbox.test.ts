/** The outbox, over every database: what is put in is tried by one process at a time, to a known end. */
import type { Post, Queue, Settlement } from '../../bot/storage/deliveries.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const NOW = 1_800_000_000_000
const HERE = 'waterveen'
const NOOR = { kind: 'person', platform: 'teams', person: 'noor' } as const
const CONTENT = { kind: 'notice', language: 'nl', notice: 'you-are-welcome' } as const
const ENGLISH = { ...CONTENT, language: 'en' } as const
const QUEUE: Queue = { organisation: HERE, platform: 'teams', lane: 'interactive', hours: 'any' }
const BULK: Queue = { ...QUEUE, lane: 'bulk' }
const SENT = { next: { state: 'sent' }, outcome: 'sent', isUnknown: false } as const

const aPost = (id: string, change: Partial<Post> = {}): Post => ({
  id,
  organisation: HERE,
  class: 'answer',
  dedupeKey: `answer:${id}`,
  address: NOOR,
  content: CONTENT,
  ...change,
})
const aFanOut = (batch: string, people: readonly string[]) => ({
  batch,
  organisation: HERE,
  class: 'invitation' as const,
  hours: 'any' as const,
  messages: [CONTENT, ENGLISH],
  recipients: people.map((person) => ({
    id: `${batch}/${person}`,
    address: { ...NOOR, person },
    dedupeKey: `${batch}/${person}`,
  })),
})
const leaseOf = (owner: string, limit = 100, now = NOW) => ({
  owner,
  now,
  until: now + 60_000,
  limit,
})
const by = (owner: string) => ({ owner, now: NOW + 5 })
const end = (id: string, change: Partial<Settlement> = {}): Settlement => ({
  id,
  lane: 'interactive',
  ...SENT,
  ...change,
})
const ids = (rows: readonly Readonly<{ id: string }>[]) => rows.map(({ id }) => id)

describe.each(engines)('the outbox on $name', ({ name, open }) => {
  let storage: Storage
  let outbox: Stores['outbox']
  beforeEach(async () => {
    storage = await open()
    outbox = storage.stores.outbox
  })
  afterEach(() => storage.close())

  it('hands out what was put in, oldest first, with what is to be said', async () => {
    await outbox.post(aPost('later'), NOW - 1)
    await outbox.post(aPost('sooner'), NOW - 2)
    await outbox.post(aPost('future'), NOW + 1)

    const claimed = await outbox.claim(QUEUE, leaseOf('one'))

    expect(claimed).toEqual([
      expect.objectContaining({ id: 'sooner', attempts: 1, unknowns: 0, address: NOOR }),
      expect.objectContaining({ id: 'later', firstTriedAt: NOW, createdAt: NOW - 1 }),
    ])
    const contents = await outbox.contents(HERE, ['sooner', 'none'])
    expect([...contents]).toEqual([['sooner', CONTENT]])
  })

  it('takes the same key once for as long as it is not sent', async () => {
    expect(await outbox.post(aPost('one', { dedupeKey: 'same' }), NOW)).toBe(true)
    expect(await outbox.post(aPost('two', { dedupeKey: 'same' }), NOW)).toBe(false)

    await outbox.claim(QUEUE, leaseOf('one'))
    await outbox.settle(HERE, [end('one')], by('one'))

    expect(await outbox.post(aPost('three', { dedupeKey: 'same' }), NOW)).toBe(true)
  })

  it('leaves no trace of an interactive message that is sent', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.claim(QUEUE, leaseOf('one'))

    expect(await outbox.settle(HERE, [end('one')], by('one'))).toBe(1)

    expect(await outbox.tally(HERE)).toEqual([])
    expect((await outbox.contents(HERE, ['one'])).size).toBe(0)
  })

  it('keeps of one that ends otherwise only that it did', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.claim(QUEUE, leaseOf('one'))

    const rejected = { next: { state: 'rejected' }, outcome: 'http-403' } as const
    await outbox.settle(HERE, [end('one', rejected)], by('one'))

    expect(await outbox.tally(HERE)).toEqual([
      { class: 'answer', lane: 'interactive', state: 'rejected', outcome: 'http-403', n: 1 },
    ])
    expect((await outbox.contents(HERE, ['one'])).size).toBe(0)
    expect(await outbox.forget(HERE, NOOR, NOW)).toBe(0)
  })

  it('never hands the same to two who ask at once', async () => {
    for (let n = 0; n < 20; n++) await outbox.post(aPost(`post-${n}`), NOW)

    const claims = await Promise.all(
      ['one', 'two', 'three'].map((owner) => outbox.claim(QUEUE, leaseOf(owner, 8))),
    )
    const rest = await outbox.claim(QUEUE, leaseOf('four'))

    const all = ids([...claims.flat(), ...rest])
    expect(all).toHaveLength(20)
    expect(new Set(all).size).toBe(20)
  })

  const isShared = name === 'PostgreSQL'

  const onServer = isShared ? it : () => undefined
  onServer('waits for nobody who is claiming, and takes nothing of theirs', async () => {
    for (const id of ['a', 'b']) await outbox.post(aPost(id), NOW)
    const claimed = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const slow = storage.transaction(async (stores) => {
      const taken = await stores.outbox.claim(QUEUE, leaseOf('slow', 1))
      claimed.resolve()
      await release.promise
      return taken
    })
    await claimed.promise

    const quick = await outbox.claim(QUEUE, leaseOf('quick'))

    release.resolve()
    expect([ids(await slow), ids(quick)]).toEqual([['a'], ['b']])
  })

  it('keeps lanes, hours, platforms and organisations apart', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.fanOut({ ...aFanOut('batch', ['noor']), hours: 'working' }, NOW)

    const others: readonly Queue[] = [
      { ...QUEUE, organisation: 'another' },
      { ...QUEUE, platform: 'slack' },
      { ...QUEUE, lane: 'bulk' },
      { ...QUEUE, hours: 'working' },
    ]
    for (const queue of others) {
      expect(await outbox.isDue(queue, NOW)).toBe(false)
      expect(await outbox.claim(queue, leaseOf('one'))).toEqual([])
    }
    expect(await outbox.isDue(QUEUE, NOW)).toBe(true)
    expect(await outbox.isDue({ ...BULK, hours: 'working' }, NOW)).toBe(true)
  })

  it('counts tries and doubts over attempts', async () => {
    await outbox.post(aPost('one'), NOW)
    const again = { next: { state: 'ready', runAt: NOW }, outcome: 'http-502' } as const
    await outbox.claim(QUEUE, leaseOf('one'))
    await outbox.settle(HERE, [end('one', { ...again, isUnknown: true })], by('one'))
    await outbox.claim(QUEUE, leaseOf('one', 9, NOW + 9))
    await outbox.settle(HERE, [end('one', { ...again, isUnknown: false })], by('one'))

    const [claimed] = await outbox.claim(QUEUE, leaseOf('two', 9, NOW + 99))

    expect(claimed).toMatchObject({ attempts: 3, unknowns: 1, firstTriedAt: NOW })
  })

  it('does not count as an attempt what was put back untried', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.claim(QUEUE, leaseOf('one'))
    const untried = { next: { state: 'ready', runAt: NOW + 7 }, outcome: undefined } as const
    await outbox.settle(
      HERE,
      [{ id: 'one', lane: 'interactive', ...untried, isUnknown: false }],
      by('one'),
    )

    expect(await outbox.claim(QUEUE, leaseOf('one', 9, NOW + 6))).toEqual([])
    expect(await outbox.claim(QUEUE, leaseOf('one', 9, NOW + 7))).toMatchObject([{ attempts: 1 }])
  })

  it('puts back only what its owner never heard of', async () => {
    for (const id of ['known', 'lost', 'of another']) await outbox.post(aPost(id), NOW)
    await outbox.claim(QUEUE, leaseOf('one', 2))
    await outbox.claim(QUEUE, leaseOf('two', 1))

    await outbox.putBack(HERE, 'teams', { owner: 'one', inHand: ['known'] })

    expect(await outbox.claim(QUEUE, leaseOf('three'))).toMatchObject([{ id: 'lost', attempts: 1 }])
  })

  it(`takes over what another was sending ${isShared ? 'only when its lease has ended' : 'at once'}`, async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.claim(QUEUE, leaseOf('dead'))

    const early = await outbox.takeOver(HERE, leaseOf('new', 9, NOW + 59_999))
    const late = await outbox.takeOver(HERE, leaseOf('newer', 9, NOW + 60_000))
    const own = await outbox.takeOver(HERE, leaseOf('newer', 9, NOW + 60_001))

    expect(ids(early)).toEqual(isShared ? [] : ['one'])
    expect(ids(late)).toEqual(['one'])
    expect(own).toEqual([])
  })

  it('lets who lost a delivery change nothing in it', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.claim(QUEUE, leaseOf('stale'))
    await outbox.takeOver(HERE, leaseOf('new', 9, NOW + 60_000))

    for (const state of ['sent', 'rejected', 'unknown'] as const)
      expect(await outbox.settle(HERE, [end('one', { next: { state } })], by('stale'))).toBe(0)
    expect(await outbox.settle('another', [end('one')], by('new'))).toBe(0)
    expect((await outbox.contents(HERE, ['one'])).size).toBe(1)
    expect(await outbox.settle(HERE, [end('one')], by('new'))).toBe(1)
    expect(await outbox.settle(HERE, [end('one')], by('new'))).toBe(0)
  })

  it('fans out once to each, in their own language', async () => {
    const fanOut = aFanOut('batch', ['noor', 'sem'])
    const recipients = fanOut.recipients.map((one) =>
      one.id === 'batch/noor' ? { ...one, language: 'en' as const } : one,
    )

    expect(await outbox.fanOut({ ...fanOut, recipients }, NOW)).toBe(2)
    expect(await outbox.fanOut(aFanOut('batch', ['noor', 'sem', 'eva']), NOW + 1)).toBe(1)

    const claimed = await outbox.claim(BULK, leaseOf('one', 9, NOW + 1))
    const contents = await outbox.contents(
      HERE,
      claimed.map(({ message }) => message),
    )
    const said = claimed.map(({ id, message }) => [id, contents.get(message)?.language])
    expect(said).toEqual([
      ['batch/noor', 'en'],
      ['batch/sem', 'nl'],
      ['batch/eva', 'nl'],
    ])
  })

  it('fans out to thousands, all or none', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => `person-${n}`)

    const failing = storage.transaction(async (stores) => {
      await stores.outbox.fanOut(aFanOut('broken', many), NOW)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await outbox.fanOut(aFanOut('batch', many), NOW)).toBe(2_500)

    expect(await outbox.progress(HERE, 'broken')).toBeUndefined()
    expect((await outbox.progress(HERE, 'batch'))?.counts.ready).toBe(2_500)
  })

  it('tells how far a batch is, and nothing of another organisation', async () => {
    await outbox.fanOut(aFanOut('older', ['noor']), NOW - 1)
    await outbox.fanOut(aFanOut('batch', ['a', 'b', 'c', 'd']), NOW)
    await outbox.claim(BULK, leaseOf('one', 3))
    await outbox.settle(
      HERE,
      [
        end('batch/a', { lane: 'bulk', reference: 'sent-1' }),
        end('batch/b', { lane: 'bulk', next: { state: 'unknown' }, isUnknown: true }),
      ],
      by('one'),
    )

    const progress = await outbox.progress(HERE, 'batch')

    const counts = { ready: 1, sending: 0, sent: 1, rejected: 0, unknown: 1, cancelled: 0 }
    expect(progress).toEqual({
      class: 'invitation',
      createdAt: NOW,
      counts: { ...counts, ready: 2 },
    })
    expect(await outbox.batches(HERE)).toEqual(['batch', 'older'])
    expect(await outbox.progress('another', 'batch')).toBeUndefined()
  })

  it('cancels what is not being sent, and lets the rest end', async () => {
    await outbox.fanOut(aFanOut('batch', ['a', 'b', 'c']), NOW)
    await outbox.claim(BULK, leaseOf('one', 1))

    expect(await outbox.cancel(HERE, 'batch', NOW + 1)).toBe(2)
    expect(await outbox.cancel(HERE, 'batch', NOW + 2)).toBe(0)
    expect(await outbox.cancel(HERE, 'none', NOW)).toBeUndefined()
    expect(await outbox.cancel('another', 'batch', NOW)).toBeUndefined()
    await outbox.settle(HERE, [end('batch/a', { lane: 'bulk' })], by('one'))

    expect(await outbox.progress(HERE, 'batch')).toMatchObject({
      cancelledAt: NOW + 1,
      counts: { sent: 1, cancelled: 2, ready: 0 },
    })
  })

  it('does not send, and sweeps away, what came back after its batch was cancelled', async () => {
    await outbox.fanOut(aFanOut('batch', ['a']), NOW)
    await outbox.claim(BULK, leaseOf('one'))
    await outbox.cancel(HERE, 'batch', NOW)
    const again = { lane: 'bulk', next: { state: 'ready', runAt: NOW } } as const
    await outbox.settle(HERE, [end('batch/a', again)], by('one'))

    expect(await outbox.isDue(BULK, NOW + 9)).toBe(false)
    expect(await outbox.claim(BULK, leaseOf('one', 9, NOW + 9))).toEqual([])
    await outbox.sweep(HERE, NOW)

    expect((await outbox.progress(HERE, 'batch'))?.counts.cancelled).toBe(1)
    expect((await outbox.contents(HERE, ['batch:nl'])).size).toBe(0)
  })

  it('forgets an address, and does not write to it any more', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.fanOut(aFanOut('batch', ['noor', 'sem']), NOW)

    expect(await outbox.forget(HERE, NOOR, NOW)).toBe(2)

    expect(await outbox.isDue(QUEUE, NOW)).toBe(false)
    expect(ids(await outbox.claim(BULK, leaseOf('one')))).toEqual(['batch/sem'])
    expect((await outbox.contents(HERE, ['one'])).size).toBe(0)
    expect((await outbox.progress(HERE, 'batch'))?.counts.cancelled).toBe(1)
  })

  it('removes what ended long ago, and nothing that has not ended', async () => {
    await outbox.fanOut(aFanOut('old', ['a']), NOW - 9)
    await outbox.claim(BULK, leaseOf('one'))
    await outbox.settle(HERE, [end('old/a', { lane: 'bulk' })], { owner: 'one', now: NOW - 5 })
    await outbox.fanOut(aFanOut('open', ['a']), NOW - 9)

    expect(await outbox.purgeBefore(HERE, NOW - 5)).toBe(0)
    expect(await outbox.purgeBefore(HERE, NOW - 4)).toBe(1)

    expect(await outbox.batches(HERE)).toEqual(['open'])
    expect((await outbox.contents(HERE, ['old:nl', 'open:nl'])).size).toBe(1)
  })

  it('after a restore sends nothing of before', async () => {
    await outbox.post(aPost('one'), NOW)
    await outbox.fanOut(aFanOut('batch', ['a', 'b']), NOW)
    await outbox.claim(BULK, leaseOf('one', 1))

    expect(await outbox.cancelUnfinished('restored', NOW)).toBe(3)

    expect(await outbox.isDue(QUEUE, NOW)).toBe(false)
    expect(await outbox.isDue(BULK, NOW)).toBe(false)
    expect(await outbox.settle(HERE, [end('batch/a', { lane: 'bulk' })], by('one'))).toBe(0)
    expect((await outbox.progress(HERE, 'batch'))?.counts).toMatchObject({ cancelled: 2 })
  })

  it('tells how many answers wait, and since when', async () => {
    expect(await outbox.waiting(HERE, 'teams')).toEqual({ n: 0 })
    await outbox.post(aPost('one'), NOW - 7)
    await outbox.post(aPost('two'), NOW)
    await outbox.fanOut(aFanOut('batch', ['a']), NOW - 9)

    expect(await outbox.waiting(HERE, 'teams')).toEqual({ n: 2, oldestAt: NOW - 7 })
    expect(await outbox.waiting(HERE, 'slack')).toEqual({ n: 0 })
  })
})
