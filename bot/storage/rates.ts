/** Rates: how fast a tenant's platform may be written to, shared by all processes. */
import type { Kysely } from 'kysely'
import type { Platform } from '../contract/message.ts'
import type { Engine } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import type { RateTable, Tables } from './tables.ts'

export type Rate = Readonly<{
  /** Messages that may be sent at once; below zero after more calls than were foreseen. */
  tokens: number
  updatedAt: number
  perSecond: number
  /** Nothing is sent before this moment. */
  pausedUntil: number
  /** When the speed changed last. */
  changedAt: number
}>

export type RateStore = Readonly<{
  find: (organisation: string, platform: Platform) => Promise<Rate | undefined>
  /** No other process changes it meanwhile, until the transaction ends. @returns the changed rate */
  change: (
    organisation: string,
    platform: Platform,
    change: (rate: Rate | undefined) => Rate | Promise<Rate>,
  ) => Promise<Rate>
}>

export function createRateStore(db: Kysely<Tables>, engine: Engine): RateStore {
  return {
    find: async (organisation, platform) => {
      const row = await rowsOf(db, keyOf(organisation, platform)).executeTakeFirst()
      return row && rateOf(row)
    },
    change: (organisation, platform, change) =>
      inTransaction(db, async (trx) => {
        const key = keyOf(organisation, platform)
        const row = rowsOf(trx, key)
        const known = await (engine === 'postgres' ? row.forUpdate() : row).executeTakeFirst()
        const changed = await change(known && rateOf(known))
        await save(trx, key, changed)
        return changed
      }),
  }
}

function keyOf(organisation: string, platform: Platform): string {
  return `${organisation}/${platform}`
}

function rowsOf(db: Kysely<Tables>, key: string) {
  return db.selectFrom('rate').selectAll().where('key', '=', key)
}

function rateOf(row: RateTable): Rate {
  return {
    tokens: row.tokens,
    updatedAt: row.updated_at,
    perSecond: row.per_second,
    pausedUntil: row.paused_until,
    changedAt: row.changed_at,
  }
}

async function save(db: Kysely<Tables>, key: string, rate: Rate): Promise<void> {
  const row = {
    tokens: rate.tokens,
    updated_at: rate.updatedAt,
    per_second: rate.perSecond,
    paused_until: rate.pausedUntil,
    changed_at: rate.changedAt,
  }
  await db
    .insertInto('rate')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}
