/**
 * Storage error: the database cannot serve now, through no mistake in a statement.
 *
 * Only codes and names of our own tables get through: a driver's message may hold values.
 */
import pg from 'pg'

/** Nothing of the change that failed was kept, unless the connection broke at its very end. */
export class StorageError extends Error {
  /** The database's or the operating system's own, such as "SQLITE_FULL" or "ECONNREFUSED". */
  readonly code: string

  constructor(code: string) {
    super(`the database cannot serve now (${code})`)
    this.name = 'StorageError'
    this.code = code
  }
}

export function isStorageFailure(error: unknown): error is StorageError {
  return error instanceof StorageError
}

/** SQLite's codes for a wrong statement, which is a bug of ours. */
const WRONG_SQLITE = /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|TOOBIG)/

export function fromSqlite(error: unknown): unknown {
  const code = codeOf(error)
  if (code?.startsWith('SQLITE_')) return WRONG_SQLITE.test(code) ? error : new StorageError(code)
  return /connection is not open/.test(String(error)) ? new StorageError('CLOSED') : error
}

/**
 * PostgreSQL's classes of codes for trouble that is not in the statement: connection, transaction
 * rolled back, resources, operator, system, damage; and settings: authorization, missing database,
 * read-only server. https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const POSTGRES_TROUBLE = /^(08|40|53|55|57|58|XX|28|3D|25006)/

export function fromPostgres(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError))
    // what pg says of a connection that broke or timed out has a message and no code
    return new StorageError(codeOf(error) ?? 'CONNECTION')
  const { code = 'unknown', constraint, table, column } = error
  if (POSTGRES_TROUBLE.test(code)) return new StorageError(code)
  const where = [constraint, table, column].filter((name) => name !== undefined).join(' ')
  return new Error(`PostgreSQL refused a statement: ${code} ${where}`.trim())
}

/** Undefined for what has none. */
export function codeOf(error: unknown): string | undefined {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  return isCoded && typeof error.code === 'string' ? error.code : undefined
}
