/**
 * Oracle: says by brute force whether few people can be found in a plan.
 *
 * Every set of people is tried, and whether its number follows from what is shown is asked of the
 * rank of a matrix, modulo a prime. None of it is code or method of the audit.
 */
import type { Plan } from '../../../bot/polls/plan.ts'
import type { ClosedRound } from '../../../bot/polls/publication/draft-plan.ts'
import type { Question } from '../../../bot/polls/question.ts'

/** People counted in one place. */
export type People = Readonly<{ answers: number; safe: number; viewer: boolean }>

type Harm = (people: People) => boolean
type Shown = Readonly<{ sums: readonly ReadonlySet<string>[]; people: ReadonlyMap<string, People> }>

/** What could be found, in words; nothing when all is well. */
export function foundIn(plan: Plan, closed: ClosedRound): readonly string[] {
  const { questions, thresholds } = closed
  const few = (minimum: number) => (people: People) =>
    people.answers > 0 && people.answers - (people.viewer ? 1 : 0) < minimum
  const alike = ({ answers, safe }: People) =>
    answers > 0 && Math.min(safe, answers - safe) < thresholds.eitherSide

  const found = questions.flatMap((question) => {
    const people = peopleOf(closed, question, true)
    const minimum = question.sensitive ? thresholds.percentage : thresholds.answers
    const about = (states: readonly string[]) => sumsOf(plan, closed, question, states)
    const counts = { sums: about(['band', 'extreme', 'percentage']), people }
    const shares = { sums: about(['percentage']), people }
    return [
      ...(canFind(counts, few(minimum)) ? [`few in ${question.id}`] : []),
      ...(canFind(shares, alike) ? [`all alike in ${question.id}`] : []),
    ]
  })
  return canFind(together(plan, closed), few(thresholds.answers))
    ? [...found, 'few took part']
    : found
}

/** All questions and the response at once, as if everybody had answered every question. */
function together(plan: Plan, closed: ClosedRound): Shown {
  const [question] = closed.questions
  if (question === undefined) throw new Error('no question')
  const paths = [...plan.cells, ...plan.response]
    .filter(({ cell }) => cell.state !== 'hidden')
    .map(({ unit }) => unit)
  const people = peopleOf(closed, question, false)
  return { sums: [...new Set(paths)].map((path) => within(path, closed)), people }
}

function sumsOf(plan: Plan, closed: ClosedRound, { id }: Question, states: readonly string[]) {
  return plan.cells
    .filter(({ question, cell }) => question === id && states.includes(cell.state))
    .map(({ unit }) => within(unit, closed))
}

function within(top: string, { units }: ClosedRound): ReadonlySet<string> {
  const inside = new Set([top])
  for (const { path, parent } of units)
    if (parent !== undefined && inside.has(parent)) inside.add(path)
  return inside
}

function peopleOf(closed: ClosedRound, question: Question, substantive: boolean) {
  const values = question.options.filter((option) => option.substantive || !substantive)
  const people = new Map<string, People>()
  for (const { unit, counts } of closed.tallies) {
    const of = (value: string) => counts[question.id]?.[value] ?? 0
    const answers = values.reduce((total, { value }) => total + of(value), 0)
    const safe = question.favourable.reduce((total, value) => total + of(value), 0)
    const mayLook = closed.units.find(({ path }) => path === unit)?.viewers === true
    people.set(unit, { answers, safe, viewer: mayLook && answers > 0 })
  }
  return people
}

/** Places that are in exactly the same sums are one: no sum can tell them apart. */
export function canFind({ sums, people }: Shown, isHarm: Harm): boolean {
  const places = [...people].filter(([, { answers }]) => answers > 0)
  const alike = Map.groupBy(places, ([path]) => sums.map((sum) => Number(sum.has(path))).join(''))
  const columns = [...alike].map(([pattern, same]) => ({
    pattern: [...pattern].map(Number),
    people: same.map(([, one]) => one).reduce(plus),
  }))
  // with more people harm only gets less, so nobody is part of a harmed set who is not harmed alone
  const suspects = [...columns.keys()].filter((column) => isHarm(columns[column]?.people ?? NOBODY))
  if (suspects.length === 0) return false

  const rows = sums.map((_, row) => columns.map(({ pattern }) => pattern[row] ?? 0))
  const rank = rankOf(rows)
  return subsets(suspects, (chosen) => {
    const set = chosen.map((column) => columns[column]?.people ?? NOBODY).reduce(plus, NOBODY)
    if (!isHarm(set)) return 'no larger'
    const indicator = columns.map((_, column) => Number(chosen.includes(column)))
    return rankOf([...rows, indicator]) === rank ? 'found' : 'go on'
  })
}

const NOBODY: People = { answers: 0, safe: 0, viewer: false }

function plus(one: People, other: People): People {
  return {
    answers: one.answers + other.answers,
    safe: one.safe + other.safe,
    viewer: one.viewer || other.viewer,
  }
}

type Verdict = 'found' | 'go on' | 'no larger'

/** Whether one is found among the sets of at least one. */
function subsets(all: readonly number[], judge: (chosen: readonly number[]) => Verdict): boolean {
  const grow = (from: number, chosen: readonly number[]): boolean => {
    for (let next = from; next < all.length; next++) {
      const larger = [...chosen, ...all.slice(next, next + 1)]
      const verdict = judge(larger)
      if (verdict === 'found') return true
      if (verdict === 'go on' && grow(next + 1, larger)) return true
    }
    return false
  }
  return grow(0, [])
}

/** Below 2 ** 26, so that a product is exact. */
const PRIME = 67_108_859

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && (row[column] ?? 0) !== 0)
    if (pivot < 0) continue
    const [top = []] = rows.splice(pivot, 1)
    rows.splice(rank, 0, top)
    const factor = inverse(top[column] ?? 1)
    for (const row of rows.slice(rank + 1))
      subtract(row, top, ((row[column] ?? 0) * factor) % PRIME)
    rank++
  }
  return rank
}

function subtract(row: number[], top: readonly number[], times: number): void {
  if (times === 0) return
  for (const [column, number] of top.entries())
    row[column] = ((row[column] ?? 0) + PRIME - ((times * number) % PRIME)) % PRIME
}

/** Fermat: to the power of the prime less two. */
function inverse(number: number): number {
  let [result, base] = [1, number]
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}
