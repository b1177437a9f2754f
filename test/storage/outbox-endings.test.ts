/** The endings of the outbox: what is removed of a batch, and of a list that was sealed. */
import type { FanOut, Post, Queue, Settlement } from '../../bot/storage/deliveries.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const NOW = 1_800_000_000_000
const HERE = 'waterveen'
const NOOR = { kind: 'person', platform: 'teams', person: 'noor' } as const
const CONTENT = { kind: 'notice', language: 'nl', notice: 'you-are-welcome' } as const
const BULK: Queue = { organisation: HERE, platform: 'teams', lane: 'bulk', hours: 'working' }
const LEASE = { owner: 'one', now: NOW, until: NOW + 60_000 }
const BY = { owner: 'one', now: NOW + 5 }
const POST: Post = {
  id: 'one',
  organisation: HERE,
  class: 'answer',
  dedupeKey: 'answer:one',
  address: NOOR,
  content: CONTENT,
}
const sent = (id: string): Settlement => ({
  id,
  lane: 'bulk',
  next: { state: 'sent' },
  outcome: 'sent',
  isUnknown: false,
})
const aFanOut = (batch: string, people: readonly string[]): FanOut => ({
  batch,
  organisation: HERE,
  class: 'invitation',
  hours: 'working',
  messages: [CONTENT, { ...CONTENT, language: 'en' }],
  recipients: people.map((person) => ({
    id: `${batch}/${person}`,
    address: { ...NOOR, person },
    dedupeKey: `${batch}/${person}`,
  })),
})

describe.each(engines)('the endings of the outbox on $name', ({ open }) => {
  let storage: Storage
  let outbox: Stores['outbox']
  beforeEach(async () => {
    storage = await open()
    outbox = storage.stores.outbox
  })
  afterEach(() => storage.close())

  it('after a restore keeps nothing of a sealed list of recipients', async () => {
    const sealed = { kind: 'sealed', platform: 'teams', sealed: 'sealed-noor' } as const
    const recipients = [{ id: 'one', address: sealed, dedupeKey: 'key-of-noor' }]
    await outbox.fanOut({ ...aFanOut('reminder', []), recipients }, NOW)
    await outbox.claim(BULK, { ...LEASE, limit: 9 })
    await outbox.settle(HERE, [sent('one')], BY)

    await outbox.cancelUnfinished('restored', NOW)

    expect((await outbox.progress(HERE, 'reminder'))?.counts).toMatchObject({ sent: 1 })
    expect(
      await outbox.fanOut(
        { ...aFanOut('other', []), recipients: recipients.map((each) => ({ ...each, id: 'two' })) },
        NOW,
      ),
    ).toBe(1)
  })

  it('removes a batch with all that is of it, also what is being sent, and no other', async () => {
    const people = Array.from({ length: 1_100 }, (_, number) => `person-${number}`)
    await outbox.fanOut(aFanOut('poll:1', people), NOW)
    await outbox.fanOut(aFanOut('poll:12', ['a']), NOW)
    await outbox.post(POST, NOW)
    await outbox.claim(BULK, { ...LEASE, limit: 2 })
    await outbox.settle(HERE, [sent('poll:1/person-0')], BY)

    expect(await outbox.remove(HERE, 'poll:1')).toBe(1_100)
    expect(await outbox.remove(HERE, 'poll:1')).toBe(0)

    expect(await outbox.progress(HERE, 'poll:1')).toBeUndefined()
    expect(await outbox.batches(HERE)).toEqual(['poll:12'])
    const left = await outbox.contents(HERE, ['poll:1:nl', 'poll:1:en', 'poll:12:nl', 'one'])
    expect([...left.keys()].sort()).toEqual(['one', 'poll:12:nl'])
    expect(await outbox.settle(HERE, [sent('poll:1/person-1')], BY)).toBe(0)
    expect(await outbox.fanOut(aFanOut('poll:1', ['person-0']), NOW)).toBe(1)
  })
})
