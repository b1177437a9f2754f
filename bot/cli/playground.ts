/**
 * `npm run playground -- [--port N] [--playground-port N] [--ciso-port N] [--no-browser]
 *                        [--with-deputy] [--deputy-port N]
 *                        [--clock-speed N] [--clock-from 2026-12-07T09:50:00+01:00]`
 *
 * The bot in local mode with Microsoft's Agents Playground, a Teams-like client in the browser:
 * one for an employee and one for the CISO, so that a question can travel to and fro; and, when
 * asked, one for the deputy, so that a second person can agree to a change of the handbook. A poll
 * takes weeks: with a clock speed of 20000, a week passes in half a minute.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type BotClock, startBot, WATERVEEN } from './playground/bot.ts'
import { type Client, CONFIG, install, startClient } from './playground/client.ts'
import { readClientConfig, userOf } from './playground/client-config.ts'
import { openBrowser } from './playground/open-browser.ts'
import type { Part } from './playground/part.ts'
import { requireFree } from './playground/ports.ts'
import { withThrowAwayFolder } from './playground/throw-away-folder.ts'
import { withDeputy } from './playground/with-deputy.ts'
import { runCommand } from './run-command.ts'

const EMPLOYEE = 'waterveen-noor'
const CISO = 'waterveen-marit'
const DEPUTY = 'waterveen-gerrit'

const PortNumber = z.coerce.number().int().min(0).max(65_535)

type Ports = Readonly<{
  bot: number
  employee: number
  ciso: number
  /** Absent without a client for the deputy. */
  deputy?: number
}>

type Settings = Readonly<{ ports: Ports; clock: BotClock; folder: string }>

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] || '3978' },
      'playground-port': { type: 'string', default: '56150' },
      'ciso-port': { type: 'string', default: '56151' },
      'deputy-port': { type: 'string', default: '56152' },
      'with-deputy': { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      'clock-speed': { type: 'string', default: process.env['CLOCK_SPEED'] || '1' },
      'clock-from': { type: 'string', default: process.env['CLOCK_FROM'] || '' },
    },
  })
  const ports = {
    bot: await freePort(values.port, '--port'),
    employee: await freePort(values['playground-port'], '--playground-port'),
    ciso: await freePort(values['ciso-port'], '--ciso-port'),
    ...(values['with-deputy']
      ? { deputy: await freePort(values['deputy-port'], '--deputy-port') }
      : {}),
  }
  const clock = { speed: values['clock-speed'], from: values['clock-from'] }
  const withBrowser = process.stdout.isTTY && !values['no-browser']
  await withThrowAwayFolder((folder) => play({ ports, clock, folder }, withBrowser))
}

async function freePort(text: string, option: string): Promise<number> {
  const port = PortNumber.safeParse(text)
  if (!port.success)
    throw new Error(`${option} ${text} is not a port: choose a number from 1 to 65535`)
  await requireFree(port.data, option)
  return port.data
}

/** Until it is stopped, or one of the parts ends. */
async function play(settings: Settings, withBrowser: boolean): Promise<void> {
  const parts: Part[] = []
  try {
    await Promise.race([
      stopSignal(),
      open(settings, parts).then((clients) => {
        console.log(welcome(clients))
        if (withBrowser) for (const { address } of clients) openBrowser(address)
        return Promise.race(parts.map(({ ended }) => ended))
      }),
    ])
  } finally {
    await Promise.all(parts.map((part) => part.stop()))
  }
}

/** The clients after the bot: they must know where it is. */
async function open(
  { ports: { bot: port, employee, ciso, deputy }, clock, folder }: Settings,
  parts: Part[],
): Promise<readonly Client[]> {
  const organisations = deputy === undefined ? WATERVEEN : waterveenWithDeputy(folder)
  const bot = startBot({ port, clock, organisations, folder })
  parts.push(bot)
  const botPort = await bot.port

  const as = (user: string, port: number) => {
    const { part, client } = startClient({ user, port, botPort, folder })
    parts.push(part)
    return client
  }
  const clients = await Promise.all([
    ...[as(EMPLOYEE, employee), as(CISO, ciso)],
    ...(deputy === undefined ? [] : [as(DEPUTY, deputy)]),
  ])
  await Promise.all(clients.map(install))
  return clients
}

const waterveenWithDeputy = (folder: string): string =>
  withDeputy(WATERVEEN, userOf(DEPUTY, readClientConfig(CONFIG)), folder)

function welcome(clients: readonly Client[]): string {
  const [employee, ciso, deputy] = clients.map(({ address, name }) => `open ${address} as ${name}`)
  const others =
    deputy === undefined
      ? [`and ${ciso}, the CISO. Ctrl-C stops it.`]
      : [`${ciso}, the CISO,`, `and ${deputy}, the deputy. Ctrl-C stops it.`]
  return [
    `Vraagbaak is ready: ${employee}, an employee,`,
    ...others,
    'To plan a poll, say "peilingen" as the CISO; with --clock-speed 20000 a week takes half a minute.',
    ...(deputy === undefined ? [] : [ABOUT_PUBLISHING]),
  ].join('\n')
}

const ABOUT_PUBLISHING =
  'To change the handbook, say "wijzig paragraaf 5.1" as the CISO; a change of a telephone number needs the deputy.'

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve())
  })
}

await runCommand(main)
