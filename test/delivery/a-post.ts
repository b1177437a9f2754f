/** A post: a municipality with colleagues, what is put in for them, and processes that deliver it to a stand-in for Teams. */
import { type ConnectorOptions, createConnector } from '../../bot/adapters/teams/connector.ts'
import { createTeamsSend } from '../../bot/adapters/teams/send.ts'
import type { MessageClass } from '../../bot/contract/message.ts'
import type { Observation } from '../../bot/contract/ports.ts'
import { createDelivery, type Delivery, type DeliveryParts } from '../../bot/delivery/delivery.ts'
import type { Send } from '../../bot/delivery/send.ts'
import { createSecret } from '../../bot/secret.ts'
import type { FanOut } from '../../bot/storage/deliveries.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { anOrganisation } from '../builders.ts'
import { type Connector, type ConnectorRules, startConnector } from '../stand-ins/connector.ts'
import { anEmptyStorage } from '../stand-ins/storage.ts'
import { NOW } from './a-claim.ts'

export const LINDEDAM = anOrganisation({ delivery: { bulkPerSecond: 40 } })
export const SECRET = createSecret(new Uint8Array(32).fill(7))
export const BATCH = 'batch-1'

export type Time = Readonly<{
  clock: () => number
  pass: (ms: number) => void
  set: (at: number) => void
}>

export function aTime(): Time {
  let now = NOW
  return {
    clock: () => now,
    pass: (ms) => {
      now += ms
    },
    set: (at) => {
      now = at
    },
  }
}

export type Post = Readonly<{
  time: Time
  storage: Storage
  connector: Connector
  observed: readonly Observation[]
  /** A process that delivers: the others are not asked. */
  startProcess: (parts?: Partial<DeliveryParts>, line?: Partial<ConnectorOptions>) => Delivery
  /** One message, to a colleague of its own unless said. */
  put: (id: string, kind: MessageClass, to?: string) => Promise<void>
  invite: (recipients: readonly string[], change?: Partial<FanOut>) => Promise<number>
  /** Looks for work until that much time has passed. */
  run: (delivery: Delivery, forMs: number, stepMs?: number) => Promise<void>
  /** What has ended, or is still to come, by state. */
  states: () => Promise<Readonly<Record<string, number>>>
  /** How often something arrived at each colleague, by the stand-in's own log. */
  arrivals: () => Readonly<Record<string, number>>
  close: () => Promise<void>
}>

export type PostOptions = Readonly<{
  storage?: Storage
  rules?: (time: Time) => ConnectorRules
}>

export async function startPost({ storage, rules }: PostOptions = {}): Promise<Post> {
  const time = aTime()
  const connector = await startConnector({ clock: time.clock, ...rules?.(time) })
  const used = storage ?? (await anEmptyStorage())
  const observed: Observation[] = []
  const place = { time, storage: used, connector, observed }
  let owners = 0

  return {
    ...place,
    startProcess: (parts, line) =>
      createDelivery({ ...partsOf(place, line), newId: () => `owner-${++owners}`, ...parts }),
    put: (id, kind, to = id) => put(used, { id, kind, to }, time.clock()),
    invite: (recipients, change) =>
      used.stores.outbox.fanOut(fanOutTo(recipients, change), time.clock()),
    run: async (delivery, forMs, stepMs = 1_000) => {
      for (const end = time.clock() + forMs; time.clock() < end; time.pass(stepMs))
        await delivery.runOnce()
    },
    states: async () => {
      const states: Record<string, number> = {}
      for (const { state, n } of await used.stores.outbox.tally(LINDEDAM.id))
        states[state] = (states[state] ?? 0) + n
      return states
    },
    arrivals: () => countBy(connector.accepted.map(({ conversation }) => conversation.slice(2))),
    close: async () => {
      await connector.close()
      await used.close()
    },
  }
}

function partsOf(
  { time, storage, observed }: Pick<Post, 'time' | 'storage'> & { observed: Observation[] },
  line: Partial<ConnectorOptions> = {},
): Omit<DeliveryParts, 'newId'> {
  const { conversations } = storage.stores
  const services = { hosts: [], loopback: true }
  const connector = createConnector({ services, clock: time.clock, ...line })
  const send = createTeamsSend({ conversations, connector })
  const { wait, during } = createLine(time)
  const teams: Send = (parcel) => during(send(parcel))
  return {
    storage,
    sends: { teams },
    secret: SECRET,
    organisations: [LINDEDAM],
    clock: time.clock,
    random: () => 0,
    observe: (observation) => observed.push(observation),
    wait,
  }
}

type Line = Readonly<{
  wait: (ms: number) => Promise<void>
  during: <T>(work: Promise<T>) => Promise<T>
}>

/** Time passes for who waits, the first to end first, but not while the network is at work. */
function createLine({ clock, set }: Time): Line {
  const waiting: Readonly<{ until: number; resolve: () => void }>[] = []
  let atWork = 0
  let isGoingOn = false
  const goOn = async (): Promise<void> => {
    if (isGoingOn) return
    isGoingOn = true
    await nextTurn()
    isGoingOn = false
    if (atWork > 0) return
    waiting.sort((one, other) => one.until - other.until)
    const first = waiting.shift()
    if (first === undefined) return
    set(Math.max(clock(), first.until))
    first.resolve()
    void goOn()
  }
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        waiting.push({ until: clock() + ms, resolve })
        void goOn()
      }),
    during: (work) => {
      atWork += 1
      return work.finally(() => {
        atWork -= 1
        void goOn()
      })
    },
  }
}

/** The app is installed for these colleagues. */
export async function install(post: Post, people: readonly string[]): Promise<void> {
  await post.storage.transaction(async ({ conversations }) => {
    for (const person of people)
      await conversations.keep(
        LINDEDAM.id,
        {
          platform: 'teams',
          id: `a:${person}`,
          person,
          serviceUrl: post.connector.serviceUrl,
          bot: '28:bot',
          language: 'nl',
        },
        true,
      )
  })
}

type Letter = Readonly<{ id: string; kind: MessageClass; to: string }>

async function put({ stores }: Storage, { id, kind, to }: Letter, now: number): Promise<void> {
  const post = {
    id,
    organisation: LINDEDAM.id,
    class: kind,
    dedupeKey: id,
    address: { kind: 'person', platform: 'teams', person: to },
    content: { kind: 'failure', language: 'nl', reference: id, organisation: LINDEDAM },
  } as const
  await stores.outbox.post(post, now)
}

export function fanOutTo(recipients: readonly string[], change: Partial<FanOut> = {}): FanOut {
  const { batch = BATCH } = change
  return {
    batch,
    organisation: LINDEDAM.id,
    class: 'invitation',
    hours: 'any',
    messages: [{ kind: 'notice', language: 'nl', notice: 'you-are-welcome' }],
    recipients: recipients.map((person) => ({
      id: `${batch}/${person}`,
      address: { kind: 'person', platform: 'teams', person },
      dedupeKey: `${batch}/${person}`,
    })),
    ...change,
  }
}

export function people(n: number, name = 'person'): readonly string[] {
  return Array.from({ length: n }, (_, index) => `${name}-${index}`)
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
