/** Columns: every column of tables.ts is there on both engines, and gives back what was put in. */
import { type Kysely, sql } from 'kysely'
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { OF_OPEN_ROUNDS, type Tables } from '../../bot/storage/tables.ts'
import { engines } from './engines.ts'

type Base<Value> = [Value] extends [number] ? 'number' : 'text'
type Kind<Value> = null extends Value ? `${Base<NonNullable<Value>>}?` : Base<Value>
type Kinds = { [Table in keyof Tables]: { [C in keyof Tables[Table]]: Kind<Tables[Table][C]> } }

/** The compiler holds it to tables.ts; the tests hold the databases to it. */
const WEB_SIGN_IN = {
  ...({ organisation: 'text', tag: 'text', person: 'text', language: 'text' } as const),
  ...({ expires_at: 'number' } as const),
}

const KINDS: Kinds = {
  unit: { organisation: 'text', path: 'text', name: 'text', parent: 'text?' },
  person: {
    organisation: 'text',
    id: 'text',
    email: 'text?',
    entra_id: 'text?',
    slack_id: 'text?',
    unit: 'text?',
    language: 'text?',
  },
  role: { organisation: 'text', person: 'text', role: 'text', unit: 'text' },
  conversation: {
    organisation: 'text',
    platform: 'text',
    id: 'text',
    person: 'text?',
    service_url: 'text',
    tenant: 'text?',
    bot: 'text',
    language: 'text',
    open: 'number',
  },
  seen: { key: 'text', expires_at: 'number' },
  route: { organisation: 'text', topic: 'text', platform: 'text', conversation: 'text' },
  audit: {
    organisation: 'text',
    sequence: 'number',
    at: 'number',
    actor: 'text',
    action: 'text',
    object: 'text',
    details: 'text',
    previous: 'text',
    hash: 'text',
  },
  audit_head: {
    organisation: 'text',
    first: 'number',
    first_previous: 'text',
    last: 'number',
    last_hash: 'text',
  },
  message: { organisation: 'text', id: 'text', content: 'text', created_at: 'number' },
  batch: {
    organisation: 'text',
    id: 'text',
    class: 'text',
    created_at: 'number',
    cancelled_at: 'number?',
  },
  delivery: {
    organisation: 'text',
    id: 'text',
    message: 'text',
    batch: 'text?',
    class: 'text',
    lane: 'text',
    hours: 'text',
    platform: 'text',
    address: 'text',
    dedupe_key: 'text',
    state: 'text',
    attempts: 'number',
    unknowns: 'number',
    run_at: 'number',
    created_at: 'number',
    first_tried_at: 'number?',
    ended_at: 'number?',
    lease_owner: 'text?',
    lease_until: 'number?',
    reference: 'text?',
    last_outcome: 'text?',
  },
  rate: {
    key: 'text',
    tokens: 'number',
    updated_at: 'number',
    per_second: 'number',
    paused_until: 'number',
    changed_at: 'number',
  },
  counter: { organisation: 'text', name: 'text', value: 'number' },
  escalation: {
    organisation: 'text',
    id: 'text',
    number: 'text',
    question: 'text',
    origin: 'text',
    section: 'text?',
    topic: 'number?',
    asker_name: 'text?',
    asker_tag: 'text',
    asker_address: 'text',
    language: 'text',
    state: 'text',
    asked_at: 'number',
    remind_at: 'number?',
    reminders: 'number',
    outcome: 'text?',
    handled_by: 'text?',
    handled_at: 'number?',
  },
  proposal: {
    organisation: 'text',
    id: 'text',
    escalation: 'text?',
    question: 'text',
    answer: 'text',
    author: 'text',
    created_at: 'number',
  },
  first_notice: { organisation: 'text', tag: 'text', kind: 'text', at: 'number' },
  incident: {
    organisation: 'text',
    id: 'text',
    number: 'text',
    kind: 'text',
    reporter: 'text',
    reporter_name: 'text?',
    what: 'text',
    happened: 'text',
    devices: 'text',
    personal_data: 'text',
    call_back: 'text',
    first_notice_at: 'number',
    reported_at: 'number',
  },
  feedback: {
    organisation: 'text',
    section: 'text',
    version: 'text',
    verdict: 'text',
    n: 'number',
  },
  gap: {
    organisation: 'text',
    id: 'text',
    question: 'text',
    origin: 'text',
    section: 'text?',
    asker_tag: 'text',
    day: 'text',
  },
  chore: { name: 'text', organisation: 'text', due: 'text', done_at: 'number' },
  forgotten: { organisation: 'text', sealed: 'text', at: 'number' },
  poll_series: {
    organisation: 'text',
    id: 'text',
    series: 'text',
    started_at: 'number',
    stopped_at: 'number?',
  },
  poll_round: {
    organisation: 'text',
    id: 'text',
    series: 'text',
    planned: 'text',
    round_index: 'number',
    opens_at: 'number',
    closes_at: 'number',
    state: 'text',
    reminders: 'number',
    demo: 'number',
    frozen: 'text?',
  },
  poll_plan: { organisation: 'text', round: 'text', plan: 'text' },
  poll_person: { organisation: 'text', round: 'text', person: 'text', unit: 'text' },
  poll_taker: { organisation: 'text', round: 'text', tag: 'text' },
  poll_counter: {
    organisation: 'text',
    round: 'text',
    unit: 'text',
    question: 'text',
    option: 'text',
    n: 'number',
  },
  poll_wish: { organisation: 'text', round: 'text', tag: 'text', until: 'text' },
  poll_salt: { organisation: 'text', round: 'text', salt: 'text' },
  poll_opt_out: { organisation: 'text', tag: 'text' },
  web_link: WEB_SIGN_IN,
  web_session: WEB_SIGN_IN,
  handbook_version: {
    ...{ organisation: 'text', number: 'number', hash: 'text', files: 'text', author: 'text' },
    ...{ approver: 'text?', note: 'text', restores: 'number?', published_at: 'number' },
  },
  handbook_draft: {
    ...{ organisation: 'text', id: 'text', based_on: 'number', hash: 'text', files: 'text' },
    ...{ author: 'text', note: 'text', created_at: 'number' },
  },
  reply_count: { organisation: 'text', week: 'text', kind: 'text', demo: 'number', n: 'number' },
  answer_count: {
    organisation: 'text',
    week: 'text',
    section: 'text',
    demo: 'number',
    n: 'number',
  },
}

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
