/** Migration 006: questions that an answer helped with. Never edited once released. */
import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** SQLite keeps them in the order of their key: with a rowid it would be that of who pressed first. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Kysely<Record<string, never>>
  const table = db.schema
    .createTable('helpful_question')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('helpful_question_key', ['organisation', 'section', 'question'])
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (isSqlite ? table.modifyEnd(sql`without rowid`) : table).execute()
  await db.schema
    .createIndex('helpful_question_day')
    .on('helpful_question')
    .columns(['organisation', 'day'])
    .execute()
}
