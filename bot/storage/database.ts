/** Database: SQLite in a file, or PostgreSQL; the rest of the bot cannot tell which. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import pg from 'pg'
import { withPrepared } from './prepared.ts'
import { scrubPostgres, scrubSqlite } from './scrub.ts'
import {
  codeOf,
  fromPostgres,
  fromSqlite,
  isStorageFailure,
  StorageError,
} from './storage-error.ts'
import type { Tables } from './tables.ts'

export type Engine = 'sqlite' | 'postgres'

export type Database = Readonly<{
  engine: Engine
  kysely: Kysely<Tables>
  /** What was removed is gone from the files too. PostgreSQL sees to that by itself, in time. */
  tidy: () => Promise<void>
  /** See `Storage.scrub`. */
  scrub: () => Promise<void>
  close: () => Promise<void>
}>

const IN_MEMORY = ':memory:'
/** At opening only: it blocks the whole process. */
const OPEN_MS = 2_000
const BUSY_MS = 2_000

/**
 * Makes the file, and its folder, for the eyes of this user only.
 *
 * @param file a path on a local disk, or ":memory:"
 * @param busyMs how long to wait for another process that is writing
 * @throws Error that names the file and says what to do.
 */
export function openSqlite(file: string, busyMs = BUSY_MS): Database {
  try {
    if (file !== IN_MEMORY) makeFile(file)
    return open(file, busyMs)
  } catch (error) {
    throw refusal(file, error)
  }
}

export function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // An existing file is not touched: closing it here would drop the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'ax', 0o600))
}

function open(file: string, busyMs: number): Database {
  const database = new Sqlite(file, { timeout: OPEN_MS })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL') // under WAL the default may lose the last commits on power loss
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON') // what is removed must not stay behind in free pages
    database.pragma('busy_timeout = 0') // it blocks the whole process; we wait without, see below
  } catch (error) {
    database.close()
    throw error
  }
  const kysely = new Kysely<Tables>({ dialect: new OurSqlite(database, busyMs) })
  return {
    engine: 'sqlite',
    kysely,
    tidy: () => tidy(kysely),
    scrub: () => scrubSqlite(kysely),
    close: () => kysely.destroy(),
  }
}

/** The journal keeps old pages until it is written over; the optimiser then knows today's tables. */
async function tidy(kysely: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(kysely)
  await sql`pragma optimize`.execute(kysely)
}

/** At the start of a bot, because it takes little: 77 MB took 0.14 s, the full check 0.7 s. */
export async function checkQuickly({ kysely }: Database, file: string): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(kysely)
  if (rows[0]?.quick_check !== 'ok') throw refusal(file, new StorageError('SQLITE_CORRUPT'))
}

/** @returns what is wrong and what to do, where we know; else the error as it is */
export function refusal(file: string, error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (/NOTADB|CORRUPT/.test(code))
    return new Error(
      `${file} is damaged, or no database of Vraagbaak (${code}). Put a backup in its place: npm run restore -- FILE.`,
      { cause: error },
    )
  if (/READONLY|CANTOPEN|PERM|EACCES|EROFS|ENOTDIR|EEXIST/.test(code))
    return new Error(
      `${file} cannot be opened (${code}): DATA_DIR must be a folder on a local disk where the user that runs this may write.`,
      { cause: error },
    )
  if (/FULL|IOERR|ENOSPC/.test(code))
    return new Error(`${file} cannot be opened (${code}): is the disk full?`, { cause: error })
  return error
}

const BUSY_STEP_MS = 25

/** Another process, such as an import, has the file for a moment: wait, without blocking this one. */
async function whenNotBusy<T>(run: () => Promise<T>, busyMs: number): Promise<T> {
  for (let waited = 0; ; waited += BUSY_STEP_MS) {
    try {
      return await run()
    } catch (caught) {
      const error = fromSqlite(caught)
      const isBusy = isStorageFailure(error) && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
      if (!isBusy || waited >= busyMs) throw error
      await pause(BUSY_STEP_MS)
    }
  }
}

class OurSqliteDriver extends SqliteDriver {
  readonly #database: Sqlite.Database
  readonly #busyMs: number
  #hasBegun = false

  constructor(database: Sqlite.Database, busyMs: number) {
    super({ database: withPrepared(database) })
    this.#database = database
    this.#busyMs = busyMs
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: (query) => {
        this.#refuseAfterRollback()
        return whenNotBusy(() => connection.executeQuery(query), this.#busyMs)
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }

  /** A full disk ends a transaction by itself: what came after it would be kept without the rest. */
  #refuseAfterRollback(): void {
    if (this.#hasBegun && !this.#database.inTransaction) throw new StorageError('ROLLED_BACK')
  }

  /** A transaction that starts by reading could find, at its first change, that it may not write. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    this.#hasBegun = true
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection)
    this.#hasBegun = false
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#hasBegun = false
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite changes tables within a transaction as well as any; Kysely does not rely on it by itself. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class OurSqlite extends SqliteDialect {
  readonly #database: Sqlite.Database
  readonly #busyMs: number

  constructor(database: Sqlite.Database, busyMs: number) {
    super({ database })
    this.#database = database
    this.#busyMs = busyMs
  }

  override createDriver(): SqliteDriver {
    return new OurSqliteDriver(this.#database, this.#busyMs)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

/** More than the turns that one process has in hand at once. */
const CONNECTIONS = 10
/** Who cannot get a connection by then is told that nothing was stored. */
const CONNECT_MS = 2_000
/** The server gives up first, and is then ready for the next; we only when it does not answer. */
const STATEMENT_MS = 10_000
const NO_ANSWER_MS = 12_000
/** A process that was stopped in the middle must not hold its locks for ever. */
const IDLE_MS = 30_000

export function openPostgres(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: NO_ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_MS,
    types: { getTypeParser },
  })
  // A connection that breaks fails what is asked of it; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: translating(pool) }) })
  return {
    engine: 'postgres',
    kysely,
    tidy: async () => undefined,
    scrub: () => scrubPostgres(kysely),
    close: () => kysely.destroy(),
  }
}

/** count(*) and bigint would arrive as text. */
const getTypeParser: typeof pg.types.getTypeParser = (id, format) =>
  id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)

function translating(pool: pg.Pool): PostgresPool {
  return {
    options: {},
    connect: async () => clientOf(await translated(pool.connect())),
    end: () => pool.end(),
  }
}

/** A connection that broke, or may still be at work, is not given to the next. */
function clientOf(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await translated(client.query(text, [...values]))
    } catch (error) {
      isBroken ||= isStorageFailure(error)
      throw error
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'], // its other form, for cursors, we never use
    release: (destroy) => client.release(destroy || isBroken),
  }
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw fromPostgres(error)
  }
}
