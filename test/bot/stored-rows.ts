/** Stored rows: every row of every table, with the name of its table. */
import type { Database } from '../../bot/storage/database.ts'
import type { Tables } from '../../bot/storage/tables.ts'

export type StoredRow = Readonly<Record<string, unknown>> & Readonly<{ table: string }>

export async function storedRows({ kysely }: Database): Promise<readonly StoredRow[]> {
  const tables = await kysely.introspection.getTables()
  const all: StoredRow[] = []
  for (const { name } of tables) {
    const found = await kysely
      .selectFrom(name as keyof Tables) // its own name
      .selectAll()
      .execute()
    all.push(...found.map((row) => ({ ...row, table: name })))
  }
  return all
}
