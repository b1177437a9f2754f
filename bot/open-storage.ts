/** Open storage: the database of the settings, locked, at this version, ready for use. */
import { join } from 'node:path'
import {
  checkQuickly,
  type Database,
  openPostgres,
  openSqlite,
  refusal,
} from './storage/database.ts'
import { lock, tryLock } from './storage/lock.ts'
import { isCurrent, migrate } from './storage/migrate.ts'
import { createStorage, type Storage } from './storage/storage.ts'
import { isStorageFailure } from './storage/storage-error.ts'

export type StoragePlace = Readonly<{
  /** Folder of the SQLite file and of the secret. */
  dataDir: string
  /** PostgreSQL in the place of the file. */
  databaseUrl?: string
}>

export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'vraagbaak.db')
}

/**
 * @param as 'bot' keeps every other bot from the file; a 'guest' is a command that works beside it
 * @throws Error that says what is wrong and what to do.
 */
export function openStorage(place: StoragePlace, as: 'bot' | 'guest'): Promise<Storage> {
  if (place.databaseUrl !== undefined) return openServer(place.databaseUrl)
  const file = sqliteFile(place.dataDir)
  return as === 'bot' ? openAsBot(file) : openAsGuest(file)
}

async function openServer(url: string): Promise<Storage> {
  const database = openPostgres(url)
  try {
    await migrate(database)
    return createStorage(database)
  } catch (error) {
    await database.close()
    throw isStorageFailure(error) ? noServer(error.code) : error
  }
}

function noServer(code: string): Error {
  return new Error(
    `DATABASE_URL leads to no database that can be used (${code}): check host, port, name, user and password, and that the server runs.`,
  )
}

async function openAsBot(file: string): Promise<Storage> {
  const held = lock(file)
  try {
    const storage = await ready(file, async (database) => {
      await checkQuickly(database, file)
      await migrate(database)
    })
    return { ...storage, close: () => storage.close().finally(held.release) }
  } catch (error) {
    held.release()
    throw error
  }
}

function openAsGuest(file: string): Promise<Storage> {
  return ready(file, async (database) => {
    if (!(await isCurrent(database))) await migrateAlone(database, file)
  })
}

/** Not beneath a bot of another version. */
async function migrateAlone(database: Database, file: string): Promise<void> {
  const held = tryLock(file)
  if (held === undefined)
    throw new Error(`${file} is of another version than this command: stop the bot first.`)
  try {
    await migrate(database)
  } finally {
    held.release()
  }
}

async function ready(
  file: string,
  prepare: (database: Database) => Promise<void>,
): Promise<Storage> {
  const database = openSqlite(file)
  try {
    await prepare(database)
    return createStorage(database)
  } catch (error) {
    await database.close()
    throw refusal(file, error)
  }
}
