/** Migration 011: which version of a base handbook somebody got an answer from. Never edited once released. */
import type { Kysely } from 'kysely'

/** Of earlier answers it is not known: 0. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database as Kysely<Record<string, never>>
  await schema
    .alterTable('answered')
    .addColumn('base', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
