/**
 * Delivery, killed: three processes send from one PostgreSQL database, and one is killed half-way.
 *
 * It is killed by SIGKILL while a message of its is on the way: nobody can then know whether that
 * arrived, and an invitation is not sent again. The others take over once its lease has ended.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { openStorage } from '../bot/open-storage.ts'
import type { Progress } from '../bot/storage/deliveries.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { conversationIdOf, recipientNames, type StandInLog } from './delivery-measured.ts'
import { onPostgres, query } from './delivery-postgres.ts'
import { type StandIn, type Worker, withStandIn, withWorkers } from './delivery-processes.ts'
import {
  aMessage,
  BATCH,
  deliveryIdOf,
  fanOutTo,
  keepConversations,
  PER_SECOND,
  theOrganisation,
} from './delivery-recipients.ts'
import { figures, table, verdict } from './measurement.ts'

const WORKERS = 3
const LOOK_MS = 500
/** The lease of the dead, the wait until somebody looks, and some. */
const TAKE_OVER_MS = 120_000

/** @returns undefined when there is no PostgreSQL */
export function killed(count: number): Promise<string | undefined> {
  const people = recipientNames(count)
  return onPostgres((databaseUrl) =>
    withStandIn(async (standIn) => {
      const storage = await openStorage({ dataDir: '', databaseUrl }, 'guest')
      try {
        await keepConversations(storage, people, standIn.serviceUrl)
        await storage.stores.outbox.fanOut(fanOutTo(people, await aMessage()), Date.now())
        const { serviceUrl } = standIn
        const tasks = Array.from({ length: WORKERS }, () => ({
          dataDir: '',
          databaseUrl,
          serviceUrl,
          asks: false,
        }))
        return await withWorkers(tasks, async (workers) =>
          tell(people, await deliver(workers, { standIn, storage, databaseUrl, count })),
        )
      } finally {
        await storage.close()
      }
    }),
  )
}

type Means = Readonly<{
  standIn: StandIn
  storage: Storage
  databaseUrl: string
  count: number
}>
type Delivered = Readonly<{
  startedAt: number
  endedAt: number
  counts: Progress['counts']
  /** Ids of the deliveries of which nobody can know whether they arrived. */
  unknown: ReadonlySet<string>
  log: StandInLog
}>

async function deliver(workers: readonly Worker[], means: Means): Promise<Delivered> {
  const { standIn, count } = means
  const [victim, ...others] = workers
  const startedAt = Date.now()
  const deadline = startedAt + 2 * (count / PER_SECOND) * 1000 + TAKE_OVER_MS
  for (const worker of workers) worker.start()
  while ((await standIn.count()) < count / 2 && Date.now() < deadline) await wait(LOOK_MS)
  await victim?.die()
  while ((await unfinished(means)) > 0 && Date.now() < deadline) await wait(LOOK_MS)
  const endedAt = Date.now()
  for (const other of others) await other.stop()
  const unknown = await unknownOf(means)
  return { startedAt, endedAt, counts: await countsOf(means), unknown, log: await standIn.log() }
}

const Ids = z.array(z.object({ id: z.string() }))

async function unknownOf({ databaseUrl }: Means): Promise<ReadonlySet<string>> {
  const rows = await query(databaseUrl, "select id from delivery where state = 'unknown'")
  return new Set(Ids.parse(rows).map(({ id }) => id))
}

async function countsOf({ storage }: Means): Promise<Progress['counts']> {
  const progress = await storage.stores.outbox.progress(theOrganisation().id, BATCH)
  if (progress === undefined) throw new Error('the batch is gone')
  return progress.counts
}

async function unfinished(means: Means): Promise<number> {
  const { ready, sending } = await countsOf(means)
  return ready + sending
}

function tell(people: readonly string[], delivered: Delivered): string {
  const { startedAt, endedAt, counts, unknown, log } = delivered
  const accepted = new Map<string, number>()
  for (const [conversation] of log.accepted)
    accepted.set(conversation, (accepted.get(conversation) ?? 0) + 1)
  const timesOf = (person: string) => accepted.get(conversationIdOf(person)) ?? 0
  const isUnknown = (person: string) => unknown.has(deliveryIdOf(person))
  const missing = people.filter((person) => timesOf(person) === 0 && !isUnknown(person)).length
  const twice = people.filter((person) => timesOf(person) > 1).length
  const arrived = people.filter((person) => timesOf(person) > 0 && isUnknown(person)).length
  const last = log.accepted.at(-1)?.[1] ?? Number.POSITIVE_INFINITY

  const lost = counts.ready + counts.sending + counts.rejected + counts.cancelled
  const none = (what: string, n: number) => [what, String(n), '0', verdict(n === 0)]
  const rows = figures('at the configured rate', [
    {
      what: `${people.length} recipients at ${PER_SECOND}/s, ${WORKERS} processes, until the last was accepted`,
      ours: (last - startedAt) / 1000,
      peer: people.length / PER_SECOND,
      unit: 's',
    },
    {
      what: 'until each had its end, those of the killed process included',
      ours: (endedAt - startedAt) / 1000,
      unit: 's',
    },
  ])
  return `${rows}\n\n${table(
    ['counted', '', 'target', ''],
    [
      none('without an end, rejected or cancelled', lost),
      none("not accepted by the stand-in's log, and not said to be unknown", missing),
      none('accepted twice', twice),
      ['sent, in the database', String(counts.sent), '—', ''],
      ['on their way in the killed process: unknown', String(counts.unknown), '—', ''],
      ['of these the stand-in had accepted', String(arrived), '—', ''],
      ['refused with 429', String(log.refused.length), '—', ''],
    ],
  )}`
}
