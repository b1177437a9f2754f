/** Mortal bot: the bot in a process that is killed at chance moments, and starts again on what it kept. */
import type { Chance } from '../../bench/words.ts'
import { type BotProcess, startBot } from '../stand-ins/bot-process.ts'
import type { Platform } from '../stand-ins/platform.ts'

export type MortalBot = Readonly<{
  /** Rejects when the bot does not start or ends by itself. */
  killed: (times: number) => Promise<void>
  /** Ends it, as an administrator does unless told otherwise. @returns its exit code */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}>

/** Something passes on the wire a few dozen times between two kills. */
const MAX_EVENTS = 40
const MAX_DELAY_MS = 15
/** One in so many kills comes while the bot is still starting. */
const ONE_IN = 8
const START_MS = 1_200

export async function startMortalBot(
  variables: Readonly<Record<string, string>>,
  platform: Platform,
  chance: Chance,
): Promise<MortalBot> {
  let bot = await up(variables, platform)

  const killOnce = async () => {
    await aMoment(platform, chance)
    platform.botIsAt(undefined)
    await bot.stop('SIGKILL')
    if (chance() * ONE_IN < 1) await stillborn(variables, chance)
    bot = await up(variables, platform)
  }
  return {
    killed: async (times) => {
      for (let kill = 0; kill < times; kill += 1) await killOnce()
    },
    stop: async (signal) => (await bot.stop(signal)).code,
  }
}

async function up(
  variables: Readonly<Record<string, string>>,
  platform: Platform,
): Promise<BotProcess> {
  const bot = startBot(variables)
  const port = await Promise.race([bot.port, bot.ended.then(() => undefined)])
  if (port === undefined) {
    const { code, output, errors } = await bot.ended
    throw new Error(`the bot did not start (code ${code}): ${output}${errors}`)
  }
  platform.botIsAt(port)
  return bot
}

/** After so many events, and a little later: in the middle of what the last one led to. */
async function aMoment(platform: Platform, chance: Chance): Promise<void> {
  let left = 1 + Math.floor(chance() * MAX_EVENTS)
  await new Promise<void>((resolve) => {
    platform.onWire(() => {
      left -= 1
      if (left === 0) resolve()
    })
  })
  await new Promise((resolve) => setTimeout(resolve, chance() * MAX_DELAY_MS))
}

async function stillborn(
  variables: Readonly<Record<string, string>>,
  chance: Chance,
): Promise<void> {
  const bot = startBot(variables)
  await new Promise((resolve) => setTimeout(resolve, chance() * START_MS))
  await bot.stop('SIGKILL')
}
