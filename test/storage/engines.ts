/** Engines: the databases that every store is proved on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openPostgres, openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { makeDatabase } from './postgres.ts'

export type TestEngine = Readonly<{
  name: string
  /** An empty, migrated database of its own; gone once it is closed. */
  open: () => Promise<Storage>
  /** The same without tables. */
  openDatabase: () => Promise<Database>
  /** Where to find an empty database, for several processes or for one that starts again. */
  makePlace: () => Promise<Place>
}>

export type Place = Readonly<{
  dataDir: string
  databaseUrl?: string
  remove: () => Promise<void>
}>

const sqlite: TestEngine = {
  name: 'SQLite',
  open: async () => {
    const database = openSqlite(':memory:')
    await migrate(database)
    return createStorage(database)
  },
  openDatabase: async () => openSqlite(':memory:'),
  makePlace: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-data-'))
    return { dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) }
  },
}

const postgres: TestEngine = {
  name: 'PostgreSQL',
  open: async () => {
    const { url, drop } = await makeDatabase('tables')
    const storage = createStorage(openPostgres(url))
    return { ...storage, close: () => storage.close().then(drop) }
  },
  openDatabase: async () => {
    const { url, drop } = await makeDatabase('nothing')
    const database = openPostgres(url)
    return { ...database, close: () => database.close().then(drop) }
  },
  makePlace: async () => {
    const [{ remove, dataDir }, { url, drop }] = await Promise.all([
      sqlite.makePlace(),
      makeDatabase('nothing'),
    ])
    return { dataDir, databaseUrl: url, remove: () => remove().then(drop) }
  },
}

/** Without PostgreSQL the run says so when it starts; in CI it fails. */
export const engines: readonly TestEngine[] =
  process.env['TEST_POSTGRES'] === 'no' ? [sqlite] : [sqlite, postgres]
