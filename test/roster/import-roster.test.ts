/** Import a roster: what changes, what is refused, and what the audit log says of it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { importRoster } from '../../bot/roster/import-roster.ts'
import { loadSampleRoster } from '../../bot/roster/load-sample.ts'
import { readRoster } from '../../bot/roster/read-roster.ts'
import type { Roster } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'

const SAMPLE = fileURLToPath(
  new URL('../../bot/organisations/waterveen-people.csv', import.meta.url),
)

const PLAYGROUND = fileURLToPath(new URL('../../.m365agentsplayground.yml', import.meta.url))
const User = z.object({ aadObjectId: z.guid() })
const Playground = z.object({ currentUser: User, users: z.array(User).min(5) })

function rosterOf(...rows: readonly string[]): Roster {
  const reading = readRoster(['id,email,unit,roles,language', ...rows].join('\n'))
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems))
  return reading.roster
}

const BEFORE = rosterOf(
  '1,,Ruimte,manager,nl',
  '2,,Ruimte,ciso,',
  '3,,Griffie,,',
  '4,,Griffie,,',
  '5,,Griffie,,',
)

describe.each(engines)('importing a roster on $name', (engine) => {
  let storage: Inspected
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  beforeEach(() => storage.stores.people.replace('lindedam', BEFORE))
  afterEach(() => storage.clear())
  afterAll(() => storage.close())

  const bringIn = (roster: Roster, change: Readonly<{ apply?: boolean; force?: boolean }> = {}) => {
    const order = { organisation: 'lindedam', roster, actor: 'command line', apply: true }
    return storage.transaction((stores) =>
      importRoster({ force: false, ...order, ...change }, stores, 7),
    )
  }
  const auditRows = async () =>
    (await storage.stores.audit.list('lindedam')).map(({ actor, action, object, details }) => [
      actor,
      action,
      object,
      details,
    ])

  const after = rosterOf(
    '1,,Ruimte,manager(Ruimte/Beheer),en',
    '2,,Ruimte,ciso | auditor,',
    '3,,Griffie,,',
    '4,,Griffie,,',
    '6,,Ruimte/Beheer,,',
  )

  it('tells what would change, and changes nothing before it is applied', async () => {
    const outcome = await bringIn(after, { apply: false })

    expect(outcome).toEqual({
      kind: 'not-applied',
      change: {
        before: 5,
        added: ['6'],
        gone: ['5'],
        changed: [{ id: '1', fields: ['language'] }],
        unitsAdded: ['Ruimte/Beheer'],
        unitsGone: [],
        granted: [
          { person: '1', grant: { role: 'manager', unit: 'Ruimte/Beheer' } },
          { person: '2', grant: { role: 'auditor' } },
        ],
        withdrawn: [{ person: '1', grant: { role: 'manager', unit: 'Ruimte' } }],
      },
    })
    expect(await storage.stores.people.list('lindedam')).toEqual(BEFORE.people)
    expect(await auditRows()).toEqual([])
  })

  it('writes one audit row for the import and one for each role that changed', async () => {
    const outcome = await bringIn(after)

    expect(outcome.kind).toBe('applied')
    expect(await storage.stores.people.byId('lindedam', '6')).toMatchObject({
      unit: 'Ruimte/Beheer',
    })
    expect(await storage.stores.people.byId('lindedam', '5')).toBeUndefined()
    expect(await auditRows()).toEqual([
      ['command line', 'roster-imported', 'lindedam', { added: 1, changed: 1, gone: 1, people: 5 }],
      ['command line', 'role-granted', '1', { role: 'manager', unit: 'Ruimte/Beheer' }],
      ['command line', 'role-granted', '2', { role: 'auditor' }],
      ['command line', 'role-withdrawn', '1', { role: 'manager', unit: 'Ruimte' }],
    ])
    expect(await storage.stores.audit.verify('lindedam')).toMatchObject({ kind: 'intact', rows: 4 })
  })

  it('withdraws the roles of who is gone', async () => {
    await bringIn(rosterOf('1,,Ruimte,manager,nl', '3,,Griffie,,', '4,,Griffie,,', '5,,Griffie,,'))

    expect(await auditRows()).toContainEqual([
      'command line',
      'role-withdrawn',
      '2',
      { role: 'ciso' },
    ])
  })

  it('writes nothing when nothing changes', async () => {
    const outcome = await bringIn(BEFORE)

    expect(outcome.kind).toBe('nothing-changes')
    expect(await auditRows()).toEqual([])
  })

  it('refuses to remove more than a fifth of the people, unless forced', async () => {
    const less = rosterOf('1,,Ruimte,manager,nl', '2,,Ruimte,ciso,', '3,,Griffie,,')

    const refused = await bringIn(less)
    const peopleThen = await storage.stores.people.list('lindedam')
    const forced = await bringIn(less, { force: true })

    expect(refused).toMatchObject({ kind: 'removes-too-many', change: { gone: ['4', '5'] } })
    expect(peopleThen).toEqual(BEFORE.people)
    expect(forced.kind).toBe('applied')
    expect(await storage.stores.people.list('lindedam')).toHaveLength(3)
  })

  it('stores no audit row without the roster, nor the roster without its audit rows', async () => {
    const change = storage.transaction(async (stores) => {
      const order = { organisation: 'lindedam', roster: after, actor: 'x', apply: true }
      await importRoster({ ...order, force: false }, stores, 7)
      throw new Error('the lights went out')
    })

    await expect(change).rejects.toThrow('the lights went out')
    expect(await storage.stores.people.list('lindedam')).toEqual(BEFORE.people)
    expect(await auditRows()).toEqual([])
  })
})

describe('the sample roster', () => {
  let storage: Storage
  const [engine] = engines
  beforeEach(async () => {
    if (engine === undefined) throw new Error('there is no engine')
    storage = await engine.open()
  })
  afterEach(() => storage.close())

  const load = (id: string, sampleRoster?: string) =>
    storage.transaction((stores) => loadSampleRoster({ id, sampleRoster }, stores, 7))

  it('has somebody in every role, and none without an object id', async () => {
    expect(await load('waterveen', SAMPLE)).toBe(25)

    const people = await storage.stores.people.list('waterveen')
    const roles = new Set(people.flatMap((person) => person.roles.map(({ role }) => role)))
    expect([...roles].sort()).toEqual(['admin', 'auditor', 'ciso', 'deputy', 'manager'])
    expect(people.filter(({ entraId }) => entraId === undefined)).toEqual([])
  })

  it('holds the people of the playground, one of whom is an employee, one CISO and one manager', async () => {
    await load('waterveen', SAMPLE)
    const { currentUser, users } = Playground.parse(parse(readFileSync(PLAYGROUND, 'utf8')))

    const rolesOf = async (id: string) =>
      (await storage.stores.people.byPlatform('waterveen', 'teams', id))?.roles
    const roles = await Promise.all(users.map(({ aadObjectId }) => rolesOf(aadObjectId)))

    expect(await rolesOf(currentUser.aadObjectId)).toEqual([])
    expect(roles).not.toContain(undefined)
    expect(roles.flat().map((grant) => grant?.role)).toEqual(
      expect.arrayContaining(['ciso', 'manager']),
    )
  })

  it('is loaded once, and never over people who are there', async () => {
    await storage.stores.people.replace('lindedam', BEFORE)

    expect(await load('waterveen', SAMPLE)).toBe(25)
    expect(await load('waterveen', SAMPLE)).toBe(0)
    expect(await load('lindedam', SAMPLE)).toBe(0)
    expect(await load('elders')).toBe(0)
    expect(await storage.stores.people.list('lindedam')).toEqual(BEFORE.people)
  })
})
