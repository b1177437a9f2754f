/** Migration 007: who wants to hear of changed answers, and announcements. Never edited once released. */
import { type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Kysely<Record<string, never>>
  await addAnswered(db)
  await db.schema
    .createTable('announcement')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('send_at', 'bigint', (column) => column.notNull())
    .addColumn('counts', 'text')
    .addPrimaryKeyConstraint('announcement_key', ['organisation', 'id'])
    .execute()
}

/** On SQLite in the order of the tags: a rowid would keep them in the order in which people asked. */
async function addAnswered(db: Kysely<Record<string, never>>): Promise<void> {
  const table = db.schema
    .createTable('answered')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answered_key', ['organisation', 'tag', 'section'])
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (isSqlite ? table.modifyEnd(sql`without rowid`) : table).execute()
}
