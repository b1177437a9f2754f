/** Make plan: what is shown of a round, and how exactly. */
import fc from 'fast-check'
import { makePlan, PublicationRefused } from '../../../bot/polls/publication/make-plan.ts'
import { DEFAULT_THRESHOLDS } from '../../../bot/polls/thresholds.ts'
import { seeded } from '../../stand-ins/seeded.ts'
import {
  type Answers,
  answering,
  aQuestion,
  aRound,
  cellOf,
  type Parts,
  type RoundChange,
  responseOf,
  shownIn,
} from './closed-round.ts'
import { randomRound } from './random-round.ts'

/** What is shown of an organisation without units, which answered like this. */
function whole(answers: Answers, change: RoundChange = {}) {
  return cellOf(makePlan(aRound({ '': answers }, change)), '')
}

it.each<[Answers, string]>([
  [[4, 0], 'too-few'],
  [[3, 2], 'band'],
  [[5, 4], 'band'],
  [[6, 4], 'percentage'],
  [[4, 0, 20], 'too-few'],
])('shows %j as %s', (answers, shown) => {
  expect(shownIn(aRound({ '': answers }))).toEqual({ '': shown })
})

it.each<[Answers, string]>([
  [[5, 0], 'too-few'],
  [[5, 1], 'band'],
  [[6, 4], 'band'],
  [[6, 5], 'percentage'],
])('shows %j as %s when one of them may see results', (answers, shown) => {
  expect(shownIn(aRound({ '': answers }, { viewers: [''] }))).toEqual({ '': shown })
})

it.each<[Answers, string]>([
  [[1, 4], 'low'],
  [[3, 6], 'middle'],
  [[6, 3], 'middle'],
  [[2, 5], 'low'],
  [[5, 2], 'high'],
  [[5, 0], 'high'],
  [[0, 5], 'low'],
])('shows of %j only that it is %s', (answers, band) => {
  expect(whole(answers)).toEqual({ state: 'band', band })
})

it.each<[Answers, string]>([
  [[12, 0], 'at-least-80'],
  [[11, 1], 'at-least-80'],
  [[1, 11], 'at-most-20'],
  [[0, 12, 5], 'at-most-20'],
])('does not show of %j that all were on one side', (answers, side) => {
  expect(whole(answers)).toEqual({ state: 'extreme', side, answers: 12 })
})

it('never says "at least 80 %" of less, also when many are wanted on either side', () => {
  const thresholds = { ...DEFAULT_THRESHOLDS, eitherSide: 4 }
  expect(whole([8, 3], { thresholds })).toEqual({ state: 'band', band: 'high' })
  expect(whole([12, 3], { thresholds })).toMatchObject({ state: 'extreme', side: 'at-least-80' })
  expect(whole([11, 4], { thresholds })).toMatchObject({ state: 'percentage' })
})

it('rounds to five points below 50 answers, and to one from there', () => {
  expect(whole([17, 23])).toMatchObject({ favourable: 45, answers: 40 })
  expect(whole([41, 8])).toMatchObject({ favourable: 85, answers: 49 })
  expect(whole([41, 9])).toMatchObject({ favourable: 82, answers: 50 })
})

it('gives the interval of the share as shown, not of the exact one', () => {
  expect(whole([33, 7])).toMatchObject({ favourable: 85 })
  expect(whole([33, 7])).toEqual({ ...whole([34, 6]), distribution: expect.anything() })
  expect(whole([32, 8])).toMatchObject({ favourable: 80 })
})

it('narrows the interval to the staff there is', () => {
  const round = aRound({ '': [24, 6] })
  const units = (staff: number) => round.units.map((unit) => ({ ...unit, staff }))
  const intervalOf = (staff: number) => cellOf(makePlan({ ...round, units: units(staff) }), '')
  // polls of 30 of very many: Wilson, 80 % of 30
  expect(intervalOf(100_000)).toMatchObject({ interval: { low: 62, high: 91 } })
  expect(intervalOf(60)).toMatchObject({ interval: { low: 68, high: 89 } })
  expect(intervalOf(30)).toMatchObject({ interval: { low: 80, high: 80 } })
})

it('spreads answers over the options from 30 people, with those who do not know', () => {
  expect(whole([15, 10, 4])).not.toHaveProperty('distribution')
  expect(whole([15, 10, 5])).toMatchObject({
    answers: 25,
    favourable: 60,
    distribution: { always: 35, often: 15, never: 35, unknown: 15 },
  })
})

it('spreads nothing from which the spread of fewer could be found', () => {
  const spread = (parts: Parts) => {
    const plan = makePlan(aRound(parts))
    return plan.units.map(({ path }) => 'distribution' in (cellOf(plan, path) ?? {}))
  }
  expect(spread({ '': [0, 0], a: [40, 20], b: [15, 14] })).toEqual([true, false, false])
  expect(spread({ '': [0, 0], a: [40, 20], b: [15, 15] })).toEqual([true, true, true])
})

describe('what one admits', () => {
  const questions = [aQuestion(), aQuestion({ id: 'Q2', sensitive: true })]
  const shown = (parts: Parts) => shownIn(aRound(parts, { questions }), 'Q2')

  it('is shown of nobody below a percentage', () => {
    expect(shown({ '': [5, 4] })).toEqual({ '': 'sensitive' })
    expect(shown({ '': [6, 4] })).toEqual({ '': 'percentage' })
    expect(shown({ '': [2, 2] })).toEqual({ '': 'too-few' })
  })

  it('cannot be found of fewer by subtraction either', () => {
    const parts: Parts = { '': [0, 0], a: [10, 10], b: [6, 5], c: [4, 3] }
    expect(shownIn(aRound(parts))).toEqual({
      '': 'percentage',
      a: 'percentage',
      b: 'percentage',
      c: 'band',
    })
    expect(shown(parts)).toEqual({
      '': 'percentage',
      a: 'percentage',
      b: 'remainder',
      c: 'sensitive',
    })
  })
})

it('shows what is about one person for the whole organisation only', () => {
  const questions = [aQuestion({ organisationOnly: true })]
  const parts: Parts = { '': [6, 6], a: [6, 6], 'a/b': [20, 20] }
  expect(shownIn(aRound(parts, { questions }))).toEqual({
    '': 'percentage',
    a: 'organisation-only',
    'a/b': 'organisation-only',
  })
})

it('does not tell by subtraction that all in hidden units agree', () => {
  const alike: Parts = { '': [0, 0], a: [21, 9], b: [3, 0], c: [3, 0] }
  expect(shownIn(aRound(alike))).toMatchObject({ '': 'percentage', a: 'band', b: 'too-few' })
  const lone: Parts = { '': [0, 0], a: [21, 9], b: [3, 0], c: [2, 1] }
  expect(shownIn(aRound(lone))).toMatchObject({ '': 'percentage', a: 'band', b: 'too-few' })
  const mixed: Parts = { '': [0, 0], a: [21, 9], b: [2, 1], c: [2, 1] }
  expect(shownIn(aRound(mixed))).toMatchObject({ a: 'percentage' })
})

it('does not tell that all agree through parts of a unit that is not exact any more', () => {
  // without a, whose neighbours agree; then also without a/x and a/y all that is left would agree
  const parts: Parts = { '': [6, 0], a: [10, 0], 'a/x': [20, 10], 'a/y': [4, 6] }
  expect(shownIn(aRound(parts))).toEqual({
    '': 'percentage',
    a: 'band',
    'a/x': 'percentage',
    'a/y': 'band',
  })
})

it('shows of every question only units of which the response is shown', () => {
  // Q1 alone would hide b and show a, the response hides a and shows b: together they tell of three
  const questions = [aQuestion()]
  const round = aRound({ '': [2, 1], a: [4, 2], b: [5, 2] }, { questions })
  const plan = makePlan({
    ...round,
    units: round.units.map((unit) => ({ ...unit, own: 20, eligible: 60, staff: 60 })),
    tallies: answering(round.tallies, 'Q1', { '': [2, 1], a: [4, 2, 3], b: [5, 2, 1] }),
  })
  expect([responseOf(plan, 'a')?.state, responseOf(plan, 'b')?.state]).toEqual(['shown', 'hidden'])
  expect(cellOf(plan, 'b')).toEqual({ state: 'hidden', reason: 'remainder' })
  expect(cellOf(plan, 'a')).toMatchObject({ state: 'band' })
})

it('tells how many took part, of how many, in whole percent', () => {
  const plan = makePlan(aRound({ '': [0, 0], a: [10, 5, 1], b: [4, 3], c: [2, 0] }))
  expect(plan.response.map(({ cell }) => cell)).toEqual([
    { state: 'shown', answers: 25, eligible: 56, rate: 45 },
    { state: 'shown', answers: 16, eligible: 32, rate: 50 },
    { state: 'hidden', reason: 'remainder' },
    { state: 'hidden', reason: 'too-few' },
  ])
  expect(plan.coverage).toEqual({ reached: 9, eligible: 10, rate: 90 })
})

it('makes a plan of a round that nobody answered', () => {
  const plan = makePlan(
    aRound({ '': [0, 0], a: [0, 0] }, { coverage: { reached: 0, eligible: 0 } }),
  )
  expect(plan.coverage.rate).toBe(0)
  expect(cellOf(plan, '')).toEqual({ state: 'hidden', reason: 'too-few' })
})

it('has a cell for each unit and question, in order', () => {
  const questions = [aQuestion(), aQuestion({ id: 'Q2' })]
  const { cells } = makePlan(aRound({ '': [9, 9], a: [9, 9] }, { questions }))
  expect(cells.map(({ unit, question }) => `${unit} ${question}`)).toEqual([
    ' Q1',
    ' Q2',
    'a Q1',
    'a Q2',
  ])
})

it('is the same to the byte, in whatever order the tallies are', () => {
  const round = randomRound(seeded(3), 40)
  const reversed = round.tallies.toReversed().map(({ unit, counts }) => ({
    counts: Object.fromEntries(
      Object.entries(counts).map(([id, numbers]) => [
        id,
        Object.fromEntries(Object.entries(numbers).reverse()),
      ]),
    ),
    unit,
  }))
  const text = JSON.stringify(makePlan(round))
  expect(text).toContain('"distribution"')
  expect(JSON.stringify(makePlan(round))).toBe(text)
  expect(JSON.stringify(makePlan({ ...round, tallies: reversed }))).toBe(text)
})

it('is the same for all counts that round to the same, below 50 answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 49 }), fc.nat(), fc.nat(), (answers, one, other) => {
      const cells = [one, other].map((draw) => {
        const safe = 2 + (draw % (answers - 3))
        return whole([safe, answers - safe], {
          thresholds: { ...DEFAULT_THRESHOLDS, distribution: 1_000 },
        })
      })
      const [a, b] = cells
      if (a?.state !== 'percentage' || b?.state !== 'percentage') throw new Error('no percentage')
      if (a.favourable === b.favourable) expect(a).toEqual(b)
      expect(a.favourable % 5).toBe(0)
    }),
    { seed: 2026, numRuns: 300 },
  )
})

it('never has an interval that its own percentage is not in', () => {
  const random = seeded(5)
  for (let round = 0; round < 50; round++)
    for (const { cell } of makePlan(randomRound(random, 30)).cells)
      if (cell.state === 'percentage') {
        expect(cell.interval.low).toBeLessThanOrEqual(cell.favourable)
        expect(cell.interval.high).toBeGreaterThanOrEqual(cell.favourable)
      }
})

describe('refuses', () => {
  const questions = [aQuestion(), aQuestion({ id: 'Q2' })]
  const round = aRound({ '': [6, 6], a: [9, 9] }, { questions })
  const [first, second] = round.tallies
  if (first === undefined || second === undefined) throw new Error('two tallies')

  it.each([
    ['a question with more answers than another', answering(round.tallies, 'Q2', { a: [9, 8] })],
    ['more answers than people', aRound({ '': [6, 6], a: [60, 60] }, { questions }).tallies],
    ['a unit twice', [first, second, second]],
    ['a unit that was not asked', [first, { ...second, unit: 'b' }]],
    [
      'an answer that is no option',
      [first, { ...second, counts: { ...second.counts, Q1: { perhaps: 18 } } }],
    ],
    ['less than nothing', answering(round.tallies, 'Q1', { a: [20, -2] })],
  ])('%s', (_, tallies) => {
    expect(() => makePlan({ ...round, tallies })).toThrow(PublicationRefused)
  })

  it('what the audit finds, and says no number or unit', () => {
    const hiddenFour = aRound({ '': [0, 0], team: [9, 9], rest: [2, 2] })
    expect(() => makePlan(hiddenFour, { remainderRule: false })).toThrow(
      new PublicationRefused('few people could be found in the response'),
    )
    expect(shownIn(hiddenFour)).toMatchObject({ team: 'remainder' })
  })
})
