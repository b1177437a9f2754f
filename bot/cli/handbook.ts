/**
 * `npm run handbook -- check DIR | import PATH | drafts | publish DRAFT | versions | diff A B | …`
 *
 * The handbook of an organisation; with several of them, each takes `--organisation ID`.
 */
import { parseArgs } from 'node:util'
import { announcements } from './handbook/announcements.ts'
import { at } from './handbook/at.ts'
import { check } from './handbook/check.ts'
import { crisisSheet } from './handbook/crisis-sheet.ts'
import { discard, drafts, importPath } from './handbook/drafts.ts'
import { publish, rollback } from './handbook/publish.ts'
import { readProof } from './handbook/read-proof.ts'
import { difference, exportVersion, versions } from './handbook/versions.ts'
import type { HandbookCommand } from './handbook/with-handbooks.ts'
import { runCommand } from './run-command.ts'

const USAGE = [
  'Say what to do:',
  '  npm run handbook -- check DIR              what is wrong with a folder',
  '  npm run handbook -- import PATH [--note "why"]  makes a draft of it, and shows what would change;',
  '    PATH is a folder, a .docx, .md or .pdf with some chapters, or a .zip with all of them;',
  '    --same X=ID and --new X answer what it asks about sections',
  '  npm run handbook -- drafts',
  '  npm run handbook -- publish DRAFT [--yes]  without --yes it shows what would change, and which questions;',
  '    --accept-lost when questions get a worse answer, --alone "why" when nobody else can look at it',
  '  npm run handbook -- discard DRAFT',
  '  npm run handbook -- versions',
  '  npm run handbook -- diff 12 14',
  '  npm run handbook -- rollback 12            brings version 12 back, as a new version',
  '  npm run handbook -- export 12 DIR          version 12 as files; --merged with the base that it builds on',
  '  npm run handbook -- at 2026-05-03 ["question"]  which version held that day, and what it would have answered',
  '  npm run handbook -- announcements [ID]     what was announced; of one, a line for each person',
  '  npm run handbook -- crisis-sheet [FILE]    one page to print: whom to call, and what to do',
  '  npm run handbook -- read-proof SECTION --csv FILE  who confirmed it, where names are kept',
  'With --organisation ID where there are several.',
].join('\n')

/** By name, and how many words follow. */
const COMMANDS: Readonly<
  Record<
    string,
    readonly [(command: HandbookCommand) => Promise<readonly string[]>, ...counts: number[]]
  >
> = {
  check: [check, 1],
  import: [importPath, 1],
  drafts: [drafts, 0],
  publish: [publish, 1],
  discard: [discard, 1],
  versions: [versions, 0],
  diff: [difference, 2],
  rollback: [rollback, 1],
  export: [exportVersion, 2],
  at: [at, 1, 2],
  announcements: [announcements, 0, 1],
  'crisis-sheet': [crisisSheet, 0, 1],
  'read-proof': [readProof, 1],
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      note: { type: 'string', default: '' },
      csv: { type: 'string' },
      yes: { type: 'boolean', default: false },
      merged: { type: 'boolean', default: false },
      'accept-lost': { type: 'boolean', default: false },
      alone: { type: 'string', default: '' },
      same: { type: 'string', multiple: true, default: [] },
      new: { type: 'string', multiple: true, default: [] },
    },
  })
  const [name = '', ...words] = positionals
  const command = COMMANDS[name]
  if (command === undefined || !command.slice(1).includes(words.length)) throw new Error(USAGE)
  const [run] = command
  for (const line of await run({ ...values, acceptLost: values['accept-lost'], words }))
    console.log(line)
}

await runCommand(main)
