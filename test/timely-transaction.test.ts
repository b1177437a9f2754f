import { setImmediate as turn } from 'node:timers/promises'
import type { Storage } from '../bot/storage/storage.ts'
import { isStorageFailure } from '../bot/storage/storage-error.ts'
import { timelyTransaction } from '../bot/timely-transaction.ts'
import { anEmptyStorage } from './stand-ins/storage.ts'

let storage: Storage
beforeEach(async () => {
  storage = await anEmptyStorage()
})
afterEach(() => storage.close())

it('does what it is given and hands over the result', async () => {
  const number = await timelyTransaction(storage, 1_000, (stores) =>
    stores.numbers.next('waterveen', 'V'),
  )

  expect(number).toBe('V-0001')
})

it('gives up, and does nothing afterwards, when its turn does not come', async () => {
  const { promise: freed, resolve: free } = Promise.withResolvers<void>()
  const before = storage.transaction(() => freed)

  const late = await timelyTransaction(storage, 5, (stores) =>
    stores.numbers.next('waterveen', 'V'),
  ).catch((error) => error)
  free()
  await before

  expect(isStorageFailure(late)).toBe(true)
  expect(await storage.stores.numbers.next('waterveen', 'V')).toBe('V-0001')
})

it('waits to the end of what has begun', async () => {
  const { promise: freed, resolve: free } = Promise.withResolvers<void>()
  const result = timelyTransaction(storage, 1, async (stores) => {
    await freed
    return stores.numbers.next('waterveen', 'V')
  })

  await new Promise((resolve) => setTimeout(resolve, 5)) // its patience is over
  await turn()
  free()

  expect(await result).toBe('V-0001')
})

it('throws what the work throws, and keeps nothing', async () => {
  const fault = new TypeError('a bug')

  const result = timelyTransaction(storage, 1_000, async (stores) => {
    await stores.numbers.next('waterveen', 'V')
    throw fault
  })

  await expect(result).rejects.toBe(fault)
  expect(await storage.stores.numbers.next('waterveen', 'V')).toBe('V-0001')
})
