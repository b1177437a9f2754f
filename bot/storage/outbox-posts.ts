/** Outbox, posts: puts in what is to be said. */
import { setImmediate as others } from 'node:timers/promises'
import type { Insertable, Kysely } from 'kysely'
import type { FanOut, Post, Posts, Recipient } from './deliveries.ts'
import { inTransaction } from './in-transaction.ts'
import type { DeliveryTable, Tables } from './tables.ts'

export function createPosts(db: Kysely<Tables>): Posts {
  return {
    post: (post, now) => inTransaction(db, (trx) => insertPost(trx, post, now)),
    fanOut: (fanOut, now) => inTransaction(db, (trx) => insertFanOut(trx, fanOut, now)),
  }
}

async function insertPost(db: Kysely<Tables>, post: Post, now: number): Promise<boolean> {
  const { id, organisation, content } = post
  const row = { ...newRow(post, now), message: id, lane: 'interactive', hours: 'any' } as const
  if ((await insert(db, [row])) === 0) return false
  await db
    .insertInto('message')
    .values({ id, organisation, content: JSON.stringify(content), created_at: now })
    .execute()
  return true
}

/** So few that SQLite's driver, which keeps everybody waiting while it works, is done in some 30 ms. */
const ROWS = 250

async function insertFanOut(db: Kysely<Tables>, fanOut: FanOut, now: number): Promise<number> {
  await insertBatch(db, fanOut, now)
  let added = 0
  for (let from = 0; from < fanOut.recipients.length; from += ROWS) {
    const recipients = fanOut.recipients.slice(from, from + ROWS)
    added += await insert(
      db,
      recipients.map((recipient) => bulkRow(recipient, fanOut, now)),
    )
    await others() // SQLite's driver keeps everybody waiting while it works
  }
  return added
}

async function insertBatch(db: Kysely<Tables>, fanOut: FanOut, now: number): Promise<void> {
  const { batch, organisation, messages } = fanOut
  await db
    .insertInto('batch')
    .values({ id: batch, organisation, class: fanOut.class, created_at: now, cancelled_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const rows = messages.map((content) => ({
    id: messageId(batch, content.language),
    organisation,
    content: JSON.stringify(content),
    created_at: now,
  }))
  await db
    .insertInto('message')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

type NewRow = Insertable<DeliveryTable>

async function insert(db: Kysely<Tables>, rows: readonly NewRow[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('delivery')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['organisation', 'dedupe_key']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

function bulkRow(recipient: Recipient, fanOut: FanOut, now: number): NewRow {
  const { batch, organisation, hours, messages } = fanOut
  const inLanguage = messages.find(({ language }) => language === recipient.language)
  const language = (inLanguage ?? messages[0])?.language
  if (language === undefined) throw new Error(`batch "${batch}" has no message to send`)
  return {
    ...newRow({ ...recipient, organisation, class: fanOut.class }, now),
    message: messageId(batch, language),
    lane: 'bulk',
    hours,
    batch,
  }
}

function newRow(
  post: Pick<Post, 'id' | 'organisation' | 'class' | 'dedupeKey' | 'address'>,
  now: number,
) {
  const { id, organisation, dedupeKey, address } = post
  return {
    id,
    organisation,
    class: post.class,
    platform: address.platform,
    address: JSON.stringify(address),
    dedupe_key: dedupeKey,
    state: 'ready',
    attempts: 0,
    unknowns: 0,
    run_at: now,
    created_at: now,
  } as const
}

/** Of what is said to all in a batch who get it in that language. */
export function messageId(batch: string, language: string): string {
  return `${batch}:${language}`
}
