/** Seen: what was handled before, so that a repeated delivery has one effect. */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type SeenStore = Readonly<{
  /** True for the first who asks about a key; false for everybody else until the time is over. */
  firstTime: (key: string, forMs: number, now: number) => Promise<boolean>
  /** @returns how many were forgotten because their time is over */
  forgetExpired: (now: number) => Promise<number>
}>

export function createSeenStore(db: Kysely<Tables>): SeenStore {
  return {
    firstTime: async (key, forMs, now) => {
      const hash = createHash('sha256').update(key).digest('base64url')
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('seen')
        .values({ key: hash, expires_at: now + forMs })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ expires_at: now + forMs })
            .where('seen.expires_at', '<=', now),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    forgetExpired: async (now) => {
      const { numDeletedRows } = await db
        .deleteFrom('seen')
        .where('expires_at', '<=', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
