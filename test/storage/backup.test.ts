/** Backup and restore, as commands: whole, checked, and nothing old is sent or brought back after it. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { forgetPerson } from '../../bot/forget.ts'
import { loadSecret } from '../../bot/load-secret.ts'
import { openStorage, sqliteFile } from '../../bot/open-storage.ts'
import { restoreBackup } from '../../bot/restore-backup.ts'
import { backUp } from '../../bot/storage/backup.ts'
import { openSqlite } from '../../bot/storage/database.ts'
import type { Post } from '../../bot/storage/deliveries.ts'
import { MIGRATIONS, migrate } from '../../bot/storage/migrate.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { askerTag } from '../../bot/tags.ts'
import { type Ran, runCommandIn } from '../cli/run-command.ts'

const now = Date.parse('2026-06-01T08:00:00Z')
const noor = { organisation: 'waterveen', platform: 'teams', person: 'noor' } as const

let folder: string
let dataDir: string
let file: string
let backup: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  dataDir = join(folder, 'data')
  file = sqliteFile(dataDir)
  backup = join(folder, 'backup.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (name: string, ...args: readonly string[]): Promise<Ran> =>
  runCommandIn({ DATA_DIR: dataDir }, name, ...args)

async function withBot<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ dataDir }, 'bot')
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

const restoreHere = async (): Promise<string> => {
  const context = { settings: { dataDir }, organisations: ['waterveen'], now }
  return (await restoreBackup(backup, context)).join('\n')
}

const aPost = (id: string): Post => ({
  id,
  organisation: 'waterveen',
  class: 'escalation',
  dedupeKey: id,
  address: { kind: 'conversation', platform: 'teams', conversation: 'desk' },
  content: { kind: 'notice', notice: 'not-stored', language: 'nl' },
})

const aGap = (id: string) =>
  ({
    id,
    question: 'hoe werkt het',
    origin: 'no-answer',
    askerTag: askerTag(loadSecret({ dataDir }), noor),
    day: '2026-06-01',
  }) as const

describe('npm run backup', () => {
  it('copies what is there while the bot goes on', async () => {
    const kept = await withBot(async (storage) => {
      await storage.stores.numbers.next('waterveen', 'V')
      const ran = await run('backup', backup)
      await storage.stores.numbers.next('waterveen', 'V')
      return ran
    })

    expect(kept).toMatchObject({ code: 0, errors: '' })
    expect(kept.output).toMatch(/backup[.]db: \d+ bytes, checked/)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).toSorted()).toEqual(['backup.db', 'data'])
    const copy = new Sqlite(backup, { readonly: true })
    expect(copy.prepare('select value from counter').all()).toEqual([{ value: 1 }])
    copy.close()
  })

  it('writes over nothing', async () => {
    await withBot(async () => undefined)
    writeFileSync(backup, 'precious')

    const ran = await run('backup', backup)

    expect(ran).toMatchObject({ code: 1, errors: expect.stringContaining('is there already') })
    expect(readFileSync(backup, 'utf8')).toBe('precious')
  })

  it('makes no backup of a damaged database', async () => {
    await withBot(async () => undefined)
    truncateSync(file, 8192)

    expect(() => backUp(file, backup)).toThrow(/vraagbaak[.]db is damaged/)
    expect(readdirSync(folder)).toEqual(['data'])
  })

  it('says so when there is no database', async () => {
    expect(() => backUp(file, backup)).toThrow('is DATA_DIR right?')
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe('npm run restore', () => {
  it('brings back what was there, and keeps what was in use', async () => {
    await withBot((storage) =>
      storage.stores.feedback.add('waterveen', { section: 's', version: '1', verdict: 'helpful' }),
    )
    backUp(file, backup)
    await withBot((storage) =>
      storage.stores.feedback.add('waterveen', { section: 's', version: '2', verdict: 'helpful' }),
    )

    const ran = await run('restore', backup)

    expect(ran).toMatchObject({ code: 0, errors: '' })
    const versions = await withBot((storage) => storage.stores.feedback.list('waterveen'))
    expect(versions.map(({ version }) => version)).toEqual(['1'])
    const kept = /kept as (.*)[.]\n/.exec(ran.output)?.[1] ?? ''
    const inUse = new Sqlite(kept, { readonly: true })
    expect(inUse.prepare('select version from feedback').all()).toHaveLength(2)
    inUse.close()
    expect(readdirSync(dataDir).filter((name) => name.includes('restoring'))).toEqual([])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('sends nothing that waited in the backup', async () => {
    await withBot(({ stores }) => stores.outbox.post(aPost('waiting'), now))
    backUp(file, backup)

    const lines = await restoreHere()

    expect(lines).toContain('1 messages that waited in it will not be sent')
    await withBot(async ({ stores }) => {
      const lease = { owner: 'o', now: now * 2, until: now * 3, limit: 10 }
      const queue = {
        organisation: 'waterveen',
        platform: 'teams',
        lane: 'interactive',
        hours: 'any',
      } as const
      expect(await stores.outbox.claim(queue, lease)).toEqual([])
    })
  })

  it('forgets again who was forgotten after the backup was made', async () => {
    await withBot(({ stores }) => stores.gaps.add('waterveen', aGap('gap')))
    backUp(file, backup)
    await withBot((storage) =>
      storage.transaction((stores) =>
        forgetPerson(noor, { stores, secret: loadSecret({ dataDir }), now }),
      ),
    )

    const lines = await restoreHere()

    expect(lines).toContain('1 people were forgotten again')
    expect(await withBot(({ stores }) => stores.gaps.since('waterveen', ''))).toEqual([])
  })

  it('gives no number twice, does no chore twice and hears no message twice', async () => {
    await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))
    backUp(file, backup)
    const chore = { name: 'weekly-gaps', organisation: 'waterveen', due: '2026-W23' }
    await withBot(async ({ stores }) => {
      await stores.numbers.next('waterveen', 'V')
      await stores.chores.claim(chore, now)
      await stores.seen.firstTime('activity', 1000, now)
    })

    await restoreHere()

    await withBot(async ({ stores }) => {
      expect(await stores.numbers.next('waterveen', 'V')).toBe('V-0003')
      expect(await stores.chores.claim(chore, now)).toBe(false)
      expect(await stores.seen.firstTime('activity', 1000, now)).toBe(false)
    })
  })

  it('is written in the audit log', async () => {
    await withBot(async () => undefined)
    backUp(file, backup)

    await restoreHere()

    expect(await withBot(({ stores }) => stores.audit.list('waterveen'))).toMatchObject([
      { actor: 'command line', action: 'backup-restored', object: 'database' },
    ])
  })

  it('works in the place of a damaged database, and says what it could not take over', async () => {
    await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))
    backUp(file, backup)
    writeFileSync(file, 'damaged beyond repair, and long enough to be looked at as a header')

    const lines = await restoreHere()

    expect(lines).toContain('Forget again who asked for it since')
    expect(await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))).toBe('V-0002')
  })

  it('works on a new machine, and asks for the secret', async () => {
    await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))
    backUp(file, backup)
    rmSync(dataDir, { recursive: true })

    const lines = await restoreHere()

    expect(lines).toContain('Put the secret.key that belongs to it')
    expect(await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))).toBe('V-0002')
  })

  it('is refused while the bot runs', async () => {
    const ran = await withBot(async ({ stores }) => {
      backUp(file, backup)
      await stores.numbers.next('waterveen', 'V')
      return run('restore', backup)
    })

    expect(ran).toMatchObject({ code: 1, errors: expect.stringMatching(/in use by another.*Stop/) })
    expect(await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))).toBe('V-0002')
  })

  it.each([
    ['is not there', async () => undefined, /backup[.]db is not there/],
    [
      'is something else',
      async () => writeFileSync(backup, 'x'.repeat(5000)),
      /is damaged, or no database/,
    ],
    ['was cut off', async () => truncateSync(backup, 40_960), /is damaged/],
    ['is of another program', makeForeign, /no database of Vraagbaak/],
    ['is of a newer version', makeNewer, /made by a newer Vraagbaak/],
    ['is in use itself', async () => writeFileSync(`${backup}-wal`, ''), /is a database in use/],
  ])('is refused when the backup %s, and changes nothing', async (reason, spoil, message) => {
    await withBot(({ stores }) => stores.numbers.next('waterveen', 'V'))
    backUp(file, backup)
    if (reason === 'is not there') rmSync(backup)
    await spoil()
    const before = readFileSync(file)

    await expect(restoreHere()).rejects.toThrow(message)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dataDir).filter((name) => /restor/.test(name))).toEqual([])
  })
})

async function makeForeign(): Promise<void> {
  rmSync(backup)
  const foreign = new Sqlite(backup)
  foreign.exec('create table recipes (id text)')
  foreign.close()
}

async function makeNewer(): Promise<void> {
  const other = join(folder, 'newer.db')
  const database = openSqlite(other)
  await migrate(database, { ...MIGRATIONS, '999-later': { up: async () => undefined } })
  await database.close()
  rmSync(backup)
  copyFileSync(other, backup)
}

it.each(['backup', 'restore'])('%s leaves PostgreSQL to its own tools', async (name) => {
  const env = { DATABASE_URL: 'postgres://bot:a-password@127.0.0.1:1/vraagbaak' }

  const ran = await runCommandIn(env, name, backup)

  expect(ran).toMatchObject({ code: 1, errors: expect.stringMatching(/pg_(dump|restore)/) })
  expect(ran.errors).not.toContain('a-password')
})
