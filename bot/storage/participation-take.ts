/** Participation, taking: one person's answers are counted, once, and are nowhere after that. */
import type { Kysely } from 'kysely'
import type { Engine } from './database.ts'
import type { Taking } from './rounds.ts'
import type { Tables } from './tables.ts'

type Take = Taking & Readonly<{ organisation: string; round: string; now: number }>
type Counter = Readonly<{ question: string; option: string }>

/**
 * PostgreSQL locks in one order: first the round, which those who answer share and who closes it
 * does not, so that each is counted before the close or refused; then the counters of the unit, so
 * that people of one unit take turns.
 *
 * @throws Error for a unit, question or option that the round does not have, and for a question
 *   without an answer; nothing is kept then.
 */
export async function take(
  db: Kysely<Tables>,
  engine: Engine,
  taking: Take,
): Promise<'counted' | 'taken-before' | 'closed'> {
  if (!(await isOpen(db, engine, taking))) return 'closed'
  check(taking, await countersOf(db, engine, taking))
  if (!(await addTag(db, taking))) return 'taken-before'
  await count(db, taking)
  return 'counted'
}

async function isOpen(
  db: Kysely<Tables>,
  engine: Engine,
  { organisation, round, now }: Take,
): Promise<boolean> {
  const open = db
    .selectFrom('poll_round')
    .select('id')
    .where('organisation', '=', organisation)
    .where('id', '=', round)
    .where('state', '=', 'open')
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
  const row = await (engine === 'postgres' ? open.forShare() : open).executeTakeFirst()
  return row !== undefined
}

function countersOf(
  db: Kysely<Tables>,
  engine: Engine,
  { organisation, round, unit }: Take,
): Promise<readonly Counter[]> {
  const counters = db
    .selectFrom('poll_counter')
    .select(['question', 'option'])
    .where('organisation', '=', organisation)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .orderBy('question')
    .orderBy('option')
  return (engine === 'postgres' ? counters.forUpdate() : counters).execute()
}

/** Names neither the person nor what was chosen: errors are logged. */
function check({ chosen }: Take, counters: readonly Counter[]): void {
  const hits = counters.filter(({ question, option }) => chosen[question] === option).length
  const questions = new Set(counters.map(({ question }) => question)).size
  if (questions === 0) throw new Error('a round has no such unit')
  if (hits !== questions || Object.keys(chosen).length !== questions)
    throw new Error('the answers are not those that the round asks for')
}

async function addTag(db: Kysely<Tables>, { organisation, round, tag }: Take): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('poll_taker')
    .values({ organisation, round, tag })
    .onConflict((conflict) => conflict.columns(['organisation', 'round', 'tag']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** In one statement over all of the unit, so that every row of it is written. */
async function count(
  db: Kysely<Tables>,
  { organisation, round, unit, chosen }: Take,
): Promise<void> {
  await db
    .updateTable('poll_counter')
    .set((eb) => {
      const isChosen = Object.entries(chosen).map(([question, option]) =>
        eb.and({ question, option }),
      )
      const step = eb.case().when(eb.or(isChosen)).then(eb.lit(1)).else(eb.lit(0)).end()
      return { n: eb('n', '+', step) }
    })
    .where('organisation', '=', organisation)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .execute()
}
