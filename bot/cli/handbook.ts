/**
 * `npm run handbook -- check DIR | import DIR | drafts | publish DRAFT | versions | diff A B | …`
 *
 * The handbook of an organisation; with several of them, each takes `--organisation ID`.
 */
import { parseArgs } from 'node:util'
import { check } from './handbook/check.ts'
import { discard, drafts, importFolder, publish, rollback } from './handbook/drafts.ts'
import { difference, exportVersion, versions } from './handbook/versions.ts'
import type { HandbookCommand } from './handbook/with-handbooks.ts'
import { runCommand } from './run-command.ts'

const USAGE = [
  'Say what to do:',
  '  npm run handbook -- check DIR              what is wrong with a folder',
  '  npm run handbook -- import DIR [--note "why"]  makes a draft of it, and shows what would change',
  '  npm run handbook -- drafts',
  '  npm run handbook -- publish DRAFT [--yes]  without --yes it shows what would change',
  '  npm run handbook -- discard DRAFT',
  '  npm run handbook -- versions',
  '  npm run handbook -- diff 12 14',
  '  npm run handbook -- rollback 12            brings version 12 back, as a new version',
  '  npm run handbook -- export 12 DIR          version 12 as files',
  'With --organisation ID where there are several.',
].join('\n')

/** By name, and how many words follow. */
const COMMANDS: Readonly<
  Record<string, readonly [(command: HandbookCommand) => Promise<readonly string[]>, number]>
> = {
  check: [check, 1],
  import: [importFolder, 1],
  drafts: [drafts, 0],
  publish: [publish, 1],
  discard: [discard, 1],
  versions: [versions, 0],
  diff: [difference, 2],
  rollback: [rollback, 1],
  export: [exportVersion, 2],
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      note: { type: 'string', default: '' },
      yes: { type: 'boolean', default: false },
    },
  })
  const [name = '', ...words] = positionals
  const [run, count] = COMMANDS[name] ?? []
  if (run === undefined || words.length !== count) throw new Error(USAGE)
  for (const line of await run({ ...values, words })) console.log(line)
}

await runCommand(main)
