/** Kill rounds: a writing process is killed at some moment, again and again, on the same database. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openStorage } from '../../bot/open-storage.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { COMPILE_CACHE } from '../stand-ins/compile-cache.ts'
import type { Place } from './engines.ts'

const WRITER = fileURLToPath(new URL('./programs/writer.ts', import.meta.url))

export type KillRound = Readonly<{
  /** Told by the writer, in all rounds until now. */
  acknowledged: number
  /** What is there afterwards, by three tables that each transaction changes. */
  kept: Readonly<{ number: number; rated: number; proposed: number }>
}>

/** @param kills after how many acknowledgements each round is killed */
export async function killRounds(place: Place, kills: readonly number[]): Promise<KillRound[]> {
  const rounds: KillRound[] = []
  let acknowledged = 0
  for (const after of kills) {
    acknowledged = Math.max(acknowledged, await writeUntilKilled(place, after))
    rounds.push({ acknowledged, kept: await whatIsKept(place) })
  }
  return rounds
}

/** @returns the last number that was acknowledged */
async function writeUntilKilled({ dataDir, databaseUrl }: Place, after: number): Promise<number> {
  const writer = fork(WRITER, [dataDir, ...(databaseUrl ? [databaseUrl] : [])], {
    env: { ...process.env, ...COMPILE_CACHE },
  })
  let told = 0
  let last = 0
  writer.on('message', (number) => {
    told += 1
    last = Number(String(number).replace('V-', ''))
    if (told === after) writer.kill('SIGKILL')
  })
  const [, signal] = await once(writer, 'exit')
  if (signal !== 'SIGKILL') throw new Error('the writer stopped by itself')
  return last
}

async function whatIsKept(place: Place): Promise<KillRound['kept']> {
  const storage = await openStorage(place, 'bot')
  const rated = (await storage.stores.feedback.list('waterveen'))[0]?.n ?? 0
  const proposed = (await storage.stores.proposals.list('waterveen')).length
  const next = Number((await peek(storage)).replace('V-', ''))
  await storage.close()
  return { number: next - 1, rated, proposed }
}

/** The number that would be next, which is not taken. */
async function peek(storage: Storage): Promise<string> {
  let number = ''
  const notKept = new Error('not kept')
  await storage
    .transaction(async ({ numbers }) => {
      number = await numbers.next('waterveen', 'V')
      throw notKept
    })
    .catch((error: unknown) => {
      if (error !== notKept) throw error
    })
  return number
}
