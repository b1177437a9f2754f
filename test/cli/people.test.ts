/** `npm run people` and `npm run audit`: what an administrator and an auditor do, from one to the next. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sqliteFile } from '../../bot/open-storage.ts'
import { hostCommands } from './host-commands.ts'
import { type Ran, runCommandIn } from './run-command.ts'

const TIMEOUT_MS = 60_000

const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-people-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const organisation = (id: string) => `
  - id: ${id}
    name: gemeente ${id}
    tenants: []
    timeZone: Europe/Amsterdam
    languages: [nl]
    incidentDesk: { telephone: 088-000 0199, url: "https://intranet.${id}.example/meldpunt" }
    ciso: { name: Joris Hartland, email: ciso@${id}.example }
    handbook: .
`

function aFile(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const one = aFile('one.yaml', `organisations:${organisation('lindedam')}`)
const two = aFile(
  'two.yaml',
  `organisations:${organisation('lindedam')}${organisation('waterveen')}`,
)
const HEADING = 'id;email;unit;roles\r\n'
const roster = aFile(
  'people.csv',
  `\uFEFF${HEADING}1001;noor@lindedam.example;Ruimte;\r\n1002;;Ruimte;manager\r\n1003;;Griffie;ciso\r\n`,
)
const part = aFile('part.csv', `${HEADING}1003;;Griffie;ciso\r\n`)
const bad = aFile('bad.csv', `${HEADING}1001;noor;Ruimte;\r\n1001;;Ruimte//Jeugd;baas\r\n`)

const ENVIRONMENT = { DATA_DIR: join(folder, 'data'), ORGANISATIONS: one }
const hosted = hostCommands()
const run = (name: 'people' | 'audit', ...args: readonly string[]): Promise<Ran> =>
  hosted(ENVIRONMENT, name, ...args)
/** In a process of its own. */
const runAlone: typeof run = (name, ...args) => runCommandIn(ENVIRONMENT, name, ...args)

it(
  'brings people in, shows and forgets them, and keeps a log that verifies until somebody changes it',
  async () => {
    const looked = await run('people', 'import', roster)
    const applied = await runAlone('people', 'import', roster, '--apply')
    const after = await run('people', 'list')
    const shown = await run('people', 'show', '1001')
    const refused = await run('people', 'import', part, '--apply')
    const forgotten = await run('people', 'forget', '1001')
    const whole = await run('audit', 'verify')
    const log = await run('audit', 'list')

    expect(looked.output).toMatch(/^warning: 3 without entra_id and slack_id/)
    expect(looked.output).toMatch(/\nnew: 3\n {2}1001, 1002, 1003\n/)
    expect(looked.output).toMatch(/\nNothing was changed yet: add --apply to do this\.\n$/)
    expect(applied).toMatchObject({ code: 0, errors: '' })
    expect(applied.output).toMatch(/The roster of lindedam is up to date\.\n$/)
    expect(after.output).toBe(
      'lindedam: 3 people\n  Griffie: 1\n  Ruimte: 2\n  1002: manager(Ruimte)\n  1003: ciso\n',
    )
    expect(shown.output).toBe('id: 1001\nemail: noor@lindedam.example\nunit: Ruimte\n')
    expect(refused.code).toBe(1)
    expect(refused.errors).toMatch(/^This would remove 2 of 3 people, more than a fifth/)
    expect(forgotten.output).toMatch(/^removed: 1 row of the roster\n/)
    expect(whole.output).toMatch(/^lindedam: intact, 4 rows\nlast hash [0-9a-f]{64} /)
    expect(log.output.split('\n').map((line) => line.split('\t').slice(2, 5))).toEqual([
      ['command line', 'roster-imported', 'lindedam'],
      ['command line', 'role-granted', '1002'],
      ['command line', 'role-granted', '1003'],
      ['command line', 'person-forgotten', '1001'],
      [],
    ])

    const database = new Sqlite(sqliteFile(join(folder, 'data')))
    database.exec(`update audit set object = '1009' where sequence = 2`)
    database.close()
    const broken = await runAlone('audit', 'verify')

    expect(broken).toMatchObject({ code: 1, output: '' })
    expect(broken.errors).toMatch(/^lindedam: broken at row 2: this row was changed\. /)
  },
  TIMEOUT_MS,
)

it(
  'names file, line and column of everything that is wrong, and makes no database for it',
  async () => {
    const DATA_DIR = join(folder, 'untouched')
    const { code, errors } = await hosted(
      { DATA_DIR, ORGANISATIONS: one },
      'people',
      'import',
      bad,
      '--apply',
    )

    expect(code).toBe(1)
    expect(errors.split('\n')).toEqual([
      `${bad}, line 2, column "email": must be an e-mail address such as noor@lindedam.example`,
      `${bad}, line 3, column "unit": has an empty part between slashes`,
      expect.stringMatching(/, line 3, column "roles": "baas" is none of /),
      `${bad}, line 3, column "id": is the same as on line 2`,
      '',
    ])
    expect(() => new Sqlite(sqliteFile(DATA_DIR), { fileMustExist: true })).toThrow()
  },
  TIMEOUT_MS,
)

it.each([
  ['a command that it does not know', ['imports', roster], /^usage: npm run people/],
  ['no organisation among two', ['list'], /--organisation with one of lindedam, waterveen/],
])(
  'refuses %s',
  async (_name, args, message) => {
    const env = { DATA_DIR: join(folder, 'data'), ORGANISATIONS: two }
    const { code, output, errors } = await hosted(env, 'people', ...args)

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
  },
  TIMEOUT_MS,
)
