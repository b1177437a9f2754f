/** The store of questions without a good answer, on both engines. */
import type { Gap } from '../../bot/storage/gaps.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const aGap = (change: Partial<Gap> = {}): Gap => ({
  id: 'g-1',
  question: 'mag de drone boven de haven',
  origin: 'unhelpful',
  section: 'apparaten-drone',
  askerTag: 'tag-1',
  day: '2026-12-01',
  ...change,
})

describe.each(engines)('gaps on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())
  const add = (change: Partial<Gap> = {}) => storage.stores.gaps.add('waterveen', aGap(change))
  const idsSince = async (day: string) =>
    (await storage.stores.gaps.since('waterveen', day)).map(({ id }) => id)

  it('gives back every field, in order of day and id', async () => {
    await add({ id: 'g-3', day: '2026-12-02' })
    await add({ id: 'g-2', section: undefined, origin: 'no-answer' })
    await add()

    expect(await storage.stores.gaps.since('waterveen', '2026-12-01')).toEqual([
      aGap(),
      aGap({ id: 'g-2', section: undefined, origin: 'no-answer' }),
      aGap({ id: 'g-3', day: '2026-12-02' }),
    ])
    expect(await idsSince('2026-12-02')).toEqual(['g-3'])
  })

  it('keeps the first of two with one id', async () => {
    await add()
    await add({ question: 'iets anders' })

    expect(await storage.stores.gaps.since('waterveen', '')).toEqual([aGap()])
  })

  it('forgets one asker, and what is older than a day', async () => {
    await add({ id: 'g-1' })
    await add({ id: 'g-2', askerTag: 'tag-2' })
    await add({ id: 'g-3', askerTag: 'tag-2', day: '2026-12-02' })

    expect(await storage.stores.gaps.forgetAsker('waterveen', 'tag-1')).toBe(1)
    expect(await storage.stores.gaps.forgetBefore('waterveen', '2026-12-02')).toBe(1)

    expect(await idsSince('')).toEqual(['g-3'])
  })

  it('knows nothing of another organisation', async () => {
    await add()

    expect(await storage.stores.gaps.since('lindedam', '')).toEqual([])
    expect(await storage.stores.gaps.forgetAsker('lindedam', 'tag-1')).toBe(0)
    expect(await storage.stores.gaps.forgetBefore('lindedam', '2027-01-01')).toBe(0)

    expect(await idsSince('')).toEqual(['g-1'])
  })
})
