/** Forgotten: who was forgotten, sealed, so that a restored backup can forget them again. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Forgotten = Readonly<{
  /** `Secret.seal` of who it was: another value every time, so it tells of one moment only. */
  sealed: string
  at: number
}>

export type ForgottenStore = Readonly<{
  add: (organisation: string, forgotten: Forgotten) => Promise<void>
  /** Oldest first. */
  list: (organisation: string) => Promise<readonly Forgotten[]>
  /** For a restore, which is of the whole installation. */
  listAll: () => Promise<readonly (Forgotten & Readonly<{ organisation: string }>)[]>
  /** Once no backup is as old any more. @returns how many */
  forgetBefore: (organisation: string, moment: number) => Promise<number>
}>

export function createForgottenStore(db: Kysely<Tables>): ForgottenStore {
  const rows = () => db.selectFrom('forgotten').orderBy('at').orderBy('sealed')

  return {
    add: async (organisation, { sealed, at }) => {
      await db
        .insertInto('forgotten')
        .values({ organisation, sealed, at })
        .onConflict((conflict) => conflict.columns(['organisation', 'sealed']).doNothing())
        .execute()
    },
    list: (organisation) =>
      rows().select(['sealed', 'at']).where('organisation', '=', organisation).execute(),
    listAll: () => rows().selectAll().execute(),
    forgetBefore: async (organisation, moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('forgotten')
        .where('organisation', '=', organisation)
        .where('at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
