import fc from 'fast-check'
import { cdf, quantile, Z_95 } from '../../../bot/polls/statistics/normal.ts'

describe('cdf', () => {
  // Reference values: mpmath with 30 digits.
  it.each([
    [-37, 5.725571222524577e-300],
    [-10, 7.61985302416053e-24],
    [-5, 2.866515718791939e-7],
    [-3, 0.00134989803163009],
    [-2, 0.0227501319481792],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517796],
  ])('%d has its published value, also in the digits of a tail', (z, expected) => {
    expect(cdf(z) / expected).toBeCloseTo(1, 12)
  })

  it('is a half in the middle and ends at 0 and 1', () => {
    expect([cdf(-Infinity), cdf(0), cdf(Infinity)]).toEqual([0, 0.5, 1])
  })

  it('has no step where one way of computing takes over from the other', () => {
    const step = cdf(2 + 1e-9) - cdf(2)

    expect(step / 1e-9).toBeCloseTo(0.05399, 3)
    expect(cdf(-2 - 1e-13) / cdf(-2)).toBeCloseTo(1, 11)
  })

  it('of no number is no number, and ends', () => {
    expect(cdf(Number.NaN)).toBeNaN()
  })
})

describe('quantile', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.8, 0.8416212335729143],
    [0.025, -1.959963984540054],
    [0.5, 0],
    [1e-10, -6.361340902404056],
  ])('of %d has its published value', (probability, expected) => {
    expect(quantile(probability)).toBeCloseTo(expected, 12)
  })

  it('undoes the cdf', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
        expect(quantile(cdf(z))).toBeCloseTo(z, 8)
      }),
      { seed: 2026, numRuns: 500 },
    )
  })

  it.each([0, 1, -0.1, 1.1, Number.NaN])('has none for %d', (probability) => {
    expect(() => quantile(probability)).toThrow(RangeError)
  })

  it('of 95 % is the familiar 1.96', () => {
    expect(Z_95).toBeCloseTo(1.959964, 6)
  })
})
