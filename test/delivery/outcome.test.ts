/** What becomes of a delivery after an attempt, for every kind of message and outcome. */
import fc from 'fast-check'
import { MessageClass } from '../../bot/contract/message.ts'
import { CRASHED, settlementOf } from '../../bot/delivery/outcome.ts'
import type { Outcome } from '../../bot/delivery/send.ts'
import { aClaim, NOW } from './a-claim.ts'

const DAY_MS = 24 * 60 * 60_000
const MOMENT = { now: NOW, random: 0 }
const UNKNOWN: Outcome = { kind: 'unknown', reason: 'http-502' }
const NOT_SENT: Outcome = { kind: 'not-sent', reason: 'http-429', throttled: true }

const classes = MessageClass.options

it.each(classes)('ends a sent %s, with the id that the platform gave it', (kind) => {
  const claim = aClaim({ class: kind })

  const ended = settlementOf(claim, { kind: 'sent', reference: 'sent-1' }, MOMENT)

  expect(ended).toEqual({
    id: 'delivery-1',
    lane: 'interactive',
    next: { state: 'sent' },
    outcome: 'sent',
    isUnknown: false,
    reference: 'sent-1',
  })
})

it.each(classes)('never tries a refused %s again', (kind) => {
  const refused: Outcome = { kind: 'refused', reason: 'http-403', gone: true }

  const ended = settlementOf(aClaim({ class: kind }), refused, MOMENT)

  expect(ended).toMatchObject({ next: { state: 'rejected' }, outcome: 'http-403' })
})

it.each(classes)('tries a %s that was certainly not sent again, however often', (kind) => {
  const claim = aClaim({ class: kind, attempts: 1_000, firstTriedAt: NOW - DAY_MS + 1 })

  expect(settlementOf(claim, NOT_SENT, MOMENT)).toMatchObject({
    next: { state: 'ready' },
    isUnknown: false,
  })
})

it('forgives a death more than a time-out, for what must arrive', () => {
  const crashed = (kind: MessageClass, unknowns: number) =>
    settlementOf(aClaim({ class: kind, unknowns }), { kind: 'unknown', reason: CRASHED }, MOMENT)
      .next.state

  expect([crashed('answer', 49), crashed('answer', 50)]).toEqual(['ready', 'unknown'])
  expect([crashed('invitation', 0), crashed('notice', 0)]).toEqual(['unknown', 'unknown'])
})

it.each([
  ['answer', 1],
  ['escalation', 5],
  ['incident', 10],
  ['invitation', 0],
  ['notice', 0],
] as const)('sends an %s that may have arrived at most %i times more', (kind, times) => {
  for (let unknowns = 0; unknowns < times; unknowns++)
    expect(settlementOf(aClaim({ class: kind, unknowns }), UNKNOWN, MOMENT).next.state).toBe(
      'ready',
    )

  const last = settlementOf(aClaim({ class: kind, unknowns: times }), UNKNOWN, MOMENT)

  expect(last).toMatchObject({ next: { state: 'unknown' }, isUnknown: true })
})

it('gives up after a day, and says whether it may have arrived', () => {
  const late = { attempts: 300, firstTriedAt: NOW - DAY_MS }

  const never = settlementOf(aClaim(late), NOT_SENT, MOMENT)
  const perhaps = settlementOf(aClaim({ ...late, unknowns: 1 }), NOT_SENT, MOMENT)

  expect(never.next).toEqual({ state: 'rejected' })
  expect(perhaps.next).toEqual({ state: 'unknown' })
})

it('gives up after a day what may have arrived at last, and says so', () => {
  const late = aClaim({ class: 'incident', attempts: 300, firstTriedAt: NOW - DAY_MS })

  for (const outcome of [UNKNOWN, { ...UNKNOWN, platformWide: true } as const])
    expect(settlementOf(late, outcome, MOMENT).next).toEqual({ state: 'unknown' })
})

it('waits as long as the platform asks, but no longer than five minutes', () => {
  const waits = [1_000, 30_000, 10 ** 12].map((retryAfterMs) => {
    const { next } = settlementOf(aClaim(), { ...NOT_SENT, retryAfterMs }, MOMENT)
    return next.state === 'ready' ? next.runAt - NOW : undefined
  })

  expect(waits).toEqual([1_000, 30_000, 300_000])
})

it('waits twice as long after every attempt, from one to two seconds up to five minutes', () => {
  const attempts = fc.integer({ min: 1, max: 5_000 })
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(attempts, random, (tries, spread) => {
      const { next } = settlementOf(aClaim({ attempts: tries }), NOT_SENT, {
        now: NOW,
        random: spread,
      })
      const longest = Math.min(2_000 * 2 ** (tries - 1), 300_000)
      const wait = next.state === 'ready' ? next.runAt - NOW : 0
      expect(wait).toBeGreaterThanOrEqual(longest / 2)
      expect(wait).toBeLessThanOrEqual(longest)
    }),
    { seed: 3 },
  )
})

it('spreads the few attempts of what hangs over an hour and more, and none of what is answered', () => {
  const waits = (outcome: Outcome) =>
    Array.from({ length: 10 }, (_, unknowns) => {
      const claim = aClaim({ class: 'incident', unknowns, attempts: unknowns + 1 })
      const { next } = settlementOf(claim, outcome, MOMENT)
      return next.state === 'ready' ? next.runAt - NOW : Number.NaN
    })
  const [silent, answered] = [waits({ ...UNKNOWN, platformWide: true }), waits(UNKNOWN)]

  expect(silent.slice(0, 5)).toEqual([2_000, 16_000, 128_000, 900_000, 900_000])
  expect(Math.max(...silent)).toBe(900_000)
  expect(Math.max(...answered)).toBe(300_000)
})
