/** Audit: finds in a plan what no rule should have let through. */
import type { Cell, Plan } from '../../../bot/polls/plan.ts'
import { auditPlan } from '../../../bot/polls/publication/audit.ts'
import { draftPlan } from '../../../bot/polls/publication/draft-plan.ts'
import { DEFAULT_THRESHOLDS } from '../../../bot/polls/thresholds.ts'
import { answering, aQuestion, aRound, type Parts, type RoundChange } from './closed-round.ts'

const band: Cell = { state: 'band', band: 'middle' }
const hidden: Cell = { state: 'hidden', reason: 'remainder' }
const percentage = (answers: number) => ({
  state: 'percentage' as const,
  favourable: 50,
  interval: { low: 40, high: 60 },
  answers,
})
const spread = (answers: number): Cell => ({ ...percentage(answers), distribution: {} })

type Shown = Readonly<Record<string, Cell>>

/** What the audit says when these cells are shown of Q1, or of the question that is named. */
function audited(
  parts: Parts,
  shown: Shown,
  { response = {}, ...change }: RoundChange & Readonly<{ response?: Shown }> = {},
): string | undefined {
  const closed = aRound(parts, change)
  const plan: Plan = draftPlan(closed)
  const cells = plan.cells.map(({ unit, question }) => ({
    unit,
    question,
    cell: shown[`${question} ${unit}`] ?? ((question === 'Q1' && shown[unit]) || hidden),
  }))
  const responding = plan.response.map(({ unit }) => ({
    unit,
    cell:
      unit in response
        ? { state: 'shown' as const, answers: 1, eligible: 1, rate: 1 }
        : { state: 'hidden' as const, reason: 'remainder' as const },
  }))
  return auditPlan({ ...plan, cells, response: responding }, closed.tallies)
}

it('finds who is left between a unit and those below it', () => {
  const parts: Parts = { '': [0, 0], a: [9, 9], b: [2, 2], c: [9, 9] }
  expect(audited(parts, { '': band, a: band, c: band })).toBe('the response')
  expect(audited(parts, { '': band, a: band })).toBeUndefined()
  expect(audited(parts, {}, { response: { '': band, a: band, c: band } })).toBe('the response')
})

it('finds what two questions tell together that nobody skipped', () => {
  const questions = [aQuestion(), aQuestion({ id: 'Q2' })]
  const parts: Parts = { '': [1, 2], a: [9, 9], b: [9, 9] }
  const one = { '': band, a: band }
  const other = { 'Q2 ': band, 'Q2 b': band }
  expect(audited(parts, one, { questions })).toBeUndefined()
  expect(audited(parts, other, { questions })).toBeUndefined()
  expect(audited(parts, { ...one, ...other }, { questions })).toBe('the response')
  expect(audited(parts, one, { questions, response: { b: band, '': band } })).toBe('the response')
})

it('counts for a question only who answered it', () => {
  const parts: Parts = { '': [0, 0], a: [9, 9], b: [2, 2, 9] }
  expect(audited(parts, { '': band, a: band })).toBe('question Q1')
  expect(audited(parts, { '': band, a: band }, { response: { '': band, a: band } })).toBe(
    'question Q1',
  )
  expect(audited(parts, {}, { response: { '': band, a: band } })).toBeUndefined()
})

it('counts one less where somebody may see results', () => {
  const parts: Parts = { '': [0, 0], a: [9, 9], b: [2, 3] }
  expect(audited(parts, { '': band, a: band })).toBeUndefined()
  expect(audited(parts, { '': band, a: band }, { viewers: ['b'] })).toBe('the response')
  expect(audited(parts, { '': percentage(23) }, { viewers: [''] })).toBeUndefined()
})

it('wants more people where one admits something', () => {
  const parts: Parts = { '': [0, 0], a: [9, 9], b: [4, 5] }
  const questions = [aQuestion({ sensitive: true })]
  expect(audited(parts, { '': percentage(27), a: percentage(18) })).toBeUndefined()
  expect(audited(parts, { '': percentage(27), a: percentage(18) }, { questions })).toBe(
    'question Q1',
  )
  expect(audited(parts, { '': percentage(27) }, { questions })).toBeUndefined()
})

it('finds that all who are left are on one side', () => {
  const shown = { '': percentage(27), a: percentage(18) }
  expect(audited({ '': [0, 0], a: [9, 9], b: [8, 1] }, shown)).toBe('question Q1')
  expect(audited({ '': [0, 0], a: [9, 9], b: [1, 8] }, shown)).toBe('question Q1')
  expect(audited({ '': [0, 0], a: [9, 9], b: [7, 2] }, shown)).toBeUndefined()
  expect(audited({ '': [0, 0], a: [9, 9], b: [9, 0] }, { ...shown, a: band })).toBeUndefined()
})

it('finds a number of few answers, and a percentage of all', () => {
  expect(audited({ '': [5, 4] }, { '': percentage(9) })).toBe('question Q1')
  expect(audited({ '': [5, 4] }, { '': band })).toBeUndefined()
  expect(
    audited({ '': [8, 1] }, { '': { state: 'extreme', side: 'at-least-80', answers: 9 } }),
  ).toBe('question Q1')
  expect(audited({ '': [20, 1] }, { '': percentage(21) })).toBe('question Q1')
})

it('finds how few people spread their answers', () => {
  const parts: Parts = { '': [0, 0], a: [30, 30], b: [14, 14] }
  expect(audited(parts, { '': spread(88), a: percentage(60) })).toBeUndefined()
  expect(audited(parts, { '': spread(88), a: spread(60) })).toBe('question Q1')
  const thresholds = { ...DEFAULT_THRESHOLDS, distribution: 100 }
  expect(audited(parts, { '': spread(88) }, { thresholds })).toBe('question Q1')
})

it('names the question that tells', () => {
  const questions = [aQuestion(), aQuestion({ id: 'Q2' })]
  const round = aRound({ '': [9, 9], a: [9, 9] }, { questions })
  const tallies = answering(round.tallies, 'Q2', { a: [18, 0] })
  const all = { '': percentage(36), a: percentage(18) }
  const both = { ...all, 'Q2 ': percentage(36), 'Q2 a': percentage(18) }
  expect(audited({ '': [9, 9], a: [9, 9] }, both, { questions, tallies })).toBe('question Q2')
})
