/** Receiving: what comes in, with a store, an outbox and a platform that takes everything. */
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type { Bot } from '../../bot/bot.ts'
import type { Observation } from '../../bot/contract/ports.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Request } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Parcel, Send } from '../../bot/delivery/send.ts'
import { type Arrival, createReceive, type Received } from '../../bot/receive.ts'
import { createSecret } from '../../bot/secret.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { anOrganisation } from '../builders.ts'

export const organisation = anOrganisation({ id: 'waterveen' })

export const thanks: Reply = { kind: 'notice', notice: 'you-are-welcome', language: 'nl' }
export const incident: Reply = {
  kind: 'incident',
  incident: 'clicked-link',
  steps: [],
  organisation,
  masked: [],
  language: 'nl',
}

export type Change = Readonly<{
  id?: string
  text?: string
  person?: string
  shared?: boolean
  request?: Partial<Request>
  isMessage?: boolean
  tell?: Arrival['tell']
}>

export function anArrival(change: Change = {}): Arrival {
  const { id = randomUUID(), text = 'mag dit?', person = 'person-1', shared = false } = change
  const conversation = shared ? '19:team' : `a:${person}`
  const speaker = {
    organisation: 'waterveen',
    platform: 'teams',
    person,
    conversation,
    shared,
    language: 'nl',
  } as const
  return {
    request: { kind: 'message', text, speaker, ...change.request } as Request, // one whole kind
    organisation,
    id,
    conversation: {
      platform: 'teams',
      id: conversation,
      ...(shared ? {} : { person }),
      serviceUrl: 'https://connector.example/',
      bot: '28:bot',
      language: 'nl',
    },
    address: { kind: 'conversation', platform: 'teams', conversation },
    isMessage: () => change.isMessage ?? true,
    tell: change.tell ?? (async () => true),
  }
}

export type Receiving = Readonly<{
  /** Resolves when all that follows is sent. */
  receiveAll: (...arrivals: readonly Arrival[]) => Promise<readonly Received['kind'][]>
  /** Resolves when the next message is sent, of itself. */
  nextSent: () => Promise<void>
  receive: (arrival: Arrival) => Promise<Received>
  clock: { now: number }
  /** To be replaced by a test that needs another. */
  bot: { -readonly [K in keyof Bot]: Bot[K] }
  asked: readonly Request[]
  sent: readonly Parcel[]
  observed: readonly Observation[]
  /** Resolves when so much was observed. */
  observedAtLeast: (count: number) => Promise<void>
  stop: () => Promise<void>
}>

export function startReceiving(storage: Storage, patienceMs = 3_000): Receiving {
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') }
  const bot: Receiving['bot'] = { reply: async () => thanks, replyFromMemory: () => incident }
  const asked: Request[] = []
  const sent: Parcel[] = []
  const observed: Observation[] = []
  const heard = new EventEmitter()
  const common = {
    storage,
    secret: createSecret(new Uint8Array(32).fill(1)),
    clock: () => clock.now,
    newId: randomUUID,
    observe: (one: Observation) => {
      observed.push(one)
      heard.emit('one')
    },
  }
  const send: Send = async (parcel) => {
    sent.push(parcel)
    heard.emit('sent')
    return { kind: 'sent', calls: 1 }
  }
  const delivery = createDelivery({
    ...common,
    organisations: [organisation],
    random: Math.random,
    wait: async () => undefined, // for a place in a conversation: the clock stands still
    sends: { teams: send, slack: send },
  })
  const receive = createReceive({
    ...common,
    bot: {
      reply: (request, stores) => {
        asked.push(request)
        return bot.reply(request, stores)
      },
      replyFromMemory: (request) => bot.replyFromMemory(request),
    },
    hurry: delivery.hurry,
    newReference: () => '3f9a00',
    patienceMs,
  })
  return {
    receiveAll: async (...arrivals) => {
      const received = await Promise.all(arrivals.map(receive))
      await delivery.idle()
      return received.map(({ kind }) => kind)
    },
    nextSent: async () => void (await once(heard, 'sent')),
    receive,
    clock,
    bot,
    asked,
    sent,
    observed,
    observedAtLeast: async (count) => {
      while (observed.length < count) await once(heard, 'one')
    },
    stop: delivery.stop,
  }
}
