/** Tree: refuses units that are none, because all sums would be wrong. */
import { at, sumUp, treeOf } from '../../../bot/polls/publication/tree.ts'
import { aRound } from './closed-round.ts'

const { units } = aRound({ '': [1, 0], a: [2, 0], 'a/b': [4, 0], c: [8, 0] })

it('adds up all that is below', () => {
  const own = new Map(['', 'a', 'a/b', 'c'].map((path, index) => [path, 2 ** index] as const))
  const totals = sumUp(treeOf(units), own, (one, other) => one + other)
  expect(Object.fromEntries(totals)).toEqual({ '': 15, a: 6, 'a/b': 4, c: 8 })
})

it('refuses units out of order, twice, without a root or with figures of others', () => {
  expect(() => treeOf([])).toThrow()
  expect(() => treeOf(units.slice(1))).toThrow()
  expect(() => treeOf([...units, ...units.slice(1)])).toThrow('"a"')
  expect(() => treeOf(units.filter(({ path }) => path !== 'a'))).toThrow('"a/b"')
  expect(() => at(new Map(), 'a')).toThrow('"a"')
})
