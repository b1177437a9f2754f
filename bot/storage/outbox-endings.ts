/** Outbox, endings: what is not to be said any more, and what need not be kept. */
import { type Kysely, sql } from 'kysely'
import type { Address } from '../contract/message.ts'
import type { Endings } from './deliveries.ts'
import { inTransaction } from './in-transaction.ts'
import { isCancelled } from './outbox-claims.ts'
import type { Tables } from './tables.ts'

export function createEndings(db: Kysely<Tables>): Endings {
  return {
    cancel: (organisation, batch, now) =>
      inTransaction(db, (trx) => cancel(trx, organisation, batch, now)),
    cancelUnfinished: (reason, now) => inTransaction(db, (trx) => cancelAll(trx, reason, now)),
    forget: (organisation, address, now) =>
      inTransaction(db, (trx) => forget(trx, organisation, address, now)),
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

async function cancelAll(db: Kysely<Tables>, reason: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', ended_at: now, last_outcome: reason, lease_owner: null })
    .where('state', 'in', ['ready', 'sending'])
    .executeTakeFirst()
  await db
    .updateTable('delivery')
    .set({ address: '', dedupe_key: sql.ref<string>('id') })
    .where('lane', '=', 'interactive')
    .where('state', '=', 'cancelled')
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
