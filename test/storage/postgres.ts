/** PostgreSQL for one run of jest: started by the first test that asks, gone when the run ends. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'

const Ready = z.object({ url: z.string(), prefix: z.string() })

const KEEPER = fileURLToPath(new URL('./programs/postgres-keeper.ts', import.meta.url))
const LOOK_EVERY_MS = 20
const START_MS = 30_000

export type TestDatabase = Readonly<{ url: string; drop: () => Promise<void> }>

/** @param content "tables": as the bot finds it at its second start */
export async function makeDatabase(content: 'nothing' | 'tables'): Promise<TestDatabase> {
  const { url, prefix } = await server()
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  const template = content === 'tables' ? `template ${prefix}_template strategy file_copy` : ''
  await query(url, `create database ${name} ${template}`)

  const address = new URL(url)
  address.pathname = `/${name}`
  return { url: address.href, drop: () => query(url, `drop database ${name} with (force)`) }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function server(): Promise<z.infer<typeof Ready>> {
  const folder = process.env['TEST_POSTGRES_FOLDER']
  const pid = process.env['TEST_POSTGRES_UNTIL']
  if (!folder || !pid) throw new Error('run this through jest: its globalSetup is needed')
  if (isFirst(folder)) startKeeper(folder, pid)

  for (let waited = 0; waited < START_MS; waited += LOOK_EVERY_MS) {
    const ready = join(folder, 'ready.json')
    if (existsSync(ready)) return Ready.parse(JSON.parse(readFileSync(ready, 'utf8')))
    const failed = join(folder, 'failed.json')
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'))
    await pause(LOOK_EVERY_MS)
  }
  throw new Error(`PostgreSQL did not start within ${START_MS} ms`)
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'taken'))
    return true
  } catch {
    return false
  }
}

function startKeeper(folder: string, pid: string): void {
  spawn(process.execPath, [KEEPER, folder, pid], { detached: true, stdio: 'ignore' }).unref()
}
