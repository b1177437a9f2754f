/**
 * PostgreSQL keeper: a program that has a server ready as long as one run of jest lasts.
 *
 * `node postgres-keeper.ts FOLDER PID` writes FOLDER/ready.json, and stops when FOLDER or the
 * process is gone: so also when jest is killed.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openPostgres } from '../../../bot/storage/database.ts'
import { migrate } from '../../../bot/storage/migrate.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'

const LOOK_EVERY_MS = 250

const [folder = '', pid = ''] = process.argv.slice(2)
const prefix = `test_${basename(folder)
  .toLowerCase()
  .replaceAll(/[^a-z0-9]/g, '_')}`

try {
  const server = await theirsOrOurs(process.env['TEST_DATABASE_URL'])
  await makeTemplate(server.url)
  tell('ready', { url: server.url, prefix })
  while (existsSync(folder) && isAlive(Number(pid))) await pause(LOOK_EVERY_MS)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
} catch (error) {
  if (existsSync(folder)) tell('failed', { message: String(error) })
  throw error
}

async function theirsOrOurs(url: string | undefined): Promise<PostgresServer> {
  return url ? { url, stop: () => dropOurs(url) } : startPostgres()
}

/** Copying an empty database with all tables is three times as fast as making them. */
async function makeTemplate(url: string): Promise<void> {
  await query(url, `create database ${prefix}_template`)
  const template = new URL(url)
  template.pathname = `/${prefix}_template`
  const database = openPostgres(template.href)
  await migrate(database)
  await database.close()
}

async function dropOurs(url: string): Promise<void> {
  const like = `${prefix.replaceAll('_', '\\_')}%`
  const found = await query(url, `select datname from pg_database where datname like '${like}'`)
  for (const { datname } of found) await query(url, `drop database ${datname} with (force)`)
}

async function query(url: string, sql: string): Promise<readonly { datname: string }[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function tell(name: string, content: unknown): void {
  const file = join(folder, `${name}.json`)
  writeFileSync(`${file}.new`, JSON.stringify(content))
  renameSync(`${file}.new`, file) // who sees it, sees it whole
}

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch {
    return false
  }
}
