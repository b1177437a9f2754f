/** Stored: a database of its own that a test sees to the last byte and the last row. */
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { derivedKeys, keysInFolder, type RoundKeys } from '../../bot/round-keys.ts'
import type { Secret } from '../../bot/secret.ts'
import { type Database, openPostgres, openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { engines } from '../storage/engines.ts'
import { makeDatabase } from '../storage/postgres.ts'

/** By name of a file or table: all that is in it, in the order in which it lies there. */
export type Contents = ReadonlyMap<string, string>

export type Stored = Readonly<{
  storage: Storage
  /** Where files of the bot would lie. */
  dataDir: string
  /** Every row of every table, as JSON. */
  rows: () => Promise<Contents>
  /** Rows, and with SQLite the whole file as a reader has it at this moment. */
  image: () => Promise<Contents>
  /** Rows, and with SQLite every file of the database as it lies on the disk. */
  bytes: () => Promise<Contents>
  /** Keys of rounds as the bot keeps them with this engine. */
  keys: (secret: Secret) => RoundKeys
  /** As a disk, or a row, that went bad. */
  loseKey: (round: string) => Promise<unknown>
  /** Another process's way in. */
  connect: () => Storage
  /** Any statement, past the stores. */
  run: (statement: string) => Promise<unknown>
  close: () => Promise<void>
}>

export type StoredEngine = Readonly<{ name: string; openStored: () => Promise<Stored> }>

const FILE = 'vraagbaak.db'
const JOURNAL = `${FILE}-wal`

/** Migrated once: every database is a copy of it, and differs by what a test does only. */
let template: Promise<Buffer> | undefined

async function openFile(): Promise<Stored> {
  template ??= makeTemplate()
  const dataDir = aDataDir()
  const file = join(dataDir, FILE)
  writeFileSync(file, await template, { mode: 0o600 })
  const database = openSqlite(file)
  const rows = () => rowsOf(database, '')
  return {
    ...parts(database, dataDir),
    keys: () => keysInFolder(join(dataDir, 'rounds')),
    loseKey: async (round) => truncateSync(join(dataDir, 'rounds', `${round}.key`), 8),
    connect: () => createStorage(openSqlite(file)),
    rows,
    image: async () => new Map([...(await rows()), [FILE, imageOf(file)]]),
    bytes: async () =>
      new Map([
        ...(await rows()),
        [FILE, bytesOf(file).toString('hex')],
        [JOURNAL, bytesOf(join(dataDir, JOURNAL)).toString('hex')],
      ]),
    close: async () => {
      await database.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function makeTemplate(): Promise<Buffer> {
  const dataDir = aDataDir()
  const file = join(dataDir, FILE)
  const database = openSqlite(file)
  await migrate(database)
  await database.close()
  const bytes = readFileSync(file)
  rmSync(dataDir, { recursive: true })
  return bytes
}

const aDataDir = () => mkdtempSync(join(tmpdir(), 'vraagbaak-stored-'))

async function openServer(): Promise<Stored> {
  const { url, drop } = await makeDatabase('tables')
  const database = openPostgres(url)
  const dataDir = aDataDir()
  const rows = () => rowsOf(database, 'order by ctid')
  return {
    ...parts(database, dataDir),
    keys: derivedKeys,
    loseKey: (round) => sql`delete from poll_salt where round = ${round}`.execute(database.kysely),
    connect: () => createStorage(openPostgres(url)),
    rows,
    image: rows,
    bytes: rows,
    close: async () => {
      await database.close()
      await drop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

function parts(database: Database, dataDir: string) {
  const run = (statement: string) => sql.raw(statement).execute(database.kysely)
  return { storage: createStorage(database), dataDir, run }
}

async function rowsOf({ kysely }: Database, order: string): Promise<Contents> {
  const contents = new Map<string, string>()
  for (const { name } of await kysely.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)} ${sql.raw(order)}`.execute(kysely)
    const lines = rows.map((row) => JSON.stringify(row))
    contents.set(name, (isBusy(name, order) ? lines.toSorted() : lines).join('\n'))
  }
  return contents
}

/**
 * Several connections settle deliveries at once: where PostgreSQL puts such a row again depends on
 * which of their transactions were open, and so differs from run to run with the same answers.
 */
const isBusy = (table: string, order: string): boolean => table === 'delivery' && order !== ''

const bytesOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))

function imageOf(file: string): string {
  const reader = new Sqlite(file, { readonly: true })
  try {
    return reader.serialize().toString('hex')
  } finally {
    reader.close()
  }
}

/** Names of what is not the same in both. */
export function differences(one: Contents, other: Contents): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}

/** With SQLite in a file, as it is used. */
export const storedEngines: readonly StoredEngine[] = engines.map(({ name }) => ({
  name,
  openStored: name === 'SQLite' ? openFile : openServer,
}))
