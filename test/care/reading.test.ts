/** Reading: everybody confirms a section once, and who looks learns nothing of anybody. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../bot/storage/people.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, deputy, guest, kim, PEOPLE, sam } from '../bot/an-office.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'
import {
  aCareOffice,
  aHandbook,
  button,
  opened,
  REPORTING,
  read,
  speaking,
  staffOf,
} from './a-care-office.ts'

const MONDAY = '2026-12-07T00:05:00Z'
const notice = (kind: string) => ({ kind: 'notice', notice: kind })

const manager: Person = {
  ...{ id: 'baas', entraId: 'entra-baas', unit: 'Wmo' },
  roles: [{ role: 'manager', unit: 'Wmo' }],
}
const managerOfFew: Person = {
  ...{ id: 'chef', entraId: 'entra-chef', unit: 'Jeugd' },
  roles: [{ role: 'manager', unit: 'Jeugd' }],
}
const UNITS = ['Jeugd', 'Wmo'].map((path) => ({ path, name: path }))

describe.each(engines)('reading on $name', (engine) => {
  let storage: Inspected
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  afterEach(() => storage.clear())
  afterAll(() => storage.close())

  const rowsOf = async (table: string) => (await storage.rows())[table] ?? []

  it('counts once for each person and text, on whatever platform, and asks anew of another text', async () => {
    const office = await aCareOffice(storage)
    const press = button(await opened(office, kim))

    expect(await office.press(kim, press)).toMatchObject(notice('acknowledged'))
    expect(await office.press(kim, press)).toMatchObject(notice('acknowledged-before'))
    const terminal = { platform: 'terminal', person: 'kim.de.wit', conversation: 't' } as const
    expect(await office.press(terminal, press)).toMatchObject(notice('acknowledged-before'))
    expect(await office.say(kim, 'nog te lezen')).toMatchObject(notice('nothing-to-read'))
    expect(await office.say(sam, 'nog te lezen')).toMatchObject({ kind: 'to-read' })

    await office.publish(
      aHandbook({ review: '2028-01-01', others: '\n## Nieuw {#nieuw}\n\nNee.\n' }),
    )
    expect(await office.say(kim, 'to read')).toMatchObject(notice('nothing-to-read'))
    await office.publish(aHandbook({ text: '**Bel de politie.** Meteen.' }))
    expect(as('to-read', await office.say(kim, 'to read')).sections).toMatchObject([
      { id: REPORTING },
    ])
    expect(await office.press(kim, press)).toMatchObject(notice('acknowledge-changed'))
    expect(await read(office, kim)).toMatchObject(notice('acknowledged'))
  })

  it('counts nobody who is not in the roster, and nothing that nobody asked for', async () => {
    const office = await aCareOffice(storage)
    const press = button(await opened(office, guest))

    expect(await office.press(guest, press)).toMatchObject(notice('acknowledge-unknown'))
    expect(await office.say(guest, 'nog te lezen')).toMatchObject(notice('acknowledge-unknown'))
    const other = { ...press, sectionId: 'incident-daarna' } as typeof press
    expect(await office.press(kim, other)).toMatchObject(notice('acknowledge-not-asked'))
    expect(await opened(office, kim, 'incident-daarna')).not.toHaveProperty('acknowledge')
    expect(await rowsOf('acknowledgement')).toEqual([])
  })

  it('keeps a code that leads to nobody, without unit or moment; nothing by name', async () => {
    const office = await aCareOffice(storage)
    await office.press(kim, { verb: 'show-section', sectionId: REPORTING })
    expect((await opened(office, kim)).acknowledge).toMatchObject({ named: false })
    await read(office, kim)
    expect(await rowsOf('acknowledgement_proof')).toEqual([])
    await office.goTo(MONDAY)

    const [row = ''] = await rowsOf('acknowledgement')
    expect(Object.keys(JSON.parse(row)).sort()).toEqual(['organisation', 'section', 'tag', 'words'])
    const { person: _, seen: __, ...rest } = await storage.rows()
    const about = Object.entries(rest).filter(([table]) => /^(ack|read)/.test(table))
    expect(JSON.stringify(about)).not.toMatch(/kim|0a51c/)
  })

  it('is forgotten with the rest at somebody’s own word', async () => {
    const office = await aCareOffice(storage, {
      organisation: { acknowledgements: { named: true } },
    })
    await read(office, kim)
    await read(office, sam)

    const forgotten = as('forgotten', await office.press(kim, { verb: 'confirm-forget-me' }))

    expect(forgotten.removed).toContainEqual({ what: 'acknowledged', count: 1 })
    expect(await rowsOf('acknowledgement')).toHaveLength(1)
    expect((await rowsOf('acknowledgement_proof')).join()).toContain('sam.ouwehand')
    expect((await rowsOf('acknowledgement_proof')).join()).not.toContain('kim')
  })

  it('keeps names only where the organisation says so, tells it at the button, and drops them after', async () => {
    const named = { acknowledgements: { named: true } }
    const office = await aCareOffice(storage, { organisation: named })
    expect((await opened(office, kim)).acknowledge).toMatchObject({ named: true })
    await read(office, kim)
    const proofs = () => storage.stores.acknowledgements.proofs('waterveen', REPORTING)
    expect(await proofs()).toMatchObject([{ person: 'kim.de.wit', unit: '', day: '2026-12-01' }])

    const anonymous = await aCareOffice(storage)
    await anonymous.goTo('2026-12-02T01:00:00Z')

    expect(await proofs()).toEqual([])
    expect(await rowsOf('acknowledgement')).toHaveLength(1)
    expect(await office.say(kim, 'nog te lezen')).toMatchObject({ kind: 'to-read' })
  })

  it('is known for a month after the text changed, however long the bot was down', async () => {
    const office = await aCareOffice(storage)
    await read(office, kim)
    await office.goTo('2027-06-01T01:00:00Z')
    expect(await rowsOf('acknowledgement')).toHaveLength(1)

    await office.publish(aHandbook({ text: '**Bel de politie.** Meteen.' }))
    await office.goTo('2027-07-01T01:00:00Z')
    expect(await rowsOf('acknowledgement')).toHaveLength(1)
    await office.goTo('2027-07-03T01:00:00Z')

    expect(await rowsOf('acknowledgement')).toEqual([])
    expect(await rowsOf('acknowledged_text')).toEqual([])
  })

  it('shows each what is theirs, as it was counted this week, and notes who looked', async () => {
    const people = [...PEOPLE, manager, managerOfFew, ...staffOf({ Jeugd: 14, Wmo: 14 })]
    const office = await aCareOffice(storage, { people })
    await storage.stores.people.replace('waterveen', { people, units: UNITS })
    const readers = people.filter(({ unit, id }) => unit === 'Wmo' && id !== 'wmo-0').slice(0, 8)
    for (const person of readers) await read(office, speaking(person))
    const shown = async (who: Parameters<typeof office.say>[0]) =>
      as('read-receipts', await office.say(who, 'gelezen')).sections[0]

    expect(await shown(ciso)).toMatchObject({ units: [] })
    expect(await shown(ciso)).not.toHaveProperty('countedOn')
    await office.goTo(MONDAY)
    await read(office, kim)
    await office.goTo('2026-12-11T12:00:00Z')

    const seen = await shown(ciso)
    expect(seen).toMatchObject({ countedOn: '2026-12-07', merged: [] })
    expect(seen?.units.map(({ path, people, confirmed }) => [path, people, confirmed])).toEqual([
      ['', 34, { kind: 'about', percent: 30 }],
      ['Wmo', 15, { kind: 'about', percent: 50 }],
    ])
    expect((await shown(speaking(manager)))?.units.map(({ path }) => path)).toEqual(['', 'Wmo'])
    const merged = await shown(speaking(managerOfFew))
    expect([merged?.units.map(({ path }) => path), merged?.merged]).toEqual([[''], ['Jeugd']])
    expect(await office.say(kim, 'gelezen')).toMatchObject(notice('results-not-yours'))
    expect(await office.say(deputy, 'gelezen')).toMatchObject(notice('results-not-yours'))
    const audit = await storage.stores.audit.list('waterveen')
    expect(audit.filter(({ action }) => action === 'read-receipts-viewed')).toHaveLength(5)
  })

  it('is counted once by several processes, and again when it failed half-way', async () => {
    const people = [...PEOPLE, ...staffOf({ Jeugd: 14 })]
    const office = await aCareOffice(storage, { people })
    let fails = true
    const failing = {
      ...storage,
      transaction: <T>(work: Parameters<typeof storage.transaction<T>>[0]) =>
        storage.transaction(async (stores) => {
          const value = await work(stores)
          if (fails) throw new Error(`died ${randomUUID()}`)
          return value
        }),
    }
    office.clock.now = Date.parse(MONDAY)
    await office.choresOn(failing).runDue()
    expect(await rowsOf('read_figure')).toEqual([])
    fails = false

    await Promise.all([1, 2, 3].map(() => office.choresOn(failing).runDue()))

    expect(await rowsOf('read_figure')).toHaveLength(1)
    const done = (await rowsOf('chore')).filter((row) => row.includes('read-count'))
    expect(done).toHaveLength(1)
  })
})
