/**
 * Lock: one bot on one SQLite file.
 *
 * It is a transaction on a file of its own that never ends: the operating system lets go of it
 * with the process, however that dies, so that nothing stale can stay behind.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { makeFile, refusal } from './database.ts'
import { codeOf } from './storage-error.ts'

export type Lock = Readonly<{ release: () => void }>

/** Whoever forgets a lock still holds it: collected as garbage, the file would be let go. */
const held = new Set<Sqlite.Database>()

/** @returns undefined when another holds it */
export function tryLock(file: string): Lock | undefined {
  const holder = holderOf(file)
  try {
    makeFile(`${file}.lock`)
    const database = new Sqlite(`${file}.lock`, { timeout: 0 })
    if (!begin(database)) return undefined

    held.add(database)
    writeFileSync(holder, `process ${process.pid} on ${hostname()}`, { mode: 0o600 })
    return {
      release: () => {
        rmSync(holder, { force: true })
        database.close()
        held.delete(database)
      },
    }
  } catch (error) {
    throw refusal(`${file}.lock`, error)
  }
}

function begin(database: Sqlite.Database): boolean {
  try {
    database.exec('begin exclusive')
    return true
  } catch (error) {
    database.close()
    if (codeOf(error)?.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

/** @throws Error that says who holds it and what to do. */
export function lock(file: string): Lock {
  const taken = tryLock(file)
  if (taken !== undefined) return taken
  throw new Error(
    `${file} is in use by another Vraagbaak (${whoHolds(file)}). Stop that one first; for several processes at once set DATABASE_URL to a PostgreSQL database.`,
  )
}

/** For the message only: the lock itself holds nothing that can be read. */
function whoHolds(file: string): string {
  const holder = holderOf(file)
  return existsSync(holder) ? readFileSync(holder, 'utf8') : 'just starting'
}

function holderOf(file: string): string {
  return `${file}.lock-holder`
}
