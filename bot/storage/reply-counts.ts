/**
 * Reply counts: how often the handbook was asked and what it said, by week; no person, no moment.
 *
 * A counter of questions cannot tell how many people asked them: one person may have asked all.
 * So who shows these must ask for more of them than of people, and call them questions.
 */
import type { Kysely } from 'kysely'
import { inTransaction } from './in-transaction.ts'
import type { ReplyCountTable, Tables } from './tables.ts'

/**
 * What became of a question. "none-of-these" says that a question that was counted as "suggestions"
 * found no answer after all; "elsewhere" is a question that the handbook is not for.
 */
export const REPLY_KINDS = [
  'answer',
  'suggestions',
  'no-answer',
  'none-of-these',
  'elsewhere',
  'incident',
] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** One reply. The section is the one that it answered with. */
export type CountedReply = Readonly<{ kind: ReplyKind; section?: string }>

/** ISO weeks such as "2026-W47", both included. */
export type Weeks = Readonly<{ from: string; until: string }>

export type KindCount = Readonly<{ week: string; kind: ReplyKind; n: number }>
export type SectionCount = Readonly<{ section: string; n: number }>

export type ReplyCounts = Readonly<{
  /** They were made up; then none of them is real, and when there are none all are. */
  demo: boolean
  /** In order of week. */
  kinds: readonly KindCount[]
  /** Of all the weeks together. */
  sections: readonly SectionCount[]
}>

export type DemoWeek = Readonly<{
  week: string
  kinds: Readonly<Partial<Record<ReplyKind, number>>>
  sections: Readonly<Record<string, number>>
}>

export type ReplyCountStore = Readonly<{
  /** In the transaction of the reply. Of many at once each waits for the one before. */
  count: (organisation: string, week: string, reply: CountedReply) => Promise<void>
  during: (organisation: string, weeks: Weeks) => Promise<ReplyCounts>
  /** Takes the place of an earlier demo. */
  setDemo: (organisation: string, weeks: readonly DemoWeek[]) => Promise<void>
  /** @returns how many counters went */
  forgetBefore: (organisation: string, week: string) => Promise<number>
}>

export function createReplyCountStore(db: Kysely<Tables>): ReplyCountStore {
  return {
    // Always in this order, or two at once could wait for each other.
    count: async (organisation, week, { kind, section }) => {
      await countKind(db, organisation, week, kind)
      if (section !== undefined) await countSection(db, organisation, week, section)
    },
    during: (organisation, weeks) => during(db, organisation, weeks),
    setDemo: (organisation, weeks) => inTransaction(db, (trx) => setDemo(trx, organisation, weeks)),
    forgetBefore: (organisation, week) =>
      inTransaction(db, async (trx) => {
        let removed = 0
        for (const table of TABLES) {
          const { numDeletedRows } = await trx
            .deleteFrom(table)
            .where('organisation', '=', organisation)
            .where('week', '<', week)
            .executeTakeFirst()
          removed += Number(numDeletedRows)
        }
        return removed
      }),
  }
}

const TABLES = ['reply_count', 'answer_count'] as const
const REAL = { demo: 0, n: 1 } as const

async function countKind(
  db: Kysely<Tables>,
  organisation: string,
  week: string,
  kind: ReplyKind,
): Promise<void> {
  await db
    .insertInto('reply_count')
    .values({ organisation, week, kind, ...REAL })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'week', 'kind', 'demo'])
        .doUpdateSet((eb) => ({ n: eb('reply_count.n', '+', 1) })),
    )
    .execute()
}

async function countSection(
  db: Kysely<Tables>,
  organisation: string,
  week: string,
  section: string,
): Promise<void> {
  await db
    .insertInto('answer_count')
    .values({ organisation, week, section, ...REAL })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'week', 'section', 'demo'])
        .doUpdateSet((eb) => ({ n: eb('answer_count.n', '+', 1) })),
    )
    .execute()
}

async function during(
  db: Kysely<Tables>,
  organisation: string,
  { from, until }: Weeks,
): Promise<ReplyCounts> {
  const rows = await db
    .selectFrom('reply_count')
    .select(['week', 'kind', 'demo', 'n'])
    .where('organisation', '=', organisation)
    .where('week', '>=', from)
    .where('week', '<=', until)
    .orderBy('week')
    .execute()
  const demo = rows.some((row) => row.demo === 1)
  const sections = await db
    .selectFrom('answer_count')
    .select((eb) => ['section', eb.fn.sum<number>('n').as('n')])
    .where('organisation', '=', organisation)
    .where('demo', '=', demo ? 1 : 0)
    .where('week', '>=', from)
    .where('week', '<=', until)
    .groupBy('section')
    .execute()
  const shown = rows.filter((row) => (row.demo === 1) === demo)
  return { demo, kinds: shown.flatMap(countOf), sections }
}

/** Of a kind that a later version counts, this one knows nothing. */
function countOf({ week, kind, n }: Pick<ReplyCountTable, 'week' | 'kind' | 'n'>): KindCount[] {
  const known = REPLY_KINDS.find((one) => one === kind)
  return known === undefined ? [] : [{ week, kind: known, n }]
}

async function setDemo(
  db: Kysely<Tables>,
  organisation: string,
  weeks: readonly DemoWeek[],
): Promise<void> {
  for (const table of TABLES)
    await db
      .deleteFrom(table)
      .where('organisation', '=', organisation)
      .where('demo', '=', 1)
      .execute()
  for (const { week, kinds, sections } of weeks) {
    const common = { organisation, week, demo: 1 } as const
    const kindRows = REPLY_KINDS.flatMap((kind) => rowOf({ ...common, kind }, kinds[kind]))
    const sectionRows = Object.entries(sections).flatMap(([section, n]) =>
      rowOf({ ...common, section }, n),
    )
    if (kindRows.length > 0) await db.insertInto('reply_count').values(kindRows).execute()
    if (sectionRows.length > 0) await db.insertInto('answer_count').values(sectionRows).execute()
  }
}

const rowOf = <Row>(row: Row, n = 0): readonly (Row & { n: number })[] =>
  n > 0 ? [{ ...row, n }] : []
