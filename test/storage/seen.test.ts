/** Seen: the first who asks about a key is told so, and nobody else until the time is over. */
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

describe.each(engines)('seen on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  it('is the first time once, for as long as was asked', async () => {
    const { seen } = storage.stores

    const answers = [
      await seen.firstTime('a', 100, 1000),
      await seen.firstTime('a', 100, 1000),
      await seen.firstTime('a', 100, 1099),
      await seen.firstTime('a', 100, 1100),
      await seen.firstTime('a', 100, 1199),
      await seen.firstTime('b', 100, 1000),
    ]

    expect(answers).toEqual([true, false, false, true, false, true])
  })

  it('is the first time for one of many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        storage.transaction(({ seen }) => seen.firstTime('a', 100, 1000)),
      ),
    )

    expect(answers.filter((isFirst) => isFirst)).toHaveLength(1)
  })

  it('is the first time again when the transaction failed', async () => {
    const failing = storage.transaction(async ({ seen }) => {
      await seen.firstTime('a', 100, 1000)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')

    expect(await storage.stores.seen.firstTime('a', 100, 1000)).toBe(true)
  })

  it('forgets what is over, and nothing else', async () => {
    const { seen } = storage.stores
    await seen.firstTime('over', 100, 1000)
    await seen.firstTime('not over', 101, 1000)

    expect(await seen.forgetExpired(1100)).toBe(1)
    expect(await seen.firstTime('not over', 100, 1100)).toBe(false)
  })
})
