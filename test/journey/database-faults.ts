/**
 * Database faults: makes the k-th call to the database fail, below everything of ours.
 *
 * "before": the call never reached the database. "after": it did its work, and the connection broke
 * before that could be told. Both engines are reached through their own packages.
 */
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { aroundSqlite } from '../stand-ins/around-sqlite.ts'

export type Moment = 'before' | 'after'

export type DatabaseFaults = Readonly<{
  /** From now on the k-th call, counted from 1, fails; once. */
  arm: (k: number, moment: Moment) => void
  /** @returns whether it came that far */
  disarm: () => boolean
  /** The packages as they were. */
  remove: () => void
}>

type Fault = { left: number; moment: Moment | undefined }

export function installDatabaseFaults(): DatabaseFaults {
  const fault: Fault = { left: 0, moment: undefined }
  /** Which way this call fails, if it does. */
  const next = (): Moment | undefined => {
    if (fault.left === 0) return undefined
    fault.left -= 1
    return fault.left === 0 ? fault.moment : undefined
  }
  const restore = [faultsInSqlite(next), faultsInPostgres(next)]

  return {
    arm: (k, moment) => {
      fault.left = k
      fault.moment = moment
    },
    disarm: () => {
      const hasFired = fault.left === 0
      fault.left = 0
      return hasFired
    },
    remove: () => {
      for (const one of restore) one()
    },
  }
}

const ioError = () => new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR')

function faultsInSqlite(next: () => Moment | undefined): () => void {
  return aroundSqlite((source, run) => {
    const moment = next()
    // A transaction begins and ends in SQLite or it does not: there is no connection that breaks.
    if (moment === 'before' || (moment && /^(begin|commit|rollback)/.test(source))) throw ioError()
    const answer = run()
    if (moment === 'after') throw ioError()
    return answer
  })
}

function faultsInPostgres(next: () => Moment | undefined): () => void {
  const { query } = pg.Client.prototype
  const cut = (client: pg.Client) => {
    client.end().catch(() => undefined)
    throw Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' })
  }
  pg.Client.prototype.query = async function (this: pg.Client, ...given: unknown[]) {
    const moment = next()
    if (moment === 'before') return cut(this)
    const answer = await Reflect.apply(query, this, given)
    return moment === 'after' ? cut(this) : answer
  } as typeof query // its type depends on the parameters, which pass unread
  return () => {
    pg.Client.prototype.query = query
  }
}
