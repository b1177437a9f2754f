/** Rates, over every database: one bucket for all processes. */
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const RATE = { tokens: 1.5, updatedAt: 1, perSecond: 20, pausedUntil: 0, changedAt: 1 }

describe.each(engines)('rates on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  it('knows none before the first change, and keeps what was changed last', async () => {
    const { rates } = storage.stores
    const seen: unknown[] = []

    for (const tokens of [-3, 1.5])
      await rates.change('waterveen', 'teams', (known) => {
        seen.push(known)
        return { ...RATE, tokens }
      })

    expect(seen).toEqual([undefined, { ...RATE, tokens: -3 }])
    expect(await rates.find('waterveen', 'teams')).toEqual(RATE)
  })

  it('keeps organisations and platforms apart', async () => {
    const { rates } = storage.stores
    await rates.change('waterveen', 'teams', () => RATE)

    expect(await rates.find('waterveen', 'slack')).toBeUndefined()
    expect(await rates.find('lindedam', 'teams')).toBeUndefined()
  })

  it('loses no change of many that come at once', async () => {
    const { rates } = storage.stores
    await rates.change('waterveen', 'teams', () => ({ ...RATE, tokens: 0 }))

    const spend = () =>
      storage.transaction((stores) =>
        stores.rates.change('waterveen', 'teams', (known) => ({
          ...RATE,
          tokens: (known?.tokens ?? 0) - 1,
        })),
      )
    await Promise.all(Array.from({ length: 20 }, spend))

    expect((await rates.find('waterveen', 'teams'))?.tokens).toBe(-20)
  })

  it('spends nothing when what goes with it fails', async () => {
    const { rates } = storage.stores
    await rates.change('waterveen', 'teams', () => RATE)

    const failing = storage.transaction(async (stores) => {
      await stores.rates.change('waterveen', 'teams', async () => {
        throw new Error('no claim')
      })
    })

    await expect(failing).rejects.toThrow('no claim')
    expect(await rates.find('waterveen', 'teams')).toEqual(RATE)
  })
})
