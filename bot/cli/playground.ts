/**
 * `npm run playground -- [--port N] [--playground-port N] [--no-browser]`
 *
 * The bot in local mode with Microsoft's Agents Playground, a Teams-like client in the browser.
 */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openBrowser } from './playground/open-browser.ts'
import { type Part, PROJECT, startPart } from './playground/part.ts'
import { requireFree } from './playground/ports.ts'
import { runCommand } from './run-command.ts'

const CLIENT = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')

const WATERVEEN = fileURLToPath(new URL('./playground/waterveen.yaml', import.meta.url))

const PortNumber = z.coerce.number().int().min(0).max(65_535)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] || '3978' },
      'playground-port': { type: 'string', default: '56150' },
      'no-browser': { type: 'boolean', default: false },
    },
  })
  const ports = {
    bot: portIn(values.port, '--port'),
    client: portIn(values['playground-port'], '--playground-port'),
  }
  await requireFree(ports.bot, '--port')
  await requireFree(ports.client, '--playground-port')
  await play(ports, process.stdout.isTTY && !values['no-browser'])
}

function portIn(text: string, option: string): number {
  const port = PortNumber.safeParse(text)
  if (port.success) return port.data
  throw new Error(`${option} ${text} is not a port: choose a number from 1 to 65535`)
}

async function play(ports: { bot: number; client: number }, withBrowser: boolean): Promise<void> {
  const parts: Part[] = []
  try {
    await Promise.race([
      stopSignal(),
      open(ports, parts).then((address) => {
        console.log(`Vraagbaak is ready: open ${address} in your browser. Ctrl-C stops it.`)
        if (withBrowser) openBrowser(address)
        return Promise.race(parts.map(({ ended }) => ended))
      }),
    ])
  } finally {
    await Promise.all(parts.map((part) => part.stop()))
  }
}

/** One after the other: the client must know where the bot is. */
async function open(ports: { bot: number; client: number }, parts: Part[]): Promise<string> {
  const bot = startBot(ports.bot)
  parts.push(bot)
  const client = startClient(ports.client, await bot.port)
  parts.push(client)
  const address = `http://localhost:${await client.port}`
  await Promise.race([fetch(address), client.ended]) // it says that it listens before it read its settings
  return address
}

/** Without credentials, whatever is in the environment or in a file `.env`. */
function startBot(port: number): Part {
  return startPart({
    name: 'The bot',
    script: resolve(PROJECT, 'bot/main.ts'),
    variables: {
      HOST: '127.0.0.1',
      PORT: String(port),
      MicrosoftAppId: '',
      MicrosoftAppPassword: '',
      MicrosoftAppTenantId: '',
      ORGANISATIONS: process.env['ORGANISATIONS'] || WATERVEEN,
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    },
    listens: /^Vraagbaak listens on http:\/\/[^:]+:(\d+).*$/m,
  })
}

function startClient(port: number, botPort: number): Part {
  return startPart({
    name: "Microsoft's Agents Playground",
    script: CLIENT,
    args: [
      ...['start', '--disable-telemetry', '--channel-id', 'msteams', '--port', String(port)],
      ...['--app-endpoint', `http://127.0.0.1:${botPort}/api/messages`],
    ],
    variables: { TEAMSAPPTESTER_BROWSER: 'none' }, // its own way ends it where there is no browser
    listens: /^Listening on (\d+)$/m,
    seeAlso: 'Its log is devTools/m365agentsplayground.log.',
  })
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve())
  })
}

await runCommand(main)
