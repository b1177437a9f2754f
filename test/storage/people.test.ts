/** People: the roster on both engines. */
import type { Person, Roster } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const NOOR: Person = {
  id: '1001',
  email: 'noor@lindedam.example',
  entraId: '00000000-0000-4000-8000-00000000000a',
  slackId: 'U0NOOR',
  unit: 'Ruimte/Vergunningen',
  language: 'en',
  roles: [{ role: 'ciso' }, { role: 'manager', unit: 'Ruimte' }],
}
const GERRIT: Person = { id: '1002', roles: [] }
const ROSTER: Roster = {
  people: [NOOR, GERRIT],
  units: [
    { path: 'Ruimte', name: 'Ruimte' },
    { path: 'Ruimte/Vergunningen', name: 'Vergunningen', parent: 'Ruimte' },
  ],
}

describe.each(engines)('the people store on $name', ({ open }) => {
  let storage: Storage
  beforeAll(async () => {
    storage = await open()
  })
  beforeEach(async () => {
    for (const organisation of ['lindedam', 'waterveen'])
      await storage.stores.people.replace(organisation, { people: [], units: [] })
  })
  afterAll(() => storage.close())

  it('gives back every field of a person, and nothing for what is not filled in', async () => {
    await storage.stores.people.replace('lindedam', ROSTER)

    expect(await storage.stores.people.list('lindedam')).toEqual([NOOR, GERRIT])
    expect(await storage.stores.people.units('lindedam')).toEqual(ROSTER.units)
  })

  it('finds a person by each platform, however the id is written', async () => {
    const people = storage.stores.people
    const EntraId = NOOR.entraId?.toUpperCase() ?? ''
    await people.replace('lindedam', {
      ...ROSTER,
      people: [{ ...NOOR, entraId: EntraId, email: 'Noor@Lindedam.example', slackId: 'u0noor' }],
    })

    expect(await people.byPlatform('lindedam', 'teams', EntraId)).toEqual(NOOR)
    expect(await people.byPlatform('lindedam', 'teams', EntraId.toLowerCase())).toEqual(NOOR)
    expect(await people.byPlatform('lindedam', 'slack', 'U0Noor')).toEqual(NOOR)
    expect(await people.byPlatform('lindedam', 'terminal', '1001')).toEqual(NOOR)
    expect(await people.byId('lindedam', '1001')).toEqual(NOOR)
  })

  it.each(['', '1001', 'null', 'noor@lindedam.example', "' or '1'='1"])(
    'knows nobody in Teams or Slack as "%s"',
    async (id) => {
      await storage.stores.people.replace('lindedam', ROSTER)

      expect(await storage.stores.people.byPlatform('lindedam', 'teams', id)).toBeUndefined()
      expect(await storage.stores.people.byPlatform('lindedam', 'slack', id)).toBeUndefined()
    },
  )

  it('finds who has a role, with all their roles', async () => {
    await storage.stores.people.replace('lindedam', ROSTER)

    expect(await storage.stores.people.withRole('lindedam', 'ciso')).toEqual([NOOR])
    expect(await storage.stores.people.withRole('lindedam', 'admin')).toEqual([])
  })

  it('puts a roster in the place of the one before, of that organisation only', async () => {
    await storage.stores.people.replace('lindedam', ROSTER)
    await storage.stores.people.replace('waterveen', { people: [GERRIT], units: [] })

    await storage.stores.people.replace('lindedam', { people: [{ ...NOOR, roles: [] }], units: [] })

    expect(await storage.stores.people.list('lindedam')).toEqual([{ ...NOOR, roles: [] }])
    expect(await storage.stores.people.units('lindedam')).toEqual([])
    expect(await storage.stores.people.withRole('lindedam', 'ciso')).toEqual([])
    expect(await storage.stores.people.list('waterveen')).toEqual([GERRIT])
  })

  it('keeps the roster that it had when the new one cannot be stored whole', async () => {
    await storage.stores.people.replace('lindedam', ROSTER)

    const twice = [NOOR, { ...GERRIT, email: NOOR.email ?? '' }]
    const replacing = storage.stores.people.replace('lindedam', { people: twice, units: [] })

    await expect(replacing).rejects.toThrow()
    expect(await storage.stores.people.list('lindedam')).toEqual(ROSTER.people)
    expect(await storage.stores.people.units('lindedam')).toEqual(ROSTER.units)
  })

  it('removes one person with their roles, once', async () => {
    await storage.stores.people.replace('lindedam', ROSTER)

    expect(await storage.stores.people.remove('waterveen', '1001')).toBe(false)
    expect(await storage.stores.people.remove('lindedam', '1001')).toBe(true)
    expect(await storage.stores.people.remove('lindedam', '1001')).toBe(false)
    expect(await storage.stores.people.list('lindedam')).toEqual([GERRIT])
    expect(await storage.stores.people.withRole('lindedam', 'ciso')).toEqual([])
  })

  it('holds a roster larger than one statement takes', async () => {
    const people = Array.from({ length: 2_500 }, (_, n) => ({
      id: String(10_000 + n),
      roles: [{ role: 'manager' as const, unit: 'Ruimte' }],
    }))

    await storage.stores.people.replace('lindedam', { people, units: [] })

    expect(await storage.stores.people.list('lindedam')).toEqual(people)
  })

  it('is refused, and does not wait for itself, beside the transaction it is in', async () => {
    const beside = storage.transaction(() => storage.stores.people.replace('lindedam', ROSTER))

    await expect(beside).rejects.toThrow(/use the stores that it gives/)
  })
})
