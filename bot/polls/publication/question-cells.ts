/** Question cells: what may be shown of one question, for each unit. */
import type { Cell, HiddenReason, Plan } from '../plan.ts'
import type { Question } from '../question.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Thresholds } from '../thresholds.ts'
import type { RoundUnit } from '../units.ts'
import { withoutCertainSides } from './certain-sides.ts'
import { publishedProportion } from './change.ts'
import { addCounts, type Count } from './counts.ts'
import { type Group, isSafe, safeCount } from './group.ts'
import { percentOf, stepFor, wholePercent } from './percent.ts'
import {
  bandOf,
  coarse,
  extremeSide,
  isMixed,
  minimumFor,
  type Precision,
  precisionOf,
} from './precision.ts'
import { safeDifferences } from './safe-differences.ts'
import { at, sumUp, type Tree } from './tree.ts'
import { visibleUnits } from './visible-units.ts'

export type Rules = Readonly<{
  /** Off only in tests, to see that the audit finds what this rule prevents. */
  remainderRule?: boolean
}>

type Asked = Readonly<{
  question: Question
  tree: Tree
  thresholds: Thresholds
  /** By path: what is counted there and not below it. */
  own: ReadonlyMap<string, Count>
  /** Units whose response is shown. */
  responding: ReadonlySet<string>
}>

type Figures = Asked & Readonly<{ totals: ReadonlyMap<string, Count> }>

/** In order of the tree. */
export function questionCells(asked: Asked, rules: Rules = {}): Plan['cells'] {
  const figures = { ...asked, totals: sumUp(asked.tree, asked.own, addCounts) }
  const precisions = precisionsOf(shownUnits(asked, rules), figures)
  const spread = distributedUnits(precisions, figures)
  return asked.tree.units.map((unit) => {
    const precision = precisions.get(unit.path)
    const count = at(figures.totals, unit.path)
    const cell =
      precision === undefined
        ? hidden(unit, count, figures)
        : shownCell(precision, { unit, count, question: asked.question, spread })
    return { unit: unit.path, question: asked.question.id, cell }
  })
}

/**
 * Only units whose response is shown: so all that is shown of a round, of whatever question, is of
 * the units in one tree that is safe for the response. A question can hide more of them, and never
 * shows another one: two questions that hide different units of the same people would tell by
 * subtraction how few took part in what both leave out.
 */
function shownUnits(
  { question, tree, thresholds, own, responding }: Asked,
  { remainderRule }: Rules,
): ReadonlySet<string> {
  const answered = new Map([...own].map(([path, count]) => [path, count.answered] as const))
  const whole = new Set([tree.root.path].filter((path) => responding.has(path)))
  return visibleUnits(tree, answered, minimumFor(question, thresholds), {
    within: question.organisationOnly ? whole : responding,
    remainderRule,
  })
}

/**
 * Exact shares are taken to be exact counts, however they are rounded: with few answers they are.
 * So they are shown only where all differences between them have people on both sides as well.
 *
 * @returns by path; a unit that would still tell too much is absent
 */
function precisionsOf(
  shown: ReadonlySet<string>,
  { tree, own, totals, thresholds }: Figures,
): ReadonlyMap<string, Precision> {
  const { eitherSide } = thresholds
  const alone = new Map(
    [...shown].map((path) => [path, precisionOf(at(totals, path), thresholds)] as const),
  )
  const percentages = [...alone].filter(([, precision]) => precision === 'percentage')
  const exact = safeDifferences(new Set(percentages.map(([path]) => path)), {
    tree,
    own,
    totals,
    mayBeKnown: (count) => isMixed(count, eitherSide),
  })
  const precisions = [...alone].map(([path, precision]) =>
    precision === 'percentage' && !exact.has(path)
      ? ([path, coarse(at(totals, path))] as const)
      : ([path, precision] as const),
  )
  return withoutCertainSides(new Map(precisions), { tree, own, totals, eitherSide })
}

/** Of fewer people than a spread is shown of, it is not found by subtraction either. */
function distributedUnits(
  precisions: ReadonlyMap<string, Precision>,
  { tree, own, totals, thresholds: { distribution } }: Figures,
): ReadonlySet<string> {
  const many = [...precisions].filter(
    ([path, precision]) =>
      precision === 'percentage' && safeCount(at(totals, path).everybody) >= distribution,
  )
  return safeDifferences(new Set(many.map(([path]) => path)), {
    tree,
    own,
    totals,
    mayBeKnown: ({ everybody }) => isSafe(everybody, distribution),
  })
}

function hidden(
  { path }: RoundUnit,
  { answered }: Count,
  { question, thresholds, tree }: Figures,
): Cell {
  const reason =
    question.organisationOnly && path !== tree.root.path
      ? 'organisation-only'
      : hiddenReason(answered, thresholds, question)
  return { state: 'hidden', reason }
}

/** Why a unit that is no exception is not shown. */
export function hiddenReason(
  group: Group,
  thresholds: Thresholds,
  question?: Question,
): HiddenReason {
  const answers = safeCount(group)
  if (answers < thresholds.answers) return 'too-few'
  return question?.sensitive && answers < thresholds.percentage ? 'sensitive' : 'remainder'
}

type Shown = Readonly<{
  unit: RoundUnit
  count: Count
  question: Question
  spread: ReadonlySet<string>
}>

function shownCell(precision: Precision, shown: Shown): Cell {
  const { count } = shown
  if (precision === 'percentage') return percentageCell(shown)
  const side = extremeSide(count)
  return precision === 'extreme' && side !== undefined
    ? { state: 'extreme', side, answers: count.answered.answers }
    : { state: 'band', band: bandOf(count) }
}

/** The interval is that of the share as shown: of the exact one it would tell more. */
function percentageCell({ unit, count, question, spread }: Shown): Cell {
  const { answers } = count.answered
  const step = stepFor(answers)
  const favourable = percentOf(count.favourable, answers, step)
  const { low, high } = wilson(publishedProportion({ favourable, answers }), unit.staff)
  const shares = question.options.map(({ value }, option) => {
    const chosen = count.chosen[option] ?? 0
    return [value, percentOf(chosen, count.everybody.answers, step)] as const
  })
  return {
    state: 'percentage',
    favourable,
    interval: { low: wholePercent(Math.floor, low), high: wholePercent(Math.ceil, high) },
    answers,
    ...(spread.has(unit.path) ? { distribution: Object.fromEntries(shares) } : {}),
  }
}
