/** `npm run handbook` where a municipality builds on a region: what its commands tell and write. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadOrganisations } from '../../bot/load-organisations.ts'
import { openStorage } from '../../bot/open-storage.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import { aMunicipality, type Municipality } from '../journey/municipality.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { hostCommands } from './host-commands.ts'

const FRONT = '---\ntitle: Werken\nowner: ciso@regio.example\nreview: 2031-01-01\n---\n'
const BASE = `${FRONT}\n## Mag ik thuis printen? {#printen}\n\nNee, print op kantoor.\n\n## Mag ik thuis scannen? {#scannen}\n\nJa, met de scanner.\n`
const OWN = `---\ntitle: Werken\n---\n\n## Mag ik thuis printen? {#printen}\n\nJa, bij ons wel. Zie [scannen](#scannen).\n`

let municipality: Municipality
let handbook: (
  ...args: readonly string[]
) => Promise<Readonly<{ output: string; errors: string; code: number | null }>>
const hosted = hostCommands()
beforeEach(async () => {
  municipality = aMunicipality(0)
  const root = dirname(dirname(municipality.databaseFile))
  writeFileSync(join(root, 'handbook', '01-werken.md'), OWN)
  mkdirSync(join(root, 'region'))
  writeFileSync(join(root, 'region', '01-werken.md'), BASE)
  const file = municipality.variables['ORGANISATIONS'] ?? ''
  const [one = ''] = readFileSync(file, 'utf8').split('organisations:\n').slice(1)
  const region = one.replace(/id: .*/, 'id: regio').replace(/name: .*/, 'name: Regio Waterland')
  const text = `organisations:\n${one}    buildsOn: regio\n${region.replace(/tenants: .*/, 'tenants: []').replace(/handbook: .*/, 'handbook: region')}`
  writeFileSync(file, text)
  const organisations = loadOrganisations(file)
  const storage = await openStorage({ dataDir: dirname(municipality.databaseFile) }, 'bot')
  await openLiveHandbooks(
    organisations,
    storage.stores.handbooks,
    Date.parse('2026-05-03T12:00:00Z'),
  )
  await storage.close()
  const about = ['--organisation', organisations[0]?.id ?? '']
  handbook = (...args) => hosted(municipality.variables, 'handbook', ...args, ...about)
})
afterEach(() => municipality.remove())
afterAll(removeFolders)

it('tells the version of the base, and writes the own files or the whole', async () => {
  expect((await handbook('versions')).output).toContain('On version 1 of Regio Waterland.')

  const own = join(aFolder({}), 'own')
  await handbook('export', '1', own)
  expect(readdirSync(own)).toEqual(['01-werken.md'])
  expect(readFileSync(join(own, '01-werken.md'), 'utf8')).toBe(OWN)

  const whole = join(aFolder({}), 'whole')
  await handbook('export', '1', whole, '--merged')
  const text = readFileSync(join(whole, '01-werken.md'), 'utf8')
  expect(text).toContain('Ja, bij ons wel.')
  expect(text).toContain('Ja, met de scanner.')
  expect((await handbook('check', whole)).code).toBe(0)
})

it('tells what held on a day, and what it would have answered', async () => {
  const { output } = await handbook('at', '2026-05-03', 'mag ik thuis printen')
  expect(output).toContain('Ja, bij ons wel.')
  expect(output).toContain('version 1 (base 1)')

  expect((await handbook('at', '2026-05-02')).errors).toContain('no version of the handbook yet')
  expect((await handbook('at', '2026-04-31')).errors).toContain('"2026-04-31" is no day')
})

it('publishes an own text that links to a section of the base', async () => {
  const folder = aFolder({ '01-werken.md': OWN.replace('bij ons wel', 'bij ons altijd') })
  const { output } = await handbook('import', folder)
  const draft = /^Draft (\w+)\./m.exec(output)?.[1] ?? ''

  const done = await handbook('publish', draft, '--yes', '--accept-lost', '--alone', 'proef')
  expect([done.code, done.output]).toEqual([0, expect.stringContaining('Version 2 is published')])
})
