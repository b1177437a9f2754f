/** What is kept: all that a database and its folder hold of rounds, read beside the bot. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StoragePlace, sqliteFile } from '../../bot/open-storage.ts'
import type { Plan } from '../../bot/polls/plan.ts'
import { type Database, openPostgres, openSqlite } from '../../bot/storage/database.ts'
import type { Round } from '../../bot/storage/rounds.ts'
import { createStorage, type Stores } from '../../bot/storage/storage.ts'
import { OF_OPEN_ROUNDS } from '../../bot/storage/tables.ts'
import { type Count, countOf } from './count.ts'

export type Kept = Readonly<{
  /** Newest first. */
  rounds: readonly Round[]
  /** The newest. */
  round: Round | undefined
  /** Of the newest round. */
  count: Count
  tags: ReadonlySet<string>
  plans: readonly Plan[]
  /** Rows of each table that has any only while a round is open. */
  rows: Readonly<Record<string, number>>
  /** Messages to many, by batch. */
  batches: Readonly<Record<string, number>>
  /** Rows of the audit log, by action and round. */
  audit: Readonly<Record<string, number>>
  isAuditWhole: boolean
  /** Names of files with keys, and of what would become one. */
  keyFiles: readonly string[]
}>

export async function whatIsKept(place: StoragePlace, organisation: string): Promise<Kept> {
  const { dataDir, databaseUrl } = place
  const database = databaseUrl ? openPostgres(databaseUrl) : openSqlite(sqliteFile(dataDir))
  const storage = createStorage(database)
  const { stores } = storage
  const rounds = await stores.polls.rounds(organisation)
  const id = rounds[0]?.id ?? ''
  const kept = {
    rounds,
    round: rounds[0],
    count: await countOf(storage.stores, organisation, id),
    tags: await stores.participation.takers(organisation, id),
    plans: await stores.polls.plans(organisation),
    rows: await rowsOf(database),
    batches: await batchesOf(database),
    ...(await auditOf(stores, organisation)),
    keyFiles: filesIn(join(dataDir, 'rounds')),
  }
  await storage.close()
  return kept
}

async function rowsOf({ kysely }: Database): Promise<Kept['rows']> {
  const rows: Record<string, number> = {}
  for (const table of OF_OPEN_ROUNDS) {
    const count = kysely.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n'))
    rows[table] = (await count.executeTakeFirstOrThrow()).n
  }
  return rows
}

async function batchesOf({ kysely }: Database): Promise<Kept['batches']> {
  const batches = await kysely
    .selectFrom('batch')
    .leftJoin('delivery', 'delivery.batch', 'batch.id')
    .select(({ fn }) => ['batch.id', fn.count<number>('delivery.id').as('n')])
    .groupBy('batch.id')
    .execute()
  return Object.fromEntries(batches.map(({ id, n }) => [id, n]))
}

async function auditOf({ audit }: Stores, organisation: string) {
  const counts: Record<string, number> = {}
  for (const { action, object } of await audit.list(organisation))
    counts[`${action} ${object}`] = (counts[`${action} ${object}`] ?? 0) + 1
  return { audit: counts, isAuditWhole: (await audit.verify(organisation)).kind !== 'broken' }
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : []

/** In the files of SQLite, whatever the tables say. @returns those that are found */
export function foundInFiles({ dataDir }: StoragePlace, texts: Iterable<string>): string[] {
  const file = sqliteFile(dataDir)
  const bytes = [file, `${file}-wal`]
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name))
  return [...texts].filter((text) => bytes.some((content) => content.includes(text)))
}
