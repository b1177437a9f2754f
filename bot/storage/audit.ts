/**
 * Audit: who changed what, append-only and chained by hash, so that a change afterwards shows.
 *
 * Who may write to the database itself can still rewrite a whole chain: an auditor who notes the
 * last hash now and then notices that too.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inTransaction } from './in-transaction.ts'
import type { AuditHeadTable, AuditTable, Tables } from './tables.ts'

export type AuditEntry = Readonly<{
  /** Roster id of who did it, or "command line". */
  actor: string
  /** In kebab-case, such as "escalation-answered". */
  action: string
  /** Id of what it was done to; never text that somebody typed. */
  object: string
  details?: Readonly<Record<string, string | number | boolean>>
}>

export type AuditRow = AuditEntry & Readonly<{ sequence: number; at: number; hash: string }>

export type AuditVerdict =
  | Readonly<{ kind: 'intact'; rows: number; lastHash: string }>
  /** The first row that does not fit. */
  | Readonly<{ kind: 'broken'; sequence: number; reason: string }>

export type AuditStore = Readonly<{
  /** In the transaction of the change itself, as its last step: others wait until it is over. */
  append: (organisation: string, entry: AuditEntry, now: number) => Promise<void>
  /** Oldest first. */
  list: (organisation: string) => Promise<readonly AuditRow[]>
  verify: (organisation: string) => Promise<AuditVerdict>
  /** Retention; what is left still verifies. @returns how many rows went */
  forgetBefore: (organisation: string, moment: number) => Promise<number>
}>

/** What the first row of all follows. */
const BEGINNING = ''
const ROWS_AT_ONCE = 1_000

export function createAuditStore(db: Kysely<Tables>): AuditStore {
  return {
    append: (organisation, entry, now) =>
      inTransaction(db, (trx) => append(trx, organisation, entry, now)),
    list: async (organisation) => {
      const rows = await rowsAfter(db, organisation, 0).execute()
      return rows.map(({ sequence, at, actor, action, object, details, hash }) => {
        return { sequence, at, actor, action, object, hash, ...detailsIn(details) }
      })
    },
    verify: (organisation) => inTransaction(db, (trx) => verify(trx, organisation)),
    forgetBefore: (organisation, moment) =>
      inTransaction(db, (trx) => forgetBefore(trx, organisation, moment)),
  }
}

/** Takes the next number: the update makes other transactions of this organisation wait. */
async function append(
  db: Kysely<Tables>,
  organisation: string,
  entry: AuditEntry,
  now: number,
): Promise<void> {
  await db
    .insertInto('audit_head')
    .values({ organisation, first: 1, first_previous: BEGINNING, last: 0, last_hash: BEGINNING })
    .onConflict((conflict) => conflict.column('organisation').doNothing())
    .execute()
  const { last, last_hash } = await db
    .updateTable('audit_head')
    .set((eb) => ({ last: eb('last', '+', 1) }))
    .where('organisation', '=', organisation)
    .returning(['last', 'last_hash'])
    .executeTakeFirstOrThrow()

  const { actor, action, object } = entry
  const details = sortedJson(entry.details ?? {})
  const fields = { organisation, sequence: last, at: now, actor, action, object, details }
  const row = { ...fields, previous: last_hash }
  const hash = hashOf(row)
  await db
    .insertInto('audit')
    .values({ ...row, hash })
    .execute()
  await db
    .updateTable('audit_head')
    .set({ last_hash: hash })
    .where('organisation', '=', organisation)
    .execute()
}

function hashOf(row: Omit<AuditTable, 'hash'>): string {
  const { previous, organisation, sequence, at, actor, action, object, details } = row
  const text = JSON.stringify([
    previous,
    organisation,
    sequence,
    at,
    actor,
    action,
    object,
    details,
  ])
  return createHash('sha256').update(text).digest('hex')
}

const sortedJson = (details: NonNullable<AuditEntry['details']>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))))

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** A row that somebody spoiled must not keep an auditor from reading the others. */
function detailsIn(json: string): Pick<AuditEntry, 'details'> {
  const details = z.preprocess(parseOrNothing, Details).safeParse(json).data ?? { unreadable: true }
  return Object.keys(details).length === 0 ? {} : { details }
}

function parseOrNothing(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return undefined
  }
}

const rowsAfter = (db: Kysely<Tables>, organisation: string, sequence: number) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('sequence', '>', sequence)
    .orderBy('sequence')

/** Nothing is appended until the transaction is over. */
function lockedHead(db: Kysely<Tables>, organisation: string): Promise<AuditHeadTable | undefined> {
  return db
    .updateTable('audit_head')
    .set((eb) => ({ last: eb.ref('last') }))
    .where('organisation', '=', organisation)
    .returningAll()
    .executeTakeFirst()
}

async function verify(db: Kysely<Tables>, organisation: string): Promise<AuditVerdict> {
  const head = await lockedHead(db, organisation)
  const chain = { sequence: (head?.first ?? 1) - 1, hash: head?.first_previous ?? BEGINNING }
  const lowest = await rowsAfter(db, organisation, Number.MIN_SAFE_INTEGER).limit(1).execute()
  let rows: readonly AuditTable[] = lowest.filter(({ sequence }) => sequence <= chain.sequence)
  for (;;) {
    for (const row of rows) {
      const reason = misfit(row, chain, head)
      if (reason !== undefined) return { kind: 'broken', ...reason }
      chain.sequence = row.sequence
      chain.hash = row.hash
    }
    rows = await rowsAfter(db, organisation, chain.sequence).limit(ROWS_AT_ONCE).execute()
    if (rows.length === 0) return verdictAtEnd(chain, head)
  }
}

type Chain = { sequence: number; hash: string }
type Misfit = Readonly<{ sequence: number; reason: string }>

/** Why the row cannot be the one after the chain so far. */
function misfit(
  row: AuditTable,
  chain: Readonly<Chain>,
  head: AuditHeadTable | undefined,
): Misfit | undefined {
  const { sequence } = row
  const expected = chain.sequence + 1
  if (head === undefined) return { sequence, reason: 'there are rows, but no record of the chain' }
  if (sequence < expected)
    return { sequence, reason: 'this row lies before the first that is kept' }
  if (sequence > head.last) return { sequence, reason: 'this row was never appended' }
  if (sequence > expected) return { sequence: expected, reason: missing(expected, sequence - 1) }
  if (row.hash !== hashOf(row)) return { sequence, reason: 'this row was changed' }
  if (row.previous !== chain.hash)
    return { sequence, reason: 'this row does not follow the row before it' }
  return undefined
}

const missing = (from: number, to: number): string =>
  from === to ? 'this row was removed' : `the rows ${from} to ${to} were removed`

function verdictAtEnd(chain: Readonly<Chain>, head: AuditHeadTable | undefined): AuditVerdict {
  if (head === undefined) return { kind: 'intact', rows: 0, lastHash: BEGINNING }
  const sequence = chain.sequence + 1
  if (chain.sequence < head.last)
    return { kind: 'broken', sequence, reason: missing(sequence, head.last) }
  if (chain.hash !== head.last_hash)
    return { kind: 'broken', sequence: chain.sequence, reason: 'this is not the last row' }
  return { kind: 'intact', rows: head.last - head.first + 1, lastHash: head.last_hash }
}

/** Rows go from the oldest on, until the first that must stay: a clock may have run wrong. */
async function forgetBefore(
  db: Kysely<Tables>,
  organisation: string,
  moment: number,
): Promise<number> {
  const head = await lockedHead(db, organisation)
  if (head === undefined) return 0
  const staying = await rowsAfter(db, organisation, 0)
    .where('at', '>=', moment)
    .limit(1)
    .executeTakeFirst()
  const first = staying?.sequence ?? head.last + 1

  await db
    .updateTable('audit_head')
    .set({ first, first_previous: staying?.previous ?? head.last_hash })
    .where('organisation', '=', organisation)
    .execute()
  const { numDeletedRows } = await db
    .deleteFrom('audit')
    .where('organisation', '=', organisation)
    .where('sequence', '<', first)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
