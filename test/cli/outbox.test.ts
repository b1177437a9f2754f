/** `npm run outbox`: what is to be sent, for who runs the bot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { hostCommands } from './host-commands.ts'
import { runCommandIn } from './run-command.ts'

const TIMEOUT_MS = 30_000

let dataDir: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-outbox-'))
  const storage = await openStorage({ dataDir }, 'bot')
  const recipients = ['noor', 'sem', 'eva'].map((person) => ({
    id: person,
    address: { kind: 'person', platform: 'teams', person } as const,
    dedupeKey: person,
  }))
  await storage.stores.outbox.fanOut(
    {
      batch: 'pulse-2026-12',
      organisation: 'waterveen',
      class: 'invitation',
      hours: 'working',
      messages: [{ kind: 'notice', language: 'nl', notice: 'you-are-welcome' }],
      recipients,
    },
    Date.UTC(2026, 10, 24),
  )
  await storage.close()
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const hosted = hostCommands()
const outbox = (...args: readonly string[]) => hosted({ DATA_DIR: dataDir }, 'outbox', ...args)
/** In a process of its own. */
const outboxAlone = (...args: readonly string[]) =>
  runCommandIn({ DATA_DIR: dataDir }, 'outbox', ...args)

it(
  'shows what waits, and cancels it',
  async () => {
    const status = await outbox('status')
    const cancelled = await outboxAlone('cancel', 'pulse-2026-12')

    expect(status).toEqual({
      code: 0,
      errors: '',
      output: '     3 invitation: waiting\n\nMessages to many, newest first:\npulse-2026-12\n',
    })
    expect(cancelled.output).toMatch(
      /^ {5}3 cancelled just now.*\npulse-2026-12: invitation, put in at 2026-11-24T00:00:00\.000Z\ncancelled at .*\n {5}3 cancelled\n$/,
    )
    expect(JSON.stringify([status, cancelled])).not.toContain('noor')
  },
  TIMEOUT_MS,
)

it(
  'tells how long it would take, and sends nothing; refuses what it does not know',
  async () => {
    const [told, refused] = await Promise.all([
      outbox('estimate', '--recipients', '20000', '--first-contacts', '100'),
      outbox('progress', 'none'),
    ])

    expect(told.output).toContain('20100 calls, 20 a second: 0 h 16 min 45 s of sending.')
    expect(told.output).toContain('Nothing was sent.')
    expect([refused.code, refused.output]).toEqual([1, ''])
    expect(refused.errors).toMatch(/^there is no batch "none": npm run outbox -- status/)
  },
  TIMEOUT_MS,
)
