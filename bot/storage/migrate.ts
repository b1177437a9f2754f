/** Migrate: brings a database to the tables of this version, or says why not. */
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'
import { up as peopleDeliveryQuestions } from './migrations/001-people-delivery-questions.ts'
import { up as polls } from './migrations/002-polls.ts'
import { up as webSignIns } from './migrations/003-web-sign-ins.ts'
import { up as replyCounts } from './migrations/004-reply-counts.ts'
import { up as handbookVersions } from './migrations/005-handbook-versions.ts'
import { up as helpfulQuestions } from './migrations/006-helpful-questions.ts'
import { up as telling } from './migrations/007-telling.ts'
import { up as draftReviews } from './migrations/008-draft-reviews.ts'
import { up as care } from './migrations/009-care.ts'
import { up as documents } from './migrations/010-documents.ts'
import { up as answeredBase } from './migrations/011-answered-base.ts'
import { up as slackLinks } from './migrations/012-slack-links.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** In order; the names stay as they are once released. */
export const MIGRATIONS: Migrations = {
  '001-people-delivery-questions': { up: peopleDeliveryQuestions },
  '002-polls': { up: polls },
  '003-web-sign-ins': { up: webSignIns },
  '004-reply-counts': { up: replyCounts },
  '005-handbook-versions': { up: handbookVersions },
  '006-helpful-questions': { up: helpfulQuestions },
  '007-telling': { up: telling },
  '008-draft-reviews': { up: draftReviews },
  '009-care': { up: care },
  '010-documents': { up: documents },
  '011-answered-base': { up: answeredBase },
  '012-slack-links': { up: slackLinks },
}

/**
 * Each run of migrations happens whole or not at all, also when the process is killed half-way.
 * Processes that start together on PostgreSQL wait for each other.
 *
 * @throws Error that says what to do when the database is of a newer version, or cannot be changed.
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  if (await isCurrent(database, migrations)) return

  const { error } = await new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: await schemaOf(database),
  }).migrateToLatest()
  if (error !== undefined) throw refusal(error)
}

/** @throws Error when the database is of a newer version: it must be left alone. */
export async function isCurrent(database: Database, migrations = MIGRATIONS): Promise<boolean> {
  const done = await doneMigrations(database)
  const unknown = done.filter((name) => migrations[name] === undefined)
  if (unknown.length > 0) throw newerDatabase(unknown)
  return done.length === Object.keys(migrations).length
}

async function doneMigrations(database: Database): Promise<readonly string[]> {
  const schema = await schemaOf(database)
  const tables = await database.kysely.introspection.getTables({ withInternalKyselyTables: true })
  const isThere = tables.some(
    (table) => table.name === 'kysely_migration' && table.schema === schema,
  )
  if (!isThere) return []
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table('kysely_migration')} order by name`.execute(database.kysely)
  return rows.map(({ name }) => name)
}

/** A server may hold others' tables beside ours. */
async function schemaOf({ engine, kysely }: Database): Promise<string | undefined> {
  if (engine === 'sqlite') return undefined
  const { rows } = await sql<{ schema: string | null }>`
    select current_schema() as schema`.execute(kysely)
  const schema = rows[0]?.schema
  if (!schema) throw new Error('DATABASE_URL names a schema that is not there: make it first.')
  return schema
}

function newerDatabase(names: readonly string[]): Error {
  return new Error(
    `The database was made by a newer Vraagbaak (${names.join(', ')}). Install that version again, or restore a backup from before it: npm run restore -- FILE.`,
  )
}

function refusal(cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new Error(
    `The database could not be brought up to date, and was left as it was: ${message}`,
    { cause },
  )
}
