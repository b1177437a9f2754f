/** Feedback: how often a section helped, added up by section and version; no person, no moment. */
import type { Kysely } from 'kysely'
import type { Verdict } from '../contract/action.ts'
import { inTransaction } from './in-transaction.ts'
import type { Tables } from './tables.ts'

export type Feedback = Readonly<{ section: string; version: string; verdict: Verdict; n: number }>

/** In the place of a version, of ratings that were made up to show the page with. */
export const DEMO_VERSION = '(demo)'

export type FeedbackStore = Readonly<{
  add: (organisation: string, feedback: Omit<Feedback, 'n'>) => Promise<void>
  /** Takes the place of an earlier demo. */
  setDemo: (organisation: string, ratings: readonly Omit<Feedback, 'version'>[]) => Promise<void>
  /** By section, version and verdict, in that order. */
  list: (organisation: string) => Promise<readonly Feedback[]>
}>

export function createFeedbackStore(db: Kysely<Tables>): FeedbackStore {
  return {
    add: async (organisation, { section, version, verdict }) => {
      await db
        .insertInto('feedback')
        .values({ organisation, section, version, verdict, n: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation', 'section', 'version', 'verdict'])
            .doUpdateSet((eb) => ({ n: eb('feedback.n', '+', 1) })),
        )
        .execute()
    },
    setDemo: (organisation, ratings) =>
      inTransaction(db, async (trx) => {
        await trx
          .deleteFrom('feedback')
          .where('organisation', '=', organisation)
          .where('version', '=', DEMO_VERSION)
          .execute()
        const rows = ratings.map((rating) => ({ organisation, version: DEMO_VERSION, ...rating }))
        if (rows.length > 0) await trx.insertInto('feedback').values(rows).execute()
      }),
    list: async (organisation) => {
      const rows = await db
        .selectFrom('feedback')
        .select(['section', 'version', 'verdict', 'n'])
        .where('organisation', '=', organisation)
        .orderBy('section')
        .orderBy('version')
        .orderBy('verdict')
        .execute()
      return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }))
    },
  }
}
