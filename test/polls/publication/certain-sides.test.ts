/** Certain sides: bands and "at least 80 %" together force nobody onto one side. */
import { makePlan } from '../../../bot/polls/publication/make-plan.ts'
import { seeded } from '../../stand-ins/seeded.ts'
import { certainIn } from './certainty.ts'
import { type Answers, aRound, type Parts, shownIn } from './closed-round.ts'

it('hides what forces a neighbour to be all on one side', () => {
  // 8 of 15, more than 6 of them in a: of the six in b, none or one
  const loose: Parts = { '': [0, 0], a: [8, 1], b: [0, 6] }
  expect(shownIn(aRound(loose))).toEqual({ '': 'percentage', a: 'band', b: 'band' })
  // 7 of 15: none
  const tight: Parts = { '': [0, 0], a: [7, 2], b: [0, 6] }
  expect(shownIn(aRound(tight))).toEqual({ '': 'percentage', a: 'remainder', b: 'remainder' })
})

it('shows less exactly before it shows nothing', () => {
  // 12 of 20, and at least 12 of 15: none of the others; more than 10 of 15: none or one
  const parts: Parts = { '': [0, 5], a: [12, 3] }
  expect(shownIn(aRound(parts))).toEqual({ '': 'percentage', a: 'band' })
})

it('takes the percentage of a small unit before the figure of a large one', () => {
  // 24 of 36, at least 19 in a and 5 in b: none of the other six; with a band, none or one
  const parts: Parts = { '': [0, 6], a: [19, 1], b: [5, 5] }
  expect(shownIn(aRound(parts))).toEqual({ '': 'percentage', a: 'extreme', b: 'band' })
})

it('expects of its readers that they know when "at least 80 %" is said', () => {
  // 14 of 20, and all but one in a: none of the others
  const parts: Parts = { '': [0, 5], a: [14, 1] }
  expect(shownIn(aRound(parts))).toEqual({ '': 'percentage', a: 'band' })
})

it('hides with a unit all that is below it', () => {
  const parts: Parts = { '': [6, 0], a: [10, 0], 'a/x': [20, 10], 'a/y': [2, 8] }
  expect(shownIn(aRound(parts))).toEqual({
    '': 'percentage',
    a: 'remainder',
    'a/x': 'remainder',
    'a/y': 'remainder',
  })
})

it('leaves it open how each unit answered, trying all ways in which they could have', () => {
  const random = seeded(11)
  const few = (): Answers => {
    const answers = Math.floor(random() * 8)
    const safe = Math.round(answers * Math.min(1, Math.max(0, random() * 3 - 1)))
    return [safe, answers - safe]
  }
  for (let round = 0; round < 600; round++) {
    const parts = { '': few(), a: few(), 'a/x': few(), b: few() }
    const certain = certainIn(makePlan(aRound(parts)), parts)
    expect({ parts, certain }).toEqual({ parts, certain: [] })
  }
})
