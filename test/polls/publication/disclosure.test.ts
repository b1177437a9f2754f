/** Disclosure: finds people in any sums, not only in those of a tree. */
import fc from 'fast-check'
import { discloses, type Part } from '../../../bot/polls/publication/disclosure.ts'
import { seeded } from '../../stand-ins/seeded.ts'
import { canFind } from './oracle.ts'

const part = (answers: number, favourable = 0, viewer = false): Part => ({
  answers,
  favourable,
  viewer,
})
const isMixed = ({ answers, favourable }: Part) => Math.min(favourable, answers - favourable) >= 2
const atLeastFive = ({ answers, viewer }: Part) => answers - Number(viewer) >= 5

it('finds a small group in the crossing of two overlapping sums', () => {
  // all = 0 1 2 3; rows of a table {0 1} and {2 3}; a column {0 2}; its corner and both others
  const people = [part(3), part(9), part(9), part(9)]
  const sums = [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 2],
  ]
  expect(discloses(sums, people, atLeastFive)).toBe(true)
  expect(discloses(sums.slice(0, 3), people, atLeastFive)).toBe(false)
})

it('finds what only half of a sum of sums tells', () => {
  // {0 1} + {1 2} - {0 2} is twice 1
  const people = [part(9), part(4), part(9)]
  expect(
    discloses(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      people,
      atLeastFive,
    ),
  ).toBe(true)
  expect(
    discloses(
      [
        [0, 1],
        [1, 2],
      ],
      people,
      atLeastFive,
    ),
  ).toBe(false)
})

it('finds two small groups together that cannot be told apart', () => {
  const people = [part(9), part(2), part(2)]
  expect(discloses([[0, 1, 2], [0]], people, atLeastFive)).toBe(true)
})

it('looks through parts without answers: they hide nobody', () => {
  const people = [part(9), part(4), part(0)]
  expect(
    discloses(
      [
        [0, 1, 2],
        [0, 2],
      ],
      people,
      atLeastFive,
    ),
  ).toBe(true)
})

it('lets five be known, and five of whom one may see results not', () => {
  expect(discloses([[0, 1], [0]], [part(9), part(5)], atLeastFive)).toBe(false)
  expect(discloses([[0, 1], [0]], [part(9), part(5, 0, true)], atLeastFive)).toBe(true)
})

it('says of nothing that it tells nothing', () => {
  expect(discloses([], [part(1)], atLeastFive)).toBe(false)
  expect(discloses([[0]], [part(0)], atLeastFive)).toBe(false)
})

it('rather refuses than tries for ever', () => {
  const random = seeded(2026)
  const people = Array.from({ length: 60 }, (_, person) => part(1, person % 2))
  const halves = Array.from({ length: 40 }, () => [...people.keys()].filter(() => random() < 0.5))
  expect(discloses(halves, people, isMixed)).toBe(true)
})

const aPart = fc.record({
  answers: fc.nat(7),
  favourable: fc.nat(7),
  viewer: fc.boolean(),
})

it('agrees with trying all sets of people, for any sums', () => {
  const found = { true: 0, false: 0 }
  fc.assert(
    fc.property(
      fc.array(aPart, { minLength: 1, maxLength: 8 }),
      fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1 }), { maxLength: 6 }),
      (drawn, sums) => {
        const parts = drawn.map(({ answers, favourable, viewer }) =>
          part(answers, Math.min(favourable, answers), viewer && answers > 0),
        )
        const inside = sums.map((sum) => sum.filter((index) => index < parts.length))
        const shown = {
          sums: inside.map((sum) => new Set(sum.map(String))),
          people: new Map(
            parts.map((one, index) => [String(index), { ...one, safe: one.favourable }]),
          ),
        }
        const few = canFind(
          shown,
          ({ answers, viewer }) => answers > 0 && answers - Number(viewer) < 5,
        )
        const alike = canFind(
          shown,
          ({ answers, safe }) => answers > 0 && Math.min(safe, answers - safe) < 2,
        )
        expect(discloses(inside, parts, atLeastFive)).toBe(few)
        expect(discloses(inside, parts, isMixed)).toBe(alike)
        found[`${few}`]++
      },
    ),
    { seed: 2026, numRuns: 2_000 },
  )
  expect(Math.min(found.true, found.false)).toBeGreaterThan(200)
})
