/**
 * Helpful questions: what people asked when an answer helped them, masked; no person, no moment.
 * Later versions of the handbook are asked the same, so that nobody loses an answer unnoticed.
 */
import type { Kysely } from 'kysely'
import { inTransaction } from './in-transaction.ts'
import type { Tables } from './tables.ts'

export type HelpfulQuestion = Readonly<{
  /** Masked. */
  question: string
  /** Id of the section that helped. */
  section: string
  /** ISO date of the last time. */
  day: string
}>

export type HelpfulQuestionStore = Readonly<{
  /** The same question about the same section is there once. When there are too many the oldest go. */
  add: (organisation: string, helpful: HelpfulQuestion) => Promise<void>
  /** By section and question, in that order: not in that in which they came. */
  list: (organisation: string) => Promise<readonly HelpfulQuestion[]>
  forgetBefore: (organisation: string, day: string) => Promise<number>
}>

/** For each organisation. */
export const MAX_HELPFUL = 2_000

export function createHelpfulQuestionStore(db: Kysely<Tables>): HelpfulQuestionStore {
  return {
    add: (organisation, helpful) =>
      inTransaction(db, async (trx) => {
        await addTo(trx, organisation, helpful)
        await removeOldest(trx, organisation)
      }),
    list: (organisation) =>
      db
        .selectFrom('helpful_question')
        .select(['question', 'section', 'day'])
        .where('organisation', '=', organisation)
        .orderBy('section')
        .orderBy('question')
        .execute(),
    forgetBefore: async (organisation, day) => {
      const { numDeletedRows } = await db
        .deleteFrom('helpful_question')
        .where('organisation', '=', organisation)
        .where('day', '<', day)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

async function addTo(
  db: Kysely<Tables>,
  organisation: string,
  { question, section, day }: HelpfulQuestion,
): Promise<void> {
  await db
    .insertInto('helpful_question')
    .values({ organisation, question, section, day })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'section', 'question'])
        .doUpdateSet({ day })
        .where('helpful_question.day', '<', day),
    )
    .execute()
}

async function removeOldest(db: Kysely<Tables>, organisation: string): Promise<void> {
  const tooMany = await db
    .selectFrom('helpful_question')
    .select(['section', 'question'])
    .where('organisation', '=', organisation)
    .orderBy('day', 'desc')
    .orderBy('section')
    .orderBy('question')
    .limit(MORE_THAN_COME_AT_ONCE)
    .offset(MAX_HELPFUL)
    .execute()
  for (const { section, question } of tooMany)
    await db
      .deleteFrom('helpful_question')
      .where('organisation', '=', organisation)
      .where('section', '=', section)
      .where('question', '=', question)
      .execute()
}

/** SQLite wants a limit where there is an offset. */
const MORE_THAN_COME_AT_ONCE = 100
