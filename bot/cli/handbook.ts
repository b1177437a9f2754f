/** `npm run handbook -- check DIR`: is this handbook ready to answer from? */
import { parseArgs } from 'node:util'
import { checkHandbook } from '../../knowledge/check-handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { describeProblem } from '../../knowledge/problem.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { runCommand } from './run-command.ts'

const USAGE = 'usage: npm run handbook -- check DIR'

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [command, folder] = positionals
  if (command !== 'check' || folder === undefined) throw new Error(USAGE)
  check(folder)
}

function check(folder: string): void {
  const reading = readHandbook(filesIn(folder))
  const problems = checkHandbook(reading)
  for (const problem of problems) console.log(describeProblem(problem))

  const errors = problems.filter(({ severity }) => severity === 'error').length
  const { chapters, sections, version } = reading.handbook
  const size = `${chapters.length} chapters, ${sections.length} sections, version ${version}`
  console.log(`${size}: ${errors} errors, ${problems.length - errors} warnings`)
  if (errors > 0) process.exitCode = 1
}

await runCommand(main)
