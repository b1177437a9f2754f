/** Bot: the real bot in local mode, with a store that ends with the playground. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Part, PROJECT, startPart } from './part.ts'

export const WATERVEEN = fileURLToPath(new URL('./waterveen.yaml', import.meta.url))

/** As the variables CLOCK_SPEED and CLOCK_FROM have it; the bot says what is wrong with them. */
export type BotClock = Readonly<{ speed: string; from: string }>

type BotSettings = Readonly<{
  port: number
  clock: BotClock
  /** The file, unless the environment names another. */
  organisations: string
  folder: string
}>

/** Without credentials, whatever is in the environment or in a file `.env`. */
export function startBot({ port, clock, organisations, folder }: BotSettings): Part {
  return startPart({
    name: 'The bot',
    script: resolve(PROJECT, 'bot/main.ts'),
    variables: {
      HOST: '127.0.0.1',
      PORT: String(port),
      MicrosoftAppId: '',
      MicrosoftAppPassword: '',
      MicrosoftAppTenantId: '',
      DATABASE_URL: '',
      DATA_DIR: process.env['DATA_DIR'] || join(folder, 'data'),
      ORGANISATIONS: process.env['ORGANISATIONS'] || organisations,
      CLOCK_SPEED: clock.speed,
      CLOCK_FROM: clock.from,
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    },
    listens: /^Vraagbaak listens on http:\/\/[^:]+:(\d+).*$/m,
  })
}
