/** Prepared: statements that SQLite has read before, because reading one takes longer than most take to run. */
import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** More than the bot has; those with a list of values differ by its length. */
const MOST = 300
/** What defines tables or sets the engine is asked once, and may change what others mean. */
const WORTHWHILE = /^(select|insert|update|delete|with|begin|commit|rollback)\b/

/** The same database for Kysely, which would otherwise prepare each statement each time. */
export function withPrepared(database: Sqlite.Database, most = MOST): SqliteDatabase {
  const known = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      if (!WORTHWHILE.test(sql)) return database.prepare(sql)
      const statement = known.get(sql) ?? database.prepare(sql)
      known.delete(sql) // so that the one used longest ago is the first
      known.set(sql, statement)
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return statement
    },
  }
}
