/** The store of announcements, on both engines. */
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'
import { ANNOUNCEMENT } from './telling-probes.ts'

const HERE = 'waterveen'
const { unit: _, ...FOR_ALL } = ANNOUNCEMENT
const COUNTS = { sent: 5, blocked: 1, unknown: 1, cancelled: 2, waiting: 0 }

describe.each(engines)('announcements on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())
  const store = () => storage.stores.announcements

  it('keeps the first of two with one id, with every field', async () => {
    expect(await store().add(HERE, ANNOUNCEMENT)).toBe(true)
    expect(await store().add(HERE, { ...ANNOUNCEMENT, words: 'anders' })).toBe(false)
    await store().add(HERE, { ...FOR_ALL, id: 'later', createdAt: 2 })

    expect(await store().list(HERE)).toEqual([
      { ...FOR_ALL, id: 'later', createdAt: 2 },
      ANNOUNCEMENT,
    ])
    expect(await store().find(HERE, 'planned')).toEqual(ANNOUNCEMENT)
  })

  it('is due at its moment, once, also for two at once', async () => {
    await store().add(HERE, { ...ANNOUNCEMENT, sendAt: 10 })

    expect(await store().due(HERE, 9)).toEqual([])
    expect(await store().due(HERE, 10)).toHaveLength(1)
    const states = { from: 'planned', to: 'sending' } as const
    const changed = await Promise.all([1, 2].map(() => store().change(HERE, 'planned', states)))
    expect(changed.filter(Boolean)).toHaveLength(1)
    expect(await store().due(HERE, 10)).toEqual([])
  })

  it('is counted once, and forgotten only after it ended', async () => {
    await store().add(HERE, { ...ANNOUNCEMENT, state: 'sending' })

    expect(await store().uncounted(HERE)).toHaveLength(1)
    await store().keepCounts(HERE, 'planned', COUNTS)
    expect(await store().uncounted(HERE)).toEqual([])
    expect((await store().find(HERE, 'planned'))?.counts).toEqual(COUNTS)
    expect(await store().forgetBefore(HERE, 99)).toBe(0)
    await store().change(HERE, 'planned', { from: 'sending', to: 'done' })
    expect(await store().forgetBefore(HERE, 99)).toBe(1)
  })

  it('sends nothing old after a restore', async () => {
    await store().add(HERE, ANNOUNCEMENT)
    await store().add(HERE, { ...ANNOUNCEMENT, id: 'done', state: 'done' })

    expect(await store().cancelPlanned()).toBe(1)
    expect((await store().find(HERE, 'planned'))?.state).toBe('cancelled')
  })
})
