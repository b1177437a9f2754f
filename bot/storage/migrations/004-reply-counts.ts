/** Migration 004: how often the handbook was asked, by week. Never edited once released. */
import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

type Any = Kysely<Record<string, never>>

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Any
  await countersBy(db, 'reply_count', 'kind').execute()
  await countersBy(db, 'answer_count', 'section').execute()
}

/** SQLite keeps them in the order of their key: with a rowid it would be that of who asked first. */
function countersBy(db: Any, name: string, what: string): CreateTableBuilder<string, string> {
  const table = db.schema
    .createTable(name)
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn(what, 'text', (column) => column.notNull())
    .addColumn('demo', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['organisation', 'week', what, 'demo'] as never)
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  return isSqlite ? table.modifyEnd(sql`without rowid`) : table
}
