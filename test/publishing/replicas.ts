/** Replicas: two bots over one database, of which people ask both while somebody publishes. */
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openPostgres } from '../../bot/storage/database.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { type BotProcess, startBot } from '../stand-ins/bot-process.ts'
import { type Platform, type Somebody, startPlatform } from '../stand-ins/platform.ts'
import type { Place } from '../storage/engines.ts'
import {
  aMunicipality,
  answerIn,
  ORGANISATION,
  PEOPLE,
  type Shown,
  textOf,
  variablesOf,
} from './a-mortal-office.ts'

export type Asked = Readonly<{
  /** By replica, in the order in which they arrived. */
  answers: readonly (readonly Shown[])[]
  /** From a publication until every replica had answered from it. */
  tookMs: readonly number[]
}>

type Replica = Readonly<{ bot: BotProcess; platform: Platform; who: Somebody }>

/** Longer than it may take, so that a test tells by how much. */
const PATIENCE_MS = 30_000

export async function askReplicas(place: Place, publications: number): Promise<Asked> {
  const folder = aMunicipality()
  const [, , ...askers] = PEOPLE
  const replicas: Replica[] = []
  const storage = createStorage(openPostgres(place.databaseUrl ?? ''))
  try {
    for (const who of askers.slice(0, 2))
      replicas.push(await startReplica(variablesOf(folder, place), who))
    const tookMs: number[] = []
    let turn = 0
    for (let after = 1; after <= publications; after += 1) {
      await publish(storage, after)
      const from = performance.now()
      while (replicas.some((one) => newestOf(one) <= after)) {
        if (performance.now() - from > PATIENCE_MS) throw new Error('a replica stayed behind')
        turn += 1
        await Promise.all(replicas.map((one) => ask(one, turn)))
      }
      tookMs.push(performance.now() - from)
    }
    return { answers: replicas.map(answersOf), tookMs }
  } finally {
    for (const { bot, platform } of replicas) {
      await bot.stop()
      await platform.close()
    }
    await storage.close()
    rmSync(folder, { recursive: true })
  }
}

async function startReplica(
  variables: Readonly<Record<string, string>>,
  who: Somebody,
): Promise<Replica> {
  const platform = await startPlatform()
  const bot = startBot(variables)
  platform.botIsAt(await bot.port)
  await platform.install(who)
  return { bot, platform, who }
}

async function publish({ stores }: Storage, after: number): Promise<void> {
  const before = await stores.handbooks.version(ORGANISATION, after)
  const files = new Map(before?.files)
  const text = files.get('01.md') ?? ''
  files.set('01.md', text.replace(textOf(after), textOf(after + 1)))
  const version = { files, author: 'editor', note: '', publishedAt: Date.now() }
  await stores.handbooks.publish(ORGANISATION, version, after)
}

async function ask({ platform, who }: Replica, turn: number): Promise<void> {
  const before = platform.toldTo(who).length
  await platform.say(who, `mag ik thuis printen vraag${turn}`)
  for (let wait = 0; wait < 80 && platform.toldTo(who).length === before; wait += 1) await pause(10)
}

const answersOf = ({ platform, who }: Replica): readonly Shown[] =>
  platform.toldTo(who).flatMap(answerIn)

const newestOf = (replica: Replica): number => answersOf(replica).at(-1)?.version ?? 0
