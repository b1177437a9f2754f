/** `npm run playground` says what is wrong, and leaves nothing running. */
import { mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withDeputy } from '../../bot/cli/playground/with-deputy.ts'
import { loadOrganisations } from '../../bot/load-organisations.ts'
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

it.each([['--port'], ['--playground-port'], ['--ciso-port'], ['--deputy-port', '--with-deputy']])(
  'tells how to choose another %s',
  async (option, ...others) => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0

    const { code, output } = await startPlayground([option, String(port), ...others]).ended
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
  'has a third client when asked, and tells where the deputy is to look',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'playground-test-'))
    const playground = startPlayground(['--with-deputy'], { TMPDIR: folder })
    const { employee, ciso, deputy = '' } = await playground.addresses
    expect(await isServed(deputy)).toBe(true)

    const { output } = await playground.stop('SIGTERM')

    expect(await isServed(deputy)).toBe(false)
    expect(output).toBe(
      [
        `Vraagbaak is ready: open ${employee} as Noor Hofland, an employee,`,
        `open ${ciso} as Marit Oosterveld, the CISO,`,
        `and open ${deputy} as Gerrit Zandstra, the deputy. Ctrl-C stops it.`,
        'To plan a poll, say "peilingen" as the CISO; with --clock-speed 20000 a week takes half a minute.',
        'To change the handbook, say "wijzig paragraaf 5.1" as the CISO; a change of a telephone number needs the deputy.',
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

it('can reach the deputy too once there is a client for him', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-test-'))
  const file = withDeputy(
    fileURLToPath(new URL('../../bot/cli/playground/waterveen.yaml', import.meta.url)),
    { email: 'gerrit.zandstra@waterveen.example', aadObjectId: GERRIT },
    folder,
  )

  const [organisation] = loadOrganisations(file)
  const { people } = loadRoster(organisation?.sampleRoster ?? '').roster
  rmSync(folder, { recursive: true })

  expect(organisation).toMatchObject({ id: 'waterveen', languages: ['nl'] })
  expect(organisation?.handbook).toMatch(/\/knowledge\/handbook$/)
  expect(people.flatMap(({ id, entraId }) => (entraId ? [[id, entraId]] : []))).toEqual([
    ['1001', expect.any(String)],
    ['1002', expect.any(String)],
    ['1005', GERRIT],
  ])
})

const GERRIT = '00000000-0000-4000-8000-000000000114'

const rosterOf = (file: string) =>
  loadRoster(fileURLToPath(new URL(`../../bot/${file}`, import.meta.url))).roster.people
