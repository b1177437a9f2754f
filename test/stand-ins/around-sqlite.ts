/** Around SQLite: hears of every statement that this process runs, below everything of ours. */
import Sqlite from 'better-sqlite3'

/** @param run what the statement would do by itself */
export type Around = (source: string, run: () => unknown) => unknown

/**
 * Where statements run, not where they are prepared: that happens once for many runs.
 *
 * @returns what leaves the package as it was
 */
export function aroundSqlite(around: Around): () => void {
  const database = new Sqlite(':memory:')
  const prototype: Sqlite.Statement = Object.getPrototypeOf(database.prepare('select 1'))
  database.close()

  const { all, run } = prototype // what Kysely calls
  const replaced = (original: typeof all | typeof run) =>
    function (this: Sqlite.Statement, ...values: unknown[]): unknown {
      return around(this.source, () => Reflect.apply(original, this, values))
    }
  Object.assign(prototype, { all: replaced(all), run: replaced(run) })
  return () => void Object.assign(prototype, { all, run })
}
