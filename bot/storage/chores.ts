/** Chores: recurring jobs that are done once for a moment, whatever the number of processes. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Chore = Readonly<{
  name: string
  /** '' for a chore of the whole installation. */
  organisation: string
  /** What it was due for, such as a date or a week; sorts as text. */
  due: string
}>

export type ChoreStore = Readonly<{
  isDone: (chore: Chore) => Promise<boolean>
  /** True for the first who claims it; use it in the transaction that does the chore. */
  claim: (chore: Chore, now: number) => Promise<boolean>
  /** @returns how many claims before the moment were removed */
  forgetBefore: (moment: number) => Promise<number>
}>

export function createChoreStore(db: Kysely<Tables>): ChoreStore {
  return {
    isDone: async ({ name, organisation, due }) => {
      const row = await db
        .selectFrom('chore')
        .select('name')
        .where('name', '=', name)
        .where('organisation', '=', organisation)
        .where('due', '=', due)
        .executeTakeFirst()
      return row !== undefined
    },
    claim: async ({ name, organisation, due }, now) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('chore')
        .values({ name, organisation, due, done_at: now })
        .onConflict((conflict) => conflict.columns(['name', 'organisation', 'due']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    forgetBefore: async (moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('chore')
        .where('done_at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
