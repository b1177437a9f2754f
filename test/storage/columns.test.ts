/** Columns: every column of tables.ts is there on both engines, and gives back what was put in. */
import { type Kysely, sql } from 'kysely'
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { OF_OPEN_ROUNDS, type Tables } from '../../bot/storage/tables.ts'
import { KINDS } from './column-kinds.ts'
import { engines } from './engines.ts'

const tables = Object.entries(KINDS).map(([name, columns]) => ({
  name,
  columns: Object.entries(columns).map(([column, kind]) => ({ column, kind })),
}))

type Row = Record<string, string | number | null>

describe.each(engines)('the tables on $name', ({ openDatabase }) => {
  it('have the columns of tables.ts, and no others', async () => {
    const database = await openDatabase()
    await migrate(database)

    const found = await database.kysely.introspection.getTables()

    const shape = found.map(({ name, columns }) => [
      name,
      Object.fromEntries(
        columns.map((column) => [
          column.name,
          `${kindOf(column.dataType)}${column.isNullable ? '?' : ''}`,
        ]),
      ),
    ])
    expect(Object.fromEntries(shape)).toEqual(KINDS)
    await database.close()
  })

  it('give back what was put in, at its largest and at its emptiest', async () => {
    const database = await openDatabase()
    await migrate(database)
    const types = new Map(
      (await database.kysely.introspection.getTables()).flatMap(({ name, columns }) =>
        columns.map((column) => [`${name}.${column.name}`, column.dataType.toLowerCase()]),
      ),
    )

    for (const { name, columns } of tables)
      for (const empty of [false, true]) {
        const row: Row = Object.fromEntries(
          columns.map(({ column, kind }) => [
            column,
            empty && kind.endsWith('?') ? null : example(types.get(`${name}.${column}`), empty),
          ]),
        )
        await insert(database.kysely, name, row)
        expect(await rowsOf(database.kysely, name)).toContainEqual(row)
      }
    await database.close()
  })
})

/** Nothing about who took part may have a moment: it would tell who answered what. */
it('there is no moment in what is kept of an open round, and no order of arrival', async () => {
  const participation = Object.entries(KINDS).filter(([name]) =>
    OF_OPEN_ROUNDS.some((table) => table === name),
  )
  const numbers = participation.flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([name, kind]) =>
      kind === 'text' ? [] : [`${table}.${name}`],
    ),
  )
  expect(numbers).toEqual(['poll_counter.n'])

  const database = openSqlite(':memory:')
  await migrate(database)
  for (const table of ['poll_person', 'poll_taker', 'poll_counter', 'poll_wish', 'poll_opt_out'])
    await expect(
      sql`select rowid from ${sql.table(table)}`.execute(database.kysely),
    ).rejects.toThrow('no such column')
  await database.close()
})

function kindOf(dataType: string): 'number' | 'text' {
  return dataType.toLowerCase() === 'text' ? 'text' : 'number'
}

function example(type: string | undefined, empty: boolean): string | number {
  if (type === 'text') return empty ? '' : 'Ünïcode 🙂 ’; --'
  return empty ? 0 : largest(type)
}

function largest(type: string | undefined): number {
  if (type === 'bigint' || type === 'int8') return 2 ** 53 - 1
  return type?.startsWith('double') || type === 'float8' ? 0.1 + 0.2 : 2 ** 31 - 1
}

async function insert(db: Kysely<Tables>, table: string, row: Row): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
    db,
  )
}

async function rowsOf(db: Kysely<Tables>, table: string): Promise<readonly unknown[]> {
  return (await sql`select * from ${sql.table(table)}`.execute(db)).rows
}
