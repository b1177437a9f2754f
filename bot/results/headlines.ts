/** Headlines: the three things of a round that somebody should know first, in order. */
import type { Cell, Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { cellOf } from './figures.ts'

/** What is said of one question. */
export type Headline = Readonly<{
  question: Question
  cell: Cell
  finding: 'better' | 'worse' | 'lowest' | 'highest' | 'unchanged'
  /** When the round opened that it is compared with; for better, worse and unchanged. */
  sinceAt?: number
}>

const MOST = 3

/**
 * Changes that were shown to be real come first, then what is lowest, then what is highest. Of each
 * question one thing is said. Empty where nothing has a percentage.
 */
export function headlinesOf(plan: Plan, unit: string): readonly Headline[] {
  const figures = figuresOf(plan, unit).toSorted(byShare)
  const changed = figures.flatMap(changeOf)
  const [lowest, highest] = [figures[0], figures.at(-1)]
  const all: readonly (Headline | undefined)[] = [
    ...changed.filter(({ finding }) => finding === 'worse'),
    ...changed.filter(({ finding }) => finding === 'better'),
    lowest && { ...lowest, finding: 'lowest' },
    // Of equals none is the best.
    highest && isBetter(highest, lowest) ? { ...highest, finding: 'highest' } : undefined,
    ...changed.filter(({ finding }) => finding === 'unchanged'),
  ]
  return onceEach(all.filter((one) => one !== undefined)).slice(0, MOST)
}

type Figure = Readonly<{ question: Question; cell: Extract<Cell, { state: 'percentage' }> }>

function figuresOf(plan: Plan, unit: string): readonly Figure[] {
  return plan.questions.flatMap((question) => {
    const cell = cellOf(plan, unit, question.id)
    return cell.state === 'percentage' ? [{ question, cell }] : []
  })
}

const byShare = (one: Figure, other: Figure): number => one.cell.favourable - other.cell.favourable

const isBetter = (one: Figure, other: Figure | undefined): boolean =>
  other !== undefined && one.cell.favourable > other.cell.favourable

const FINDINGS = { better: 'better', worse: 'worse', 'no-evidence': 'unchanged' } as const

function changeOf({ question, cell }: Figure): readonly Headline[] {
  if (cell.change === undefined) return []
  const { verdict, sinceAt } = cell.change
  return [{ question, cell, finding: FINDINGS[verdict], sinceAt }]
}

function onceEach(headlines: readonly Headline[]): readonly Headline[] {
  const seen = new Set<string>()
  return headlines.filter(({ question: { id } }) => !seen.has(id) && seen.add(id))
}

/** What to work on: the question with the lowest share. Undefined where nothing has a percentage. */
export function weakestOf(plan: Plan, unit: string): Question | undefined {
  const [weakest] = figuresOf(plan, unit).toSorted(byShare)
  return weakest?.question
}
