/** Start: builds the bot from its parts, starts it and stops it; the only place that does. */
import { randomBytes } from 'node:crypto'
import { createAuthentication } from './adapters/teams/credentials.ts'
import { createMemory } from './adapters/teams/seen.ts'
import { CONNECTOR_HOST } from './adapters/teams/service-url.ts'
import { createTeamsEndpoint } from './adapters/teams/teams.ts'
import { composeBot } from './compose.ts'
import type { Config } from './config.ts'
import type { Organisation } from './contract/organisation.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from './load-organisations.ts'
import { captureConsole, createLog, describeError, type Log } from './web/log.ts'
import { createMetrics } from './web/metrics.ts'
import { createWebServer, type WebServer } from './web/server.ts'

export async function start(config: Config): Promise<void> {
  const file = config.organisationsFile ?? SAMPLE_ORGANISATIONS
  const organisations = withTenants(loadOrganisations(file), config, file)
  const log = createLog(config.logLevel)
  captureConsole(log, Date.now)

  const server = await build(config, organisations, log)
  giveBackMemory()
  const port = await server.listen(config.port, config.host)
  stopOnSignal(server)

  const names = organisations.map(({ name }) => name).join(', ')
  const mode = config.teams.kind === 'local' ? 'local mode, this machine only' : 'Teams'
  process.stdout.write(
    `Vraagbaak listens on http://${config.host}:${port} for ${names} (${mode})\n`,
  )
}

async function build(
  config: Config,
  organisations: readonly Organisation[],
  log: Log,
): Promise<WebServer> {
  const metrics = createMetrics(log)
  const bot = await composeBot({ organisations, observe: metrics.observe, clock: Date.now })
  const local = config.teams.kind === 'local'

  const teams = createTeamsEndpoint({
    bot,
    authentication: createAuthentication(config.teams.kind === 'local' ? undefined : config.teams),
    rules: {
      organisations,
      services: { hosts: [CONNECTOR_HOST, ...config.extraServiceHosts], loopback: local },
      local,
    },
    firstTime: createMemory(Date.now),
    observe: metrics.observe,
    onDropped: metrics.onDropped,
    clock: Date.now,
    newReference: () => randomBytes(3).toString('hex'),
  })

  return createWebServer({
    endpoints: { '/api/messages': teams },
    ready: () => true, // it listens only once the handbooks are indexed
    metrics: metrics.text,
    metricsFor: config.metricsFor,
    behindProxy: config.behindProxy,
    onAnswered: metrics.onAnswered,
    onBroken: (error) => log('error', 'broken', describeError(error)),
  })
}

/** A bot for one organisation serves the tenant of its own registration, unless the file says more. */
function withTenants(
  organisations: readonly Organisation[],
  { teams }: Config,
  file: string,
): readonly Organisation[] {
  if (teams.kind === 'local') return organisations

  const [first, ...others] = organisations
  if (first !== undefined && others.length === 0 && first.tenants.length === 0)
    return [{ ...first, tenants: [teams.tenantId] }]

  const shut = organisations.find(({ tenants }) => tenants.length === 0)
  if (shut !== undefined)
    throw new Error(`${file}: "${shut.id}" has no tenants, so nobody there could reach the bot.`)
  return organisations
}

function stopOnSignal(server: WebServer): void {
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
