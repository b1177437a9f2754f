/**
 * Delivery, bulk: messages to many at the published limit, while somebody asks something every second.
 *
 * The delivery has a process of its own, and sends over HTTP to the stand-in. Its memory is what is
 * resident after a full collection, just before the delivery starts and after it has stopped.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { openStorage } from '../bot/open-storage.ts'
import {
  conversationIdOf,
  recipientNames,
  type StandInLog,
  type WorkerReport,
} from './delivery-measured.ts'
import {
  inFolder,
  type StandIn,
  type Worker,
  withStandIn,
  withWorkers,
} from './delivery-processes.ts'
import { aMessage, fanOutTo, keepConversations, PER_SECOND } from './delivery-recipients.ts'
import { type Figure, figures, table, verdict } from './measurement.ts'
import { percentile } from './timing.ts'

const LOOK_MS = 250
const MINUTE_MS = 60_000

export async function bulk(count: number): Promise<string> {
  const people = recipientNames(count)
  return withStandIn((standIn) =>
    inFolder(async (dataDir) => {
      await fill(dataDir, people, standIn)
      const task = { dataDir, serviceUrl: standIn.serviceUrl, asks: true }
      return withWorkers([task], async ([worker]) => {
        if (worker === undefined) throw new Error('no worker was started')
        return tell(people, await deliver(worker, standIn, count))
      })
    }),
  )
}

async function fill(dataDir: string, people: readonly string[], { serviceUrl }: StandIn) {
  const storage = await openStorage({ dataDir }, 'bot')
  await keepConversations(storage, people, serviceUrl)
  await storage.stores.outbox.fanOut(fanOutTo(people, await aMessage()), Date.now())
  await storage.close()
}

type Delivered = Readonly<{ startedAt: number; report: WorkerReport; log: StandInLog }>

async function deliver(worker: Worker, standIn: StandIn, count: number): Promise<Delivered> {
  const startedAt = Date.now()
  worker.start()
  const atMostMs = 2 * (count / PER_SECOND) * 1000 + MINUTE_MS
  while ((await standIn.count()) < count && Date.now() - startedAt < atMostMs) await wait(LOOK_MS)
  const report = await worker.stop()
  return { startedAt, report, log: await standIn.log() }
}

function tell(people: readonly string[], delivered: Delivered): string {
  const { report } = delivered
  const theory = people.length / PER_SECOND
  const answers = answersOf(delivered)
  const { before, after, highest } = report.residentMb
  const rows: readonly Figure[] = [
    {
      what: `${people.length} recipients at ${PER_SECOND}/s, until the last was accepted`,
      ours: (lastOf(people, delivered) - delivered.startedAt) / 1000,
      peer: theory,
      unit: 's',
      target: { ratioAtMost: 1.15 },
    },
    answer('p50', percentile(answers, 0.5)),
    { ...answer('p99', percentile(answers, 0.99)), target: { atMost: 250 } },
    answer('slowest', percentile(answers, 1)),
    { what: 'longest block of the event loop', ours: report.longestBlockMs, unit: 'ms' },
    {
      what: `memory growth (from ${before.toFixed(0)} MB; highest ${highest.toFixed(0)} MB)`,
      ours: after - before,
      unit: 'MB',
      target: { atMost: 50 },
    },
    {
      what: 'of it in use by objects',
      ours: report.usedMb.after - report.usedMb.before,
      unit: 'MB',
    },
  ]
  return `${figures('at the configured rate', rows)}\n\n${oracle(people, delivered)}`
}

const answer = (name: string, ours: number): Figure => ({
  what: `a question meanwhile, posted until accepted: ${name}`,
  ours,
  unit: 'ms',
})

function timesOf({ log }: Delivered): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>()
  for (const [conversation, at] of log.accepted)
    times.set(conversation, [...(times.get(conversation) ?? []), at])
  return times
}

/** Shortest first; one that was never answered took for ever. */
function answersOf(delivered: Delivered): readonly number[] {
  const times = timesOf(delivered)
  return delivered.report.asked
    .map(([conversation, at]) => (times.get(conversation)?.[0] ?? Number.POSITIVE_INFINITY) - at)
    .sort((a, b) => a - b)
}

function lastOf(people: readonly string[], delivered: Delivered): number {
  const times = timesOf(delivered)
  const lasts = people.map((person) => times.get(conversationIdOf(person))?.at(-1) ?? Infinity)
  return lasts.reduce((a, b) => Math.max(a, b), 0)
}

/** What the stand-in's log says. */
function oracle(people: readonly string[], delivered: Delivered): string {
  const times = timesOf(delivered)
  const { log, startedAt, report } = delivered
  const accepted = people.map((person) => times.get(conversationIdOf(person))?.length ?? 0)
  const later = log.refused.filter((at) => at - startedAt >= MINUTE_MS).length
  const often = (n: number) => accepted.filter((times) => times === n).length
  const answered = report.asked.filter(([conversation]) => times.get(conversation)?.length === 1)
  const row = (what: string, n: number, wanted: number) => [
    what,
    String(n),
    String(wanted),
    verdict(n === wanted),
  ]
  return table(
    ["by the stand-in's own log", 'counted', 'target', ''],
    [
      row('recipients who got it exactly once', often(1), people.length),
      row('refused with 429 after the first minute', later, 0),
      ['refused with 429, by minute', perMinute(delivered).join(', '), '—', ''],
      [
        'most calls within any second',
        String(mostInASecond(log.calls)),
        '≤ 50',
        verdict(mostInASecond(log.calls) <= 50),
      ],
      row('questions answered exactly once', answered.length, report.asked.length),
    ],
  )
}

function perMinute({ log, startedAt }: Delivered): readonly number[] {
  const minutes = Math.ceil(((log.calls.at(-1) ?? startedAt) - startedAt) / MINUTE_MS)
  const of = (at: number) => Math.floor((at - startedAt) / MINUTE_MS)
  return Array.from(
    { length: minutes },
    (_, minute) => log.refused.filter((at) => of(at) === minute).length,
  )
}

function mostInASecond(calls: readonly number[]): number {
  let most = 0
  let from = 0
  calls.forEach((at, index) => {
    while (at - (calls[from] ?? at) >= 1_000) from += 1
    most = Math.max(most, index - from + 1)
  })
  return most
}
