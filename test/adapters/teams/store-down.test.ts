/** The store is locked, full or gone (F15, F16): an incident is still answered, and then all is well again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { ReplyOf } from '../../../bot/contract/reply.ts'
import { type Database, openSqlite } from '../../../bot/storage/database.ts'
import { migrate } from '../../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../../bot/storage/storage.ts'
import { tryStore } from '../../../bot/try-store.ts'
import { createReadiness } from '../../../bot/web/readiness.ts'
import { startTeams, type TeamsRig, WATERVEEN } from '../../stand-ins/teams.ts'

const firstAid: ReplyOf<'incident'> & { language: 'nl' } = {
  kind: 'incident',
  incident: 'clicked-link',
  steps: ['Bel de meldtelefoon.'],
  organisation: WATERVEEN,
  masked: [],
  language: 'nl',
}
const BUSY_MS = 50

let folder: string
let database: Database
let storage: Storage
let teams: TeamsRig

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  database = openSqlite(join(folder, 'vraagbaak.db'), BUSY_MS)
  await migrate(database)
  storage = createStorage(database)
  teams = await startTeams({
    storage,
    replyFromMemory: () => firstAid,
    web: {
      ready: createReadiness({
        check: () => tryStore(storage, Date.now),
        clock: Date.now,
        holdsMs: 0,
      }),
    },
  })
})
afterEach(async () => {
  await teams.close()
  rmSync(folder, { recursive: true, force: true })
})

const sentTexts = () => JSON.stringify(teams.connector.messages())
const statusOf = async (path: string) => (await fetch(teams.url + path)).status
const health = async () => [await statusOf('/health'), await statusOf('/ready')]

/** Another process that writes and does not end. */
function lockTheFile(): () => void {
  const other = new Sqlite(join(folder, 'vraagbaak.db'))
  other.exec('begin immediate')
  return () => other.close()
}

it('answers from memory while the file is locked, and from the store afterwards', async () => {
  const before = await health()
  const unlock = lockTheFile()
  const during = await teams.hand(teams.question())
  const told = teams.connector.messages().length
  const healthDuring = await health()
  unlock()
  const after = await teams.post(teams.question())

  expect([during.status, told]).toEqual([200, 1])
  expect(sentTexts()).toContain('088-000 0100')
  expect(teams.failures()).toMatchObject([{ error: { code: 'SQLITE_BUSY' } }])
  expect([before, healthDuring, await health()]).toEqual([
    [200, 200],
    [200, 503],
    [200, 200],
  ])
  expect([after.status, teams.asked.length]).toEqual([200, 1])
  expect(teams.connector.messages()).toHaveLength(2)
})

it('answers once, however often it is delivered', async () => {
  const unlock = lockTheFile()
  const activity = teams.question()
  const first = await teams.hand(activity)
  unlock()

  const second = await teams.post(activity)

  expect([first.status, second.status]).toEqual([200, 200])
  expect(teams.connector.messages()).toHaveLength(1)
  expect(teams.asked).toEqual([])
})

it('asks Teams to deliver it again when even that does not arrive', async () => {
  const unlock = lockTheFile()
  const activity = teams.question()
  teams.connector.refuseNext(500)

  const first = await teams.hand(activity)
  const second = await teams.hand(activity)
  unlock()

  expect([first.status, second.status]).toEqual([503, 200])
  expect(teams.connector.messages()).toHaveLength(1)
})

it('answers a button at once', async () => {
  const unlock = lockTheFile()

  const { status, body } = await teams.hand(teams.activity('invoke-show-section'))
  unlock()

  expect(status).toBe(200)
  expect(JSON.stringify(body)).toContain('088-000 0100')
  expect(teams.connector.accepted).toEqual([])
})

it('does not lose that it was removed: Teams must tell it again', async () => {
  await teams.post(teams.question())
  const unlock = lockTheFile()
  const removed = teams.activity('installation-personal', { action: 'remove' })

  const during = await teams.hand(removed)
  unlock()
  const after = await teams.hand(removed)

  expect([during.status, after.status]).toEqual([503, 200])
  expect(await storage.stores.conversations.anyOf('waterveen', 'teams')).toBeUndefined()
})

it('answers from memory while there is no room, and from the store when there is', async () => {
  await fillUp()
  const during = await teams.hand(teams.question())
  await sql`pragma max_page_count = 100000`.execute(database.kysely)
  const after = await teams.post(teams.question())

  expect(teams.failures()).toMatchObject([{ error: { code: 'SQLITE_FULL' } }])
  expect([during.status, after.status]).toEqual([200, 200])
  expect(teams.asked).toHaveLength(2) // the first was rolled back
  expect(teams.connector.messages()).toHaveLength(2)
})

it('answers from memory when the store is closed', async () => {
  await storage.close()

  const { status } = await teams.hand(teams.question())

  expect(status).toBe(200)
  expect(sentTexts()).toContain('088-000 0100')
  expect(await health()).toEqual([200, 503])
})

/** To the last page: what is left is room for less than an answer. */
async function fillUp(): Promise<void> {
  await sql`pragma max_page_count = 1`.execute(database.kysely) // it becomes the present size
  for (const size of [3_000, 300, 30]) {
    let isFull = false
    for (let i = 0; !isFull; i++) {
      const content = 'x'.repeat(size)
      const row = { id: `${size}-${i}`, organisation: 'waterveen', content, created_at: 0 }
      isFull = await database.kysely
        .insertInto('message')
        .values(row)
        .execute()
        .then(
          () => false,
          () => true,
        )
    }
  }
}
