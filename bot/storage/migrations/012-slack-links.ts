/** Migration 011: which Slack ids were found by e-mail instead of filled in. Never edited once released. */
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database as Kysely<Record<string, never>>
  await schema
    .alterTable('person' as never)
    .addColumn('slack_found', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
