import { createBadTokenLimiter } from '../../../bot/adapters/teams/bad-token-limiter.ts'

const rules = { burst: 3, forgiveMs: 2000, addresses: 2 }

it('lets an address try until it has sent a burst of bad tokens', () => {
  const limiter = createBadTokenLimiter(() => 0, rules)

  const waits = [1, 2, 3, 4].map(() => {
    const seconds = limiter.waitSeconds('192.0.2.1')
    limiter.onBadToken('192.0.2.1')
    return seconds
  })

  expect(waits).toEqual([0, 0, 0, 2])
})

it('forgives one bad token at a time', () => {
  let now = 0
  const limiter = createBadTokenLimiter(() => now, rules)
  for (let i = 0; i < 3; i++) limiter.onBadToken('192.0.2.1')

  now = 1999
  const tooEarly = limiter.waitSeconds('192.0.2.1')
  now = 2000
  const inTime = limiter.waitSeconds('192.0.2.1')

  expect([tooEarly, inTime]).toEqual([1, 0])
})

it('holds nobody else up', () => {
  const limiter = createBadTokenLimiter(() => 0, rules)
  for (let i = 0; i < 10; i++) limiter.onBadToken('192.0.2.1')

  expect(limiter.waitSeconds('192.0.2.2')).toBe(0)
})

it('remembers a bounded number of addresses', () => {
  const limiter = createBadTokenLimiter(() => 0, rules)
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
    for (let i = 0; i < 3; i++) limiter.onBadToken(address)

  expect(limiter.waitSeconds('192.0.2.1')).toBe(0)
  expect(limiter.waitSeconds('192.0.2.3')).toBeGreaterThan(0)
})
