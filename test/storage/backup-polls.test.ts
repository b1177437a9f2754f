/** Backup and restore of polls: who took part is in no copy, and no round is held or shown twice. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStorage, sqliteFile } from '../../bot/open-storage.ts'
import { finishRestore, restoreBackup } from '../../bot/restore-backup.ts'
import { backUp } from '../../bot/storage/backup.ts'
import { openSqlite } from '../../bot/storage/database.ts'
import { MIGRATIONS, migrate } from '../../bot/storage/migrate.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { runCommandIn } from '../cli/run-command.ts'
import { aPlan, aRound, aSeries, chosen, OPENS, QUESTIONS, ROUND_ID, UNITS } from './a-poll.ts'
import { engines, type Place } from './engines.ts'
import { findPostgres } from './postgres-server.ts'

const HERE = 'waterveen'
const NOW = OPENS + 1
const OTHER_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0009'
const CANARIES = /canary-[a-z]+/g

/** An open round in which somebody took part, somebody was reminded, and somebody wants no polls. */
async function fill({ polls, participation, outbox }: Stores): Promise<void> {
  await polls.startSeries(HERE, aSeries(), OPENS)
  await polls.addRound(HERE, aRound())
  await participation.open(HERE, ROUND_ID, {
    eligible: [{ person: 'canary-person', unit: 'canary-unit' }],
    units: UNITS,
    questions: QUESTIONS,
  })
  const taking = { tag: 'canary-taker', unit: 'Ruimte', chosen: chosen() }
  await participation.take(HERE, ROUND_ID, taking, NOW)
  await participation.leaveAlone(HERE, ROUND_ID, 'canary-wish', '2026-11-25')
  await participation.keepSalt(HERE, ROUND_ID, 'canary-salt')
  await polls.optOut(HERE, 'opted-out')
  await outbox.fanOut(
    {
      batch: 'reminder',
      organisation: HERE,
      class: 'invitation',
      hours: 'working',
      messages: [{ kind: 'notice', language: 'nl', notice: 'empty' }],
      recipients: [
        {
          id: 'reminder-of-one',
          address: { kind: 'sealed', platform: 'teams', sealed: 'canary-address' },
          dedupeKey: 'canary-key',
        },
      ],
    },
    NOW,
  )
}

describe('SQLite', () => {
  let dataDir: string
  let backup: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
    backup = join(dataDir, 'backup.db')
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  async function withBot<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
    const storage = await openStorage({ dataDir }, 'bot')
    try {
      return await work(storage)
    } finally {
      await storage.close()
    }
  }
  const restoreHere = async () => {
    const context = { settings: { dataDir }, organisations: [HERE], now: NOW }
    return (await restoreBackup(backup, context)).join('\n')
  }
  const canariesIn = (file: string) => readFileSync(file, 'latin1').match(CANARIES) ?? []

  it('is backed up without anything of who took part, and with everything else', async () => {
    await withBot(async ({ stores }) => {
      await fill(stores)
      backUp(sqliteFile(dataDir), backup)
    })

    expect(new Set(canariesIn(sqliteFile(dataDir))).size).toBeGreaterThan(5)
    expect(canariesIn(backup)).toEqual([])
    expect(readdirSync(dataDir).filter((name) => name.startsWith('backup'))).toEqual(['backup.db'])
    const copy = new Sqlite(backup, { readonly: true })
    expect(copy.prepare('select state, planned from poll_round').all()).toEqual([
      { state: 'lost', planned: '2026-11-24' },
    ])
    for (const table of ['poll_series', 'poll_opt_out', 'batch', 'message', 'kysely_migration'])
      expect([table, copy.prepare(`select * from ${table}`).all().length > 0]).toEqual([
        table,
        true,
      ])
    copy.close()
  })

  it('is backed up with the same tables and indexes', async () => {
    await withBot(({ stores }) => fill(stores))
    backUp(sqliteFile(dataDir), backup)

    const [used, copy] = [sqliteFile(dataDir), backup].map((file) => {
      const database = new Sqlite(file, { readonly: true })
      const query = `select type, name, tbl_name, sql from sqlite_master
        where name not like 'sqlite_stat%' order by type, name`
      const shape = database.prepare(query).all()
      database.close()
      return shape
    })
    expect(copy).toEqual(used)
  })

  it('is backed up also when it is of a version without polls', async () => {
    const database = openSqlite(sqliteFile(dataDir))
    await migrate(database, { '001-people-delivery-questions': first })
    await database.close()

    expect(backUp(sqliteFile(dataDir), backup)).toBeGreaterThan(0)
  })

  it('tells what is lost of the round in use, and goes on without it', async () => {
    await withBot(async ({ stores }) => stores.polls.optOut(HERE, 'came-back-since'))
    backUp(sqliteFile(dataDir), backup)
    await withBot(async ({ stores }) => {
      await fill(stores)
      await stores.polls.optIn(HERE, 'came-back-since')
    })

    const lines = await restoreHere()

    expect(lines).toContain('1 rounds of polls were open and are lost')
    await withBot(async ({ stores }) => {
      expect(await stores.polls.openEverywhere()).toEqual([])
      expect(await stores.polls.lastPlanned(HERE, aSeries().id)).toBe('2026-11-24')
      expect(await stores.polls.optOuts(HERE)).toEqual(new Set(['opted-out']))
      expect(await stores.polls.series(HERE)).toEqual(aSeries())
    })
    const files = readdirSync(dataDir).map((name) => join(dataDir, name))
    expect(files.flatMap(canariesIn)).toEqual([])
  })

  it('keeps what was published since the backup, and a series that was stopped', async () => {
    await withBot(async ({ stores }) => {
      await fill(stores)
      backUp(sqliteFile(dataDir), backup)
      await stores.polls.close(HERE, ROUND_ID, async () => aPlan())
      await stores.polls.stopSeries(HERE, NOW)
    })

    const lines = await restoreHere()

    expect(lines).not.toContain('lost')
    await withBot(async ({ stores }) => {
      expect(await stores.polls.plans(HERE)).toEqual([aPlan()])
      expect((await stores.polls.round(HERE, ROUND_ID))?.state).toBe('closed')
      expect(await stores.polls.series(HERE)).toBeUndefined()
    })
  })

  it('loses also the round of a file that was copied by hand', async () => {
    await withBot(({ stores }) => fill(stores))
    const copied = openSqlite(sqliteFile(dataDir))
    await copied.tidy()
    await copied.close()
    const other = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
    const place = { settings: { dataDir: other }, organisations: [HERE], now: NOW }

    const lines = await restoreBackup(sqliteFile(dataDir), place)

    expect(lines.join()).toContain('1 rounds of polls were open and are lost')
    expect(canariesIn(sqliteFile(other))).toEqual([])
    rmSync(other, { recursive: true })
  })

  it('is restored also in the place of one of a version without polls', async () => {
    await withBot(({ stores }) => fill(stores))
    backUp(sqliteFile(dataDir), backup)
    rmSync(sqliteFile(dataDir))
    const older = openSqlite(sqliteFile(dataDir))
    await migrate(older, { '001-people-delivery-questions': first })
    await older.close()

    const lines = await restoreHere()

    expect(lines).not.toContain('Forget again who asked for it') // said when nothing could be read
    await withBot(async ({ stores }) => {
      expect(await stores.polls.optOuts(HERE)).toEqual(new Set(['opted-out']))
      await stores.polls.addRound(HERE, aRound({ id: OTHER_ID, planned: '2027-01-05' }))
      expect(await stores.polls.openEverywhere()).toEqual([OTHER_ID])
    })
  })
})

const first = MIGRATIONS['001-people-delivery-questions'] ?? { up: async () => undefined }

/** Beside the server's programs; a server elsewhere may have none here. */
function findDump(): string | undefined {
  const programs = findPostgres()
  if (programs === undefined) return undefined
  const dump = join(dirname(realpathSync(join(programs, 'initdb'))), 'pg_dump')
  return existsSync(dump) ? dump : undefined
}

const pgDump = findDump()
const servers = engines.filter(({ name }) => name === 'PostgreSQL')

describe.each(servers)('$name', ({ makePlace }) => {
  let place: Place
  beforeEach(async () => {
    place = await makePlace()
    const storage = await openStorage(place, 'bot')
    await fill(storage.stores)
    await storage.close()
  })
  afterEach(() => place.remove())

  const withDump = pgDump === undefined ? it.skip : it
  withDump('is dumped without anything of who took part, by the command that we name', async () => {
    const { databaseUrl = '' } = place
    const told = await runCommandIn({ DATABASE_URL: databaseUrl }, 'backup', 'FILE')
    const [, left = ''] = /--file=FILE (--exclude.*)/.exec(told.errors) ?? []
    const dump = (...options: readonly string[]) =>
      execFileSync(pgDump ?? '', [...options, databaseUrl], { encoding: 'utf8' })

    const options = left.split(' ').map((option) => option.replaceAll("'", ''))

    expect(new Set(dump().match(CANARIES)).size).toBeGreaterThan(5)
    expect(dump(...options).match(CANARIES)).toBeNull()
    expect(dump(...options)).toContain('opted-out')
  })

  it('loses what is open after pg_restore, and says so', async () => {
    const settings = { ...place, secret: Buffer.alloc(32, 7).toString('base64') }

    const lines = await finishRestore({ settings, organisations: [HERE], now: NOW })

    expect(lines.join('\n')).toContain('1 rounds of polls were open and are lost')
    const storage = await openStorage(place, 'bot')
    expect((await storage.stores.polls.round(HERE, ROUND_ID))?.state).toBe('lost')
    expect(await storage.stores.participation.takers(HERE, ROUND_ID)).toEqual(new Set())
    await storage.close()
  })
})
