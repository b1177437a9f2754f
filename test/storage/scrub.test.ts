/** Scrub: what was removed is gone from the files, and they tell of no order. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Stores } from '../../bot/storage/storage.ts'
import { OF_OPEN_ROUNDS } from '../../bot/storage/tables.ts'
import { aRound, chosen, OPENS, OPTIONS, QUESTIONS, ROUND_ID, UNITS } from './a-poll.ts'
import { engines } from './engines.ts'
import { openInspected } from './open-inspected.ts'

const HERE = 'waterveen'
const NOW = OPENS + 1
const START = {
  eligible: [
    { person: 'noor', unit: 'Ruimte' },
    { person: 'kim', unit: '' },
  ],
  units: UNITS,
  questions: QUESTIONS,
}

async function openRound({ polls, participation }: Stores): Promise<void> {
  await polls.addRound(HERE, aRound())
  await participation.open(HERE, ROUND_ID, START)
}

const taking = (tag: string, option = 'altijd', unit = 'Ruimte') => ({
  tag,
  unit,
  chosen: chosen(option),
})
describe.each(engines)('what is left on $name', (engine) => {
  it('of a round that is wiped is nothing, and of another round everything', async () => {
    const storage = await openInspected(engine)
    const { participation } = storage.stores
    await openRound(storage.stores)
    await participation.open(HERE, 'another', START)
    for (const round of [ROUND_ID, 'another']) {
      await participation.leaveAlone(HERE, round, 'kim', '2026-11-24')
      await participation.keepSalt(HERE, round, 'salt')
    }
    await participation.take(HERE, ROUND_ID, taking('noor'), NOW)

    await participation.wipe(HERE, ROUND_ID)
    await storage.scrub()

    const rows = await storage.rows()
    const ofRound = OF_OPEN_ROUNDS.flatMap((table) => rows[table] ?? [])
    expect(ofRound.filter((row) => row.includes(ROUND_ID))).toEqual([])
    const tables = Object.entries(rows).filter(([, [row]]) => row?.includes('another'))
    expect(tables.map(([table]) => table).sort()).toEqual([
      'poll_counter',
      'poll_person',
      'poll_salt',
      'poll_wish',
    ])
    await storage.close()
  })

  it('can be scrubbed while others work, and never within a transaction', async () => {
    const storage = await engine.open()
    await openRound(storage.stores)

    await Promise.all([
      ...[1, 2, 3].map((number) =>
        storage.stores.participation.take(HERE, ROUND_ID, taking(`tag-${number}`), NOW),
      ),
      storage.scrub(),
    ])

    expect((await storage.stores.participation.takers(HERE, ROUND_ID)).size).toBe(3)
    await expect(storage.transaction(() => storage.scrub())).rejects.toThrow('beside the trans')
    await storage.close()
  })
})

describe.each(engines.filter(({ name }) => name === 'PostgreSQL'))('on $name', (engine) => {
  it('pages that held what was removed are given back, unless somebody has them in use', async () => {
    const database = await engine.openDatabase()
    await migrate(database)
    const storage = createStorage(database)
    await openRound(storage.stores)
    await storage.stores.participation.wipe(HERE, ROUND_ID)
    const sizes = async () => {
      const { rows } = await sql<{ size: number }>`
        select pg_relation_size('poll_counter') as size`.execute(database.kysely)
      return rows[0]?.size
    }

    await database.kysely.transaction().execute(async (trx) => {
      await trx.selectFrom('poll_counter').selectAll().execute()
      await storage.scrub()
    })
    expect(await sizes()).toBeGreaterThan(0)

    await storage.scrub()
    expect(await sizes()).toBe(0)
    await storage.close()
  })
})

describe('the file of SQLite', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vraagbaak-order-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** @returns all that is on the disk, while the round is open */
  async function bytesAfter(tags: readonly string[]): Promise<Buffer> {
    const file = join(folder, `${tags[0]}.db`)
    const database = openSqlite(file)
    await migrate(database)
    const storage = createStorage(database)
    await openRound(storage.stores)
    for (const tag of tags)
      await storage.stores.participation.take(HERE, ROUND_ID, taking(tag, optionOf(tag)), NOW)
    await storage.scrub()
    const journal = readFileSync(`${file}-wal`)
    const bytes = Buffer.concat([readFileSync(file), journal])
    await storage.close()
    return bytes
  }
  const optionOf = (tag: string) => OPTIONS[tag.charCodeAt(0) % OPTIONS.length] ?? ''
  /** The moment of a migration is in it, which is of no person. */
  const withoutMoments = (bytes: Buffer) =>
    bytes.toString('latin1').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')

  it('is the same in whatever order people answered', async () => {
    const tags = Array.from(
      { length: 60 },
      (_, number) => `${String.fromCharCode(40 + number)}-tag`,
    )

    const inOrder = await bytesAfter(tags)
    const backwards = await bytesAfter(tags.toReversed())

    expect(withoutMoments(backwards) === withoutMoments(inOrder)).toBe(true)
  })

  it('holds nothing of who took part once the round is wiped', async () => {
    const file = join(folder, 'canary.db')
    const database = openSqlite(file)
    await migrate(database)
    const storage = createStorage(database)
    await openRound(storage.stores)
    await storage.stores.participation.take(HERE, ROUND_ID, taking('canary-tag'), NOW)
    const everything = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join()
    expect(everything()).toContain('canary-tag')

    await storage.stores.participation.wipe(HERE, ROUND_ID)
    await storage.scrub()

    expect(everything()).not.toMatch(/canary-tag|noor/)
    await storage.close()
  })

  it('is not called scrubbed while somebody still reads the old one', async () => {
    const file = join(folder, 'read.db')
    const database = openSqlite(file, 50)
    await migrate(database)
    const storage = createStorage(database)
    await openRound(storage.stores)
    const reader = new Sqlite(file)
    reader.exec('begin; select * from poll_round')

    await expect(storage.scrub()).rejects.toThrow('SQLITE_BUSY')

    reader.close()
    await storage.scrub()
    await storage.close()
  })
})
