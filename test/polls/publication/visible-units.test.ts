/** Visible units: which parts of an organisation are shown (P3: the smallest counts). */
import { groupOf } from '../../../bot/polls/publication/group.ts'
import { treeOf } from '../../../bot/polls/publication/tree.ts'
import { visibleUnits } from '../../../bot/polls/publication/visible-units.ts'
import { aRound, type Parts } from './closed-round.ts'

const K = 5

/** @param answers by path, of who is counted there and not below it */
function visible(
  answers: Readonly<Record<string, number>>,
  {
    viewers = [],
    ...rules
  }: Readonly<{ viewers?: readonly string[]; remainderRule?: boolean }> = {},
): readonly string[] {
  const parts: Parts = Object.fromEntries(
    Object.entries(answers).map(([path, count]) => [path, [count, 0] as const]),
  )
  const { units } = aRound(parts)
  const own = new Map(
    units.map(({ path }) => [path, groupOf(answers[path] ?? 0, viewers.includes(path))]),
  )
  return [...visibleUnits(treeOf(units), own, K, rules)]
}

it('shows five and not four', () => {
  expect(visible({ '': 5 })).toEqual([''])
  expect(visible({ '': 4 })).toEqual([])
})

it('hides the smallest neighbour of one hidden unit, which would be all that is left', () => {
  expect(visible({ '': 0, a: 20, b: 9, c: 4 })).toEqual(['', 'a'])
  expect(visible({ '': 0, a: 20, b: 9, c: 4 }, { remainderRule: false })).toEqual(['', 'a', 'b'])
})

it('hides nothing for a hidden unit without answers, or for several that are many together', () => {
  expect(visible({ '': 0, a: 20, b: 9, c: 0 })).toEqual(['', 'b', 'a'])
  expect(visible({ '': 0, a: 20, b: 9, c: 4, d: 4 })).toEqual(['', 'b', 'a'])
})

it('counts the manager above as somebody who could be left over', () => {
  expect(visible({ '': 1, a: 20, b: 9 })).toEqual(['', 'a'])
  expect(visible({ '': 1, a: 20, b: 9, c: 4 })).toEqual(['', 'b', 'a'])
  expect(visible({ '': 5, a: 20, b: 9 })).toEqual(['', 'b', 'a'])
})

it('hides the only unit below when few are left above it', () => {
  expect(visible({ '': 4, a: 20 })).toEqual([''])
})

it('hides all below a hidden unit, however many they are', () => {
  expect(visible({ '': 0, a: 0, 'a/x': 8, b: 20, c: 3 })).toEqual(['', 'b'])
})

it('hides the first of two equal ones, on whatever machine', () => {
  expect(visible({ '': 2, b: 9, a: 9 })).toEqual(['', 'b'])
  expect(visible({ '': 2, a: 9, b: 9 })).toEqual(['', 'b'])
})

it('counts one less where somebody may see results and answered', () => {
  expect(visible({ '': 5 }, { viewers: [''] })).toEqual([])
  expect(visible({ '': 6 }, { viewers: [''] })).toEqual([''])
  expect(visible({ '': 0, a: 6, b: 5, c: 20 }, { viewers: ['a'] })).toContain('a')
  expect(visible({ '': 0, a: 5, b: 5, c: 20 }, { viewers: ['a'] })).not.toContain('a')
  expect(visible({ '': 0, a: 5, b: 0 }, { viewers: ['b'] })).toContain('a')
})

it('counts one less also in what is left', () => {
  expect(visible({ '': 5, a: 9, b: 20 })).toEqual(['', 'a', 'b'])
  expect(visible({ '': 5, a: 9, b: 20 }, { viewers: [''] })).toEqual(['', 'b'])
  expect(visible({ '': 2, a: 9, b: 20, c: 3 }, { viewers: ['c'] })).toEqual(['', 'b'])
})

it('hides the smallest by how many count, not by how many there are', () => {
  expect(visible({ '': 1, a: 9, b: 9 }, { viewers: ['b'] })).toEqual(['', 'a'])
})
