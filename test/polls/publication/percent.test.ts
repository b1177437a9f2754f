/** Percent: rounding that does not depend on how a computer keeps fractions. */
import { percentOf, stepFor, wholePercent } from '../../../bot/polls/publication/percent.ts'

it.each([
  [1, 3, 33],
  [2, 3, 67],
  [1, 200, 1],
  [29, 200, 15],
  [0, 7, 0],
  [7, 7, 100],
])('%i of %i is %i %%', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent)
})

it.each([
  [17, 40, 45],
  [16, 40, 40],
  [2, 49, 5],
  [47, 49, 95],
])('%i of %i is %i %% in steps of five', (part, whole, percent) => {
  expect(percentOf(part, whole, 5)).toBe(percent)
})

it('takes large steps below fifty', () => {
  expect([stepFor(49), stepFor(50)]).toEqual([5, 1])
})

it('rounds outward only what is really outside', () => {
  expect(wholePercent(Math.floor, 0.29)).toBe(29)
  expect(wholePercent(Math.ceil, 0.07 + 1e-15)).toBe(7)
  expect(wholePercent(Math.floor, 0.2899)).toBe(28)
  expect(Object.is(wholePercent(Math.round, -0.001), 0)).toBe(true)
})
