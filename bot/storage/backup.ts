/** Backup: a copy of the SQLite file as it was at one moment, while the bot goes on. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { refusal } from './database.ts'

/**
 * Whole or not at all; nothing of what was removed comes along.
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

/** In one read: page by page, as `sqlite3_backup` does, starts again at every change by the bot. */
function copy(file: string, draft: string): void {
  try {
    const database = new Sqlite(file, { fileMustExist: true })
    try {
      database.prepare('vacuum into ?').run(draft)
    } finally {
      database.close()
    }
  } catch (error) {
    throw refusal(file, error)
  }
}

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
