import { createMemory } from '../../../bot/adapters/teams/seen.ts'

const SECOND = 1000

it('is the first time once, also when asked at the same moment', async () => {
  const firstTime = createMemory(() => 0)

  const answers = await Promise.all([1, 2, 3].map(() => firstTime('a', SECOND)))

  expect(answers).toEqual([true, false, false])
})

it('keeps keys apart', async () => {
  const firstTime = createMemory(() => 0)
  await firstTime('a', SECOND)

  expect(await firstTime('b', SECOND)).toBe(true)
})

it('forgets a key after its time, and not before', async () => {
  let now = 0
  const firstTime = createMemory(() => now)
  await firstTime('a', SECOND)

  now = SECOND - 1
  const before = await firstTime('a', SECOND)
  now = SECOND
  const after = await firstTime('a', SECOND)

  expect([before, after]).toEqual([false, true])
})

it('forgets the oldest when it is full', async () => {
  const firstTime = createMemory(() => 0, 2)
  for (const key of ['a', 'b', 'c']) await firstTime(key, SECOND)

  expect(await firstTime('c', SECOND)).toBe(false)
  expect(await firstTime('b', SECOND)).toBe(false)
  expect(await firstTime('a', SECOND)).toBe(true)
})
