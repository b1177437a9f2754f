/** Polls, open: a round for 20,000 people, from the roster to their invitations in the outbox. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStorage, sqliteFile } from '../bot/open-storage.ts'
import { inFolder } from './delivery-processes.ts'
import { figures } from './measurement.ts'
import { aPollTown } from './polls-town.ts'
import { collectGarbage, median, watchEventLoop } from './timing.ts'

const ROUNDS = 3
const UNITS = 400
/** What a round writes for everybody who is asked. */
const TABLES = ['poll_person', 'poll_counter', 'delivery'] as const

export async function opening(people: number): Promise<string> {
  const runs = []
  for (let run = 0; run < ROUNDS; run += 1)
    runs.push(await inFolder((folder) => oneOpening(folder, people)))
  return figures('bare inserts', [
    {
      what: `open a round for ${people} people in ${UNITS} units, SQLite, median of ${ROUNDS}`,
      ours: median(runs.map(({ tookMs }) => tookMs)) / 1000,
      peer: median(runs.map(({ bareMs }) => bareMs)) / 1000,
      unit: 's',
      target: { atMost: 5 },
    },
    {
      what: 'longest block of the event loop meanwhile, highest of all',
      ours: Math.max(...runs.map(({ longestBlockMs }) => longestBlockMs)),
      unit: 'ms',
      target: { atMost: 50 },
    },
  ])
}

async function oneOpening(folder: string, people: number) {
  const ours = join(folder, 'ours')
  const town = await aPollTown(ours, people, UNITS)
  collectGarbage()
  const { result, tookMs, longestBlockMs } = await watchEventLoop(() =>
    town.rounds.runDue(town.organisation.id),
  )
  if (!result.includes('opened')) throw new Error(`the round did not open: ${result.join(', ')}`)
  await town.storage.close()
  return { tookMs, longestBlockMs, bareMs: await insertBarely(join(folder, 'bare'), ours) }
}

/** The same rows into the same tables of another file, in one transaction. */
async function insertBarely(intoFolder: string, fromFolder: string): Promise<number> {
  await (await openStorage({ dataDir: intoFolder }, 'bot')).close() // makes the tables
  const from = new Sqlite(sqliteFile(fromFolder), { readonly: true })
  const into = new Sqlite(sqliteFile(intoFolder))
  into.pragma('synchronous = FULL')
  const tables = TABLES.map((table) => {
    const rows = from.prepare<[], readonly unknown[]>(`select * from ${table}`).raw().all()
    const marks = (rows[0] ?? []).map(() => '?').join(', ')
    return { rows, insert: into.prepare(`insert into ${table} values (${marks})`) }
  })
  collectGarbage()
  const started = performance.now()
  into.transaction(() => {
    for (const { rows, insert } of tables) for (const row of rows) insert.run(...row)
  })()
  const tookMs = performance.now() - started
  from.close()
  into.close()
  return tookMs
}
