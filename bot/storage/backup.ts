/** Backup: a copy of the SQLite file as it was at one moment, while the bot goes on. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { refusal } from './database.ts'
import { OF_OPEN_ROUNDS } from './tables.ts'

/**
 * Whole or not at all; nothing of what was removed comes along, nor of who took part in a round of
 * a poll that is open. Such a round counts as lost in the backup.
 *
 * @returns how many bytes it is
 * @throws Error that says what is wrong and what to do.
 */
export function backUp(file: string, target: string): number {
  if (!existsSync(file)) throw new Error(`${file} is not there: is DATA_DIR right?`)
  if (existsSync(target)) throw new Error(`${target} is there already: choose another name.`)
  const draft = `${target}.part`
  try {
    rmSync(draft, { force: true })
    closeSync(openSync(draft, 'wx', 0o600))
    copy(file, draft)
    checkDatabase(draft)
    flush(draft)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return statSync(target).size
}

/**
 * Table by table within one read, so that all is of one moment while the bot goes on. Who took part
 * in an open round is not even copied and removed again: a backup may be stopped half-way.
 */
function copy(file: string, draft: string): void {
  try {
    const database = new Sqlite(draft)
    try {
      database.pragma('journal_mode = off') // what is left of a draft is thrown away
      database.prepare('attach ? as used').run(file)
      database.transaction(() => copyTables(database))()
    } finally {
      database.close()
    }
  } catch (error) {
    throw refusal(file, error)
  }
}

/** Rows that are left out, and tables that are left empty: of who took part, or did not. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(OF_OPEN_ROUNDS.map((table) => [table, 'true'])),
  // Reminders: together a list of who did not answer. Nothing that waits in a backup is ever sent.
  delivery: `lane = 'bulk' and address like '{"kind":"sealed"%'`,
}

const Definitions = z.array(
  z.object({ type: z.enum(['table', 'index']), name: z.string(), sql: z.string() }),
)

function copyTables(database: Sqlite.Database): void {
  const definitions = Definitions.parse(database.prepare(DEFINITIONS).all())
  const tables = definitions.filter(({ type }) => type === 'table')
  for (const { name, sql } of tables) {
    database.exec(sql)
    const left = LEFT_OUT[name] ?? 'false'
    database.exec(`insert into main."${name}" select * from used."${name}" where not (${left})`)
  }
  for (const { sql } of definitions.filter(({ type }) => type === 'index')) database.exec(sql)
  // A database of an older version has no rounds.
  if (tables.some(({ name }) => name === 'poll_round'))
    database.exec("update main.poll_round set state = 'lost' where state = 'open'")
}

/** What SQLite makes by itself has no text, or a name of its own. */
const DEFINITIONS = `
  select type, name, sql from used.sqlite_master
  where type in ('table', 'index') and sql is not null and name not like 'sqlite~_%' escape '~'`

/** @throws Error for what is damaged, or is no database of Vraagbaak. */
export function checkDatabase(file: string): void {
  try {
    const database = new Sqlite(file, { fileMustExist: true, readonly: true })
    try {
      check(database, file)
    } finally {
      database.close()
    }
  } catch (error) {
    throw refusal(file, error)
  }
}

function check(database: Sqlite.Database, file: string): void {
  const verdict = database.pragma('integrity_check(1)', { simple: true })
  if (verdict !== 'ok') throw new Error(`${file} is damaged: use another backup.`)
  const ours = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
  if (ours === undefined) throw new Error(`${file} is no database of Vraagbaak.`)
}

/** It must outlive a power failure right after. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
