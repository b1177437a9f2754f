/** `npm run playground` says what is wrong, and leaves nothing running. */
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRoster } from '../../bot/roster/load-roster.ts'
import { startPlayground } from '../stand-ins/playground.ts'

const TIMEOUT_MS = 60_000

const isServed = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  )

it.each(['SIGINT', 'SIGKILL'] as const)(
  'ends all its parts on %s',
  async (signal) => {
    const playground = startPlayground()
    const { employee, ciso } = await playground.addresses
    expect(await Promise.all([employee, ciso].map(isServed))).toEqual([true, true])

    // Its output closes when the last process that writes to it is gone.
    await playground.stop(signal)

    expect(await Promise.all([employee, ciso].map(isServed))).toEqual([false, false])
  },
  TIMEOUT_MS,
)

it.each(['--port', '--playground-port', '--ciso-port'])(
  'tells how to choose another %s',
  async (option) => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0

    const { code, output } = await startPlayground([option, String(port)]).ended
    taken.close()

    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} is in use. Stop what uses it, or choose another: npm run playground -- ${option} ${port + 1}\n`,
    )
  },
  TIMEOUT_MS,
)

it(
  'tells where to look as whom, and leaves nothing behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'playground-test-'))
    const playground = startPlayground([], { TMPDIR: folder })
    const { employee, ciso } = await playground.addresses

    const { output } = await playground.stop('SIGTERM')

    expect(await Promise.all([employee, ciso].map(isServed))).toEqual([false, false])
    expect(output).toBe(
      [
        `Vraagbaak is ready: open ${employee} as Noor Hofland, an employee,`,
        `and open ${ciso} as Marit Oosterveld, the CISO. Ctrl-C stops it.`,
        'To plan a poll, say "peilingen" as the CISO; with --clock-speed 20000 a week takes half a minute.',
        '',
      ].join('\n'),
    )
    expect(readdirSync(folder)).toEqual([])
    rmdirSync(folder)
  },
  TIMEOUT_MS,
)

it(
  'refuses a port that is none',
  async () => {
    const { code, output } = await startPlayground(['--port', 'abc']).ended

    expect(code).toBe(1)
    expect(output).toBe('--port abc is not a port: choose a number from 1 to 65535\n')
  },
  TIMEOUT_MS,
)

it(
  'ends, and says why, when the bot does',
  async () => {
    const { code, output } = await startPlayground([], { ORGANISATIONS: 'nowhere.yaml' }).ended

    expect(code).toBe(1)
    expect(output).toMatch(/^The bot ended \(code 1\)\.\n.*nowhere\.yaml/)
  },
  TIMEOUT_MS,
)

it.each([
  ['--clock-speed', '0', 'CLOCK_SPEED'],
  ['--clock-from', 'monday', 'CLOCK_FROM'],
])(
  'ends, and says why, when %s is %s',
  async (option, value, name) => {
    const { code, output } = await startPlayground([option, value]).ended

    expect(code).toBe(1)
    expect(output).toMatch(
      new RegExp(`^The bot ended \\(code 1\\)\\.\\n${name} is wrong: .*nowhere else\\.\\n$`),
    )
  },
  TIMEOUT_MS,
)

it('knows the people of the sample, and can reach those who have a client', () => {
  const sample = rosterOf('organisations/waterveen-people.csv')
  const ours = rosterOf('cli/playground/waterveen-people.csv')

  expect(ours.map(({ id, unit, roles }) => ({ id, unit, roles }))).toEqual(
    sample.map(({ id, unit, roles }) => ({ id, unit, roles })),
  )
  expect(ours.flatMap(({ id, entraId }) => (entraId ? [id] : []))).toEqual(['1001', '1002'])
})

const rosterOf = (file: string) =>
  loadRoster(fileURLToPath(new URL(`../../bot/${file}`, import.meta.url))).roster.people
