/** Numbers: reference numbers such as "V-2026-0042", one after the other in each organisation. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Numbers = Readonly<{
  /** @param series such as "V-2026"; each counts from 1 */
  next: (organisation: string, series: string) => Promise<string>
}>

const DIGITS = 4

export function createNumbers(db: Kysely<Tables>): Numbers {
  return {
    next: async (organisation, series) => {
      const { value } = await db
        .insertInto('counter')
        .values({ organisation, name: series, value: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation', 'name'])
            .doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })),
        )
        .returning('value')
        .executeTakeFirstOrThrow()
      return `${series}-${String(value).padStart(DIGITS, '0')}`
    },
  }
}
