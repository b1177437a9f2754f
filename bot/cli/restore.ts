/**
 * `npm run restore -- FILE`: puts a backup in the place of the database, while the bot is stopped.
 *
 * With PostgreSQL that is pg_restore's work, and `npm run restore -- --finish` what comes after it.
 */
import { parseArgs } from 'node:util'
import { loadOrganisationsFile, loadStorageConfig } from '../config.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { finishRestore, type RestoreContext, restoreBackup } from '../restore-backup.ts'
import { runCommand } from './run-command.ts'

const USAGE = 'usage: npm run restore -- FILE'
const POSTGRES = [
  'DATABASE_URL is set: stop the bot, restore with pg_restore --clean --if-exists, and before you',
  'start the bot run: npm run restore -- --finish (it sees to it that nothing old is sent again)',
].join('\n')

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { finish: { type: 'boolean', default: false } },
  })
  const settings = loadStorageConfig()
  const hasServer = settings.databaseUrl !== undefined
  if (hasServer && !values.finish) throw new Error(POSTGRES)
  const [backup, ...rest] = positionals
  if (!hasServer && (backup === undefined || rest.length > 0 || values.finish))
    throw new Error(USAGE)

  const organisations = loadOrganisations(loadOrganisationsFile() ?? SAMPLE_ORGANISATIONS)
  const ids = organisations.map(({ id }) => id)
  const context: RestoreContext = { settings, organisations: ids, now: Date.now() }
  const lines = backup === undefined ? finishRestore(context) : restoreBackup(backup, context)
  for (const line of await lines) console.log(line)
}

await runCommand(main)
