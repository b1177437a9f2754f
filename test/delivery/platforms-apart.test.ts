/** Platforms apart: what is wrong with one of them slows nothing on the other. */
import type { Platform } from '../../bot/contract/message.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Outcome, Send } from '../../bot/delivery/send.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { type SimulatedTime, simulatedTime } from '../stand-ins/simulated-time.ts'
import { anEmptyStorage } from '../stand-ins/storage.ts'
import { NOW } from './a-claim.ts'
import { LINDEDAM, people, SECRET } from './a-post.ts'

const ANSWERS = 12
const BETWEEN_MS = 500
const BOTH = ['teams', 'slack'] as const
type Known = (typeof BOTH)[number]

/** How one platform answers: after how long, and what. */
type Answering = (parcel: Parameters<Send>[0]) => Readonly<{ afterMs: number; outcome: Outcome }>

const healthy: Answering = () => ({ afterMs: 40, outcome: { kind: 'sent' } })
const FAULTS: Readonly<Record<string, Answering>> = {
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
}

type Post = Readonly<{ to: string; at: number }>
type Line = Readonly<{
  send: Send
  arrived: readonly Post[]
  /** When something was tried. */
  tries: readonly number[]
  mostAtOnce: () => number
}>

function aLine(time: SimulatedTime, answering: Answering): Line {
  const arrived: Post[] = []
  const tries: number[] = []
  let atOnce = 0
  let most = 0
  const send: Send = async (parcel) => {
    most = Math.max(most, ++atOnce)
    tries.push(time.clock())
    try {
      const { afterMs, outcome } = answering(parcel)
      await time.wait(afterMs)
      if (outcome.kind === 'sent') arrived.push({ to: parcel.id, at: time.clock() })
      return { ...outcome, calls: 1 }
    } finally {
      atOnce -= 1
    }
  }
  return { send, arrived, tries, mostAtOnce: () => most }
}

let storage: Storage
beforeEach(async () => {
  storage = await anEmptyStorage()
})
afterEach(() => storage.close())

/** Much waits for one platform; on the other are an invitation to many, and answers all the time. */
async function aMoment(down: Known, up: Known, answerings: Readonly<Record<Known, Answering>>) {
  const time = simulatedTime(NOW)
  const startedAt = time.clock()
  const lines = { teams: aLine(time, answerings.teams), slack: aLine(time, answerings.slack) }
  const delivery = createDelivery({
    ...{ storage, secret: SECRET, organisations: [LINDEDAM], clock: time.clock, wait: time.wait },
    sends: { teams: lines.teams.send, slack: lines.slack.send },
    ...{ newId: () => 'owner-1', random: () => 0, observe: () => {} },
  })
  for (const platform of BOTH) await invite(platform, 500, time)
  for (let n = 0; n < 50; n++) await answer(down, `waiting-${n}`, time)
  delivery.start()
  for (let n = 0; n < ANSWERS; n++) {
    await answer(up, `${n}`, time)
    delivery.hurry(LINDEDAM.id, new Set([up]))
    await time.pass(BETWEEN_MS)
  }
  const stopped = delivery.stop()
  await time.pass(15_000)
  await stopped
  return { up: lines[up], down: lines[down], startedAt }
}

async function invite(platform: Platform, many: number, { clock }: SimulatedTime) {
  const recipients = people(many).map((person) => ({
    id: `${platform}/${person}`,
    address: { kind: 'person', platform, person } as const,
    dedupeKey: `${platform}/${person}`,
  }))
  const messages = [{ kind: 'notice', language: 'nl', notice: 'you-are-welcome' }] as const
  const batch = `batch-${platform}`
  await storage.stores.outbox.fanOut(
    {
      ...{ batch, organisation: LINDEDAM.id, class: 'invitation', hours: 'any' },
      ...{ messages, recipients },
    },
    clock(),
  )
}

async function answer(platform: Platform, name: string, { clock }: SimulatedTime) {
  const id = `answer/${platform}/${name}/${clock()}`
  const content = {
    kind: 'failure',
    language: 'nl',
    reference: id,
    organisation: LINDEDAM,
  } as const
  const address = { kind: 'person', platform, person: `asker-${name}` } as const
  const post = { id, organisation: LINDEDAM.id, dedupeKey: id, address, content } as const
  await storage.stores.outbox.post({ ...post, class: 'answer' }, clock())
}

const answers = ({ arrived }: Line) => arrived.filter(({ to }) => to.startsWith('answer/'))
const invitations = ({ arrived }: Line) => arrived.filter(({ to }) => !to.startsWith('answer/'))
/** How long each took, from being put in until it arrived. */
const latencies = (line: Line) =>
  answers(line)
    .map(({ to, at }) => at - Number(to.split('/').at(-1)))
    .sort((one, other) => one - other)
const p95 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN

describe.each([
  ['slack', 'teams', Object.keys(FAULTS), 200],
  ['teams', 'slack', ['hangs ten seconds', 'lets nobody connect'], 6],
] as const)('while %s is down', (down, up, faults, invited) => {
  let healthyOne: Awaited<ReturnType<typeof aMoment>>
  beforeAll(async () => {
    storage = await anEmptyStorage()
    healthyOne = await aMoment(down, up, { teams: healthy, slack: healthy })
    await storage.close()
  })

  it.each(faults)('and %s, the other keeps its rate and its latency', async (fault) => {
    const one = await aMoment(down, up, { teams: healthy, slack: healthy, [down]: FAULTS[fault] })

    expect(answers(one.up)).toHaveLength(ANSWERS)
    expect(p95(latencies(one.up))).toBeLessThanOrEqual(p95(latencies(healthyOne.up)) * 1.1)
    expect(p95(latencies(one.up))).toBeLessThan(500)
    expect(invitations(one.up).length).toBeGreaterThanOrEqual(invited)
    expect(invitations(one.up)).toHaveLength(invitations(healthyOne.up).length)
    const tookMs = ({ up: line, startedAt }: typeof one) =>
      (invitations(line).at(-1)?.at ?? 0) - startedAt
    expect(tookMs(one)).toBeLessThanOrEqual(tookMs(healthyOne) * 1.1)
    expect(one.down.arrived).toEqual([])
    expect(one.down.mostAtOnce()).toBeLessThanOrEqual(100) // of all that waits, this is in memory
  })
})

it('tries nothing again on the other platform because somebody asks on this one', async () => {
  const time = simulatedTime(NOW)
  const lines = {
    teams: aLine(time, () => ({ afterMs: 2, outcome: { kind: 'unknown', reason: 'http-500' } })),
    slack: aLine(time, healthy),
  }
  const delivery = createDelivery({
    ...{ storage, secret: SECRET, organisations: [LINDEDAM], clock: time.clock, wait: time.wait },
    sends: { teams: lines.teams.send, slack: lines.slack.send },
    ...{ newId: () => 'owner-1', random: () => 0, observe: () => {} },
  })
  const ask = async (platform: Known) => {
    await answer(platform, 'anna', time)
    delivery.hurry(LINDEDAM.id, new Set([platform]))
    await time.pass(100)
  }
  await ask('teams')
  await time.pass(10_000)
  await ask('slack')
  const triedBefore = lines.teams.tries.length

  delivery.hurry(LINDEDAM.id)
  await time.pass(100)

  expect(answers(lines.slack)).toHaveLength(1)
  expect([triedBefore, lines.teams.tries.length]).toEqual([1, 2])
  await delivery.stop()
})
