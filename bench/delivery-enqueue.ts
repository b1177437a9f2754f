/**
 * Delivery, enqueue: putting messages to many into the outbox, before anything is sent.
 *
 * Beside it the physical limit: the same rows into the same tables of another file, by
 * better-sqlite3 alone, one prepared statement, one transaction. The two alternate.
 */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStorage, sqliteFile } from '../bot/open-storage.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { recipientNames } from './delivery-measured.ts'
import { onPostgres } from './delivery-postgres.ts'
import { inFolder } from './delivery-processes.ts'
import { aMessage, fanOutTo } from './delivery-recipients.ts'
import { figures } from './measurement.ts'
import { collectGarbage, median, watchEventLoop } from './timing.ts'

const ROUNDS = 5

export async function enqueue(count: number): Promise<string> {
  const fanOut = fanOutTo(recipientNames(count), await aMessage())
  const enqueueInto = async (storage: Storage) => {
    collectGarbage()
    return watchEventLoop(() => storage.stores.outbox.fanOut(fanOut, Date.now()))
  }
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await inFolder((folder) => oneRound(folder, enqueueInto)))
  const server = await onPostgres((databaseUrl) => onServer(databaseUrl, enqueueInto))

  return figures('bare inserts', [
    {
      what: `enqueue ${count} recipients, SQLite, median of ${ROUNDS}`,
      ours: median(rounds.map(({ oursMs }) => oursMs)) / 1000,
      peer: median(rounds.map(({ bareMs }) => bareMs)) / 1000,
      unit: 's',
      target: { atMost: 1 },
    },
    {
      what: 'longest block of the event loop meanwhile, SQLite',
      ours: Math.max(...rounds.map(({ blockMs }) => blockMs)),
      unit: 'ms',
    },
    ...(server === undefined
      ? []
      : [
          {
            what: `enqueue ${count} recipients, PostgreSQL`,
            ours: server.tookMs / 1000,
            unit: 's' as const,
          },
        ]),
  ])
}

type EnqueueInto = (
  storage: Storage,
) => Promise<Readonly<{ result: number; tookMs: number; longestBlockMs: number }>>
type Round = Readonly<{ oursMs: number; blockMs: number; bareMs: number }>

async function oneRound(folder: string, enqueueInto: EnqueueInto): Promise<Round> {
  const ours = join(folder, 'ours')
  const bare = join(folder, 'bare')
  await (await openStorage({ dataDir: bare }, 'bot')).close() // makes the tables
  const storage = await openStorage({ dataDir: ours }, 'bot')
  const { tookMs, longestBlockMs } = await enqueueInto(storage)
  await storage.close()
  return { oursMs: tookMs, blockMs: longestBlockMs, bareMs: insertBarely(bare, ours) }
}

/** What the first file holds, into the second. */
function insertBarely(intoFolder: string, fromFolder: string): number {
  const from = new Sqlite(sqliteFile(fromFolder), { readonly: true })
  const into = new Sqlite(sqliteFile(intoFolder))
  into.pragma('synchronous = FULL')
  for (const table of ['batch', 'message']) copy(from, into, table)
  collectGarbage()
  const tookMs = copy(from, into, 'delivery')
  from.close()
  into.close()
  return tookMs
}

/** @returns how long writing took */
function copy(from: Sqlite.Database, into: Sqlite.Database, table: string): number {
  const columns = from.pragma(`table_info(${table})`) as readonly unknown[] // only their number counts
  const rows = from.prepare<[], readonly unknown[]>(`select * from ${table}`).raw().all()
  const started = performance.now()
  into.transaction(() => {
    const insert = into.prepare(
      `insert into ${table} values (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(...row)
  })()
  return performance.now() - started
}

async function onServer(
  databaseUrl: string,
  enqueueInto: EnqueueInto,
): Promise<Readonly<{ tookMs: number }>> {
  const storage = await openStorage({ dataDir: '', databaseUrl }, 'bot')
  try {
    return await enqueueInto(storage)
  } finally {
    await storage.close()
  }
}
