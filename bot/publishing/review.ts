/** Review: what a draft would do to the handbook that holds now. */
import { checkHandbookInSteps } from '../../knowledge/check-handbook.ts'
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Layered } from '../../knowledge/layers.ts'
import type { Problem } from '../../knowledge/problem.ts'
import { type HandbookReading, readHandbookInSteps } from '../../knowledge/read-handbook.ts'
import type { GateView, ProblemView, Review } from '../contract/publishing.ts'
import { changesBetween } from './changes.ts'
import { sensitiveIn } from './sensitive.ts'

/** A draft may repeat the mistakes of a whole handbook. */
const MAX_PROBLEMS = 40
const MAX_LOST = 200

/** @param gate asks the questions of the draft; it can be read */
export async function reviewOf(
  draft: Layered,
  current: Layered,
  gate: () => Promise<GateView>,
): Promise<Review> {
  const was = await readHandbookInSteps(current.files)
  const is = await readHandbookInSteps(draft.files)
  const before = { files: current.files, handbook: current.mark(was.handbook) }
  const after = { files: draft.files, handbook: draft.mark(is.handbook) }
  const problems = await newProblems(is, was)
  const isReadable = problems.every(({ severity }) => severity !== 'error')
  return {
    changes: changesBetween(before, after),
    problems: problems.slice(0, MAX_PROBLEMS).map((problem) => viewOf(problem, after.handbook)),
    ...(isReadable ? { gate: clipped(await gate()) } : {}),
    sensitive: sensitiveIn(before, after),
  }
}

/** Errors first. A warning that was there before is not about this draft. */
async function newProblems(
  draft: HandbookReading,
  current: HandbookReading,
): Promise<readonly Problem[]> {
  const before = await checkHandbookInSteps(current)
  const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`))
  const found = (await checkHandbookInSteps(draft)).filter(
    ({ severity, rule, message }) => severity === 'error' || !known.has(`${rule} ${message}`),
  )
  const errors = found.filter(({ severity }) => severity === 'error')
  return [...errors, ...found.filter(({ severity }) => severity !== 'error')]
}

function viewOf({ severity, rule, message, file, line }: Problem, handbook: Handbook): ProblemView {
  const section = handbook.sections.findLast((one) => one.file === file && one.line <= line)
  const { id, title } = section ?? {}
  const place = id === undefined || title === undefined ? {} : { section: { id, title } }
  return { severity, rule, message, ...place }
}

/** Losing more than this is no matter of a word here and there: the number tells enough. */
const clipped = ({ asked, lost, gained }: GateView): GateView => ({
  asked,
  lost: lost.slice(0, MAX_LOST),
  gained: gained.slice(0, MAX_LOST),
})
