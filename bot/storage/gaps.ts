/** Gaps: questions that got no good answer, masked, with a tag that counts people without naming them. */
import type { Kysely } from 'kysely'
import type { GapTable, Tables } from './tables.ts'

export type Gap = Readonly<{
  id: string
  question: string
  origin: 'no-answer' | 'unhelpful'
  section?: string
  /** `Secret.tag` of the asker. */
  askerTag: string
  /** ISO date. */
  day: string
}>

export type GapStore = Readonly<{
  /** The same id again adds nothing. */
  add: (organisation: string, gap: Gap) => Promise<void>
  /** From this ISO date on, in order of day and id. */
  since: (organisation: string, day: string) => Promise<readonly Gap[]>
  forgetAsker: (organisation: string, askerTag: string) => Promise<number>
  forgetBefore: (organisation: string, day: string) => Promise<number>
}>

export function createGapStore(db: Kysely<Tables>): GapStore {
  const forget = (organisation: string) =>
    db.deleteFrom('gap').where('organisation', '=', organisation)

  return {
    add: async (organisation, { askerTag, section, ...gap }) => {
      await db
        .insertInto('gap')
        .values({ organisation, ...gap, section: section ?? null, asker_tag: askerTag })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
    since: async (organisation, day) => {
      const rows = await db
        .selectFrom('gap')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('day', '>=', day)
        .orderBy('day')
        .orderBy('id')
        .execute()
      return rows.map(gapOf)
    },
    forgetAsker: async (organisation, askerTag) => {
      const gone = await forget(organisation).where('asker_tag', '=', askerTag).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
    forgetBefore: async (organisation, day) => {
      const gone = await forget(organisation).where('day', '<', day).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

const gapOf = ({ id, question, origin, section, asker_tag, day }: GapTable): Gap => ({
  id,
  question,
  origin,
  section: section ?? undefined,
  askerTag: asker_tag,
  day,
})
