/**
 * `npm run playground -- [--port N] [--playground-port N] [--ciso-port N] [--no-browser]
 *                        [--clock-speed N] [--clock-from 2026-12-07T09:50:00+01:00]`
 *
 * The bot in local mode with Microsoft's Agents Playground, a Teams-like client in the browser:
 * one for an employee and one for the CISO, so that a question can travel to and fro. A poll takes
 * weeks: with a clock speed of 20000, a week passes in half a minute.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type BotClock, startBot } from './playground/bot.ts'
import { type Client, install, startClient } from './playground/client.ts'
import { openBrowser } from './playground/open-browser.ts'
import type { Part } from './playground/part.ts'
import { requireFree } from './playground/ports.ts'
import { withThrowAwayFolder } from './playground/throw-away-folder.ts'
import { runCommand } from './run-command.ts'

const EMPLOYEE = 'waterveen-noor'
const CISO = 'waterveen-marit'

const PortNumber = z.coerce.number().int().min(0).max(65_535)

type Ports = Readonly<{ bot: number; employee: number; ciso: number }>

type Settings = Readonly<{ ports: Ports; clock: BotClock; folder: string }>

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] || '3978' },
      'playground-port': { type: 'string', default: '56150' },
      'ciso-port': { type: 'string', default: '56151' },
      'no-browser': { type: 'boolean', default: false },
      'clock-speed': { type: 'string', default: process.env['CLOCK_SPEED'] || '1' },
      'clock-from': { type: 'string', default: process.env['CLOCK_FROM'] || '' },
    },
  })
  const ports = {
    bot: await freePort(values.port, '--port'),
    employee: await freePort(values['playground-port'], '--playground-port'),
    ciso: await freePort(values['ciso-port'], '--ciso-port'),
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
async function open({ ports, clock, folder }: Settings, parts: Part[]): Promise<readonly Client[]> {
  const bot = startBot({ port: ports.bot, clock, folder })
  parts.push(bot)
  const botPort = await bot.port

  const as = (user: string, port: number) => {
    const { part, client } = startClient({ user, port, botPort, folder })
    parts.push(part)
    return client
  }
  const clients = await Promise.all([as(EMPLOYEE, ports.employee), as(CISO, ports.ciso)])
  await Promise.all(clients.map(install))
  return clients
}

function welcome(clients: readonly Client[]): string {
  const [employee, ciso] = clients.map(({ address, name }) => `open ${address} as ${name}`)
  return [
    `Vraagbaak is ready: ${employee}, an employee,`,
    `and ${ciso}, the CISO. Ctrl-C stops it.`,
    'To plan a poll, say "peilingen" as the CISO; with --clock-speed 20000 a week takes half a minute.',
  ].join('\n')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve())
  })
}

await runCommand(main)
