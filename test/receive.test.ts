/** What comes in is handled whole or not at all, and answered also when the store is down. */
import type { Reply } from '../bot/contract/reply.ts'
import type { Storage } from '../bot/storage/storage.ts'
import {
  anArrival,
  incident,
  organisation,
  type Receiving,
  startReceiving,
  thanks,
} from './stand-ins/receiving.ts'
import { anEmptyStorage } from './stand-ins/storage.ts'

let storage: Storage
let receiving: Receiving

beforeEach(async () => {
  storage = await anEmptyStorage()
  receiving = startReceiving(storage)
})
afterEach(async () => {
  await receiving.stop()
  await storage.close()
})

it('puts the reply in the outbox and keeps where it came from', async () => {
  const kinds = await receiving.receiveAll(anArrival())

  expect(kinds).toEqual(['replied'])
  expect(receiving.sent).toMatchObject([
    {
      organisation: 'waterveen',
      address: { kind: 'conversation', conversation: 'a:person-1' },
      content: thanks,
      possiblyDouble: false,
      isBulk: false,
    },
  ])
  expect(await storage.stores.conversations.find('waterveen', 'teams', 'a:person-1')).toMatchObject(
    { person: 'person-1', open: true },
  )
})

it('has it sent at once, not at the next look', async () => {
  const sent = receiving.nextSent()

  await receiving.receive(anArrival())

  await expect(sent).resolves.toBeUndefined()
})

it('has what the bot left for somebody on the other platform sent at once as well', async () => {
  receiving.bot.reply = async (_request, { outbox }) => {
    const address = { kind: 'person', platform: 'slack', person: 'U0CISO' } as const
    const post = { id: 'to-the-ciso', dedupeKey: 'to-the-ciso', class: 'escalation' } as const
    await outbox.post(
      { ...post, organisation: organisation.id, address, content: thanks },
      receiving.clock.now,
    )
    return thanks
  }
  const sent = receiving.nextSent().then(receiving.nextSent)

  await receiving.receive(anArrival())
  await sent

  expect(receiving.sent.map(({ address }) => address.platform).sort()).toEqual(['slack', 'teams'])
})

it('sends nothing when the reply is the answer to a button', async () => {
  expect(await receiving.receiveAll(anArrival({ isMessage: false }))).toEqual(['replied'])
  expect(receiving.sent).toEqual([])
})

it('sends to the asker alone what only they may see', async () => {
  receiving.bot.reply = async () => ({
    kind: 'my-questions',
    questions: [],
    organisation,
    language: 'nl',
  })

  await receiving.receiveAll(anArrival({ shared: true }))

  expect(receiving.sent.map(({ address }) => address)).toEqual([
    { kind: 'person', platform: 'teams', person: 'person-1' },
  ])
})

describe('a fault of ours', () => {
  const fault = new TypeError('a bug')

  it('is told with a reference, and leaves nothing else', async () => {
    receiving.bot.reply = async (_request, stores) => {
      await stores.numbers.next('waterveen', 'V-2026')
      throw fault
    }

    const kinds = await receiving.receiveAll(anArrival())

    expect(kinds).toEqual(['replied'])
    expect(receiving.sent).toMatchObject([{ content: { kind: 'failure', reference: '3f9a00' } }])
    expect(receiving.observed).toContainEqual({
      kind: 'failed',
      organisation: 'waterveen',
      reference: '3f9a00',
      error: fault,
    })
    expect(await storage.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
  })

  it('is told once, however often it is delivered', async () => {
    receiving.bot.reply = () => Promise.reject(fault)
    const arrival = anArrival()

    const kinds = [
      ...(await receiving.receiveAll(arrival)),
      ...(await receiving.receiveAll(arrival)),
    ]

    expect(kinds).toEqual(['replied', 'repeated'])
    expect(receiving.sent).toHaveLength(1)
  })
})

describe('while the store is down (F15)', () => {
  beforeEach(() => storage.close())

  it('tells what it knows from memory, once', async () => {
    const told: Reply[] = []
    const arrival = anArrival({
      tell: async (one) => {
        told.push(one)
        return true
      },
    })

    const kinds = [
      ...(await receiving.receiveAll(arrival)),
      ...(await receiving.receiveAll(arrival)),
    ]

    expect(kinds).toEqual(['replied', 'repeated'])
    expect(told).toEqual([incident])
    expect(receiving.asked).toEqual([])
    expect(receiving.observed.filter(({ kind }) => kind === 'failed')).toMatchObject([
      { reference: '3f9a00' },
    ])
  })

  it('asks to be delivered again when it could not tell', async () => {
    let works = false
    const arrival = anArrival({ tell: async () => works })

    const before = await receiving.receiveAll(arrival)
    works = true
    const after = await receiving.receiveAll(arrival)

    expect([before, after]).toEqual([['failed'], ['replied']])
  })

  it('answers a button at once', async () => {
    const tell = () => Promise.reject(new Error('nothing is to be sent'))

    expect(await receiving.receiveAll(anArrival({ isMessage: false, tell }))).toEqual(['replied'])
  })

  it('tells of a fault of ours too', async () => {
    const told: Reply[] = []
    receiving.bot.replyFromMemory = () => {
      throw new TypeError('a bug')
    }

    await receiving.receiveAll(anArrival({ tell: async (one) => told.push(one) > 0 }))

    expect(told).toMatchObject([{ kind: 'failure', reference: '3f9a00' }])
  })
})

it('answers from memory who would wait too long behind others', async () => {
  const { promise: freed, resolve: free } = Promise.withResolvers<void>()
  const long = storage.transaction(() => freed)
  const told: Reply[] = []
  const impatient = startReceiving(storage, 5)
  const tell = async (one: Reply) => told.push(one) > 0

  const arrivals = ['1', '2', '3'].map((id) => anArrival({ id, text: `vraag ${id}`, tell }))
  const received = impatient.receiveAll(...arrivals)
  await impatient.observedAtLeast(3)
  free()
  await long

  expect(await received).toEqual(['replied', 'replied', 'replied'])
  expect(told).toEqual([incident, incident, incident])
  expect(impatient.sent).toEqual([])
  await impatient.stop()
})
