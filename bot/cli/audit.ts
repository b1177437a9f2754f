/** `npm run audit -- verify|list [--organisation ID]`: who changed what, and whether the log is whole. */
import { parseArgs } from 'node:util'
import { loadStorageConfig } from '../config.ts'
import { openStorage } from '../open-storage.ts'
import type { AuditStore } from '../storage/audit.ts'
import { chooseOrganisation } from './choose-organisation.ts'
import { runCommand } from './run-command.ts'

const USAGE = 'usage: npm run audit -- verify|list [--organisation ID]'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { organisation: { type: 'string' } },
  })
  const [name, ...rest] = positionals
  if ((name !== 'verify' && name !== 'list') || rest.length > 0) throw new Error(USAGE)

  const { id } = chooseOrganisation(values.organisation)
  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    await (name === 'verify' ? verify : list)(id, storage.stores.audit)
  } finally {
    await storage.close()
  }
}

async function verify(organisation: string, audit: AuditStore): Promise<void> {
  const verdict = await audit.verify(organisation)
  if (verdict.kind === 'broken')
    throw new Error(
      `${organisation}: broken at row ${verdict.sequence}: ${verdict.reason}. Rows before it are as they were written; compare with a backup.`,
    )
  console.log(`${organisation}: intact, ${verdict.rows} rows`)
  if (verdict.rows > 0)
    console.log(`last hash ${verdict.lastHash} (note it elsewhere: it proves that this was there)`)
}

/** A line for each row, with tabs between the fields. */
async function list(organisation: string, audit: AuditStore): Promise<void> {
  for (const { sequence, at, actor, action, object, details } of await audit.list(organisation)) {
    const fields = [sequence, new Date(at).toISOString(), actor, action, object]
    console.log([...fields, JSON.stringify(details ?? {})].join('\t'))
  }
}

await runCommand(main)
