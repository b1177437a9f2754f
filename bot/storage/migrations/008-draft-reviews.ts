/** Migration 008: what a draft of the handbook would do. Never edited once released. */
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database as Kysely<Record<string, never>>
  await schema
    .createTable('draft_review')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('against', 'integer', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('accepted_by', 'text')
    .addColumn('asked_at', 'bigint')
    .addPrimaryKeyConstraint('draft_review_key', ['organisation', 'draft'])
    .execute()
}
