/** Pages load: many people who look at results at once, in the real bot with its own store. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { loadSecret } from '../bot/load-secret.ts'
import { openStorage } from '../bot/open-storage.ts'
import type { Plan } from '../bot/polls/plan.ts'
import { loadSampleRoster } from '../bot/roster/load-sample.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { createSessions } from '../bot/web/results/sessions.ts'
import { figures } from './measurement.ts'
import { aLongHistory } from './pages-history.ts'
import { percentile } from './timing.ts'
import { waterveen } from './waterveen.ts'

const PER_SECOND = 100
/** Enough that nobody looks more often than a person may. */
const BROWSERS = 100
const PATHS = [
  ...['', '/questions/P01', '/questions/P36', '/units?path=', '/units?path=Afdeling%203'],
  ...['/units?path=Afdeling%207%2FTeam%203', '/rounds', '/about'],
]

/** Resolves to Markdown; throws when a page was not shown. The peer shows no results. */
export async function measureLoad(seconds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  try {
    const cookies = await fill(folder)
    const bot = startBot(folder)
    try {
      const address = await addressOf(bot)
      const views = (turn: number): View => ({
        url: `${address}/results${PATHS[turn % PATHS.length]}`,
        cookie: cookies[turn % cookies.length] ?? '',
        visitor: `192.0.2.${turn % BROWSERS}`,
      })
      const health = (turn: number): View => ({ ...views(turn), url: `${address}/ready` })
      for (let turn = 0; turn < PATHS.length; turn += 1) await look(views(turn))
      const peer = await load(health, seconds)
      const ours = await load(views, seconds)
      return figures('its health check', [
        figure('p50', 0.5, { ours, peer }),
        { ...figure('p99', 0.99, { ours, peer }), target: { atMost: 200 } },
      ])
    } finally {
      bot.kill('SIGKILL')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Both = Readonly<{ ours: readonly number[]; peer: readonly number[] }>

const figure = (name: string, share: number, { ours, peer }: Both) => ({
  what: `${PER_SECOND} views per second, ${ours.length} in all: ${name}`,
  ours: percentile(ours, share),
  peer: percentile(peer, share),
  unit: 'ms' as const,
})

/** @returns the cookies of those who are in */
async function fill(dataDir: string): Promise<readonly string[]> {
  const storage = await openStorage({ dataDir }, 'bot')
  const organisation = waterveen()
  const now = Date.now()
  try {
    await storage.transaction((stores) => loadSampleRoster(organisation, stores, now))
    for (const [index, plan] of aLongHistory().entries())
      await keep(plan, { storage, index, organisation: organisation.id })
    const [ciso] = await storage.stores.people.withRole(organisation.id, 'ciso')
    if (ciso === undefined) throw new Error('nobody of the sample roster may see everything')
    const sessions = createSessions(loadSecret({ dataDir }))
    const who = { organisation: organisation.id, person: ciso.id, language: 'nl' } as const
    const browsers = Array.from({ length: BROWSERS }, () =>
      sessions.start(who, storage.stores, now),
    )
    return await Promise.all(browsers)
  } finally {
    await storage.close()
  }
}

type Place = Readonly<{ storage: Storage; index: number; organisation: string }>

function keep(plan: Plan, { storage, index, organisation }: Place): Promise<void> {
  const { round, opensAt, closesAt, questions, thresholds, units } = plan
  return storage.transaction(async ({ polls }) => {
    await polls.addRound(organisation, {
      ...{ id: round, series: randomUUID(), index, opensAt, closesAt, demo: true },
      ...{ planned: new Date(opensAt).toISOString().slice(0, 10), state: 'open', reminders: 0 },
      frozen: { questions, thresholds, units, asked: 1_000 },
    })
    await polls.close(organisation, round, async () => plan)
  })
}

function startBot(folder: string): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('../bot/main.ts', import.meta.url))], {
    cwd: fileURLToPath(new URL('../test/', import.meta.url)), // no .env lies here
    env: { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', BEHIND_PROXY: 'yes' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened`)))
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
  })
}

type View = Readonly<{ url: string; cookie: string; visitor: string }>

/**
 * Each view begins at its own moment, whether or not the one before has come: a slow server gets
 * no rest.
 *
 * @returns milliseconds from that moment, shortest first
 */
async function load(viewOf: (turn: number) => View, seconds: number): Promise<readonly number[]> {
  const began = performance.now()
  const views: Promise<number>[] = []
  for (let turn = 0; turn < seconds * PER_SECOND; turn += 1) {
    const due = began + (turn * 1000) / PER_SECOND
    await wait(Math.max(0, due - performance.now()))
    views.push(look(viewOf(turn)).then(() => performance.now() - due))
  }
  return (await Promise.all(views)).toSorted((one, other) => one - other)
}

const agent = new Agent({ keepAlive: true, maxSockets: 500 })

function look({ url, cookie, visitor }: View): Promise<void> {
  const headers = { cookie: `vraagbaak=${cookie}`, 'x-forwarded-for': visitor }
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    }).once('error', reject)
  })
}
