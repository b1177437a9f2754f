/** In transaction: what takes several statements happens whole, also when a store is used by itself. */
import { type Kysely, sql } from 'kysely'

export async function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db)
  sql`select 1`.compile(db) // refuses a store used beside the transaction it is in, before it waits for it
  return db.transaction().execute(work)
}
