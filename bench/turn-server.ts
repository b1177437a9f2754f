/**
 * Turn server: one of the two bots of `turns.ts`, in a process of its own, its answers led to the
 * stand-ins of the process that made it. Arguments: which bot, the identity provider's address and
 * the size of the echo bot's card. Ours logs, counts and stores as in production, in a database file
 * that is removed at the end; only its login is led away.
 */

import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnector } from '../bot/adapters/teams/connector.ts'
import { createTeamsSend, createTell } from '../bot/adapters/teams/send.ts'
import { createTeamsEndpoint } from '../bot/adapters/teams/teams.ts'
import { createBot } from '../bot/bot.ts'
import { createDelivery } from '../bot/delivery/delivery.ts'
import { loadBank } from '../bot/load-questions.ts'
import { openStorage } from '../bot/open-storage.ts'
import { createReceive } from '../bot/receive.ts'
import { derivedKeys } from '../bot/round-keys.ts'
import { createSecret } from '../bot/secret.ts'
import { captureConsole, createLog } from '../bot/web/log.ts'
import { createMetrics } from '../bot/web/metrics.ts'
import { createWebServer } from '../bot/web/server.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { identityBy } from '../test/stand-ins/teams.ts'
import { startEchoBot } from './echo-bot.ts'
import { TENANTS } from './tenants.ts'
import { waterveen } from './waterveen.ts'

const [which, provider = '', cardBytes] = process.argv.slice(2)
const { authentication, getToken } = identityBy(provider)
const port =
  which === 'ours' ? await startOurs() : await startEchoBot(authentication, Number(cardBytes))
process.send?.(port)

async function startOurs(): Promise<number> {
  const log = createLog('info')
  captureConsole(log, Date.now)
  const { observe, onDropped, onAnswered, text } = createMetrics(log)
  const server = createWebServer({
    endpoints: { '/api/messages': await ourEndpoint(observe, onDropped) },
    ready: async () => true,
    metrics: text,
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered,
    onBroken: (error) => log('error', 'broken', { error: String(error) }),
  })
  return server.listen(0, '127.0.0.1')
}

type Observed = ReturnType<typeof createMetrics>

async function ourEndpoint(observe: Observed['observe'], onDropped: Observed['onDropped']) {
  const sample = waterveen()
  const organisations = TENANTS.map((tenant, n) => ({
    ...sample,
    id: `town-${n}`,
    tenants: [tenant],
  }))
  const knowledge = await openKnowledgeBase(filesIn(sample.handbook))
  const bank = loadBank(sample)
  const served = new Map(
    organisations.map((organisation) => [organisation.id, { organisation, knowledge, bank }]),
  )
  const secret = createSecret(randomBytes(32))
  const keys = derivedKeys(secret)
  const common = { observe, clock: Date.now, secret, keys, newId: randomUUID, organisations }
  const services = { hosts: [], loopback: true }
  const storage = await openStorage({ dataDir: aFolder() }, 'bot')
  const { conversations } = storage.stores
  const connector = createConnector({ getToken, services, clock: Date.now })
  const teams = createTeamsSend({ conversations, connector })
  const delivery = createDelivery({ ...common, storage, sends: { teams }, random: Math.random })
  delivery.start()
  const receive = createReceive({
    ...common,
    bot: createBot({ ...common, served }),
    storage,
    hurry: delivery.hurry,
    newReference: () => 'bench',
  })
  return createTeamsEndpoint({
    ...common,
    authentication,
    rules: { organisations, services, local: false },
    receive,
    conversations,
    tell: createTell(connector),
    onDropped,
    newReference: () => 'bench',
  })
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.once('SIGTERM', () => process.exit())
  return folder
}
