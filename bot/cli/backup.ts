/** `npm run backup -- FILE`: a copy of the database, also while the bot runs. */
import { parseArgs } from 'node:util'
import { loadStorageConfig } from '../config.ts'
import { sqliteFile } from '../open-storage.ts'
import { backUp } from '../storage/backup.ts'
import { runCommand } from './run-command.ts'

const USAGE = 'usage: npm run backup -- FILE'
const POSTGRES = [
  'DATABASE_URL is set: back PostgreSQL up with the line below. It leaves out who took part in a poll',
  'that is open, and what waits to be sent, which is never sent after a restore.',
  "pg_dump --format=custom --file=FILE --exclude-table-data='poll_(person|taker|counter|wish|salt)' --exclude-table-data=delivery",
].join('\n')

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [target, ...rest] = positionals
  if (target === undefined || rest.length > 0) throw new Error(USAGE)
  const { dataDir, databaseUrl } = loadStorageConfig()
  if (databaseUrl !== undefined) throw new Error(POSTGRES)

  const bytes = backUp(sqliteFile(dataDir), target)

  console.log(`${target}: ${bytes} bytes, checked. Keep it where as few people can read it as`)
  console.log(`${dataDir}, and keep the secret (secret.key or VRAAGBAAK_SECRET) apart from it.`)
}

await runCommand(main)
