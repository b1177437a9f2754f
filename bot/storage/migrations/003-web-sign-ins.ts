/** Migration 003: who may open the pages, and who has. Never edited once released. */
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database as Kysely<Record<string, never>>
  for (const name of ['web_link', 'web_session'] as const) {
    await schema
      .createTable(name)
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('tag', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${name}_key`, ['organisation', 'tag'])
      .execute()
  }
}
