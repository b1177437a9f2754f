/** Outbox, claims: who sends what, and how it ended. */
import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { Address, MessageClass, Platform } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import type { Engine } from './database.ts'
import type { Claimed, Claims, Contents, Lease, Queue, Settlement } from './deliveries.ts'
import type { DeliveryTable, Tables } from './tables.ts'

export function createClaims(db: Kysely<Tables>, engine: Engine): Claims {
  return {
    isDue: async (queue, now) => (await due(db, queue, now).executeTakeFirst()) !== undefined,
    claim: (queue, lease) => claim(db, engine, queue, lease),
    putBack: async (organisation, platform, { owner, inHand }) => {
      await db
        .updateTable('delivery')
        .set((eb) => ({
          state: 'ready',
          lease_owner: null,
          lease_until: null,
          attempts: eb('attempts', '-', 1),
        }))
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('state', '=', 'sending')
        .where('lease_owner', '=', owner)
        .$if(inHand.length > 0, (query) => query.where('id', 'not in', inHand))
        .execute()
    },
    bringForward: async (organisation, platform, now) => {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ run_at: now })
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('lane', '=', 'interactive')
        .where('state', '=', 'ready')
        .where('run_at', '>', now)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
    takeOver: (organisation, lease) => takeOver(db, engine, organisation, lease),
    contents: (organisation, messages) => contents(db, organisation, messages),
    settle: async (organisation, settlements, by) => {
      let changed = 0
      for (const settlement of settlements)
        changed += await settle(db, organisation, settlement, by)
      return changed
    },
  }
}

function due(db: Kysely<Tables>, queue: Queue, now: number) {
  const { organisation, platform, lane, hours } = queue
  const ready = db
    .selectFrom('delivery')
    .select('id')
    .where('organisation', '=', organisation)
    .where('platform', '=', platform)
    .where('lane', '=', lane)
    .where('hours', '=', hours)
    .where('state', '=', 'ready')
    .where('run_at', '<=', now)
    .orderBy('run_at')
    .orderBy('id')
  return lane === 'interactive' ? ready : ready.where((eb) => eb.not(isCancelled(eb)))
}

/** A retry may have come back into a batch just after it was cancelled. */
export function isCancelled(eb: ExpressionBuilder<Tables, 'delivery'>) {
  return eb.exists(
    eb
      .selectFrom('batch')
      .select('batch.id')
      .whereRef('batch.id', '=', 'delivery.batch')
      .where('batch.cancelled_at', 'is not', null),
  )
}

async function claim(
  db: Kysely<Tables>,
  engine: Engine,
  queue: Queue,
  { owner, now, until, limit }: Lease,
): Promise<readonly Claimed[]> {
  const ids = due(db, queue, now).limit(limit)
  const rows = await db
    .updateTable('delivery')
    .set((eb) => ({
      state: 'sending',
      lease_owner: owner,
      lease_until: until,
      attempts: eb('attempts', '+', 1),
      first_tried_at: eb.fn.coalesce('first_tried_at', sql<number>`${now}`),
    }))
    .where('id', 'in', engine === 'postgres' ? ids.forUpdate().skipLocked() : ids)
    .returningAll()
    .execute()
  return rows.sort(byTurn).map(claimedOf)
}

/**
 * With SQLite there is one process, so every other owner is one that is no more; with PostgreSQL
 * nobody knows before the lease ends.
 */
async function takeOver(
  db: Kysely<Tables>,
  engine: Engine,
  organisation: string,
  { owner, now, until, limit }: Lease,
): Promise<readonly Claimed[]> {
  const abandoned = db
    .selectFrom('delivery')
    .select('id')
    .where('organisation', '=', organisation)
    .where('state', '=', 'sending')
    .where('lease_owner', '<>', owner)
    .limit(limit)
  const ids =
    engine === 'postgres'
      ? abandoned.where('lease_until', '<=', now).forUpdate().skipLocked()
      : abandoned
  const rows = await db
    .updateTable('delivery')
    .set({ lease_owner: owner, lease_until: until })
    .where('id', 'in', ids)
    .returningAll()
    .execute()
  return rows.sort(byTurn).map(claimedOf)
}

type Row = Selectable<DeliveryTable>

function byTurn(one: Row, other: Row): number {
  return one.run_at - other.run_at || (one.id < other.id ? -1 : 1)
}

const Sealed = z.object({ kind: z.literal('sealed'), platform: Platform, sealed: z.string() })
const StoredAddress = z.union([Sealed, Address])

function claimedOf(row: Row): Claimed {
  return {
    id: row.id,
    organisation: row.organisation,
    platform: Platform.parse(row.platform),
    class: MessageClass.parse(row.class),
    lane: row.lane,
    ...(row.batch === null ? {} : { batch: row.batch }),
    message: row.message,
    address: StoredAddress.parse(JSON.parse(row.address)),
    attempts: row.attempts,
    unknowns: row.unknowns,
    createdAt: row.created_at,
    firstTriedAt: row.first_tried_at ?? row.created_at,
  }
}

async function contents(
  db: Kysely<Tables>,
  organisation: string,
  messages: readonly string[],
): Promise<Contents> {
  if (messages.length === 0) return new Map()
  const rows = await db
    .selectFrom('message')
    .select(['id', 'content'])
    .where('organisation', '=', organisation)
    .where('id', 'in', messages)
    .execute()
  // Only the bot itself writes here; who cannot show a reply of another version says so.
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as Reply]))
}

type By = Readonly<{ owner: string; now: number }>

async function settle(
  db: Kysely<Tables>,
  organisation: string,
  settlement: Settlement,
  { owner, now }: By,
): Promise<number> {
  const { id, lane, next } = settlement
  if (lane === 'interactive' && next.state === 'sent') {
    const { numDeletedRows } = await db
      .deleteFrom('delivery')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .where('state', '=', 'sending')
      .executeTakeFirst()
    if (numDeletedRows > 0n) await removeContent(db, organisation, id)
    return Number(numDeletedRows)
  }
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set((eb) => ({ ...changesOf(eb, settlement), ...endOf(settlement, now) }))
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  if (numUpdatedRows > 0n && lane === 'interactive' && next.state !== 'ready')
    await removeContent(db, organisation, id)
  return Number(numUpdatedRows)
}

function changesOf(eb: ExpressionBuilder<Tables, 'delivery'>, settlement: Settlement) {
  const { next, outcome, isUnknown, reference } = settlement
  return {
    state: next.state,
    lease_owner: null,
    lease_until: null,
    ...(next.state === 'ready' ? { run_at: next.runAt } : {}),
    ...(outcome === undefined ? { attempts: eb('attempts', '-', 1) } : { last_outcome: outcome }),
    ...(isUnknown ? { unknowns: eb('unknowns', '+', 1) } : {}),
    ...(reference === undefined ? {} : { reference }),
  }
}

/** The row still counts; whom it was for is gone. */
function withoutTraces(id: string) {
  return { address: '', dedupe_key: id }
}

function endOf({ id, lane, next }: Settlement, now: number) {
  if (next.state === 'ready') return {}
  return { ended_at: now, ...(lane === 'interactive' ? withoutTraces(id) : {}) }
}

/** What is said to one person has the id of its delivery. */
async function removeContent(db: Kysely<Tables>, organisation: string, id: string): Promise<void> {
  await db
    .deleteFrom('message')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}
