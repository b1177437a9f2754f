/** Migration 001: people, delivery, questions to a human. Never edited once released. */
import type { CreateTableBuilder, Kysely } from 'kysely'

type Type = 'text' | 'bigint' | 'integer' | 'double precision'
type Columns = Readonly<Record<string, Type>>

/** By name: the primary key, and the columns; one that may be empty ends in "?". */
const TABLES: Readonly<Record<string, readonly [key: readonly string[], columns: Columns]>> = {
  unit: [
    ['organisation', 'path'],
    { organisation: 'text', path: 'text', name: 'text', 'parent?': 'text' },
  ],
  person: [
    ['organisation', 'id'],
    {
      organisation: 'text',
      id: 'text',
      'email?': 'text',
      'entra_id?': 'text',
      'slack_id?': 'text',
      'unit?': 'text',
      'language?': 'text',
    },
  ],
  role: [
    ['organisation', 'person', 'role', 'unit'],
    { organisation: 'text', person: 'text', role: 'text', unit: 'text' },
  ],
  conversation: [
    ['organisation', 'platform', 'id'],
    {
      organisation: 'text',
      platform: 'text',
      id: 'text',
      'person?': 'text',
      service_url: 'text',
      'tenant?': 'text',
      bot: 'text',
      language: 'text',
      open: 'integer',
    },
  ],
  audit: [
    ['organisation', 'sequence'],
    {
      organisation: 'text',
      sequence: 'bigint',
      at: 'bigint',
      actor: 'text',
      action: 'text',
      object: 'text',
      details: 'text',
      previous: 'text',
      hash: 'text',
    },
  ],
  audit_head: [
    ['organisation'],
    {
      organisation: 'text',
      first: 'bigint',
      first_previous: 'text',
      last: 'bigint',
      last_hash: 'text',
    },
  ],
  message: [['id'], { id: 'text', organisation: 'text', content: 'text', created_at: 'bigint' }],
  batch: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      class: 'text',
      created_at: 'bigint',
      'cancelled_at?': 'bigint',
    },
  ],
  delivery: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      message: 'text',
      'batch?': 'text',
      class: 'text',
      lane: 'text',
      hours: 'text',
      platform: 'text',
      address: 'text',
      dedupe_key: 'text',
      state: 'text',
      attempts: 'integer',
      unknowns: 'integer',
      run_at: 'bigint',
      created_at: 'bigint',
      'first_tried_at?': 'bigint',
      'ended_at?': 'bigint',
      'lease_owner?': 'text',
      'lease_until?': 'bigint',
      'reference?': 'text',
      'last_outcome?': 'text',
    },
  ],
  rate: [
    ['key'],
    {
      key: 'text',
      tokens: 'double precision',
      updated_at: 'bigint',
      per_second: 'double precision',
      paused_until: 'bigint',
      changed_at: 'bigint',
    },
  ],
  escalation: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      number: 'text',
      question: 'text',
      origin: 'text',
      'section?': 'text',
      'topic?': 'integer',
      'asker_name?': 'text',
      asker_tag: 'text',
      asker_address: 'text',
      language: 'text',
      state: 'text',
      asked_at: 'bigint',
      'remind_at?': 'bigint',
      reminders: 'integer',
      'outcome?': 'text',
      'handled_by?': 'text',
      'handled_at?': 'bigint',
    },
  ],
  proposal: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      'escalation?': 'text',
      question: 'text',
      answer: 'text',
      author: 'text',
      created_at: 'bigint',
    },
  ],
  first_notice: [
    ['organisation', 'tag', 'at'],
    { organisation: 'text', tag: 'text', kind: 'text', at: 'bigint' },
  ],
  incident: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      number: 'text',
      kind: 'text',
      reporter: 'text',
      'reporter_name?': 'text',
      what: 'text',
      happened: 'text',
      devices: 'text',
      personal_data: 'text',
      call_back: 'text',
      first_notice_at: 'bigint',
      reported_at: 'bigint',
    },
  ],
  feedback: [
    ['organisation', 'section', 'version', 'verdict'],
    { organisation: 'text', section: 'text', version: 'text', verdict: 'text', n: 'integer' },
  ],
  gap: [
    ['id'],
    {
      id: 'text',
      organisation: 'text',
      question: 'text',
      origin: 'text',
      'section?': 'text',
      asker_tag: 'text',
      day: 'text',
    },
  ],
  seen: [['key'], { key: 'text', expires_at: 'bigint' }],
  route: [
    ['organisation', 'topic'],
    { organisation: 'text', topic: 'text', platform: 'text', conversation: 'text' },
  ],
  counter: [['organisation', 'name'], { organisation: 'text', name: 'text', value: 'integer' }],
  chore: [
    ['name', 'organisation', 'due'],
    { name: 'text', organisation: 'text', due: 'text', done_at: 'bigint' },
  ],
  forgotten: [['organisation', 'sealed'], { organisation: 'text', sealed: 'text', at: 'bigint' }],
}

/** Table and columns; "unique" where each value may stand once. */
const INDEXES: Readonly<
  Record<string, readonly [table: string, columns: readonly string[], unique?: 'unique']>
> = {
  person_email: ['person', ['organisation', 'email'], 'unique'],
  person_entra_id: ['person', ['organisation', 'entra_id'], 'unique'],
  person_slack_id: ['person', ['organisation', 'slack_id'], 'unique'],
  conversation_person: ['conversation', ['organisation', 'platform', 'person']],
  delivery_dedupe: ['delivery', ['organisation', 'dedupe_key'], 'unique'],
  delivery_due: [
    'delivery',
    ['organisation', 'platform', 'lane', 'hours', 'state', 'run_at', 'id'],
  ],
  delivery_batch: ['delivery', ['batch', 'state']],
  delivery_message: ['delivery', ['message', 'state']],
  escalation_asker: ['escalation', ['organisation', 'asker_tag']],
  escalation_state: ['escalation', ['organisation', 'state', 'remind_at']],
}

/** A released migration must not change with the code, so it does not know today's tables. */
type Any = Kysely<Record<string, never>>
type Table = CreateTableBuilder<string, never>

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Any
  for (const [table, [key, columns]] of Object.entries(TABLES))
    await withColumns(db.schema.createTable(table) as Table, columns)
      .addPrimaryKeyConstraint(`${table}_key`, key as never)
      .execute()
  for (const [name, [table, columns, unique]] of Object.entries(INDEXES)) {
    const index = db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
    await (unique === undefined ? index : index.unique()).execute()
  }
}

function withColumns(table: Table, columns: Columns): Table {
  return Object.entries(columns).reduce((builder, [name, type]) => {
    const isOptional = name.endsWith('?')
    return builder.addColumn(name.replace('?', ''), type, (column) =>
      isOptional ? column : column.notNull(),
    ) as Table
  }, table)
}
