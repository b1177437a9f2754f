/** Migrate: whole or not at all, whoever starts at the same time and however it is stopped. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openStorage, sqliteFile } from '../../bot/open-storage.ts'
import { type Database, openPostgres, openSqlite } from '../../bot/storage/database.ts'
import { MIGRATIONS, migrate } from '../../bot/storage/migrate.ts'
import { engines, type Place } from './engines.ts'

const DYING = fileURLToPath(new URL('./programs/dying-migration.ts', import.meta.url))

const second = {
  ...MIGRATIONS,
  '999-more': { up: async (db: Database['kysely']) => void (await addTable(db)) },
}
const addTable = (db: Database['kysely']) => sql`create table more (id text)`.execute(db)

describe.each(engines)('a database on $name', ({ makePlace }) => {
  let place: Place
  beforeEach(async () => {
    place = await makePlace()
  })
  afterEach(() => place.remove())

  it('is made from nothing, and left alone at the next start', async () => {
    const first = await openStorage(place, 'bot')
    await first.stores.numbers.next('waterveen', 'V-2026')
    await first.close()

    const next = await openStorage(place, 'bot')

    expect(await next.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0002')
    await next.close()
  })

  it('is brought up to date by a newer version, which an older one then refuses', async () => {
    const database = reach(place)
    await migrate(database)
    await migrate(database, second)

    expect(await tables(database)).toContain('more')
    await expect(migrate(database)).rejects.toThrow(
      /made by a newer Vraagbaak \(999-more\).*npm run restore/,
    )
    await expect(openStorage(place, 'bot')).rejects.toThrow('newer Vraagbaak')
    await expect(openStorage(place, 'guest')).rejects.toThrow('newer Vraagbaak')
    await database.close()
  })

  it('stays as it was when a migration fails, and says so', async () => {
    const database = reach(place)
    await migrate(database)
    const before = await tables(database)
    const failing = {
      ...MIGRATIONS,
      '999-half': {
        up: async (db: Database['kysely']) => {
          await addTable(db)
          throw new Error('no such thing')
        },
      },
    }

    await expect(migrate(database, failing)).rejects.toThrow('left as it was: no such thing')

    expect(await tables(database)).toEqual(before)
    await migrate(database)
    await database.close()
  })

  it('stays as it was when the process is killed in a migration, and starts again', async () => {
    const first = await openStorage(place, 'bot')
    await first.stores.numbers.next('waterveen', 'V-2026')
    await first.close()

    const dying = fork(DYING, [place.dataDir, ...(place.databaseUrl ? [place.databaseUrl] : [])])
    const [, signal] = await once(dying, 'exit')

    expect(signal).toBe('SIGKILL')
    const next = await openStorage(place, 'bot')
    expect(await next.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0002')
    await next.close()
    const database = reach(place)
    expect(await tables(database)).not.toContain('half_made')
    await database.close()
  })
})

describe.each(engines.filter(({ name }) => name === 'PostgreSQL'))('on $name', ({ makePlace }) => {
  it('processes that start together all start', async () => {
    const place = await makePlace()

    const started = await Promise.all(Array.from({ length: 4 }, () => openStorage(place, 'bot')))

    const numbers = await Promise.all(
      started.map(({ stores }) => stores.numbers.next('waterveen', 'V-2026')),
    )
    expect(new Set(numbers).size).toBe(4)
    await Promise.all(started.map((storage) => storage.close()))
    await place.remove()
  })

  it('the tables of others on the same server do not count as ours', async () => {
    const place = await makePlace()
    const theirs = openPostgres(place.databaseUrl ?? '')
    await sql`create schema theirs`.execute(theirs.kysely)
    await sql`create table theirs.kysely_migration (name text)`.execute(theirs.kysely)
    await sql`insert into theirs.kysely_migration values ('001-of-theirs')`.execute(theirs.kysely)

    const storage = await openStorage(place, 'bot')

    expect(await storage.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
    await Promise.all([theirs.close(), storage.close()])
    await place.remove()
  })

  it('an address that leads nowhere is told without its password', async () => {
    const databaseUrl = 'postgres://bot:a-password@127.0.0.1:1/vraagbaak'

    const failure = await openStorage({ dataDir: 'unused', databaseUrl }, 'bot').catch(String)

    expect(failure).toMatch(/DATABASE_URL leads to no database.*ECONNREFUSED/)
    expect(failure).not.toContain('a-password')
  })
})

function reach({ dataDir, databaseUrl }: Place): Database {
  return databaseUrl === undefined ? openSqlite(sqliteFile(dataDir)) : openPostgres(databaseUrl)
}

async function tables({ kysely }: Database): Promise<readonly string[]> {
  return (await kysely.introspection.getTables()).map(({ name }) => name).toSorted()
}
