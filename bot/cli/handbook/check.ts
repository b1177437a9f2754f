/** Check: is this handbook ready to answer from? */
import { checkHandbook } from '../../../knowledge/check-handbook.ts'
import { filesIn } from '../../../knowledge/handbook-files.ts'
import { describeProblem } from '../../../knowledge/problem.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import type { HandbookCommand } from './with-handbooks.ts'

/** Sets the exit code when there are errors. */
export async function check({ words }: HandbookCommand): Promise<readonly string[]> {
  const [folder = ''] = words
  const reading = readHandbook(filesIn(folder))
  const problems = checkHandbook(reading)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const { chapters, sections, version } = reading.handbook
  const size = `${chapters.length} chapters, ${sections.length} sections, version ${version}`
  if (errors > 0) process.exitCode = 1
  return [
    ...problems.map(describeProblem),
    `${size}: ${errors} errors, ${problems.length - errors} warnings`,
  ]
}
