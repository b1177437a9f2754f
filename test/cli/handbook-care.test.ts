/** `npm run handbook -- read-proof` and `crisis-sheet`: names only where they are kept, and a sheet to print. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { hostCommands } from './host-commands.ts'

const HERE = 'waterveen'
const TEXT = { section: 'incident-melden', words: 'w'.repeat(43) }

const ORGANISATIONS = (named: boolean) => `
organisations:
  - id: waterveen
    name: gemeente Waterveen
    tenants: []
    timeZone: Europe/Amsterdam
    languages: [nl]
    incidentDesk: { telephone: "088-000 0100", url: "https://intranet.waterveen.example/meldpunt" }
    ciso: { name: Marit, email: ciso@waterveen.example }
    acknowledgements: { named: ${named} }
    handbook: .
`
const CHAPTER = `## Hoe meld ik iets? {#incident-melden}
<!-- vraagbaak
incident: [general]
acknowledge: true
-->

**Bel.** Meteen.

1. Bel het meldpunt.
`

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-care-'))
  writeFileSync(join(folder, 'named.yaml'), ORGANISATIONS(true))
  writeFileSync(join(folder, 'unnamed.yaml'), ORGANISATIONS(false))
  writeFileSync(join(folder, '01-incident.md'), CHAPTER)
  const { stores, close } = await openStorage({ dataDir: folder }, 'bot')
  for (const person of ['sem', '=noor'])
    await stores.acknowledgements.prove(HERE, {
      ...{ ...TEXT, person, unit: 'Ruimte;"x"', day: '2026-12-01' },
    })
  await close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const hosted = hostCommands()
const handbook = (file: string, ...args: readonly string[]) =>
  hosted({ DATA_DIR: folder, ORGANISATIONS: join(folder, file) }, 'handbook', ...args)
const audit = async () => {
  const { stores, close } = await openStorage({ dataDir: folder }, 'guest')
  const entries = await stores.audit.list(HERE)
  await close()
  return entries
}

it('refuses where who confirmed is not kept by name, says why, and notes nothing', async () => {
  const file = join(folder, 'refused.csv')
  const { code, errors } = await handbook('unnamed.yaml', 'read-proof', TEXT.section, '--csv', file)

  expect(code).not.toBe(0)
  expect(errors).toContain('who confirmed is not kept by name here')
  expect(() => readFileSync(file)).toThrow('ENOENT')
  expect(await audit()).toEqual([])
})

it('writes who confirmed to a file that no spreadsheet runs, and notes how many', async () => {
  const file = join(folder, 'proof.csv')
  const { errors } = await handbook('named.yaml', 'read-proof', TEXT.section, '--csv', file)

  expect(errors).toBe('')
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '\ufeffperson;unit;date;section;text',
    `"'=noor";"Ruimte;""x""";"2026-12-01";"incident-melden";"${TEXT.words}"`,
    `"sem";"Ruimte;""x""";"2026-12-01";"incident-melden";"${TEXT.words}"`,
    '',
  ])
  expect(await audit()).toMatchObject([
    {
      ...{ actor: 'command line', action: 'read-proof-exported', object: TEXT.section },
      details: { rows: 2 },
    },
  ])
  const again = await handbook('named.yaml', 'read-proof', TEXT.section, '--csv', file)
  expect(again.errors).toContain('EEXIST')
  expect((await handbook('named.yaml', 'read-proof', 'x', '--csv', file)).errors).toContain(
    'nobody confirmed',
  )
  expect((await handbook('named.yaml', 'read-proof', 'x')).errors).toContain('say where to')
})

it('writes the crisis sheet', async () => {
  const file = join(folder, 'kaart.html')
  const { output } = await handbook('unnamed.yaml', 'crisis-sheet', file)

  expect(output).toContain(': 1 sections')
  expect(readFileSync(file, 'utf8')).toMatch(/Bel 088-000 0100[\s\S]*Bel het meldpunt\./)
})
