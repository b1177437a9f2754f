/** PostgreSQL in trouble: told as a failure of the store, without a value, and over when it is over. */
import { sql } from 'kysely'
import { type Database, openPostgres } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { isStorageFailure } from '../../bot/storage/storage-error.ts'
import { engines, type Place } from './engines.ts'

const onPostgres = engines.filter(({ name }) => name === 'PostgreSQL')

describe.each(onPostgres)('$name in trouble', ({ makePlace }) => {
  let place: Place
  let database: Database
  let storage: Storage
  beforeEach(async () => {
    place = await makePlace()
    database = openPostgres(place.databaseUrl ?? '')
    await migrate(database)
    storage = createStorage(database)
  })
  afterEach(async () => {
    await storage.close()
    await place.remove()
  })

  it('is a failure of the store when the connection is cut, and the next call succeeds', async () => {
    const other = openPostgres(place.databaseUrl ?? '')
    const cut = storage.transaction(async ({ numbers }) => {
      await numbers.next('waterveen', 'V')
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(other.kysely)
      await numbers.next('waterveen', 'V')
    })

    const error = await cut.catch((caught: unknown) => caught)

    expect(isStorageFailure(error)).toBe(true)
    expect(await storage.stores.numbers.next('waterveen', 'V')).toBe('V-0001')
    await other.close()
  })

  it('is a failure of the store when nothing listens', async () => {
    const nowhere = createStorage(openPostgres('postgres://bot@127.0.0.1:1/vraagbaak'))

    const error = await nowhere.stores.numbers.next('waterveen', 'V').catch((e: unknown) => e)

    expect(error).toMatchObject({ name: 'StorageError', code: 'ECONNREFUSED' })
    await nowhere.close()
  })

  it('is a failure of the store when it became read-only', async () => {
    await sql`set default_transaction_read_only = on`.execute(database.kysely)

    const error = await storage.stores.numbers.next('waterveen', 'V').catch((e: unknown) => e)

    expect(error).toMatchObject({ name: 'StorageError', code: '25006' })
  })

  it('is no failure of the store when a statement is wrong, and tells no value', async () => {
    const proposal = { id: 'p', question: 'geheim', answer: 'a', author: 'x', createdAt: 0 }
    await storage.stores.proposals.add('waterveen', proposal)

    const twice = await storage.stores.proposals
      .add('waterveen', { ...proposal, id: 'p' })
      .catch((caught: unknown) => caught)
    const noNumber = await sql`insert into seen (key, expires_at) values ('a', ${'geheim'})`
      .execute(database.kysely)
      .catch((caught: unknown) => caught)

    expect([isStorageFailure(twice), isStorageFailure(noNumber)]).toEqual([false, false])
    expect(String(twice)).toBe('Error: PostgreSQL refused a statement: 23505 proposal_key proposal')
    expect(JSON.stringify([twice, noNumber, String(noNumber)])).not.toContain('geheim')
  })
})
