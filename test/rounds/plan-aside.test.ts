/** A plan that is made in a thread of its own is the same plan, and refused for the same reasons. */
import type { ClosedRound } from '../../bot/polls/publication/draft-plan.ts'
import { makePlan, PublicationRefused } from '../../bot/polls/publication/make-plan.ts'
import type { Question } from '../../bot/polls/question.ts'
import { DEFAULT_THRESHOLDS } from '../../bot/polls/thresholds.ts'
import { unitTree } from '../../bot/polls/unit-tree.ts'
import { planAside } from '../../bot/rounds/plan-aside.ts'
import { bank } from '../bot/a-bot.ts'

const QUESTIONS = [...bank.questions.values()].slice(0, 3)

function aClosedRound(units: number): ClosedRound {
  const employees = Array.from({ length: units * 12 }, (_, n) => ({
    id: `p-${n}`,
    unit: `Team ${n % units}`,
    viewer: false,
  }))
  const paths = Array.from({ length: units }, (_, n) => ({ path: `Team ${n}`, name: `Team ${n}` }))
  const tree = unitTree(employees, paths, { eligible: 10, name: 'Waterveen' })
  return {
    ...{ round: 'a-round', demo: false, opensAt: 1, closesAt: 2, earlier: [] },
    thresholds: DEFAULT_THRESHOLDS,
    questions: QUESTIONS,
    units: tree.units,
    tallies: tree.units.map(({ path, own }, n) => ({
      unit: path,
      counts: Object.fromEntries(
        QUESTIONS.map((question) => [question.id, spread(question, Math.min(own, 6 + (n % 6)))]),
      ),
    })),
    coverage: { reached: 1, eligible: 1 },
  }
}

/** Everybody who answers takes the next option. */
function spread({ options }: Question, answers: number): Record<string, number> {
  return Object.fromEntries(
    options.map(({ value }, index) => [
      value,
      Math.floor(answers / options.length) + (index < answers % options.length ? 1 : 0),
    ]),
  )
}

it.each([5, 80])('makes the same plan of %i units', async (units) => {
  const closed = aClosedRound(units)

  expect(await planAside(closed)).toEqual(makePlan(closed))
})

it.each([5, 80])('is refused like the other, with %i units', async (units) => {
  const closed = aClosedRound(units)
  const lacking = closed.tallies.map(({ unit, counts }) => {
    const { P01: _, ...others } = counts
    return { unit, counts: unit === 'Team 1' ? others : counts }
  })

  await expect(planAside({ ...closed, tallies: lacking })).rejects.toThrow(PublicationRefused)
})
