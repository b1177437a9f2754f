/** Change: what a plan says of earlier rounds. */
import type { Plan } from '../../../bot/polls/plan.ts'
import { makePlan } from '../../../bot/polls/publication/make-plan.ts'
import { aQuestion, aRound, cellOf, type Parts, type RoundChange } from './closed-round.ts'

function planOf(parts: Parts, change: RoundChange = {}): Plan {
  return makePlan(aRound(parts, change))
}

/** How this round changed since earlier ones, newest first. */
function changeOf(parts: Parts, earlier: readonly Plan[], change: RoundChange = {}, unit = '') {
  const cell = cellOf(planOf(parts, { round: 'now', earlier, ...change }), unit)
  return cell?.state === 'percentage' ? cell.change : undefined
}

const before = planOf({ '': [18, 12] }, { round: 'before', opensAt: 77 })

it('calls a large difference of few people no evidence', () => {
  expect(changeOf({ '': [24, 6] }, [before])).toEqual({
    verdict: 'no-evidence',
    since: 'before',
    sinceAt: 77,
    difference: { estimate: 20, low: -3, high: 41 },
  })
})

it.each([
  [{ '': [720, 180] }, { '': [660, 240] }, 'better', { estimate: 7, low: 3, high: 11 }],
  [{ '': [660, 240] }, { '': [720, 180] }, 'worse', { estimate: -7, low: -11, high: -3 }],
  [{ '': [660, 240] }, { '': [660, 240] }, 'no-evidence', { estimate: 0, low: -4, high: 4 }],
] as const)('of many people finds %j after %j %s', (now, then, verdict, difference) => {
  expect(changeOf(now, [planOf(then)])).toMatchObject({ verdict, difference })
})

it('knows no more of either round than its plan shows', () => {
  const change = changeOf({ '': [34, 6] }, [before])
  expect(changeOf({ '': [33, 7] }, [before])).toEqual(change)
  expect(changeOf({ '': [34, 6] }, [planOf({ '': [17, 12] })])).toMatchObject({
    difference: { estimate: 25 },
  })
})

it('takes the newest round with which it can be compared', () => {
  const few = planOf({ '': [4, 4] }, { round: 'few' })
  const { options } = aQuestion()
  const sometimes = { value: 'sometimes', text: { nl: 'Soms', en: 'Sometimes' }, substantive: true }
  const otherAnswers = planOf(
    { '': [20, 10] },
    { round: 'other answers', questions: [aQuestion({ options: [...options, sometimes] })] },
  )
  const otherSafe = planOf(
    { '': [20, 10] },
    { round: 'other safe', questions: [aQuestion({ favourable: ['always'] })] },
  )
  const otherQuestion = planOf(
    { '': [20, 10] },
    { round: 'other question', questions: [aQuestion({ id: 'Q2' })] },
  )
  const demo = planOf({ '': [20, 10] }, { round: 'demo', demo: true })
  const oldest = planOf({ '': [1, 29] }, { round: 'oldest' })
  const earlier = [few, otherAnswers, otherSafe, otherQuestion, demo, before, oldest]
  expect(changeOf({ '': [24, 6] }, earlier)).toMatchObject({ since: 'before' })
  expect(changeOf({ '': [24, 6] }, earlier, { demo: true })).toMatchObject({ since: 'demo' })
  expect(changeOf({ '': [24, 6] }, [few])).toBeUndefined()
})

it('does not mind another order of the answers, or other words', () => {
  const { options, favourable } = aQuestion()
  const questions = [
    aQuestion({
      text: { nl: 'Anders', en: 'Else' },
      options: options.toReversed(),
      favourable: favourable.toReversed(),
    }),
  ]
  expect(changeOf({ '': [24, 6] }, [before], { questions })).toMatchObject({ since: 'before' })
})

it('compares a unit with itself', () => {
  const then = planOf({ '': [30, 30], a: [5, 25] })
  const now = { '': [30, 30], a: [25, 5], b: [15, 15] } as const
  expect(changeOf(now, [then], {}, 'a')).toMatchObject({ verdict: 'better' })
  expect(changeOf(now, [then], {}, 'b')).toBeUndefined()
})

it('believes less when many units and questions are compared', () => {
  // p about .02: alone it is evidence, among ten that did not change it is to be expected
  const then: Parts = { '': [60, 40] }
  const now: Parts = { '': [75, 25] }
  expect(changeOf(now, [planOf(then)])).toMatchObject({ verdict: 'better' })
  const unchanged = Object.fromEntries(
    Array.from({ length: 10 }, (_, unit) => [`team-${unit}`, [50, 50] as const]),
  )
  const many = (parts: Parts) => ({ '': [0, 0], team: parts[''] ?? [0, 0], ...unchanged }) as Parts
  expect(changeOf(many(now), [planOf(many(then))], {}, 'team')).toMatchObject({
    verdict: 'no-evidence',
  })
})

it('shows no change where it shows no percentage', () => {
  expect(cellOf(planOf({ '': [30, 0] }, { earlier: [before] }), '')).toEqual({
    state: 'extreme',
    side: 'at-least-80',
    answers: 30,
  })
})
