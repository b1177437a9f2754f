/**
 * Turn server: one of the two bots of `turns.ts`, in a process of its own, its answers led to the
 * stand-ins of the process that made it. Arguments: which bot, the identity provider's address and
 * the size of the echo bot's card. Ours logs and counts as in production; only its login is led away.
 */
import { createMemory } from '../bot/adapters/teams/seen.ts'
import { createTeamsEndpoint } from '../bot/adapters/teams/teams.ts'
import { composeBot } from '../bot/compose.ts'
import { captureConsole, createLog } from '../bot/web/log.ts'
import { createMetrics } from '../bot/web/metrics.ts'
import { createWebServer } from '../bot/web/server.ts'
import { authenticationBy, TENANT } from '../test/stand-ins/teams.ts'
import { startEchoBot } from './echo-bot.ts'
import { waterveen } from './waterveen.ts'

const [which, provider = '', cardBytes] = process.argv.slice(2)
const authentication = authenticationBy(provider)
const port =
  which === 'ours' ? await startOurs() : await startEchoBot(authentication, Number(cardBytes))
process.send?.(port)

async function startOurs(): Promise<number> {
  const organisations = [{ ...waterveen(), tenants: [TENANT] }]
  const log = createLog('info')
  captureConsole(log, Date.now)
  const { observe, onDropped, onAnswered, text } = createMetrics(log)
  const endpoint = createTeamsEndpoint({
    bot: await composeBot({ organisations, observe, clock: Date.now }),
    authentication,
    rules: { organisations, services: { hosts: [], loopback: true }, local: false },
    firstTime: createMemory(Date.now),
    observe,
    onDropped,
    clock: Date.now,
    newReference: () => 'bench',
  })
  const server = createWebServer({
    endpoints: { '/api/messages': endpoint },
    ready: () => true,
    metrics: text,
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered,
    onBroken: (error) => log('error', 'broken', { error: String(error) }),
  })
  return server.listen(0, '127.0.0.1')
}
