/** Migration 009: who confirmed a section, and what may be shown of it. Never edited once released. */
import { type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Kysely<Record<string, never>>
  await addAcknowledgement(db)
  await db.schema
    .createTable('acknowledged_text')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('held_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acknowledged_text_key', ['organisation', 'section', 'words'])
    .execute()
  await db.schema
    .createTable('acknowledgement_proof')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acknowledgement_proof_key', [
      'organisation',
      'section',
      'words',
      'person',
    ])
    .execute()
  await db.schema
    .createTable('read_figure')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('read_figure_key', ['organisation', 'section'])
    .execute()
}

/** On SQLite in the order of the tags: a rowid would keep them in the order in which people pressed. */
async function addAcknowledgement(db: Kysely<Record<string, never>>): Promise<void> {
  const table = db.schema
    .createTable('acknowledgement')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('acknowledgement_key', ['organisation', 'section', 'words', 'tag'])
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (isSqlite ? table.modifyEnd(sql`without rowid`) : table).execute()
}
