/** Outbox, endings: what is not to be said any more, and what need not be kept. */
import { setImmediate as others } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { Language } from '../../knowledge/language.ts'
import type { Address } from '../contract/message.ts'
import type { Endings } from './deliveries.ts'
import { inTransaction } from './in-transaction.ts'
import { isCancelled } from './outbox-claims.ts'
import { messageId } from './outbox-posts.ts'
import type { Tables } from './tables.ts'

export function createEndings(db: Kysely<Tables>): Endings {
  return {
    cancel: (organisation, batch, now) =>
      inTransaction(db, (trx) => cancel(trx, organisation, batch, now)),
    remove: (organisation, batch) => inTransaction(db, (trx) => remove(trx, organisation, batch)),
    cancelUnfinished: (reason, now) => inTransaction(db, (trx) => cancelAll(trx, reason, now)),
    forget: (organisation, address, now) =>
      inTransaction(db, (trx) => forget(trx, organisation, address, now)),
    withdraw: (organisation, keyPrefix) =>
      inTransaction(db, (trx) => withdraw(trx, organisation, keyPrefix)),
    sweep: (organisation, now) => inTransaction(db, (trx) => sweep(trx, organisation, now)),
    purgeBefore: (organisation, moment) =>
      inTransaction(db, (trx) => purgeBefore(trx, organisation, moment)),
  }
}

async function cancel(
  db: Kysely<Tables>,
  organisation: string,
  batch: string,
  now: number,
): Promise<number | undefined> {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set((eb) => ({ cancelled_at: eb.fn.coalesce('cancelled_at', sql<number>`${now}`) }))
    .where('organisation', '=', organisation)
    .where('id', '=', batch)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined

  const cancelled = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: now })
    .where('organisation', '=', organisation)
    .where('batch', '=', batch)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  return Number(cancelled.numUpdatedRows)
}

/** So few that SQLite's driver, which has everybody wait while it works, is done soon. */
const ROWS_AT_ONCE = 1_000

async function remove(db: Kysely<Tables>, organisation: string, batch: string): Promise<number> {
  const ids = db
    .selectFrom('delivery')
    .select('id')
    .where('organisation', '=', organisation)
    .where('batch', '=', batch)
    .limit(ROWS_AT_ONCE)
  let removed = 0
  for (let last = -1; last !== 0; ) {
    const gone = await db.deleteFrom('delivery').where('id', 'in', ids).executeTakeFirst()
    last = Number(gone.numDeletedRows)
    removed += last
    await others()
  }
  const messages = Language.options.map((language) => messageId(batch, language))
  await db
    .deleteFrom('message')
    .where('organisation', '=', organisation)
    .where('id', 'in', messages)
    .execute()
  await db
    .deleteFrom('batch')
    .where('organisation', '=', organisation)
    .where('id', '=', batch)
    .execute()
  return removed
}

async function cancelAll(db: Kysely<Tables>, reason: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: now, last_outcome: reason, lease_owner: null })
    .where('state', 'in', ['ready', 'sending'])
    .executeTakeFirst()
  await db
    .updateTable('delivery')
    .set({ address: '', dedupe_key: sql.ref<string>('id') })
    .where((eb) =>
      eb.or([
        eb.and({ lane: 'interactive', state: 'cancelled' }),
        eb('address', 'like', '{"kind":"sealed"%'), // reminders: a list of who did not take part
      ]),
    )
    .execute()
  await db.deleteFrom('message').execute()
  return Number(numUpdatedRows)
}

async function forget(
  db: Kysely<Tables>,
  organisation: string,
  address: Address,
  now: number,
): Promise<number> {
  const text = JSON.stringify(address)
  await db
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: now, last_outcome: 'forgotten' })
    .where('organisation', '=', organisation)
    .where('address', '=', text)
    .where('state', '=', 'ready')
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ address: '', dedupe_key: sql.ref<string>('id') })
    .where('organisation', '=', organisation)
    .where('address', '=', text)
    .where('state', '<>', 'sending')
    .executeTakeFirst()
  await removeUnread(db, organisation)
  return Number(numUpdatedRows)
}

async function withdraw(
  db: Kysely<Tables>,
  organisation: string,
  keyPrefix: string,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('delivery')
    .where('organisation', '=', organisation)
    .where('state', '=', 'ready')
    .where(sql`substr(dedupe_key, 1, ${sql.lit(keyPrefix.length)})`, '=', keyPrefix)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await removeUnread(db, organisation)
  return Number(numDeletedRows)
}

async function sweep(db: Kysely<Tables>, organisation: string, now: number): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: now })
    .where('organisation', '=', organisation)
    .where('lane', '=', 'bulk')
    .where('state', '=', 'ready')
    .where(isCancelled)
    .execute()
  await removeUnread(db, organisation)
}

async function removeUnread(db: Kysely<Tables>, organisation: string): Promise<void> {
  await db
    .deleteFrom('message')
    .where('organisation', '=', organisation)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.message', '=', 'message.id')
            .where('delivery.state', 'in', ['ready', 'sending']),
        ),
      ),
    )
    .execute()
}

async function purgeBefore(
  db: Kysely<Tables>,
  organisation: string,
  moment: number,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('delivery')
    .where('organisation', '=', organisation)
    .where('state', 'not in', ['ready', 'sending'])
    .where('ended_at', '<', moment)
    .executeTakeFirst()
  await db
    .deleteFrom('batch')
    .where('organisation', '=', organisation)
    .where('created_at', '<', moment)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.batch', '=', 'batch.id'),
        ),
      ),
    )
    .execute()
  await removeUnread(db, organisation)
  return Number(numDeletedRows)
}
