/** Migration 010: files that editors sent, until they are a draft. Never edited once released. */
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database as Kysely<Record<string, never>>
  await schema
    .createTable('document')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('based_on', 'integer')
    .addColumn('imported', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_key', ['organisation', 'id'])
    .execute()
}
