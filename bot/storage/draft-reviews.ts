/** Draft reviews: what a draft would do, and who agreed to that; of one text of the draft only. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Review } from '../contract/publishing.ts'
import type { DraftReviewTable } from './handbook-tables.ts'
import { jsonReader } from './read-json.ts'
import type { Tables } from './tables.ts'

const Report = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review'),
    review: Review,
    /** The version of the base handbook that it was made with; absent without a base. */
    base: z.int().positive().optional(),
  }),
  /** Ids of sections that somebody else changed as well: nothing to review before that is settled. */
  z.object({ kind: z.literal('conflict'), ids: z.array(z.string()).readonly() }),
])
export type Report = Readonly<z.infer<typeof Report>>

/** Of which text, compared with which version. */
export type Reviewed = Readonly<{ draft: string; hash: string; against: number }>

export type DraftReview = Reviewed &
  Readonly<{
    report: Report
    /** Roster id of who accepted that questions are lost. */
    acceptedBy?: string
    /** When somebody else was asked to look at it. */
    askedAt?: number
  }>

export type DraftReviewStore = Readonly<{
  /**
   * Takes the place of that of an earlier text, and of all that was agreed to about it.
   *
   * @returns false when it was there already
   */
  keep: (organisation: string, of: Reviewed, report: Report) => Promise<boolean>
  find: (organisation: string, draft: string) => Promise<DraftReview | undefined>
  /** @returns false when the text is another by now */
  accept: (organisation: string, of: Reviewed, by: string) => Promise<boolean>
  /** @returns false when somebody was asked before, or when the text is another by now */
  ask: (organisation: string, of: Reviewed, now: number) => Promise<boolean>
  remove: (organisation: string, draft: string) => Promise<void>
}>

export function createDraftReviewStore(db: Kysely<Tables>): DraftReviewStore {
  const row = (organisation: string, draft: string) =>
    db
      .selectFrom('draft_review')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('draft', '=', draft)
  const update = (organisation: string, { draft, hash, against }: Reviewed) =>
    db
      .updateTable('draft_review')
      .where('organisation', '=', organisation)
      .where('draft', '=', draft)
      .where('hash', '=', hash)
      .where('against', '=', against)

  return {
    keep: async (organisation, of, report) => {
      const known = await row(organisation, of.draft).executeTakeFirst()
      if (known?.hash === of.hash && known.against === of.against) {
        if (baseOf(readReport(known.report)) === baseOf(report)) return false
      }
      await put(db, organisation, of, report)
      return true
    },
    find: async (organisation, draft) => {
      const found = await row(organisation, draft).executeTakeFirst()
      return found && reviewOf(found)
    },
    accept: async (organisation, of, by) => {
      const { numUpdatedRows } = await update(organisation, of)
        .set({ accepted_by: by })
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    ask: async (organisation, of, now) => {
      const { numUpdatedRows } = await update(organisation, of)
        .where('asked_at', 'is', null)
        .set({ asked_at: now })
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    remove: async (organisation, draft) => {
      await db
        .deleteFrom('draft_review')
        .where('organisation', '=', organisation)
        .where('draft', '=', draft)
        .execute()
    },
  }
}

async function put(
  db: Kysely<Tables>,
  organisation: string,
  { draft, hash, against }: Reviewed,
  report: Report,
): Promise<void> {
  const changed = {
    ...{ hash, against, report: JSON.stringify(report), accepted_by: null, asked_at: null },
  }
  await db
    .insertInto('draft_review')
    .values({ organisation, draft, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation', 'draft']).doUpdateSet(changed))
    .execute()
}

/** Of conflicts the base knows nothing: they are about own text. */
const baseOf = (report: Report): number | undefined =>
  report.kind === 'review' ? report.base : undefined

const readReport = jsonReader(Report)

function reviewOf({ draft, hash, against, report, ...row }: DraftReviewTable): DraftReview {
  return {
    ...{ draft, hash, against, report: readReport(report) },
    ...(row.accepted_by === null ? {} : { acceptedBy: row.accepted_by }),
    ...(row.asked_at === null ? {} : { askedAt: row.asked_at }),
  }
}
