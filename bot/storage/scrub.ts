/** Scrub: what was removed is gone from the files too, right after a round closed. */
import { type Kysely, sql } from 'kysely'
import { isStorageFailure, StorageError } from './storage-error.ts'
import { OF_OPEN_ROUNDS, type Tables } from './tables.ts'

/**
 * Pages are written anew in the order of keys: their old order would tell who came first. The
 * journal holds them as they were after each answer.
 */
export async function scrubSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`vacuum`.execute(db)
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy !== 0) throw new StorageError('SQLITE_BUSY')
}

const SCRUBBED = [...OF_OPEN_ROUNDS, 'delivery', 'message'] as const
/** Who waits for a table has all who come after it wait too. */
const LOCK_MS = 500

/**
 * A table that somebody is using is only marked as free to be overwritten. What the oldest running
 * transaction could still see stays until a later vacuum.
 */
export async function scrubPostgres(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (session) => {
    await sql`set lock_timeout = ${sql.lit(LOCK_MS)}`.execute(session)
    try {
      for (const table of SCRUBBED) await vacuum(session, table)
    } finally {
      await sql`reset lock_timeout`.execute(session)
    }
  })
}

const IN_USE = '55P03'

async function vacuum(db: Kysely<Tables>, table: (typeof SCRUBBED)[number]): Promise<void> {
  try {
    await sql`vacuum (full) ${sql.table(table)}`.execute(db)
  } catch (error) {
    if (!isStorageFailure(error) || error.code !== IN_USE) throw error
    await sql`vacuum (skip_locked) ${sql.table(table)}`.execute(db)
  }
}
