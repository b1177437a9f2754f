/** The store of questions to a human, on both engines. */
import type { Escalation } from '../../bot/storage/escalations.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const anEscalation = (change: Partial<Escalation> = {}): Escalation => ({
  id: 'e-1',
  number: 'V-2026-0001',
  question: 'mag ik [BSN verwijderd] mailen',
  origin: 'unhelpful',
  section: 'mail-bsn',
  topic: 8,
  askerName: 'Kim de Wit',
  askerTag: 'tag-1',
  askerAddress: 'sealed',
  language: 'nl',
  state: 'open',
  askedAt: 1_000,
  remindAt: 5_000,
  reminders: 0,
  outcome: undefined,
  handledBy: undefined,
  handledAt: undefined,
  ...change,
})
const answered = { outcome: { kind: 'text', text: 'Nee.' }, by: 'p-1', at: 2_000 } as const

describe.each(engines)('escalations on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())
  const store = () => storage.stores.escalations
  const add = (change: Partial<Escalation> = {}) => store().add('waterveen', anEscalation(change))

  it('gives back every field', async () => {
    await add()

    expect(await store().find('waterveen', 'e-1')).toEqual(anEscalation())
  })

  it('gives back one with nothing that may be left out', async () => {
    const bare = {
      section: undefined,
      topic: undefined,
      askerName: undefined,
      remindAt: undefined,
    }
    await add(bare)

    expect(await store().find('waterveen', 'e-1')).toEqual(anEscalation(bare))
  })

  it('keeps the first of two with one id, and says so', async () => {
    expect(await add()).toBe(true)
    expect(await add({ question: 'iets anders' })).toBe(false)
    expect(await store().add('lindedam', anEscalation())).toBe(false)

    expect(await store().find('waterveen', 'e-1')).toEqual(anEscalation())
    expect(await store().find('lindedam', 'e-1')).toBeUndefined()
  })

  it('is handled once', async () => {
    await add()

    expect(await store().handle('waterveen', 'e-1', answered)).toBe(true)
    expect(await store().handle('waterveen', 'e-1', { ...answered, by: 'p-2' })).toBe(false)

    expect(await store().find('waterveen', 'e-1')).toEqual({
      ...anEscalation(),
      state: 'answered',
      remindAt: undefined,
      outcome: answered.outcome,
      handledBy: 'p-1',
      handledAt: 2_000,
    })
  })

  it.each([
    ['answered', { kind: 'section', section: 'mail-bsn' }],
    ['closed', { kind: 'reason', reason: 'Staat op intranet.' }],
  ] as const)('is %s by %j', async (state, outcome) => {
    await add()

    await store().handle('waterveen', 'e-1', { outcome, by: 'p-1', at: 2_000 })

    expect(await store().find('waterveen', 'e-1')).toMatchObject({ state, outcome })
  })

  it('is not handled, reminded or forgotten by another organisation', async () => {
    await add()

    expect(await store().handle('lindedam', 'e-1', answered)).toBe(false)
    expect(await store().reminded('lindedam', anEscalation(), 9_000)).toBe(false)
    expect(await store().forgetAsker('lindedam', 'tag-1')).toBe(0)
    expect(await store().open('lindedam')).toEqual([])
    expect(await store().ofAsker('lindedam', 'tag-1')).toEqual([])
    expect(await store().countSince('lindedam', 'tag-1', 0)).toBe(0)
    expect(await store().toRemind('lindedam', 9_000)).toEqual([])

    expect(await store().find('waterveen', 'e-1')).toEqual(anEscalation())
  })

  it('lists the open ones, oldest first, and those of one asker, newest first', async () => {
    await add({ id: 'e-2', number: 'V-2026-0002', askedAt: 2_000 })
    await add({ id: 'e-1', number: 'V-2026-0001', askedAt: 1_000 })
    await add({ id: 'e-3', number: 'V-2026-0003', askedAt: 3_000, askerTag: 'tag-2' })
    await store().handle('waterveen', 'e-2', answered)

    const open = await store().open('waterveen')
    const own = await store().ofAsker('waterveen', 'tag-1')

    expect(open.map(({ id }) => id)).toEqual(['e-1', 'e-3'])
    expect(own.map(({ id }) => id)).toEqual(['e-2', 'e-1'])
  })

  it('counts what one asker asked since a moment', async () => {
    await add({ id: 'e-1', askedAt: 1_000 })
    await add({ id: 'e-2', askedAt: 2_000 })
    await add({ id: 'e-3', askedAt: 2_000, askerTag: 'tag-2' })

    expect(await store().countSince('waterveen', 'tag-1', 1_000)).toBe(2)
    expect(await store().countSince('waterveen', 'tag-1', 1_001)).toBe(1)
  })

  it('is to be reminded of from its moment on, once for each step', async () => {
    await add()

    expect(await store().toRemind('waterveen', 4_999)).toEqual([])
    expect(await store().toRemind('waterveen', 5_000)).toHaveLength(1)
    expect(await store().reminded('waterveen', anEscalation(), 9_000)).toBe(true)
    expect(await store().reminded('waterveen', anEscalation(), 9_000)).toBe(false)

    expect(await store().toRemind('waterveen', 8_999)).toEqual([])
    expect(await store().toRemind('waterveen', 9_000)).toMatchObject([{ reminders: 1 }])
    expect(await store().reminded('waterveen', { id: 'e-1', reminders: 1 }, undefined)).toBe(true)
    expect(await store().toRemind('waterveen', 99_999)).toEqual([])
  })

  it('is not reminded of once it is handled', async () => {
    await add()
    await store().handle('waterveen', 'e-1', answered)

    expect(await store().toRemind('waterveen', 9_000)).toEqual([])
    expect(await store().reminded('waterveen', anEscalation(), 9_000)).toBe(false)
  })

  it('forgets all of one asker', async () => {
    await add({ id: 'e-1' })
    await add({ id: 'e-2', askerTag: 'tag-2' })

    expect(await store().forgetAsker('waterveen', 'tag-1')).toBe(1)

    expect(await store().find('waterveen', 'e-1')).toBeUndefined()
    expect(await store().find('waterveen', 'e-2')).toBeDefined()
  })

  it('forgets what was handled long ago, and nothing that is open', async () => {
    await add({ id: 'e-1' })
    await add({ id: 'e-2' })
    await store().handle('waterveen', 'e-1', answered)

    expect(await store().forgetHandledBefore('waterveen', 2_000)).toBe(0)
    expect(await store().forgetHandledBefore('lindedam', 9_000)).toBe(0)
    expect(await store().forgetHandledBefore('waterveen', 2_001)).toBe(1)

    expect((await store().open('waterveen')).map(({ id }) => id)).toEqual(['e-2'])
  })
})
