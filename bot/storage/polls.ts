/** Polls: series, rounds, and what may be shown of those that closed. */
import type { Insertable, Kysely } from 'kysely'
import { z } from 'zod'
import type { Plan } from '../polls/plan.ts'
import { Question } from '../polls/question.ts'
import { Series } from '../polls/series.ts'
import { Thresholds } from '../polls/thresholds.ts'
import { RoundUnit } from '../polls/units.ts'
import { inTransaction } from './in-transaction.ts'
import { wipeAll } from './participation.ts'
import type { PlanMemory } from './plan-memory.ts'
import { plansOn } from './plans.ts'
import { jsonReader } from './read-json.ts'
import type { PollStore, Round } from './rounds.ts'
import type { PollRoundTable, Tables } from './tables.ts'

/** @param memory for reading outside a transaction */
export function createPollStore(db: Kysely<Tables>, memory?: PlanMemory): PollStore {
  return {
    ...seriesOn(db),
    ...roundsOn(db),
    ...changesOn(db),
    ...plansOn(db, memory),
    ...optOutsOn(db),
  }
}

type Part<Names extends keyof PollStore> = Pick<PollStore, Names>

function seriesOn(db: Kysely<Tables>): Part<'series' | 'startSeries' | 'stopSeries'> {
  return {
    series: async (organisation) => {
      // Two that were started at once both run until one is stopped: the newest counts.
      const row = await db
        .selectFrom('poll_series')
        .select('series')
        .where('organisation', '=', organisation)
        .where('stopped_at', 'is', null)
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row && Series.parse(JSON.parse(row.series))
    },
    startSeries: (organisation, series, now) =>
      inTransaction(db, (trx) => startSeries(trx, organisation, series, now)),
    stopSeries: async (organisation, now) =>
      (await stopOthers(db, organisation, undefined, now)) > 0,
  }
}

/** The same one again changes nothing: neither its moment, nor that it was stopped since. */
async function startSeries(
  db: Kysely<Tables>,
  organisation: string,
  series: Series,
  now: number,
): Promise<void> {
  const { id } = series
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('poll_series')
    .values({
      organisation,
      id,
      series: JSON.stringify(series),
      started_at: now,
      stopped_at: null,
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await stopOthers(db, organisation, id, now)
}

async function stopOthers(
  db: Kysely<Tables>,
  organisation: string,
  keep: string | undefined,
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('poll_series')
    .set({ stopped_at: now })
    .where('organisation', '=', organisation)
    .where('stopped_at', 'is', null)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function roundsOn(
  db: Kysely<Tables>,
): Part<'addRound' | 'round' | 'openRound' | 'openEverywhere' | 'rounds' | 'lastPlanned'> {
  const rows = (organisation: string) =>
    db.selectFrom('poll_round').selectAll().where('organisation', '=', organisation)

  return {
    addRound: async (organisation, round) => {
      // On any conflict: the date, the id, or a round that is open already.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('poll_round')
        .values(rowOf(organisation, round))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    round: async (organisation, id) => {
      const row = await rows(organisation).where('id', '=', id).executeTakeFirst()
      return row && roundOf(row)
    },
    openRound: async (organisation) => {
      const open = rows(organisation).where('state', '=', 'open')
      const row = await open.orderBy('demo').orderBy('opens_at', 'desc').limit(1).executeTakeFirst()
      return row && roundOf(row)
    },
    openEverywhere: async () => {
      const open = db.selectFrom('poll_round').select('id').where('state', '=', 'open')
      return (await open.orderBy('id').execute()).map(({ id }) => id)
    },
    rounds: async (organisation) => {
      const newestFirst = rows(organisation).orderBy('opens_at', 'desc').orderBy('id')
      return (await newestFirst.execute()).map(roundOf)
    },
    lastPlanned: async (organisation, series) => {
      const { last } = await db
        .selectFrom('poll_round')
        .select(({ fn }) => fn.max<string | null>('planned').as('last'))
        .where('organisation', '=', organisation)
        .where('series', '=', series)
        .executeTakeFirstOrThrow()
      return last ?? undefined
    },
  }
}

function changesOn(
  db: Kysely<Tables>,
): Part<'reminded' | 'close' | 'lose' | 'loseOpen' | 'removeDemo' | 'forgetBefore'> {
  return {
    reminded: async (organisation, round, before) => {
      const { numUpdatedRows } = await anOpen(db, organisation, round)
        .set({ reminders: before + 1 })
        .where('reminders', '=', before)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    // What `planOf` reads, it reads with the stores of the transaction that this is in.
    close: (organisation, round, planOf) =>
      inTransaction(db, (trx) => close(trx, organisation, round, planOf)),
    lose: async (organisation, round) => {
      const lost = anOpen(db, organisation, round).set({ state: 'lost' })
      return (await lost.executeTakeFirst()).numUpdatedRows === 1n
    },
    loseOpen: () => inTransaction(db, loseOpen),
    removeDemo: (organisation) =>
      inTransaction(db, (trx) =>
        remove(trx, organisation, (rounds) => rounds.where('demo', '=', 1)),
      ),
    forgetBefore: (organisation, moment) =>
      inTransaction(db, (trx) =>
        remove(trx, organisation, (rounds) =>
          rounds.where('state', '<>', 'open').where('closes_at', '<', moment),
        ),
      ),
  }
}

function anOpen(db: Kysely<Tables>, organisation: string, round: string) {
  return db
    .updateTable('poll_round')
    .where('organisation', '=', organisation)
    .where('id', '=', round)
    .where('state', '=', 'open')
}

async function close(
  db: Kysely<Tables>,
  organisation: string,
  round: string,
  planOf: () => Promise<Plan>,
): Promise<boolean> {
  const { numUpdatedRows } = await anOpen(db, organisation, round)
    .set({ state: 'closed' })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const plan = JSON.stringify(await planOf())
  await db.insertInto('poll_plan').values({ organisation, round, plan }).execute()
  return true
}

async function loseOpen(db: Kysely<Tables>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('poll_round')
    .set({ state: 'lost' })
    .where('state', '=', 'open')
    .executeTakeFirst()
  await wipeAll(db)
  return Number(numUpdatedRows)
}

type Rounds = ReturnType<typeof roundsOf>

const roundsOf = (db: Kysely<Tables>, organisation: string) =>
  db.deleteFrom('poll_round').where('organisation', '=', organisation)

async function remove(
  db: Kysely<Tables>,
  organisation: string,
  which: (rounds: Rounds) => Rounds,
): Promise<number> {
  const removed = await which(roundsOf(db, organisation)).returning('id').execute()
  if (removed.length === 0) return 0
  const rounds = removed.map(({ id }) => id)
  await db
    .deleteFrom('poll_plan')
    .where('organisation', '=', organisation)
    .where('round', 'in', rounds)
    .execute()
  await wipeAll(db, { organisation, rounds })
  return removed.length
}

function optOutsOn(db: Kysely<Tables>): Part<'optOuts' | 'optOut' | 'optIn'> {
  return {
    optOuts: async (organisation) => {
      const rows = await db
        .selectFrom('poll_opt_out')
        .select('tag')
        .where('organisation', '=', organisation)
        .execute()
      return new Set(rows.map(({ tag }) => tag))
    },
    optOut: async (organisation, tag) => {
      await db
        .insertInto('poll_opt_out')
        .values({ organisation, tag })
        .onConflict((conflict) => conflict.columns(['organisation', 'tag']).doNothing())
        .execute()
    },
    optIn: async (organisation, tag) => {
      const { numDeletedRows } = await db
        .deleteFrom('poll_opt_out')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

const Frozen = z.strictObject({
  questions: z.array(Question),
  thresholds: Thresholds,
  units: z.array(RoundUnit),
  asked: z.int().min(0),
})

const readFrozen = jsonReader(Frozen)

function rowOf(organisation: string, round: Round): Insertable<PollRoundTable> {
  const { index, opensAt, closesAt, demo, frozen, ...same } = round
  return {
    organisation,
    ...same,
    round_index: index,
    opens_at: opensAt,
    closes_at: closesAt,
    demo: demo ? 1 : 0,
    frozen: frozen === undefined ? null : JSON.stringify(frozen),
  }
}

function roundOf(row: PollRoundTable): Round {
  const { id, series, planned, state, reminders, frozen } = row
  return {
    id,
    series,
    planned,
    index: row.round_index,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    state,
    reminders,
    demo: row.demo === 1,
    ...(frozen === null ? {} : { frozen: readFrozen(frozen) }),
  }
}
