/** How many messages may be sent now, over any course of time. */
import fc from 'fast-check'
import { available, refill, slowDown, spend, startRate } from '../../bot/delivery/rate.ts'
import type { Rate } from '../../bot/storage/rates.ts'
import { NOW } from './a-claim.ts'

const MINUTE_MS = 60_000

it('starts with an empty bucket, so that a restart sends no burst', () => {
  expect(available(startRate(40, NOW), NOW)).toBe(0)
})

it('allows one message in each interval, and an eighth of a second at once', () => {
  const started = startRate(40, NOW)

  expect(available(refill(started, 40, NOW + 24), NOW + 24)).toBe(0)
  expect(available(refill(started, 40, NOW + 25), NOW + 25)).toBe(1)
  expect(available(refill(started, 40, NOW + 10_000), NOW + 10_000)).toBe(5)
})

it('sends fewer after answers and first contacts, which count too', () => {
  const inDebt = spend(startRate(20, NOW), 10)

  expect(available(refill(inDebt, 20, NOW + 500), NOW + 500)).toBe(0)
  expect(available(refill(inDebt, 20, NOW + 600), NOW + 600)).toBe(2)
})

it('halves once for all refusals of the same pause, down to one a second', () => {
  const first = slowDown(startRate(20, NOW), { now: NOW, random: 0, retryAfterMs: 5_000 })
  const same = slowDown(first, { now: NOW + 4_999, random: 0, retryAfterMs: 5_000 })
  const another = slowDown(same, { now: NOW + 9_999, random: 0, retryAfterMs: 5_000 })

  expect([first, same, another].map(({ perSecond }) => perSecond)).toEqual([10, 10, 5])
  const slowest = { ...another, perSecond: 1, pausedUntil: 0 }
  expect(slowDown(slowest, { now: NOW + 60_000, random: 0 }).perSecond).toBe(1)
})

it.each([
  ['what is asked', 30_000, 30_000],
  ['no longer than five minutes', 10 ** 12, 300_000],
  ['two seconds when nothing is asked', undefined, 2_000],
])('pauses for %s', (_name, retryAfterMs, pauseMs) => {
  const asked = retryAfterMs === undefined ? {} : { retryAfterMs }
  const paused = slowDown(startRate(20, NOW), { now: NOW, random: 0, ...asked })

  const end = NOW + pauseMs
  expect(paused.pausedUntil).toBe(end)
  expect(available(refill(paused, 20, end - 1), end - 1)).toBe(0)
  expect(available(refill(paused, 20, end + 1_000), end + 1_000)).toBe(1)
})

it('never shortens a pause', () => {
  const long = slowDown(startRate(20, NOW), { now: NOW, random: 0, retryAfterMs: 60_000 })

  const after = slowDown(long, { now: NOW + 1, random: 0, retryAfterMs: 1_000 })

  expect(after.pausedUntil).toBe(NOW + 60_000)
})

it('fills nothing during a pause, so that its end is no burst', () => {
  const paused = slowDown(startRate(40, NOW), { now: NOW, random: 0, retryAfterMs: 60_000 })

  const end = NOW + 60_000
  expect(available(refill(paused, 40, end), end)).toBe(0)
})

it('speeds up by one a second for each quiet minute, up to what the organisation allows', () => {
  let rate = slowDown(startRate(20, NOW), { now: NOW, random: 0, retryAfterMs: 1_000 })
  const speeds: number[] = []
  for (let second = 1; second <= 13 * 60; second++) {
    rate = refill(rate, 20, NOW + 1_000 + second * 1_000)
    if (second % 60 === 0) speeds.push(rate.perSecond)
  }

  expect(speeds).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 20, 20])
})

it('slows down at once when the organisation allows less', () => {
  expect(refill(startRate(40, NOW), 10, NOW + 1).perSecond).toBe(10)
})

it('survives a clock that is set back', () => {
  const rate = refill(startRate(20, NOW), 20, NOW + MINUTE_MS)

  const earlier = refill(rate, 20, NOW)

  expect(available(spend(earlier, 2), NOW)).toBe(0)
  const after = NOW + MINUTE_MS + 1_000
  expect(available(refill(spend(earlier, 2), 20, after), after)).toBe(2)
})

type Step = Readonly<{ afterMs: number; wanted: number; throttled: boolean; debt: number }>

const step: fc.Arbitrary<Step> = fc.record({
  afterMs: fc.oneof(fc.nat(200), fc.nat(100_000)),
  wanted: fc.nat(60),
  throttled: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
  debt: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(20)),
})

it('never sends more than rate times time and one burst, in any stretch of time', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 60 }),
      fc.double({ min: 1, max: 40, noNaN: true }),
      (steps, perSecond) => {
        const sent = sendAll(steps, perSecond)
        const burst = Math.max(1, perSecond / 8)
        for (const [index, { at }] of sent.entries()) {
          let n = 0
          for (const later of sent.slice(index)) {
            n += later.n
            expect(n).toBeLessThanOrEqual((perSecond * (later.at - at)) / 1000 + burst + 1e-6)
          }
        }
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})

it('sends nothing within a pause, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      for (const { at, n, pausedUntil } of sendAll(steps, 20))
        if (n > 0) expect(at).toBeGreaterThanOrEqual(pausedUntil)
    }),
    { numRuns: 200, seed: 3 },
  )
})

type Sent = Readonly<{ at: number; n: number; pausedUntil: number }>

function sendAll(steps: readonly Step[], perSecond: number): readonly Sent[] {
  let now = NOW
  let rate: Rate = startRate(perSecond, now)
  return steps.map(({ afterMs, wanted, throttled, debt }) => {
    now += afterMs
    const { pausedUntil } = rate
    rate = spend(refill(rate, perSecond, now), debt)
    const n = Math.min(wanted, available(rate, now))
    rate = spend(rate, n)
    if (throttled) rate = slowDown(rate, { now, random: 0.5 })
    return { at: now, n, pausedUntil }
  })
}
