/** Migration 002: polls. Never edited once released. */
import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

type Type = 'text' | 'bigint' | 'integer'
type Columns = Readonly<Record<string, Type>>
type Tables = Readonly<Record<string, readonly [key: readonly string[], columns: Columns]>>

/** By name: the primary key, and the columns; one that may be empty ends in "?". */
const TABLES: Tables = {
  poll_series: [
    ['organisation', 'id'],
    {
      organisation: 'text',
      id: 'text',
      series: 'text',
      started_at: 'bigint',
      'stopped_at?': 'bigint',
    },
  ],
  poll_round: [
    ['organisation', 'id'],
    {
      organisation: 'text',
      id: 'text',
      series: 'text',
      planned: 'text',
      round_index: 'integer',
      opens_at: 'bigint',
      closes_at: 'bigint',
      state: 'text',
      reminders: 'integer',
      demo: 'integer',
      'frozen?': 'text',
    },
  ],
  poll_plan: [['organisation', 'round'], { organisation: 'text', round: 'text', plan: 'text' }],
  poll_salt: [['organisation', 'round'], { organisation: 'text', round: 'text', salt: 'text' }],
}

/**
 * Of people. No column holds a moment, and SQLite keeps the rows in the order of their key: with a
 * rowid it would keep them in the order in which people answered.
 */
const OF_PEOPLE: Tables = {
  poll_person: [
    ['organisation', 'round', 'person'],
    { organisation: 'text', round: 'text', person: 'text', unit: 'text' },
  ],
  poll_taker: [
    ['organisation', 'round', 'tag'],
    { organisation: 'text', round: 'text', tag: 'text' },
  ],
  poll_counter: [
    ['organisation', 'round', 'unit', 'question', 'option'],
    {
      organisation: 'text',
      round: 'text',
      unit: 'text',
      question: 'text',
      option: 'text',
      n: 'integer',
    },
  ],
  poll_wish: [
    ['organisation', 'round', 'tag'],
    { organisation: 'text', round: 'text', tag: 'text', until: 'text' },
  ],
  poll_opt_out: [['organisation', 'tag'], { organisation: 'text', tag: 'text' }],
}

/** A released migration must not change with the code, so it does not know today's tables. */
type Any = Kysely<Record<string, never>>
type Table = CreateTableBuilder<string, never>

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Any
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const [name, shape] of Object.entries(TABLES)) await tableOf(db, name, shape).execute()
  for (const [name, shape] of Object.entries(OF_PEOPLE)) {
    const table = tableOf(db, name, shape)
    await (isSqlite ? table.modifyEnd(sql`without rowid`) : table).execute()
  }
  await addIndexes(db)
}

function tableOf(db: Any, name: string, [key, columns]: Tables[string]): Table {
  return withColumns(db.schema.createTable(name) as Table, columns).addPrimaryKeyConstraint(
    `${name}_key`,
    key as never,
  )
}

function withColumns(table: Table, columns: Columns): Table {
  return Object.entries(columns).reduce((builder, [name, type]) => {
    const isOptional = name.endsWith('?')
    return builder.addColumn(name.replace('?', ''), type, (column) =>
      isOptional ? column : column.notNull(),
    ) as Table
  }, table)
}

async function addIndexes(db: Any): Promise<void> {
  await db.schema
    .createIndex('poll_round_planned')
    .unique()
    .on('poll_round')
    .columns(['organisation', 'series', 'planned'])
    .execute()
  // In an organisation one round is open, besides those of a demo.
  await db.schema
    .createIndex('poll_round_open')
    .unique()
    .on('poll_round')
    .columns(['organisation'])
    .where(sql`state`, '=', sql.lit('open'))
    .where(sql`demo`, '=', sql.lit(0))
    .execute()
}
