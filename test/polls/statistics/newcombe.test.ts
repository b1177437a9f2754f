import fc from 'fast-check'
import { changeProbability, newcombe } from '../../../bot/polls/statistics/newcombe.ts'
import { quantile } from '../../../bot/polls/statistics/normal.ts'
import type { Proportion } from '../../../bot/polls/statistics/proportion.ts'
import { chanceOfChange } from './chance-of-change.ts'

const proportion = fc
  .record({
    answers: fc.integer({ min: 1, max: 2000 }),
    part: fc.double({ max: 1, min: 0, noNaN: true }),
  })
  .map(({ answers, part }): Proportion => ({ answers, successes: Math.round(part * answers) }))

const of = (successes: number, answers: number): Proportion => ({ successes, answers })

/** @param text such as "56/70" */
function fraction(text: string): Proportion {
  const [successes, answers] = text.split('/').map(Number)
  return of(successes ?? Number.NaN, answers ?? Number.NaN)
}

describe('newcombe', () => {
  it.each([
    ['56/70', '48/80', 0.0524, 0.3339],
    ['9/10', '3/10', 0.1705, 0.809],
    ['6/7', '2/7', 0.0582, 0.8062],
    ['5/56', '0/29', -0.0381, 0.1926],
    ['0/10', '0/20', -0.1611, 0.2775],
    ['0/10', '0/10', -0.2775, 0.2775],
    ['10/10', '0/20', 0.6791, 1],
    ['10/10', '0/10', 0.6075, 1],
  ])('%s - %s: %d to %d, method 10 in table II of Newcombe 1998', (...row) => {
    const [after, before, low, high] = row
    const difference = newcombe(fraction(before), fraction(after))

    expect(difference.low).toBeCloseTo(low, 4)
    expect(difference.high).toBeCloseTo(high, 4)
  })

  it.each([
    ['18/30', '24/30', -3, 41],
    ['660/900', '720/900', 3, 11],
    ['720/900', '660/900', -11, -3],
  ])('from %s to %s: %d to %d points', (before, after, low, high) => {
    const difference = newcombe(fraction(before), fraction(after))

    expect(Math.round(100 * difference.low)).toBe(low)
    expect(Math.round(100 * difference.high)).toBe(high)
  })

  it('holds the difference and stays within -1 and 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (before, after) => {
        const { estimate, low, high } = newcombe(before, after)

        expect(-1 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true)
      }),
      { seed: 2026, numRuns: 1000 },
    )
  })

  it('changes sign when the rounds change places', () => {
    fc.assert(
      fc.property(proportion, proportion, (before, after) => {
        const there = newcombe(before, after)
        const back = newcombe(after, before)

        expect(back.estimate).toBeCloseTo(-there.estimate, 12)
        expect(back.low).toBeCloseTo(-there.high, 12)
        expect(back.high).toBeCloseTo(-there.low, 12)
      }),
      { seed: 2026, numRuns: 500 },
    )
  })

  it('widens with the level asked for', () => {
    const levels = [0.8, 0.95, 0.99].map((level) =>
      newcombe(of(30, 50), of(40, 50), quantile((1 + level) / 2)),
    )

    expect(levels.map(({ low }) => low)).toEqual(
      levels.map(({ low }) => low).toSorted((a, b) => b - a),
    )
    expect(levels[0]?.low).toBeGreaterThan(0)
    expect(levels[2]?.low).toBeLessThan(0)
  })

  it('needs answers in both rounds', () => {
    expect(() => newcombe(of(0, 0), of(1, 2))).toThrow(RangeError)
    expect(() => newcombe(of(1, 2), of(0, 0))).toThrow(RangeError)
  })
})

describe('changeProbability', () => {
  it('is at most 5 % exactly when the interval does not contain 0', () => {
    let outside = 0
    fc.assert(
      fc.property(proportion, proportion, (before, after) => {
        const { low, high } = newcombe(before, after)
        const excludesZero = low > 0 || high < 0
        if (excludesZero) outside++

        expect(changeProbability(before, after) <= 0.05).toBe(excludesZero)
      }),
      { seed: 2026, numRuns: 1000 },
    )
    expect(outside).toBeGreaterThan(100)
    expect(outside).toBeLessThan(900)
  })

  it('is the level at which the interval just touches 0', () => {
    const [before, after] = [of(48, 80), of(56, 70)]
    const p = changeProbability(before, after)

    expect(newcombe(before, after, quantile(1 - p / 2)).low).toBeCloseTo(0, 10)
  })

  it('is a probability, the same in both directions', () => {
    fc.assert(
      fc.property(proportion, proportion, (before, after) => {
        const p = changeProbability(before, after)

        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(changeProbability(after, before)).toBeCloseTo(p, 10)
      }),
      { seed: 2026, numRuns: 300 },
    )
  })

  it('is 1 when nothing changed, also with other numbers of answers', () => {
    expect(changeProbability(of(3, 10), of(6, 20))).toBe(1)
    expect(changeProbability(of(0, 10), of(0, 500))).toBe(1)
  })

  it('tells very small ones apart, down to the smallest there is', () => {
    const likely = changeProbability(of(10, 200), of(190, 200))
    const likelier = changeProbability(of(1, 200), of(199, 200))

    expect(likelier).toBeGreaterThan(0)
    expect(likelier).toBeLessThan(likely / 1e6)
    expect(changeProbability(of(0, 20_000), of(20_000, 20_000))).toBe(0)
  })

  it('needs answers in both rounds', () => {
    expect(() => changeProbability(of(0, 0), of(0, 0))).toThrow(RangeError)
  })
})

describe('an interval of two rounds that differ by chance alone', () => {
  it.each([
    [30, 0.7],
    [100, 0.5],
    [100, 0.8],
  ])('of %d answers about %d leaves out 0 in some 5 %% of them', (answers, share) => {
    const chance = chanceOfChange(answers, share, share)

    expect(chance).toBeGreaterThan(0.03)
    expect(chance).toBeLessThan(0.06)
  })
})
