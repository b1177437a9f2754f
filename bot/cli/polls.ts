/**
 * `npm run polls -- status | start "every 6 weeks on Tuesday at 10:00" | stop | results | check | demo`
 *
 * The polls of an organisation; with several of them, each takes `--organisation ID`.
 */
import { parseArgs } from 'node:util'
import { checkQuestions } from './polls/check-questions.ts'
import { demo } from './polls/demo.ts'
import { results } from './polls/results.ts'
import { start, status, stop } from './polls/series.ts'
import { OPTIONS, type PollCommand } from './polls/with-polls.ts'
import { runCommand } from './run-command.ts'

const USAGE = [
  'Say what to do:',
  '  npm run polls -- status',
  '  npm run polls -- start "every 6 weeks on Tuesday at 10:00" [--from 2027-01-12] [--open-days 5]',
  '                   shows what would happen; the same with --people N, the number it shows, does it',
  '  npm run polls -- stop [--yes]',
  '  npm run polls -- results [ROUND] [--json]',
  '  npm run polls -- check',
  '  npm run polls -- demo [--people 2000] [--rounds 6] [--seed 1] | demo --remove',
  'With --organisation ID where there are several.',
].join('\n')

/** By name, and whether it takes a word of its own. */
const COMMANDS: Readonly<
  Record<string, readonly [(command: PollCommand) => Promise<readonly string[]>, 'word'?]>
> = {
  status: [status],
  start: [start, 'word'],
  stop: [stop],
  results: [results, 'word'],
  check: [checkQuestions],
  demo: [demo],
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const [name = '', word, ...rest] = positionals
  const [run, takesWord] = COMMANDS[name] ?? []
  if (run === undefined || rest.length > 0 || (word !== undefined && takesWord === undefined))
    throw new Error(USAGE)
  for (const line of await run({ ...values, ...(word === undefined ? {} : { word }) }))
    console.log(line)
}

await runCommand(main)
