/** Failing calls: a publication in which one call to the database fails, each in its turn (F17). */
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage } from '../../bot/storage/storage.ts'
import {
  type DatabaseFaults,
  installDatabaseFaults,
  type Moment,
} from '../journey/database-faults.ts'
import { aFolder } from '../knowledge/waterveen.ts'
import type { TestEngine } from '../storage/engines.ts'
import { aPressRoom, type PressRoom } from './a-press-room.ts'
import { FILES, STEPS } from './a-publication.ts'
import { brokenPromises, mixedAnswers } from './publication-promises.ts'

/** More than a publication has calls. */
const MOST = 5_000

export type Tried = Readonly<{
  /** At which call what went wrong. */
  problems: readonly string[]
  /** How many calls failed, one in each publication. */
  failed: number
}>

/** @param calls which calls fail, from the first; the first that comes too late ends it */
export async function publishWithFailingCalls(
  { openDatabase }: TestEngine,
  moment: Moment,
  calls: Iterable<number>,
): Promise<Tried> {
  const database = await openDatabase()
  await migrate(database)
  const handbook = aFolder(FILES)
  const faults = installDatabaseFaults()
  const problems: string[] = []
  let failed = 0
  try {
    for (const k of calls) {
      if (k > MOST) throw new Error('a publication has no end')
      const storage = createStorage(database)
      const room = await aPressRoom({ storage, name: `waterveen-${moment}-${k}`, handbook })
      const { broken, hasFired } = await publish(room, faults, { k, moment })
      problems.push(...broken.map((problem) => `k = ${k}: ${problem}`))
      if (!hasFired) return { problems, failed }
      failed += 1
    }
  } finally {
    faults.remove()
    await database.close()
  }
  return { problems, failed }
}

async function publish(
  room: PressRoom,
  faults: DatabaseFaults,
  { k, moment }: Readonly<{ k: number; moment: Moment }>,
) {
  const broken: string[] = []
  faults.arm(k, moment)
  for (const { name, take } of STEPS) {
    await take(room).catch((error: unknown) => broken.push(`${name}: ${String(error)}`))
    broken.push(
      ...(await mixedAnswers(room, await newestOf(room))).map((problem) => `${name}: ${problem}`),
    )
    if (broken.length > 0) break
  }
  const hasFired = faults.disarm()
  if (broken.length > 0) return { broken, hasFired }
  await room.settle()
  return { broken: await brokenPromises(room), hasFired }
}

/** The store may fail at this very call: then it is asked again. */
async function newestOf({ storage, organisation }: PressRoom): Promise<number> {
  const ask = () => storage.stores.handbooks.current(organisation.id)
  return (await ask().catch(ask))?.number ?? 0
}
