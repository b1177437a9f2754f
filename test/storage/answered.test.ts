/** The store of who wants to hear of changed answers, on both engines. */
import { setTimeout as others } from 'node:timers/promises'
import type { Listener } from '../../bot/storage/answered.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const HERE = 'waterveen'
const noor: Listener = { tag: 'tag-noor', address: 'sealed-noor', language: 'en' }
const sem: Listener = { tag: 'tag-sem', address: 'sealed-sem', language: 'nl' }
const asked = (section: string, version = 1, day = '2026-11-03', base = 0) => ({
  ...{ section, day, version, base },
})
const at = (version: number, base = 0) => ({ version, base })

describe.each(engines)('who wants to hear of changes, on $name', ({ open }) => {
  let storage: Storage
  beforeAll(async () => {
    storage = await open()
  })
  afterAll(() => storage.close())
  afterEach(() => storage.stores.answered.forgetBefore(HERE, '9999'))
  const agree = (listener: Listener, day = '2026-11-03') =>
    storage.stores.answered.agree(HERE, listener, day)
  const record = (listener: Listener, ...[about]: [ReturnType<typeof asked>]) =>
    storage.stores.answered.record(HERE, listener, about)
  const catchUp = (tag: string, version: number, base = 0) =>
    storage.stores.answered.catchUp(HERE, tag, at(version, base))

  it('keeps nothing of who did not agree', async () => {
    await agree(sem)

    expect(await record(noor, asked('a'))).toBe(false)

    expect(await storage.stores.answered.hasAgreed(HERE, noor.tag)).toBe(false)
    expect(await storage.stores.answered.behind(HERE, at(2), 9)).toEqual([])
    expect(await storage.stores.answered.forget(HERE, noor.tag)).toBe(0)
  })

  it('gives what somebody knew once, the newest day first, and the version that they know now', async () => {
    await agree(noor)
    await record(noor, asked('a', 1, '2026-11-03'))
    await record(noor, asked('b', 1, '2026-11-05'))
    await record(noor, asked('b', 2, '2026-11-04')) // asked again: day and version are of the last
    await record(noor, asked('c', 3))

    expect(await storage.stores.answered.known(HERE, at(3))).toEqual([at(1), at(2)])
    expect(await storage.stores.answered.behind(HERE, at(3), 9)).toEqual([noor.tag])
    expect(await catchUp(noor.tag, 3)).toEqual({
      listener: noor,
      answered: [asked('b', 2, '2026-11-04'), asked('a', 1, '2026-11-03')],
    })
    expect(await catchUp(noor.tag, 3)).toBeUndefined()
    expect(await storage.stores.answered.behind(HERE, at(3), 9)).toEqual([])
  })

  it('knows a base beside the version, and neither of the two ever gets older', async () => {
    await agree(noor)
    await record(noor, asked('a', 2, '2026-11-05', 4))
    await record(noor, asked('b', 3, '2026-11-04', 3))
    const behind = (...now: readonly [number, number]) =>
      storage.stores.answered.behind(HERE, at(...now), 9)

    expect(await behind(2, 3)).toEqual([])
    expect(await behind(2, 4)).toEqual([noor.tag])
    expect(await storage.stores.answered.known(HERE, at(3, 4))).toEqual([at(2, 4), at(3, 3)])
    expect((await catchUp(noor.tag, 2, 5))?.answered).toEqual([
      asked('a', 2, '2026-11-05', 4),
      asked('b', 3, '2026-11-04', 3),
    ])
    expect(await storage.stores.answered.known(HERE, at(9, 9))).toEqual([at(2, 5), at(3, 5)])
    expect(await catchUp(noor.tag, 3, 4)).toMatchObject({ answered: [{ section: 'a' }] })
    expect(await storage.stores.answered.known(HERE, at(9, 9))).toEqual([at(3, 5)])
  })

  it('of two that come for somebody at once, gives all to one', async () => {
    await agree(noor)
    for (const section of ['a', 'b', 'c']) await record(noor, asked(section))

    const isTaken = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const first = storage.transaction(async ({ answered }) => {
      const taken = await answered.catchUp(HERE, noor.tag, at(2))
      isTaken.resolve()
      await mayEnd.promise
      return taken
    })
    await isTaken.promise
    // It sees what was there before the first ends, and waits for it.
    const second = storage.transaction(({ answered }) => answered.catchUp(HERE, noor.tag, at(2)))
    await others(50)
    mayEnd.resolve()
    const found = await Promise.all([first, second])

    expect(found.flatMap((one) => one?.answered ?? [])).toHaveLength(3)
    expect(found.filter((one) => one !== undefined)).toHaveLength(1)
  })

  it('gives people in parts, in an order that holds', async () => {
    for (const listener of [sem, noor]) {
      await agree(listener)
      await record(listener, asked('a'))
    }

    expect(await storage.stores.answered.behind(HERE, at(2), 1)).toEqual([noor.tag])
    await catchUp(noor.tag, 2)
    expect(await storage.stores.answered.behind(HERE, at(2), 1)).toEqual([sem.tag])
  })

  it('after a restore counts everybody as told', async () => {
    const version = { files: new Map(), author: '1001', note: '', publishedAt: 1 }
    for (const after of [0, 1, 2]) await storage.stores.handbooks.publish(HERE, version, after)
    await agree(noor)
    await record(noor, asked('a', 1))
    await storage.stores.answered.catchUpAll()

    expect(await storage.stores.answered.behind(HERE, at(3), 9)).toEqual([])
    expect(await storage.stores.answered.behind(HERE, at(4), 9)).toEqual([noor.tag])
    expect((await catchUp(noor.tag, 3, 2))?.answered).toEqual([asked('a', 3)])
  })

  it('forgets who says so, and what is older than a day; an answer renews that they agreed', async () => {
    await agree(noor, '2026-10-01')
    await agree(sem, '2026-10-01')
    await record(noor, asked('old', 1, '2026-10-02'))
    await record(noor, asked('a', 1, '2026-11-03'))

    expect(await storage.stores.answered.forgetBefore(HERE, '2026-11-01')).toBe(2)

    expect(await storage.stores.answered.hasAgreed(HERE, sem.tag)).toBe(false)
    expect(await storage.stores.answered.hasAgreed(HERE, noor.tag)).toBe(true)
    expect(await storage.stores.answered.forget(HERE, noor.tag)).toBe(1)
    expect(await storage.stores.answered.hasAgreed(HERE, noor.tag)).toBe(false)
  })
})
