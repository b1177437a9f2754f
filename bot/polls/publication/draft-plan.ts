/** Draft plan: what the rules let through of a closed round, before the audit. */
import type { Plan } from '../plan.ts'
import type { Question } from '../question.ts'
import type { UnitTally } from '../tally.ts'
import type { Thresholds } from '../thresholds.ts'
import type { RoundUnit } from '../units.ts'
import { withChanges } from './change.ts'
import { type Count, countsOf } from './counts.ts'
import { type Group, together } from './group.ts'
import { percentOf } from './percent.ts'
import { hiddenReason, questionCells, type Rules } from './question-cells.ts'
import { at, sumUp, type Tree, treeOf } from './tree.ts'
import { visibleUnits } from './visible-units.ts'

export type ClosedRound = Readonly<{
  round: string
  demo: boolean
  /** Milliseconds since the epoch. */
  opensAt: number
  closesAt: number
  thresholds: Thresholds
  /** At least one. */
  questions: readonly Question[]
  /** In order of the tree. */
  units: readonly RoundUnit[]
  tallies: readonly UnitTally[]
  coverage: Readonly<{ reached: number; eligible: number }>
  /** Newest first. */
  earlier: readonly Plan[]
}>

/** Not to be shown to anybody: `makePlan` also proves that it is safe. */
export function draftPlan(closed: ClosedRound, rules: Rules = {}): Plan {
  const { round, demo, opensAt, closesAt, thresholds, questions, units, coverage } = closed
  const tree = treeOf(units)
  const counts = questions.map((question) => countsOf(question, units, closed.tallies))
  const tookPart = everybodyIn(counts)
  const responding = visibleUnits(tree, tookPart, thresholds.answers, rules)
  const byQuestion = questions.map((question, index) =>
    questionCells({ question, tree, thresholds, own: counts[index] ?? NONE, responding }, rules),
  )
  const plan: Plan = {
    version: 1,
    round,
    demo,
    opensAt,
    closesAt,
    thresholds,
    questions: [...questions],
    units: [...units],
    coverage: { ...coverage, rate: rateOf(coverage.reached, coverage.eligible) },
    response: responseCells(tree, { tookPart, responding, thresholds }),
    cells: units.flatMap((_, row) => byQuestion.flatMap((cells) => cells[row] ?? [])),
  }
  return withChanges(plan, closed.earlier)
}

const NONE: ReadonlyMap<string, Count> = new Map()

/** Each question was answered by the same people. */
function everybodyIn([counts]: readonly ReadonlyMap<string, Count>[]): ReadonlyMap<string, Group> {
  if (counts === undefined) throw new Error('a round has at least one question')
  return new Map([...counts].map(([path, { everybody }]) => [path, everybody]))
}

type Response = Readonly<{
  tookPart: ReadonlyMap<string, Group>
  responding: ReadonlySet<string>
  thresholds: Thresholds
}>

function responseCells(tree: Tree, { tookPart, responding, thresholds }: Response) {
  const totals = sumUp(tree, tookPart, together)
  return tree.units.map(({ path, eligible }): Plan['response'][number] => {
    const group = at(totals, path)
    if (!responding.has(path))
      return { unit: path, cell: { state: 'hidden', reason: hiddenReason(group, thresholds) } }
    const { answers } = group
    const cell = { state: 'shown' as const, answers, eligible, rate: rateOf(answers, eligible) }
    return { unit: path, cell }
  })
}

function rateOf(part: number, whole: number): number {
  return whole === 0 ? 0 : percentOf(part, whole)
}
