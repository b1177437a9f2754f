/** Numbers: one after the other, also when many ask at once. */
import { engines } from './engines.ts'

describe.each(engines)('numbers on $name', ({ open }) => {
  it('counts each series of each organisation by itself', async () => {
    const storage = await open()
    const { numbers } = storage.stores

    const given = [
      await numbers.next('waterveen', 'V-2026'),
      await numbers.next('waterveen', 'V-2026'),
      await numbers.next('waterveen', 'I-2026'),
      await numbers.next('oosterhaven', 'V-2026'),
    ]

    expect(given).toEqual(['V-2026-0001', 'V-2026-0002', 'I-2026-0001', 'V-2026-0001'])
    await storage.close()
  })

  it('gives twenty transactions at once twenty numbers', async () => {
    const storage = await open()

    const given = await Promise.all(
      Array.from({ length: 20 }, () =>
        storage.transaction(({ numbers }) => numbers.next('waterveen', 'V-2026')),
      ),
    )

    expect(new Set(given).size).toBe(20)
    expect(given.toSorted().at(-1)).toBe('V-2026-0020')
    await storage.close()
  })

  it('gives a number back when the transaction fails', async () => {
    const storage = await open()

    const failing = storage.transaction(async ({ numbers }) => {
      await numbers.next('waterveen', 'V-2026')
      throw new Error('no')
    })

    await expect(failing).rejects.toThrow('no')
    expect(await storage.stores.numbers.next('waterveen', 'V-2026')).toBe('V-2026-0001')
    await storage.close()
  })
})
