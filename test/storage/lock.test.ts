/** Lock: a second bot is refused, and nothing stays behind of the first. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStorage } from '../../bot/open-storage.ts'
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { COMPILE_CACHE } from '../stand-ins/compile-cache.ts'

const PROGRAM = fileURLToPath(new URL('./programs/bot-that-holds.ts', import.meta.url))

let dataDir: string
let other: ChildProcess | undefined
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
})
afterEach(() => {
  other?.kill('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

async function startOther(...mode: readonly string[]): Promise<ChildProcess> {
  other = fork(PROGRAM, [dataDir, ...mode], { env: { ...process.env, ...COMPILE_CACHE } })
  await once(other, 'message')
  return other
}

it('refuses a second bot, and says who has the file and what to do', async () => {
  const first = await openStorage({ dataDir }, 'bot')

  await expect(openStorage({ dataDir }, 'bot')).rejects.toThrow(
    new RegExp(
      `vraagbaak[.]db is in use .*process ${process.pid} on .*Stop that one.*DATABASE_URL`,
    ),
  )
  expect(await first.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
  await first.close()
})

it('lets the next one in after the first was closed', async () => {
  const first = await openStorage({ dataDir }, 'bot')
  await first.close()

  const second = await openStorage({ dataDir }, 'bot')

  expect(await second.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
  await second.close()
})

it('lets the next one in after the first was killed, and not before', async () => {
  const first = await startOther()

  await expect(openStorage({ dataDir }, 'bot')).rejects.toThrow(`process ${first.pid} on `)
  first.kill('SIGKILL')
  await once(first, 'exit')

  const second = await openStorage({ dataDir }, 'bot')
  await second.close()
})

it('lets commands work beside a bot', async () => {
  const bot = await openStorage({ dataDir }, 'bot')
  const guest = await openStorage({ dataDir }, 'guest')

  const numbers = [
    await bot.stores.numbers.next('waterveen', 'V-2026'),
    await guest.stores.numbers.next('waterveen', 'V-2026'),
  ]

  expect(numbers).toEqual(['V-2026-0001', 'V-2026-0002'])
  await Promise.all([guest.close(), bot.close()])
})

it('lets a command make the database, and leaves no lock', async () => {
  const guest = await openStorage({ dataDir }, 'guest')
  const bot = await openStorage({ dataDir }, 'bot')

  expect(await guest.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
  await Promise.all([guest.close(), bot.close()])
})

it('refuses a command that would have to change the tables beneath a bot', async () => {
  const database = openSqlite(join(dataDir, 'vraagbaak.db'))
  await migrate(database, {})
  await database.close()
  await startOther('only-lock')

  await expect(openStorage({ dataDir }, 'guest')).rejects.toThrow('stop the bot first')
})
