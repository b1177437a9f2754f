/** Database: a file for our eyes only, and clear words when it cannot be used. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openStorage, sqliteFile } from '../../bot/open-storage.ts'
import { type Database, openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { isStorageFailure } from '../../bot/storage/storage-error.ts'

const OPEN_BOT = fileURLToPath(new URL('./programs/open-bot.ts', import.meta.url))

let folder: string
let dataDir: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  dataDir = join(folder, 'data')
  file = sqliteFile(dataDir)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('makes a folder and files that only this user can read', async () => {
  const storage = await openStorage({ dataDir }, 'bot')
  await storage.stores.numbers.next('waterveen', 'V')

  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  const modes = readdirSync(dataDir).map((name) => [
    name,
    statSync(join(dataDir, name)).mode & 0o777,
  ])
  expect(modes.length).toBeGreaterThan(2)
  expect(modes.filter(([, mode]) => mode !== 0o600)).toEqual([])
  await storage.close()
})

it('keeps every commit before it answers, also when the power fails', async () => {
  const database = openSqlite(file)

  const settings = await Promise.all(
    ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((name) =>
      sql`pragma ${sql.raw(name)}`.execute(database.kysely),
    ),
  )

  expect(settings.flatMap(({ rows }) => rows)).toEqual([
    { journal_mode: 'wal' },
    { synchronous: 2 },
    { foreign_keys: 1 },
    { secure_delete: 1 },
  ])
  await database.close()
})

describe('a file that cannot be used is refused, and left as it was', () => {
  it('when it is no database', async () => {
    mkdirSync(dataDir)
    writeFileSync(file, 'something else, and long enough to be looked at as a header of a database')
    const before = readFileSync(file)

    await expect(openStorage({ dataDir }, 'bot')).rejects.toThrow(
      /vraagbaak[.]db is damaged, or no database.*npm run restore -- FILE/,
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each([
    ['at its first page', 0],
    ['at a page of its tables', 4096],
  ])('when it is damaged %s', async (_, at) => {
    const storage = await openStorage({ dataDir }, 'bot')
    await storage.close()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, at, at + 4096)
    writeFileSync(file, bytes)

    await expect(openStorage({ dataDir }, 'bot')).rejects.toThrow(/is damaged.*npm run restore/)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('when its folder is no folder', async () => {
    writeFileSync(dataDir, '')

    await expect(openStorage({ dataDir }, 'bot')).rejects.toThrow(/cannot be opened.*DATA_DIR/)
  })

  it('when this user may not write it', async () => {
    const storage = await openStorage({ dataDir }, 'bot')
    await storage.close()
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o444)
    chmodSync(dataDir, 0o555)

    expect(openedBySomebody(dataDir)).toMatch(/cannot be opened.*DATA_DIR must be a folder/)
    chmodSync(dataDir, 0o700)
  })

  it('and the next start succeeds once it can be used', async () => {
    mkdirSync(dataDir)
    writeFileSync(file, 'something else, and long enough to be looked at as a header of a database')
    await openStorage({ dataDir }, 'bot').catch(() => undefined)
    rmSync(file)

    const storage = await openStorage({ dataDir }, 'bot')

    expect(await storage.stores.numbers.next('waterveen', 'V')).toBe('V-0001')
    await storage.close()
  })
})

/** Root may write everything, so somebody else tries. */
function openedBySomebody(place: string): string {
  const isRoot = process.getuid?.() === 0
  const somebody = { uid: 65_534, gid: 65_534 }
  if (isRoot) chownSync(folder, somebody.uid, somebody.gid)
  return execFileSync(process.execPath, [OPEN_BOT, place], {
    encoding: 'utf8',
    ...(isRoot ? somebody : {}),
  })
}

describe('while the bot runs', () => {
  let database: Database
  let storage: Storage
  beforeEach(async () => {
    database = openSqlite(file)
    await migrate(database)
    storage = createStorage(database)
  })
  afterEach(() => storage.close())

  const change = (id: string) =>
    storage.transaction(async ({ numbers, proposals }) => {
      await numbers.next('waterveen', 'V')
      const text = 'x'.repeat(4000)
      await proposals.add('waterveen', { id, question: text, answer: '', author: '', createdAt: 0 })
    })
  const kept = async () => ({
    proposals: (await storage.stores.proposals.list('waterveen')).length,
    next: await storage.stores.numbers.next('waterveen', 'V').catch(() => 'no room'),
  })

  it('a full disk fails each change whole, and room makes all well', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.kysely)
    const pages = (rows[0]?.page_count ?? 0) + 40
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(database.kysely)

    const changes: boolean[] = []
    for (let n = 0; n < 100; n += 1)
      changes.push(
        await change(`p${n}`).then(
          () => true,
          (error: unknown) => {
            if (isStorageFailure(error) && error.code === 'SQLITE_FULL') return false
            throw error
          },
        ),
      )

    const succeeded = changes.filter((isKept) => isKept).length
    expect(succeeded).toBeGreaterThan(5)
    expect(changes.at(-1)).toBe(false)
    expect((await kept()).proposals).toBe(succeeded)

    await sql`pragma max_page_count = 1000000`.execute(database.kysely)
    await change('after')
    // each kept change took one number, and so did each look
    const { proposals, next } = await kept()
    expect(proposals).toBe(succeeded + 1)
    expect(Number(next.replace('V-', ''))).toBeGreaterThanOrEqual(succeeded + 2)
    expect(Number(next.replace('V-', ''))).toBeLessThanOrEqual(succeeded + 3)
    expect(await integrity(database)).toBe('ok')
  })

  it('a change that goes on after the disk was full keeps nothing either', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.kysely)
    const pages = (rows[0]?.page_count ?? 0) + 4
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(database.kysely)
    const large = { question: 'x'.repeat(100_000), answer: '', author: '', createdAt: 0 }

    const stubborn = storage.transaction(async ({ numbers, proposals }) => {
      await numbers.next('waterveen', 'V')
      await proposals.add('waterveen', { id: 'large', ...large }).catch(() => undefined)
      await numbers.next('waterveen', 'W')
    })

    expect(await stubborn.catch(isStorageFailure)).toBe(true)
    expect(await storage.stores.numbers.next('waterveen', 'V')).toBe('V-0001')
    expect(await storage.stores.numbers.next('waterveen', 'W')).toBe('W-0001')
  })

  it('a file that became read-only fails each change, and reading goes on', async () => {
    await change('p1')
    await sql`pragma query_only = on`.execute(database.kysely)

    const error = await change('p2').catch((caught: unknown) => caught)

    expect(isStorageFailure(error)).toBe(true)
    expect(error).toMatchObject({ code: 'SQLITE_READONLY' })
    expect((await kept()).proposals).toBe(1)
    await sql`pragma query_only = off`.execute(database.kysely)
    await change('p2')
    expect((await kept()).proposals).toBe(2)
  })
})

async function integrity({ kysely }: Database): Promise<unknown> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(kysely)
  return rows[0]?.integrity_check
}
