import fc from 'fast-check'
import { worstCaseBounds } from '../../../bot/polls/statistics/bounds.ts'

describe('worstCaseBounds', () => {
  it('leaves 36 to 91 % when 80 % of 9,000 out of 20,000 said yes', () => {
    const bounds = worstCaseBounds({ successes: 7200, answers: 9000 }, 20_000)

    expect(bounds).toEqual({ low: 0.36, high: 0.91 })
  })

  it('leaves nothing open when everybody answered', () => {
    expect(worstCaseBounds({ successes: 3, answers: 4 }, 4)).toEqual({ low: 0.75, high: 0.75 })
  })

  it('is as wide as the part that did not answer, within 0 and 1, around the share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 5000 }),
        (answers, share, silent) => {
          const population = answers + silent
          const { low, high } = worstCaseBounds({ successes: share * answers, answers }, population)

          expect(high - low).toBeCloseTo(silent / population, 12)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(share + 1e-12)
          expect(high).toBeGreaterThanOrEqual(share - 1e-12)
        },
      ),
      { seed: 2026, numRuns: 300 },
    )
  })

  it.each([
    ['no answers', { successes: 0, answers: 0 }, 10],
    ['more successes than answers', { successes: 6, answers: 5 }, 10],
    ['more answers than people', { successes: 5, answers: 11 }, 10],
  ])('refuses %s', (_what, proportion, population) => {
    expect(() => worstCaseBounds(proportion, population)).toThrow(RangeError)
  })
})
