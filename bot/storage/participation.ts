/**
 * Participation: what exists of a round while it is open, and of nobody's answers.
 *
 * No row and no column tells in which order people answered. What the engines themselves keep of
 * that until a round closes is gone after `Storage.scrub`, as far as it says.
 */
import { setImmediate as others } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { UnitTally } from '../polls/tally.ts'
import type { Engine } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { take } from './participation-take.ts'
import type { Eligible, ParticipationStore } from './rounds.ts'
import { OF_OPEN_ROUNDS, type PollCounterTable, type Tables } from './tables.ts'

export function createParticipationStore(db: Kysely<Tables>, engine: Engine): ParticipationStore {
  return {
    open: (organisation, round, start) =>
      inTransaction(db, (trx) => open(trx, { organisation, round }, start)),
    take: (organisation, round, taking, now) =>
      inTransaction(db, (trx) => take(trx, engine, { organisation, round, ...taking, now })),
    tallies: (organisation, round) => tallies(db, { organisation, round }),
    ...peopleOn(db),
    ...hashesOn(db),
    ...saltsOn(db),
    wipe: (organisation, round) =>
      inTransaction(db, (trx) => wipeAll(trx, { organisation, rounds: [round] })),
  }
}

type Part<Names extends keyof ParticipationStore> = Pick<ParticipationStore, Names>
type OfRound = Readonly<{ organisation: string; round: string }>

/** Keeps SQLite's driver, which has everybody wait while it works, under 50 ms. */
const ROWS_AT_ONCE = 250

async function inParts<Row>(
  rows: readonly Row[],
  insert: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await insert(rows.slice(from, from + ROWS_AT_ONCE))
    await others()
  }
}

type Start = Parameters<ParticipationStore['open']>[2]

async function open(
  db: Kysely<Tables>,
  { organisation, round }: OfRound,
  { eligible, units, questions }: Start,
): Promise<void> {
  await inParts(eligible, (part) =>
    db
      .insertInto('poll_person')
      .values(part.map(({ person, unit }) => ({ organisation, round, person, unit })))
      .execute(),
  )
  const counters: readonly PollCounterTable[] = units.flatMap(({ path: unit }) =>
    questions.flatMap(({ id: question, options }) =>
      options.map(({ value: option }) => ({ organisation, round, unit, question, option, n: 0 })),
    ),
  )
  await inParts(counters, (part) =>
    db
      .insertInto('poll_counter')
      .values([...part])
      .execute(),
  )
}

async function tallies(
  db: Kysely<Tables>,
  { organisation, round }: OfRound,
): Promise<readonly UnitTally[]> {
  const rows = await db
    .selectFrom('poll_counter')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('round', '=', round)
    .execute()
  return [...Map.groupBy(rows, ({ unit }) => unit)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([unit, counters]) => ({ unit, counts: countsOf(counters) }))
}

function countsOf(counters: readonly PollCounterTable[]): UnitTally['counts'] {
  const byQuestion = [...Map.groupBy(counters, ({ question }) => question)]
  return Object.fromEntries(
    byQuestion.map(([question, options]) => [
      question,
      Object.fromEntries(options.map(({ option, n }) => [option, n])),
    ]),
  )
}

function peopleOn(db: Kysely<Tables>): Part<'unitOf' | 'eligible' | 'forgetPerson'> {
  const people = (organisation: string, round: string) =>
    db
      .selectFrom('poll_person')
      .select(['person', 'unit'])
      .where('organisation', '=', organisation)
      .where('round', '=', round)

  return {
    unitOf: async (organisation, round, person) => {
      const row = await people(organisation, round).where('person', '=', person).executeTakeFirst()
      return row?.unit
    },
    eligible: (organisation, round): Promise<readonly Eligible[]> =>
      people(organisation, round).orderBy('person').execute(),
    forgetPerson: async (organisation, person) => {
      const { numDeletedRows } = await db
        .deleteFrom('poll_person')
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

function hashesOn(db: Kysely<Tables>): Part<'hasTaken' | 'takers' | 'leaveAlone' | 'leftAlone'> {
  const tags = (table: 'poll_taker' | 'poll_wish', organisation: string, round: string) =>
    db
      .selectFrom(table)
      .select('tag')
      .where('organisation', '=', organisation)
      .where('round', '=', round)

  return {
    hasTaken: async (organisation, round, tag) => {
      const taken = tags('poll_taker', organisation, round).where('tag', '=', tag)
      return (await taken.executeTakeFirst()) !== undefined
    },
    takers: async (organisation, round) => {
      const rows = await tags('poll_taker', organisation, round).execute()
      return new Set(rows.map(({ tag }) => tag))
    },
    leaveAlone: async (organisation, round, tag, until) => {
      // Of two wishes the one that leaves them alone longest.
      await db
        .insertInto('poll_wish')
        .values({ organisation, round, tag, until })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation', 'round', 'tag'])
            .doUpdateSet({ until })
            .where('poll_wish.until', '<', until),
        )
        .execute()
    },
    leftAlone: async (organisation, round, date) => {
      const rows = await tags('poll_wish', organisation, round).where('until', '>=', date).execute()
      return new Set(rows.map(({ tag }) => tag))
    },
  }
}

function saltsOn(db: Kysely<Tables>): Part<'salt' | 'keepSalt'> {
  return {
    salt: async (organisation, round) => {
      const row = await db
        .selectFrom('poll_salt')
        .select('salt')
        .where('organisation', '=', organisation)
        .where('round', '=', round)
        .executeTakeFirst()
      return row?.salt
    },
    // The first stays: answers may have been counted with it.
    keepSalt: async (organisation, round, salt) => {
      await db
        .insertInto('poll_salt')
        .values({ organisation, round, salt })
        .onConflict((conflict) => conflict.columns(['organisation', 'round']).doNothing())
        .execute()
    },
  }
}

/** @param of all rounds of all organisations when it is absent */
export async function wipeAll(
  db: Kysely<Tables>,
  of?: Readonly<{ organisation: string; rounds: readonly string[] }>,
): Promise<void> {
  for (const table of OF_OPEN_ROUNDS) {
    await db
      .deleteFrom(table)
      .$if(of !== undefined, (query) =>
        query
          .where('organisation', '=', of?.organisation ?? '')
          .where('round', 'in', of?.rounds ?? []),
      )
      .execute()
    await others()
  }
}
