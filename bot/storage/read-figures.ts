/** Read figures: how many confirmed each section, as coarse as anybody may see it; the last count only. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Confirmed } from '../contract/care.ts'
import { jsonReader } from './read-json.ts'
import type { Tables } from './tables.ts'

/** People who are counted here and not in a unit below it: the only figures that are kept. */
export const CountedUnit = z.strictObject({
  path: z.string(),
  /** Absent for the whole organisation. */
  parent: z.string().optional(),
  name: z.string(),
  /** 0, or enough to disappear among. */
  people: z.int().nonnegative(),
  /** Absent where there are no people. */
  confirmed: Confirmed.optional(),
})
export type CountedUnit = Readonly<z.infer<typeof CountedUnit>>

export type ReadFigure = Readonly<{
  section: string
  words: string
  /** ISO date. */
  day: string
  /** In order of the tree; empty when there are too few people to show anything. */
  units: readonly CountedUnit[]
}>

export type ReadFigureStore = Readonly<{
  list: (organisation: string) => Promise<readonly ReadFigure[]>
  /** In the place of the count before. */
  keep: (organisation: string, figure: ReadFigure) => Promise<void>
  /** @param day ISO date */
  forgetBefore: (organisation: string, day: string) => Promise<number>
}>

const readUnits = jsonReader(z.array(CountedUnit))

export function createReadFigureStore(db: Kysely<Tables>): ReadFigureStore {
  return {
    list: async (organisation) => {
      const rows = await db
        .selectFrom('read_figure')
        .selectAll()
        .where('organisation', '=', organisation)
        .orderBy('section')
        .execute()
      return rows.map(({ section, words, day, units }) => ({
        ...{ section, words, day },
        units: readUnits(units),
      }))
    },
    keep: async (organisation, { section, words, day, units }) => {
      const row = { words, day, units: JSON.stringify(units) }
      await db
        .insertInto('read_figure')
        .values({ organisation, section, ...row })
        .onConflict((conflict) => conflict.columns(['organisation', 'section']).doUpdateSet(row))
        .execute()
    },
    forgetBefore: async (organisation, day) => {
      const { numDeletedRows } = await db
        .deleteFrom('read_figure')
        .where('organisation', '=', organisation)
        .where('day', '<', day)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
