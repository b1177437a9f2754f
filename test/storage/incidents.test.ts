/** The store of reports and of first notices, on both engines. */
import type { Incident } from '../../bot/storage/incidents.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const anIncident = (change: Partial<Incident> = {}): Incident => ({
  id: 'i-1',
  number: 'I-2026-0001',
  kind: 'lost-or-stolen',
  reporter: 'person-1',
  reporterName: 'Kim de Wit',
  what: 'laptop weg',
  when: 'vanmorgen',
  devices: 'laptop',
  personalData: 'unknown',
  callBack: '06-12345678',
  firstNoticeAt: 1_764_590_000_000,
  reportedAt: 1_764_590_400_000,
  ...change,
})

describe.each(engines)('incidents on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())
  const store = () => storage.stores.incidents

  it('gives back every field of a report', async () => {
    const nameless = anIncident({ id: 'i-2', reporterName: undefined, personalData: 'yes' })
    await store().add('waterveen', anIncident())
    await store().add('waterveen', nameless)

    expect(await store().find('waterveen', 'i-1')).toEqual(anIncident())
    expect(await store().find('waterveen', 'i-2')).toEqual(nameless)
  })

  it('keeps the first of two with one id, and says so', async () => {
    expect(await store().add('waterveen', anIncident())).toBe(true)
    expect(await store().add('waterveen', anIncident({ what: 'iets anders' }))).toBe(false)

    expect(await store().list('waterveen')).toEqual([anIncident()])
  })

  it('lists reports of its organisation, newest first', async () => {
    await store().add('waterveen', anIncident({ id: 'i-1', reportedAt: 1 }))
    await store().add('waterveen', anIncident({ id: 'i-2', reportedAt: 2 }))
    await store().add('lindedam', anIncident({ id: 'i-3' }))

    expect((await store().list('waterveen')).map(({ id }) => id)).toEqual(['i-2', 'i-1'])
    expect(await store().find('waterveen', 'i-3')).toBeUndefined()
  })

  it('remembers the earliest notice of a person since a moment', async () => {
    for (const at of [3_000, 1_000, 2_000, 2_000])
      await store().notice('waterveen', 'tag-1', 'general', at)

    expect(await store().firstNotice('waterveen', 'tag-1', 0)).toBe(1_000)
    expect(await store().firstNotice('waterveen', 'tag-1', 2_000)).toBe(2_000)
    expect(await store().firstNotice('waterveen', 'tag-1', 3_001)).toBeUndefined()
    expect(await store().firstNotice('waterveen', 'tag-2', 0)).toBeUndefined()
    expect(await store().firstNotice('lindedam', 'tag-1', 0)).toBeUndefined()
  })

  it('forgets notices of a person, and old ones', async () => {
    await store().notice('waterveen', 'tag-1', 'general', 1_000)
    await store().notice('waterveen', 'tag-2', 'general', 1_000)
    await store().notice('waterveen', 'tag-2', 'general', 2_000)

    expect(await store().forgetNotices('lindedam', 'tag-1')).toBe(0)
    expect(await store().forgetNotices('waterveen', 'tag-1')).toBe(1)
    expect(await store().forgetNoticesBefore(2_000)).toBe(1)

    expect(await store().firstNotice('waterveen', 'tag-2', 0)).toBe(2_000)
  })
})
