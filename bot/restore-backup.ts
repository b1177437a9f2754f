/** Restore a backup: the file, and what must hold after it, told in lines for who does it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { forgetAgain } from './forget.ts'
import { loadSecret, type SecretSettings } from './load-secret.ts'
import { openStorage, sqliteFile } from './open-storage.ts'
import { type Known, type Restored, restore } from './storage/restore.ts'
import type { Stores } from './storage/storage.ts'

export type RestoreContext = Readonly<{
  settings: SecretSettings
  /** Ids of those whose audit log is to tell of it. */
  organisations: readonly string[]
  now: number
}>

type Counts = Readonly<{
  /** Messages. */
  cancelled: number
  /** People. */
  forgotten: number
  /** Rounds of polls. */
  lost: number
}>

/**
 * @returns what was done and what is left to do
 * @throws Error when a bot runs, or the backup is not fit; then nothing has changed.
 */
export async function restoreBackup(
  backup: string,
  context: RestoreContext,
): Promise<readonly string[]> {
  const { dataDir, secret } = context.settings
  const file = sqliteFile(dataDir)
  let counts: Counts = { cancelled: 0, forgotten: 0, lost: 0 }
  const restored = await restore({
    file,
    backup,
    now: context.now,
    afterwards: async (stores, known) => {
      counts = await settle(stores, known, context)
    },
  })

  const hasKey = secret !== undefined || existsSync(join(dataDir, 'secret.key'))
  const key = `Put the secret.key that belongs to it in ${dataDir} before you start the bot.`
  return [
    `${backup} is restored to ${file}.`,
    ...describe(restored, counts),
    ...(hasKey ? [] : [key]),
  ]
}

/** After pg_restore: the same for a database that was restored by other means. */
export async function finishRestore(context: RestoreContext): Promise<readonly string[]> {
  const storage = await openStorage(context.settings, 'guest')
  try {
    const counts = await storage.transaction((stores) => settle(stores, [], context))
    return describe({ isReadable: false }, counts)
  } finally {
    await storage.close()
  }
}

/**
 * Nothing that was about to be sent then is sent now, who was forgotten since stays so, and no round
 * of a poll goes on without the answers that came since.
 */
async function settle(
  stores: Stores,
  known: readonly Known[],
  { settings, organisations, now }: RestoreContext,
): Promise<Counts> {
  const cancelled = await stores.outbox.cancelUnfinished('restored', now)
  await stores.announcements.cancelPlanned()
  await stores.answered.catchUpAll()
  const forgotten =
    known.length === 0 ? 0 : await forgetAgain(known, { stores, secret: loadSecret(settings) })
  const lost = await stores.polls.loseOpen()
  const entry = { actor: 'command line', action: 'backup-restored', object: 'database' }
  for (const organisation of organisations) await stores.audit.append(organisation, entry, now)
  return { cancelled, forgotten, lost }
}

const LOST = 'backups hold nobody’s answers. The next round comes as planned.'

function describe(
  { kept, isReadable }: Restored,
  { cancelled, forgotten, lost }: Counts,
): string[] {
  return [
    `${cancelled} messages that waited in it will not be sent; ${forgotten} people were forgotten again.`,
    ...(lost === 0 ? [] : [`${lost} rounds of polls were open and are lost: ${LOST}`]),
    ...(kept === undefined ? [] : [`What was in use until now is kept as ${kept}.`]),
    ...(isReadable
      ? []
      : ['Forget again who asked for it since that backup: npm run people -- forget ID.']),
    'Import the roster again, so that nobody has a role that was withdrawn since: npm run people -- import FILE.csv.',
  ]
}
