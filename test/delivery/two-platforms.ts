/** Two platforms: an organisation that writes to both, of which one is in trouble for some time. */
import type { Platform } from '../../bot/contract/message.ts'
import { createDelivery, type Delivery } from '../../bot/delivery/delivery.ts'
import type { Outcome, Send } from '../../bot/delivery/send.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { type SimulatedTime, simulatedTime } from '../stand-ins/simulated-time.ts'
import { anEmptyStorage } from '../stand-ins/storage.ts'
import { NOW } from './a-claim.ts'
import { LINDEDAM, people, SECRET } from './a-post.ts'

export const BOTH = ['teams', 'slack'] as const
export type Known = (typeof BOTH)[number]

/** How a platform answers: after how long, and what. */
export type Answering = () => Readonly<{ afterMs: number; outcome: Outcome }>

export const healthy: Answering = () => ({ afterMs: 40, outcome: { kind: 'sent' } })

export const FAULTS = {
  'hangs ten seconds': () => ({
    afterMs: 10_000,
    outcome: { kind: 'unknown', reason: 'timed-out', platformWide: true },
  }),
  'lets nobody connect': () => ({
    afterMs: 2,
    outcome: { kind: 'not-sent', reason: 'no-connection', throttled: false, platformWide: true },
  }),
  'asks for a pause again and again': () => ({
    afterMs: 40,
    outcome: { kind: 'not-sent', reason: 'http-429', throttled: true, retryAfterMs: 30_000 },
  }),
  'breaks off': () => {
    throw new Error('an adapter that throws')
  },
} as const satisfies Readonly<Record<string, Answering>>

type Arrival = Readonly<{ to: string; at: number }>
export type Line = Readonly<{
  send: Send
  answersAs: (answering: Answering) => void
  arrived: readonly Arrival[]
  tries: () => number
  mostAtOnce: () => number
}>

function aLine(time: SimulatedTime): Line {
  const arrived: Arrival[] = []
  let answering = healthy
  let [tries, atOnce, most] = [0, 0, 0]
  const send: Send = async (parcel) => {
    tries += 1
    most = Math.max(most, ++atOnce)
    try {
      const { afterMs, outcome } = answering()
      await time.wait(afterMs)
      if (outcome.kind === 'sent') arrived.push({ to: parcel.id, at: time.clock() })
      return { ...outcome, calls: 1 }
    } finally {
      atOnce -= 1
    }
  }
  return {
    send,
    arrived,
    answersAs: (how) => {
      answering = how
    },
    tries: () => tries,
    mostAtOnce: () => most,
  }
}

export type TwoPlatforms = Readonly<{
  time: SimulatedTime
  lines: Readonly<Record<Known, Line>>
  delivery: Delivery
  /** To so many, on that platform. */
  invite: (platform: Known, many: number) => Promise<void>
  /** An answer for a person there. */
  put: (platform: Known, person: string) => Promise<void>
  /** An answer for who asks there just now, every so often, so many times. */
  ask: (platform: Known, times: number, everyMs: number) => Promise<void>
  /** How invitations and answers on that platform ended, or that they are ready. */
  ended: (platform: Known) => Promise<Readonly<Record<string, number>>>
  stop: () => Promise<void>
}>

export async function twoPlatforms(): Promise<TwoPlatforms> {
  const storage = await anEmptyStorage()
  const time = simulatedTime(NOW)
  const lines = { teams: aLine(time), slack: aLine(time) }
  const delivery = createDelivery({
    ...{ storage, secret: SECRET, organisations: [LINDEDAM], clock: time.clock, wait: time.wait },
    sends: { teams: lines.teams.send, slack: lines.slack.send },
    ...{ newId: () => 'owner-1', random: () => 0, observe: () => {} },
  })
  const put = (platform: Known, person: string) => putAnswer(storage, platform, person, time)
  return {
    ...{ time, lines, delivery, put },
    invite: (platform, many) => invite(storage, platform, many, time),
    ask: async (platform, times, everyMs) => {
      for (let n = 0; n < times; n++) {
        await put(platform, `${n}`)
        delivery.hurry(LINDEDAM.id, new Set([platform]))
        await time.pass(everyMs)
      }
    },
    ended: async (platform) => {
      const { progress } = storage.stores.outbox
      return (await progress(LINDEDAM.id, `batch-${platform}`))?.counts ?? {}
    },
    stop: async () => {
      const stopped = delivery.stop()
      await time.pass(15_000)
      await stopped
      await storage.close()
    },
  }
}

async function invite(
  { stores }: Storage,
  platform: Platform,
  many: number,
  { clock }: SimulatedTime,
) {
  const recipients = people(many).map((person) => ({
    id: `${platform}/${person}`,
    address: { kind: 'person', platform, person } as const,
    dedupeKey: `${platform}/${person}`,
  }))
  const messages = [{ kind: 'notice', language: 'nl', notice: 'you-are-welcome' }] as const
  const batch = `batch-${platform}`
  await stores.outbox.fanOut(
    {
      ...{ batch, organisation: LINDEDAM.id, class: 'invitation', hours: 'any' },
      ...{ messages, recipients },
    },
    clock(),
  )
}

async function putAnswer(
  { stores }: Storage,
  platform: Platform,
  name: string,
  { clock }: SimulatedTime,
) {
  const id = `answer/${platform}/${name}/${clock()}`
  const content = {
    kind: 'failure',
    language: 'nl',
    reference: id,
    organisation: LINDEDAM,
  } as const
  const address = { kind: 'person', platform, person: `asker-${name}` } as const
  const post = { id, organisation: LINDEDAM.id, dedupeKey: id, address, content } as const
  await stores.outbox.post({ ...post, class: 'answer' }, clock())
}

export const answers = ({ arrived }: Line) => arrived.filter(({ to }) => to.startsWith('answer/'))
export const invitations = ({ arrived }: Line) =>
  arrived.filter(({ to }) => !to.startsWith('answer/'))

/** Of the answers that arrived, how long after it was put in did the 95th of a hundred arrive? */
export function p95(line: Line): number {
  const sorted = answers(line)
    .map(({ to, at }) => at - Number(to.split('/').at(-1)))
    .sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}
