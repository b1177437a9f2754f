/** Transactions: whole or not at all, one after the other, and never waiting for themselves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { isStorageFailure, StorageError } from '../../bot/storage/storage-error.ts'
import { engines } from './engines.ts'

const route = { platform: 'teams', conversation: 'desk' } as const

describe.each(engines)('a transaction on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  it('keeps everything, and gives back what its work gives', async () => {
    const given = await storage.transaction(async ({ routes, seen }) => {
      await routes.set('waterveen', 'incidents', route)
      return seen.firstTime('a', 1000, 0)
    })

    expect(given).toBe(true)
    expect(await storage.stores.routes.find('waterveen', 'incidents')).toEqual(route)
  })

  it('keeps nothing when its work fails, and gives the failure on', async () => {
    const failure = new Error('half-way')

    const failing = storage.transaction(async ({ routes, seen }) => {
      await routes.set('waterveen', 'incidents', route)
      await seen.firstTime('a', 1000, 0)
      throw failure
    })

    await expect(failing).rejects.toBe(failure)
    expect(await storage.stores.routes.find('waterveen', 'incidents')).toBeUndefined()
    expect(await storage.stores.seen.firstTime('a', 1000, 0)).toBe(true)
  })

  it('sees its own changes', async () => {
    const found = await storage.transaction(async ({ routes }) => {
      await routes.set('waterveen', 'incidents', route)
      return routes.find('waterveen', 'incidents')
    })

    expect(found).toEqual(route)
  })

  it('refuses another transaction within, instead of waiting for ever', async () => {
    const nested = storage.transaction(() => storage.transaction(async () => 'never'))

    await expect(nested).rejects.toThrow('use the stores that it gives')
  })

  it('refuses the stores outside it, instead of waiting for ever', async () => {
    const beside = storage.transaction(() => storage.stores.routes.find('waterveen', 'incidents'))

    await expect(beside).rejects.toThrow('use the stores that it gives')
  })

  it('refuses its stores once it has ended', async () => {
    const { routes } = await storage.transaction(async (stores) => stores)

    await expect(routes.set('waterveen', 'incidents', route)).rejects.toThrow('await every call')
  })

  it('lets what it started go on afterwards with the stores outside', async () => {
    let goOn: () => void = () => undefined
    let started: Promise<unknown> | undefined
    await storage.transaction(async () => {
      const later = new Promise<void>((resolve) => {
        goOn = resolve
      })
      started = later.then(() => storage.stores.routes.set('waterveen', 'incidents', route))
    })

    goOn()
    await started

    expect(await storage.stores.routes.find('waterveen', 'incidents')).toEqual(route)
  })

  it('is followed by others after one that failed', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        storage.transaction(async ({ feedback }) => {
          await feedback.add('waterveen', { section: 's', version: '1', verdict: 'helpful' })
          if (index % 2 === 0) throw new Error('no')
        }),
      ),
    )

    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5)
    expect(await storage.stores.feedback.list('waterveen')).toMatchObject([{ n: 5 }])
  })

  it('tells that the store is closed', async () => {
    const closed = await open()
    await closed.close()

    const failures = await Promise.all([
      closed.transaction(async () => 'never').catch(isStorageFailure),
      closed.stores.routes.find('waterveen', 'incidents').catch(isStorageFailure),
    ])

    expect(failures).toEqual([true, true])
  })
})

describe('while another process writes to the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  const file = join(folder, 'vraagbaak.db')
  const other = new Sqlite(file, { timeout: 0 })
  let storage: Storage
  beforeAll(async () => {
    const database = openSqlite(file, 300)
    await migrate(database)
    storage = createStorage(database)
  })
  beforeEach(() => other.exec('begin immediate'))
  afterEach(() => {
    if (other.inTransaction) other.exec('commit')
  })
  afterAll(async () => {
    await storage.close()
    other.close()
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['a transaction', () => storage.transaction(({ seen }) => seen.firstTime('a', 1, 0))],
    ['a single change', () => storage.stores.seen.firstTime('b', 1, 0)],
  ])('%s waits and then succeeds', async (_, change) => {
    setTimeout(() => other.exec('commit'), 60)

    await expect(change()).resolves.toBe(true)
  })

  it('gives up in the end, with a failure that is the store’s', async () => {
    const failing = storage.transaction(({ seen }) => seen.firstTime('c', 1, 0))

    const error = await failing.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(StorageError)
    expect(error).toMatchObject({ code: 'SQLITE_BUSY' })
  })

  it('one that begins by reading may write, and nobody comes between', async () => {
    other.exec('commit')

    await storage.transaction(async ({ routes, seen }) => {
      await routes.find('waterveen', 'incidents')
      expect(() => other.exec('begin immediate')).toThrow('locked')
      expect(await seen.firstTime('d', 1, 0)).toBe(true)
    })
  })

  it('reading does not wait', async () => {
    expect(await storage.stores.routes.find('waterveen', 'incidents')).toBeUndefined()
  })

  it('does its work once, however often it had to wait', async () => {
    let n = 0
    setTimeout(() => other.exec('commit'), 60)

    await storage.transaction(async () => {
      n += 1
    })

    expect(n).toBe(1)
  })
})

it('a mistake of ours is no failure of the store', async () => {
  const storage = await engines[0]?.open()
  const twice = storage?.transaction(async ({ proposals }) => {
    const proposal = { id: 'p', question: 'q', answer: 'a', author: 'x', createdAt: 0 }
    await proposals.add('waterveen', proposal)
    await proposals.add('waterveen', proposal)
  })

  const error = await twice?.catch((caught: unknown) => caught)

  expect(isStorageFailure(error)).toBe(false)
  expect(String(error)).toMatch(/UNIQUE constraint/)
  await storage?.close()
})
