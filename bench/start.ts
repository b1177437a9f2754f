/**
 * Start: from `node bot/main.ts` to ready and the first answer, and the memory it then takes.
 *
 * In local mode, as in the playground; the peer is a bare echo bot on the same restify and
 * botbuilder (`echo-bot.ts`), so the difference is what our own code and handbook cost. Medians of
 * several starts, files already in the system's cache. Memory is the resident set of the process
 * some seconds after its first answer (from /proc, so on Linux only).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Connector, startConnector } from '../test/stand-ins/connector.ts'
import { readFixture } from '../test/stand-ins/fixture.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { median } from './timing.ts'

const STARTS = 5
const REST_MS = 5_000

export const start: Measurement = {
  title: 'Start and memory (local mode)',
  run: async () => {
    const connector = await startConnector()
    const ours: Started[] = []
    const echo: Started[] = []
    try {
      for (let count = 0; count < STARTS; count += 1) {
        ours.push(await startOnce('../bot/main.ts', connector, '/ready'))
        echo.push(await startOnce('./echo-bot.ts', connector))
      }
    } finally {
      await connector.close()
    }
    return figures('bare echo bot', [
      figure('start until /ready', 's', { ours, echo, of: ({ readyMs }) => readyMs / 1000 }),
      {
        ...figure('start until the first answer', 's', {
          ours,
          echo,
          of: ({ answeredMs }) => answeredMs / 1000,
        }),
        target: { atMost: 2 },
      },
      {
        ...figure(`memory ${REST_MS / 1000} s after it`, 'MB', {
          ours,
          echo,
          of: ({ residentMb }) => residentMb,
        }),
        target: { atMost: 200 },
      },
    ])
  },
}

type Started = Readonly<{ readyMs: number; answeredMs: number; residentMb: number }>

async function startOnce(file: string, connector: Connector, readyPath?: string): Promise<Started> {
  connector.forget()
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  const began = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    cwd: fileURLToPath(new URL('../test/', import.meta.url)), // no .env lies here
    env: { PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await addressOf(child)
    if (readyPath !== undefined) await expectOk(await fetch(url + readyPath))
    const readyMs = performance.now() - began

    await expectOk(await say(url, connector.serviceUrl))
    await connector.waitFor('message')
    const answeredMs = performance.now() - began

    await wait(REST_MS)
    return { readyMs, answeredMs, residentMb: residentMbOf(child) }
  } finally {
    child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Both bots print it as soon as they listen. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened`)))
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
  })
}

const say = (url: string, serviceUrl: string): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...readFixture('message-personal'), serviceUrl }),
  })

async function expectOk(response: Response): Promise<void> {
  await response.text()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
}

function residentMbOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

type Both = Readonly<{
  ours: readonly Started[]
  echo: readonly Started[]
  of: (started: Started) => number
}>

const figure = (what: string, unit: Figure['unit'], { ours, echo, of }: Both): Figure => ({
  what,
  ours: median(ours.map(of)),
  peer: median(echo.map(of)),
  unit,
})
