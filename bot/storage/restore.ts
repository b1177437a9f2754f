/**
 * Restore: puts a backup in the place of the SQLite file.
 *
 * Nothing that was about to be sent then is sent now, and what must not be repeated or undone is
 * taken over from the file that was in use: numbers given, chores done, who was forgotten, and the
 * rounds of polls, with who wants none.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { backUp, checkDatabase, flush } from './backup.ts'
import { openSqlite } from './database.ts'
import type { Forgotten } from './forgotten.ts'
import { lock } from './lock.ts'
import { migrate } from './migrate.ts'
import { createStorage, type Stores } from './storage.ts'

export type Known = Forgotten & Readonly<{ organisation: string }>

export type RestoreSettings = Readonly<{
  file: string
  backup: string
  now: number
  /** In one transaction on what is restored, with who was forgotten in the file that was in use. */
  afterwards: (stores: Stores, known: readonly Known[]) => Promise<void>
}>

export type Restored = Readonly<{
  /** Where the file that was in use is now; absent when there was none. */
  kept?: string
  /** False when nothing could be taken over from it. */
  isReadable: boolean
}>

/** @throws Error when a bot runs, or the backup is not fit; then nothing has changed. */
export async function restore(settings: RestoreSettings): Promise<Restored> {
  const { file, backup } = settings
  if (!existsSync(backup)) throw new Error(`${backup} is not there.`)
  if (existsSync(`${backup}-wal`))
    throw new Error(`${backup} is a database in use, no backup: make one with npm run backup.`)
  const held = lock(file)
  const draft = `${file}.restoring`
  try {
    removeAll(draft)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    copyFileSync(backup, draft)
    chmodSync(draft, 0o600)
    checkDatabase(draft)
    return await replace(draft, settings)
  } finally {
    removeAll(draft)
    held.release()
  }
}

async function replace(draft: string, settings: RestoreSettings): Promise<Restored> {
  const { file, now } = settings
  const database = openSqlite(draft)
  let known: readonly Known[] | undefined
  try {
    await migrate(database)
    known = takeOver(draft, file)
    const { transaction } = createStorage(database)
    await transaction((stores) => settings.afterwards(stores, known ?? []))
    await database.tidy()
  } finally {
    await database.close()
  }
  flush(draft)
  const kept = keepAside(file, now)
  renameSync(draft, file)
  return { ...(kept === undefined ? {} : { kept }), isReadable: known !== undefined }
}

/** With explicit columns: the file in use may be of another version. */
const TAKE_OVER = [
  `insert into seen (key, expires_at) select key, expires_at from used.seen where true
   on conflict (key) do update set expires_at = max(seen.expires_at, excluded.expires_at)`,
  `insert into chore (name, organisation, due, done_at)
   select name, organisation, due, done_at from used.chore where true on conflict do nothing`,
  `insert into counter (organisation, name, value)
   select organisation, name, value from used.counter where true
   on conflict (organisation, name) do update set value = max(counter.value, excluded.value)`,
  `update escalation set reminders = u.reminders, remind_at = u.remind_at
   from used.escalation u where u.id = escalation.id and u.reminders > escalation.reminders`,
]

/**
 * Of polls what came after the backup stays: who wants none, and every round, so that none is held
 * or published twice. What is open in the file in use is lost, as everything open is.
 */
const TAKE_OVER_POLLS = [
  `delete from poll_opt_out`,
  `insert into poll_opt_out (organisation, tag) select organisation, tag from used.poll_opt_out`,
  `insert into poll_series (organisation, id, series, started_at, stopped_at)
   select organisation, id, series, started_at, stopped_at from used.poll_series where true
   on conflict (organisation, id) do update set stopped_at = excluded.stopped_at`,
  `insert into poll_round (organisation, id, series, planned, round_index, opens_at, closes_at,
     state, reminders, demo, frozen)
   select organisation, id, series, planned, round_index, opens_at, closes_at,
     state, reminders, demo, frozen from used.poll_round where true
   order by state = 'open'
   on conflict (organisation, id) do update set state = excluded.state
   on conflict do nothing`,
  `insert into poll_plan (organisation, round, plan)
   select organisation, round, plan from used.poll_plan where true on conflict do nothing`,
]

const KnownRows = z.array(
  z.object({ organisation: z.string(), sealed: z.string(), at: z.number() }),
)

/** @returns undefined when the file that was in use cannot be read; then nothing was taken over */
function takeOver(draft: string, file: string): readonly Known[] | undefined {
  if (!existsSync(file)) return []
  const database = new Sqlite(draft)
  try {
    database.prepare('attach ? as used').run(file)
    return database.transaction(() => {
      for (const statement of TAKE_OVER) database.exec(statement)
      // The file in use may be of before there were polls.
      const hasPolls = database.prepare(
        `select 1 from used.sqlite_master where name = 'poll_round'`,
      )
      if (hasPolls.get() !== undefined)
        for (const statement of TAKE_OVER_POLLS) database.exec(statement)
      const known = database.prepare('select organisation, sealed, at from used.forgotten')
      return KnownRows.parse(known.all())
    })()
  } catch {
    return undefined // damaged, which may be why somebody restores; the command tells it
  } finally {
    database.close()
  }
}

/** At every moment one of both stands in its place: a bot that finds none would begin anew. */
function keepAside(file: string, now: number): string | undefined {
  if (!existsSync(file)) return undefined
  const kept = `${file}.before-restore-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
  closeWell(file)
  try {
    backUp(file, kept)
  } catch {
    keepAsItIs(file, kept) // damaged: whatever is in it may be all that is left
  }
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  return kept
}

function keepAsItIs(file: string, kept: string): void {
  copyFileSync(file, kept)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${kept}-wal`)
  flush(kept)
}

/** What stands in the journal goes into the file. */
function closeWell(file: string): void {
  try {
    const database = new Sqlite(file)
    try {
      database.pragma('wal_checkpoint(truncate)')
    } finally {
      database.close()
    }
  } catch {
    // damaged: its journal is kept beside it
  }
}

function removeAll(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}
