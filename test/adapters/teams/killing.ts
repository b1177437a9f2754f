/** Killing: a bot in a process of its own that is killed, and what it leaves (F3). */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStorage } from '../../../bot/open-storage.ts'
import { COMPILE_CACHE } from '../../stand-ins/compile-cache.ts'
import { type Connector, startConnector } from '../../stand-ins/connector.ts'
import { readFixture } from '../../stand-ins/fixture.ts'

const BOT = fileURLToPath(new URL('../../stand-ins/counting-bot.ts', import.meta.url))

export type Killable = Readonly<{
  /** Resolves when the bot is in the transaction of a message that it will never end. */
  inTransaction: () => Promise<void>
  /** The status that came back; undefined when the connection just ended. */
  say: (id: string, text: string) => Promise<number | undefined>
  kill: () => Promise<void>
}>

export type Killing = Readonly<{
  connector: Connector
  start: (mode?: 'waits') => Promise<Killable>
  /** How many messages had their effect. */
  countAsked: () => Promise<number>
  close: () => Promise<void>
}>

export async function prepareKilling(): Promise<Killing> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  const connector = await startConnector()
  const children: ChildProcess[] = []

  return {
    connector,
    start: async (mode) => {
      const child = fork(BOT, mode === undefined ? [dataDir] : [dataDir, mode], {
        execArgv: [],
        env: { ...process.env, ...COMPILE_CACHE },
      })
      children.push(child)
      const [port] = await once(child, 'message')
      return killable(child, { port: Number(port), serviceUrl: connector.serviceUrl })
    },
    countAsked: async () => {
      const storage = await openStorage({ dataDir }, 'guest')
      const next = await storage.stores.numbers.next('waterveen', 'asked')
      await storage.close()
      return Number(next.split('-').at(-1)) - 1
    },
    close: async () => {
      for (const child of children) child.kill('SIGKILL')
      await connector.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function killable(
  child: ChildProcess,
  { port, serviceUrl }: Readonly<{ port: number; serviceUrl: string }>,
): Killable {
  return {
    inTransaction: async () => void (await once(child, 'message')),
    say: async (id, text) => {
      const activity = { ...readFixture('message-personal'), id, text, serviceUrl }
      const sent = fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      })
      return sent.then(
        ({ status }) => status,
        () => undefined,
      )
    },
    kill: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const AT_ONCE = 8
const MAX_DELAY_MS = 4

export type Rounds = Readonly<{ rounds: number; random: () => number }>

/**
 * In every round new messages and all that got no answer before are delivered, and the bot is killed
 * at a moment between the first answer and the last.
 *
 * @returns how many messages there were, and how many of them had their effect
 */
export async function killAgainAndAgain(
  { start, countAsked }: Killing,
  { rounds, random }: Rounds,
): Promise<Readonly<{ said: number; asked: number }>> {
  const unanswered = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < AT_ONCE; i++) unanswered.add(`message-${round}-${i}`)
    const bot = await start()
    const dying = dieAtAnswer(Math.floor(random() * AT_ONCE), random() * MAX_DELAY_MS, bot)
    await Promise.all(
      [...unanswered].map(async (id) => {
        if ((await bot.say(id, `vraag ${id}`)) !== 200) return
        unanswered.delete(id)
        dying.onAnswer()
      }),
    )
    await dying.dead
  }
  const last = await start()
  for (const id of unanswered) await last.say(id, `vraag ${id}`)
  await last.kill()
  return { said: rounds * AT_ONCE, asked: await countAsked() }
}

function dieAtAnswer(number: number, delayMs: number, bot: Killable) {
  const { promise: dead, resolve } = Promise.withResolvers<void>()
  let answers = 0
  const onAnswer = () => {
    if (answers === number) void pause(delayMs).then(bot.kill).then(resolve)
    answers += 1
  }
  return { dead, onAnswer }
}
