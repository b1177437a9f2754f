/**
 * Slack server: one of the two bots of `slack-latency.ts` and `slack-apart.ts`, in a process of its
 * own; its first message is its port. Argument: a ServerTask as JSON. Ours serves Teams and Slack as
 * `bot/start.ts` builds it, with the handbook of Waterveen and a database file that goes with it; only
 * Teams is in local mode, without tokens. The other is what Bolt's manual begins with.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bolt from '@slack/bolt'
import { z } from 'zod'
import type { Config } from '../bot/config.ts'
import { openStorage } from '../bot/open-storage.ts'
import { buildPlatforms } from '../bot/platforms.ts'
import { openLiveHandbooks } from '../bot/publishing/live-handbooks.ts'
import { derivedKeys } from '../bot/round-keys.ts'
import { createSecret } from '../bot/secret.ts'
import { createLog } from '../bot/web/log.ts'
import { createMetrics } from '../bot/web/metrics.ts'
import { createWebServer } from '../bot/web/server.ts'
import { waterveen } from './waterveen.ts'

const ServerTask = z.object({
  which: z.enum(['ours', 'hello']),
  apiUrl: z.string(),
  botToken: z.string(),
  signingSecret: z.string(),
})
export type ServerTask = z.infer<typeof ServerTask>

if (import.meta.main) {
  const task = ServerTask.parse(JSON.parse(process.argv[2] ?? ''))
  process.once('disconnect', () => process.exit())
  process.once('SIGTERM', () => process.exit())
  process.send?.(task.which === 'ours' ? await startOurs(task) : await startHello(task))
}

async function startHello({ apiUrl, botToken, signingSecret }: ServerTask): Promise<number> {
  const clientOptions = { slackApiUrl: apiUrl }
  const app = new bolt.App({ token: botToken, signingSecret, clientOptions })
  app.message(async ({ say }) => {
    await say('hello')
  })
  const server = await app.start(0)
  return (server.address() as AddressInfo).port // it listens on a port
}

async function startOurs(task: ServerTask): Promise<number> {
  const log = createLog('info', { write: () => undefined }) // made, and read by nobody
  const metrics = createMetrics(log)
  const { delivery, endpoints, slack } = buildPlatforms(await partsFor(task), { metrics, log })
  const server = createWebServer({
    endpoints,
    ...(slack?.listener && { unread: { prefix: '/slack/', listener: slack.listener } }),
    ...{ ready: async () => true, metrics: metrics.text, metricsFor: 'loopback' },
    ...{ behindProxy: false, onAnswered: metrics.onAnswered },
    onBroken: (error) => log('error', 'broken', { error: String(error) }),
  })
  const port = await server.listen(0, '127.0.0.1')
  await slack?.start()
  delivery.start()
  return port
}

async function partsFor(task: ServerTask) {
  const organisations = [waterveen()]
  const dataDir = aFolder()
  const secret = createSecret(randomBytes(32))
  const storage = await openStorage({ dataDir }, 'bot')
  const handbooks = await openLiveHandbooks(organisations, storage.stores.handbooks, Date.now())
  return {
    ...{ config: configFor(task, dataDir), organisations, handbooks, storage, secret },
    ...{ served: handbooks.served, keys: derivedKeys(secret), clock: Date.now },
    newReference: () => randomUUID(),
  }
}

function configFor({ apiUrl, botToken, signingSecret }: ServerTask, dataDir: string): Config {
  return {
    ...{ host: '127.0.0.1', port: 0, teams: { kind: 'local' }, extraServiceHosts: [] },
    ...{ fileHosts: [], behindProxy: false, metricsFor: 'loopback', logLevel: 'info' },
    ...{ storage: { dataDir }, clockSpeed: 1 },
    slack: { kind: 'http', botToken, signingSecret, apiUrl },
  }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
