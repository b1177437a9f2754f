import fc from 'fast-check'
import { discoveries } from '../../../bot/polls/statistics/false-discovery.ts'

/** The worked example of Benjamini & Hochberg 1995: fifteen tests of one clinical trial. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
]

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 })

const count = (found: readonly boolean[]) => found.filter(Boolean).length

describe('discoveries', () => {
  it('are the first four of fifteen in the example of Benjamini & Hochberg 1995', () => {
    const found = discoveries(PUBLISHED)

    expect(found).toEqual(PUBLISHED.map((_, index) => index < 4))
  })

  it('come in the order of the p-values', () => {
    const found = discoveries(PUBLISHED.toReversed())

    expect(found).toEqual(PUBLISHED.map((_, index) => index >= 11))
  })

  it('steps up: a smaller p-value counts once a larger one passes', () => {
    // 0.04 alone fails its 0.025; 0.045 passes its 0.05 and takes 0.04 along.
    expect(discoveries([0.045, 0.04])).toEqual([true, true])
    expect(discoveries([0.055, 0.04])).toEqual([false, false])
  })

  it('takes a rate of its own', () => {
    expect(count(discoveries(PUBLISHED, 0.01))).toBe(3)
    expect(count(discoveries(PUBLISHED, 0.1))).toBe(9)
  })

  it('of equal p-values are all or none', () => {
    expect(discoveries([0.03, 0.03, 0.9])).toEqual([true, true, false])
    expect(discoveries([0.04, 0.04, 0.9])).toEqual([false, false, false])
  })

  it('of one test is at most the rate itself', () => {
    expect(discoveries([0.05])).toEqual([true])
    expect(discoveries([0.0501])).toEqual([false])
  })

  it('of nothing are none', () => {
    expect(discoveries([])).toEqual([])
  })

  it('find all that Bonferroni does, and nothing above the rate', () => {
    fc.assert(
      fc.property(pValues, (all) => {
        const found = discoveries(all)
        all.forEach((p, index) => {
          if (p <= 0.05 / all.length) expect(found[index]).toBe(true)
          if (p > 0.05) expect(found[index]).toBe(false)
        })
      }),
      { seed: 2026, numRuns: 300 },
    )
  })

  it('find no fewer when a p-value gets smaller', () => {
    fc.assert(
      fc.property(pValues, fc.nat(), (all, which) => {
        const smaller = all.map((p, index) => (index === which % all.length ? p / 10 : p))

        expect(count(discoveries(smaller))).toBeGreaterThanOrEqual(count(discoveries(all)))
      }),
      { seed: 2026, numRuns: 300 },
    )
  })

  it.each([-0.01, 1.01, Number.NaN])('refuse %d', (wrong) => {
    expect(() => discoveries([0.5, wrong])).toThrow(RangeError)
  })
})
