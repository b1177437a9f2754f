/** Access: every cell of who may do what, with people and roles as the store has them. */
import fc from 'fast-check'
import { type Actor, authorize, CAPABILITIES, type Capability } from '../bot/access.ts'
import { whoIs } from '../bot/actor.ts'
import type { Grant } from '../bot/contract/role.ts'
import { openSqlite } from '../bot/storage/database.ts'
import { migrate } from '../bot/storage/migrate.ts'
import type { Person } from '../bot/storage/people.ts'
import { createStorage, type Storage } from '../bot/storage/storage.ts'

/** As the design has it; "u" is yes for one's own units and those below, "-" is no. */
const GRID = `
                   stranger employee manager ciso deputy auditor admin
ask                yes      yes      yes     yes  yes    yes     yes
ask-human          yes      yes      yes     yes  yes    yes     yes
report-incident    yes      yes      yes     yes  yes    yes     yes
see-own-questions  yes      yes      yes     yes  yes    yes     yes
forget-self        yes      yes      yes     yes  yes    yes     yes
vote               -        yes      yes     yes  yes    yes     yes
answer-escalation  -        -        -       yes  yes    -       -
see-gaps           -        -        -       yes  yes    -       -
set-route          -        -        -       yes  yes    -       yes
draft              -        -        -       yes  yes    -       -
publish            -        -        -       yes  yes    -       -
start-poll         -        -        -       yes  -      -       -
see-unit-results   -        -        u       yes  -      yes     -
see-all-results    -        -        -       yes  -      yes     -
read-audit         -        -        -       -    -      yes     -
see-past           -        -        -       yes  yes    yes     -
manage-people      -        -        -       -    -      -       yes
`

const [heading = [], ...lines] = GRID.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = lines.flatMap(([capability = '', ...marks]) =>
  marks.map((mark, column) => [heading[column] ?? '', capability as Capability, mark] as const),
)

const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  employee: [],
  manager: [{ role: 'manager', unit: 'Ruimte' }],
  ciso: [{ role: 'ciso' }],
  deputy: [{ role: 'deputy' }],
  auditor: [{ role: 'auditor' }],
  admin: [{ role: 'admin' }],
}
const PEOPLE: readonly Person[] = Object.entries(GRANTS).map(([role, roles]) => ({
  id: `id-${role}`,
  entraId: `entra-${role}`,
  unit: 'Ruimte',
  roles,
}))

const own = { organisation: 'lindedam', unit: 'Ruimte' }
const other = { organisation: 'waterveen', unit: 'Ruimte' }

let storage: Storage

beforeAll(async () => {
  const database = openSqlite(':memory:')
  await migrate(database)
  storage = createStorage(database)
})
afterAll(() => storage.close())

const speaks = async (who: string, organisation = 'lindedam'): Promise<Actor> =>
  (await whoIs({ organisation, platform: 'teams', person: `entra-${who}` }, storage.stores)).actor

const haveRoster = (people: readonly Person[]): Promise<void> =>
  storage.stores.people.replace('lindedam', { people, units: [] })

/** Of whom a column of the grid is. */
async function everyActor(): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>()
  for (const who of heading) actors.set(who, await speaks(who))
  return actors
}

it('says of every capability who has it', () => {
  expect(lines.map(([capability]) => capability).sort()).toEqual([...CAPABILITIES].sort())
  expect(cells).toHaveLength(17 * 7)
})

describe('in the own organisation', () => {
  let actors: ReadonlyMap<string, Actor>
  beforeAll(async () => {
    await haveRoster(PEOPLE)
    actors = await everyActor()
  })

  it.each(cells)('%s, %s: %s', (who, capability, mark) => {
    expect(authorize(actorIn(actors, who), capability, own)).toBe(mark !== '-')
  })

  it.each(cells)('%s, %s of no unit in particular', (who, capability, mark) => {
    const target = { organisation: 'lindedam' }

    expect(authorize(actorIn(actors, who), capability, target)).toBe(mark === 'yes')
  })

  it.each(cells)('%s, %s in another organisation: no', (who, capability) => {
    expect(authorize(actorIn(actors, who), capability, other)).toBe(false)
  })
})

describe('of another tenant, or a guest of this one', () => {
  it.each(cells)('a %s from elsewhere, %s, is a stranger here', async (who, capability) => {
    await haveRoster(PEOPLE)
    await storage.stores.people.replace('waterveen', { people: [], units: [] })

    const actor = await speaks(who, 'waterveen')

    expect(actor).toEqual({ organisation: 'waterveen', grants: [] })
    expect(authorize(actor, capability, other)).toBe(markOf('stranger', capability) === 'yes')
  })
})

describe('a second ago', () => {
  it.each(heading)('a %s whose roles were withdrawn is an employee', async (who) => {
    await haveRoster(PEOPLE)
    const before = await speaks(who)
    await haveRoster(PEOPLE.map((person) => ({ ...person, roles: [] })))
    const after = await speaks(who)

    expect(before.grants).toEqual(GRANTS[who] ?? [])
    const column = who === 'stranger' ? 'stranger' : 'employee'
    for (const capability of CAPABILITIES)
      expect([capability, authorize(after, capability, own)]).toEqual([
        capability,
        markOf(column, capability) === 'yes',
      ])
  })

  it.each(heading)('a %s who left is a stranger', async (who) => {
    await haveRoster(PEOPLE)
    await haveRoster(PEOPLE.filter(({ id }) => id !== `id-${who}`))

    const actor = await speaks(who)

    for (const capability of CAPABILITIES)
      expect([capability, authorize(actor, capability, own)]).toEqual([
        capability,
        markOf('stranger', capability) === 'yes',
      ])
  })
})

it('gives nothing for grants without a person', () => {
  const actor = { organisation: 'lindedam', grants: [{ role: 'ciso' as const }] }

  expect(authorize(actor, 'answer-escalation', own)).toBe(false)
})

it('gives a manager of no unit nothing', () => {
  const actor = { organisation: 'lindedam', person: '1', grants: [{ role: 'manager' as const }] }

  expect(authorize(actor, 'see-unit-results', own)).toBe(false)
  expect(authorize(actor, 'see-unit-results', { organisation: 'lindedam' })).toBe(false)
})

it('shows a manager a unit exactly when it is theirs or below it', () => {
  const unit = fc.array(fc.constantFrom('Ruimte', 'Ruimtelijk', 'Jeugd', 'a', ''), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(unit, unit, (managed, asked) => {
      const isBelow = managed.every((part, index) => asked[index] === part)
      const grants = [{ role: 'manager' as const, unit: managed.join('/') }]
      const actor = { organisation: 'lindedam', person: '1', grants }
      const target = { organisation: 'lindedam', unit: asked.join('/') }

      return authorize(actor, 'see-unit-results', target) === isBelow
    }),
    { seed: 3 },
  )
})

function actorIn(actors: ReadonlyMap<string, Actor>, who: string): Actor {
  const actor = actors.get(who)
  if (actor === undefined) throw new Error(`nobody is ${who}`)
  return actor
}

const markOf = (who: string, capability: Capability): string =>
  cells.find(([column, row]) => column === who && row === capability)?.[2] ?? ''
