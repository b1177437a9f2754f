/** Open inspected: a storage whose rows a test can see, spoil and clear, whatever the stores say. */
import { sql } from 'kysely'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import type { TestEngine } from './engines.ts'

export type Inspected = Storage &
  Readonly<{
    /** Any statement, past the stores. */
    run: (statement: string) => Promise<unknown>
    /** Every row as JSON, by table; of one organisation, or all. */
    rows: (organisation?: string) => Promise<Readonly<Record<string, readonly string[]>>>
    /** Leaves the tables. */
    clear: () => Promise<void>
  }>

export async function openInspected({ openDatabase }: TestEngine): Promise<Inspected> {
  const database = await openDatabase()
  await migrate(database)
  const db = database.kysely
  const tables = await db.introspection.getTables()
  const isOwned = (table: (typeof tables)[number]) =>
    table.columns.some(({ name }) => name === 'organisation')

  return {
    ...createStorage(database),
    run: (statement) => sql.raw(statement).execute(db),
    rows: async (organisation) => {
      const found: Record<string, readonly string[]> = {}
      for (const table of tables.filter((each) => organisation === undefined || isOwned(each))) {
        const all = sql`select * from ${sql.table(table.name)}`
        const some = organisation === undefined ? sql`` : sql`where organisation = ${organisation}`
        const { rows } = await sql`${all} ${some}`.execute(db)
        found[table.name] = rows.map((row) => JSON.stringify(row)).sort()
      }
      return found
    },
    clear: async () => {
      for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(db)
    },
  }
}
