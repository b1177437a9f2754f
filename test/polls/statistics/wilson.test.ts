import fc from 'fast-check'
import { Z_95 } from '../../../bot/polls/statistics/normal.ts'
import type { Interval, Proportion } from '../../../bot/polls/statistics/proportion.ts'
import { scoreInterval, wilson } from '../../../bot/polls/statistics/wilson.ts'
import { type Draw, hypergeometric } from './distributions.ts'

const proportion = fc
  .record({
    answers: fc.integer({ min: 1, max: 3000 }),
    part: fc.double({ max: 1, min: 0, noNaN: true }),
  })
  .map(({ answers, part }): Proportion => ({ answers, successes: Math.round(part * answers) }))

const width = ({ low, high }: Interval) => high - low

/** How often the interval holds the share of the whole population, over all possible draws. */
function coverage(draw: Draw, interval: (proportion: Proportion) => Interval): number {
  const truth = draw.favourable / draw.population
  return hypergeometric(draw).reduce((sum, probability, successes) => {
    const { low, high } = interval({ successes, answers: draw.answers })
    return low <= truth && truth <= high ? sum + probability : sum
  }, 0)
}

function wald({ successes, answers }: Proportion): Interval {
  const share = successes / answers
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / answers)
  return { low: share - reach, high: share + reach }
}

describe('wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d: %d to %d, as published by Newcombe 1998, Stat Med 17:857-872', (...row) => {
    const [successes, answers, low, high] = row
    const interval = wilson({ successes, answers })

    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it.each([
    [5, 38, 96],
    [10, 49, 94],
    [20, 58, 92],
    [30, 63, 90],
    [50, 67, 89],
    [100, 71, 87],
    [200, 74, 85],
    [1000, 77, 82],
  ])('80 %% of %d answers: %d to %d %%', (answers, low, high) => {
    const interval = wilson({ successes: 0.8 * answers, answers })

    expect(Math.round(100 * interval.low)).toBe(low)
    expect(Math.round(100 * interval.high)).toBe(high)
  })

  it('ends at exactly 0 when nobody did, at exactly 1 when everybody did', () => {
    for (let answers = 1; answers <= 1000; answers++) {
      expect(wilson({ successes: 0, answers }).low).toBe(0)
      expect(wilson({ successes: answers, answers }).high).toBe(1)
    }
  })

  it('holds the share and stays within 0 and 1, with any population', () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 0, max: 5000 }), (some, others) => {
        const share = some.successes / some.answers
        for (const { low, high } of [wilson(some), wilson(some, some.answers + others)]) {
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
        }
      }),
      { seed: 2026, numRuns: 500 },
    )
  })

  it('mirrors when what counts as success is turned around', () => {
    fc.assert(
      fc.property(proportion, ({ successes, answers }) => {
        const interval = wilson({ successes, answers })
        const mirrored = wilson({ successes: answers - successes, answers })

        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12)
        expect(mirrored.high).toBeCloseTo(1 - interval.low, 12)
      }),
      { seed: 2026, numRuns: 300 },
    )
  })

  it('stays within 0 and 1 for the smallest part of a success', () => {
    for (let successes = 1; successes > 1e-300; successes /= 10) {
      const { low, high } = wilson({ successes, answers: 30 })
      expect(low >= 0 && low <= successes / 30 && high <= 1).toBe(true)
    }
  })

  it('is the share itself at no level at all', () => {
    expect(scoreInterval(0, 30, 0)).toEqual({ low: 0, high: 0 })
    expect(scoreInterval(0.8, 30, 0)).toEqual({ low: 0.8, high: 0.8 })
  })

  it('takes successes that were worked back from a percentage', () => {
    const between = wilson({ successes: 22.5, answers: 30 })

    expect(between.low).toBeGreaterThan(wilson({ successes: 22, answers: 30 }).low)
    expect(between.low).toBeLessThan(wilson({ successes: 23, answers: 30 }).low)
  })

  it.each([
    ['no answers', { successes: 0, answers: 0 }, undefined, 'a share needs answers, got 0'],
    ['more successes than answers', { successes: 6, answers: 5 }, undefined, 'must be 0 to 5'],
    ['fewer successes than none', { successes: -1, answers: 5 }, undefined, 'must be 0 to 5'],
    ['no number', { successes: Number.NaN, answers: 5 }, undefined, 'must be 0 to 5'],
    [
      'a population smaller than the answers',
      { successes: 5, answers: 12 },
      11,
      'population must be at least the 12 answers, got 11',
    ],
  ])('refuses %s', (_what, some, population, message) => {
    const attempt = () => wilson(some, population)

    expect(attempt).toThrow(RangeError)
    expect(attempt).toThrow(message)
  })
})

describe('finite-population correction', () => {
  it('counts n (N - 1) / (N - n) answers', () => {
    const asTelling = (40 * 99) / 60

    expect(wilson({ successes: 30, answers: 40 }, 100)).toEqual(
      scoreInterval(0.75, asTelling, Z_95),
    )
  })

  it('is never wider than without, on either side', () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 0, max: 5000 }), (some, others) => {
        const plain = wilson(some)
        const corrected = wilson(some, some.answers + others)

        expect(corrected.low).toBeGreaterThanOrEqual(plain.low)
        expect(corrected.high).toBeLessThanOrEqual(plain.high)
      }),
      { seed: 2026, numRuns: 500 },
    )
  })

  it('narrows as more of the same population answer', () => {
    const widths = [20, 30, 40, 50, 60].map((answers) =>
      width(wilson({ successes: 0.8 * answers, answers }, 60)),
    )

    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(new Set(widths).size).toBe(widths.length)
  })

  it.each([12, 5])('leaves nothing uncertain when all %d answered', (answers) => {
    const share = 4 / answers

    expect(wilson({ successes: 4, answers }, answers)).toEqual({ low: share, high: share })
  })

  it('is left out up to 5 % of the population, and not above', () => {
    const some = { successes: 40, answers: 50 }

    expect(wilson(some, 1000)).toEqual(wilson(some))
    expect(width(wilson(some, 999))).toBeLessThan(width(wilson(some)))
  })

  it('is left out below 10 answers, and not from there on', () => {
    const nine = { successes: 7, answers: 9 }
    const ten = { successes: 8, answers: 10 }

    expect(wilson(nine, 12)).toEqual(wilson(nine))
    expect(width(wilson(ten, 12))).toBeLessThan(width(wilson(ten)))
  })
})

describe('coverage, counted over every possible draw', () => {
  it.each([
    [{ population: 20, favourable: 18, answers: 12 }, 85, 100, 100],
    [{ population: 200, favourable: 190, answers: 60 }, 86, 99, 93],
  ])('%j: Wald %d %%, Wilson %d %%, corrected %d %%', (draw, ...expected) => {
    const corrected = (some: Proportion) => wilson(some, draw.population)
    const percents = [wald, (some: Proportion) => wilson(some), corrected].map((interval) =>
      Math.round(100 * coverage(draw, interval)),
    )

    expect(percents).toEqual(expected)
  })

  it.each([
    [40, 30],
    [100, 50],
    [200, 60],
  ])('of %d people with %d answers is 95 %% on average over all shares', (population, answers) => {
    const shares = Array.from({ length: population + 1 }, (_, favourable) =>
      coverage({ population, favourable, answers }, (some) => wilson(some, population)),
    )
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length

    expect(mean).toBeGreaterThan(0.945)
    expect(mean).toBeLessThan(0.965)
  })
})
