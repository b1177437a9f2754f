import { createReadiness } from '../../bot/web/readiness.ts'

it('is ready while the check succeeds', async () => {
  const ready = createReadiness({ check: async () => undefined, clock: () => 0 })

  expect(await ready()).toBe(true)
})

it('is not while it fails, and again when it does not fail any more', async () => {
  let now = 0
  let works = false
  const check = async () => {
    if (!works) throw new Error('the store is down')
  }
  const ready = createReadiness({ check, clock: () => now, holdsMs: 1_000 })

  const during = await ready()
  works = true
  now = 999
  const stillHeld = await ready()
  now = 1_000
  const after = await ready()

  expect([during, stillHeld, after]).toEqual([false, false, true])
})

it('does not wait for a check that hangs', async () => {
  const ready = createReadiness({ check: () => new Promise(() => {}), clock: () => 0, limitMs: 5 })

  expect(await ready()).toBe(false)
})

it('checks once for all who ask at the same time', async () => {
  let checks = 0
  const check = async () => {
    checks += 1
  }
  const ready = createReadiness({ check, clock: () => 0 })

  const verdicts = await Promise.all([ready(), ready(), ready()])

  expect(verdicts).toEqual([true, true, true])
  expect(checks).toBe(1)
})
