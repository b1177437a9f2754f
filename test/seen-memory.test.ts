import { createSeenMemory } from '../bot/seen-memory.ts'

const SECOND = 1000

it('knows what it was told to remember, and nothing else', () => {
  const memory = createSeenMemory(() => 0)

  memory.remember('a', SECOND)

  expect([memory.has('a'), memory.has('b')]).toEqual([true, false])
})

it('forgets a key after its time, and not before', () => {
  let now = 0
  const memory = createSeenMemory(() => now)
  memory.remember('a', SECOND)

  now = SECOND - 1
  const before = memory.has('a')
  now = SECOND
  const after = memory.has('a')

  expect([before, after]).toEqual([true, false])
})

it('forgets what it is told to forget', () => {
  const memory = createSeenMemory(() => 0)
  memory.remember('a', SECOND)

  memory.forget('a')

  expect(memory.has('a')).toBe(false)
})

it('forgets the oldest when it is full', () => {
  const memory = createSeenMemory(() => 0, 2)

  for (const key of ['a', 'b', 'c']) memory.remember(key, SECOND)

  expect(['a', 'b', 'c'].map(memory.has)).toEqual([false, true, true])
})
