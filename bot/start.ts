/** Start: builds the bot from its parts, starts it and stops it; the only place that does. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createConnector } from './adapters/teams/connector.ts'
import { createIdentity } from './adapters/teams/credentials.ts'
import { createFetchDocument, FILE_HOSTS } from './adapters/teams/fetch-document.ts'
import { createTeamsSend, createTell } from './adapters/teams/send.ts'
import { CONNECTOR_HOST } from './adapters/teams/service-url.ts'
import { createTeamsEndpoint } from './adapters/teams/teams.ts'
import { createBot } from './bot.ts'
import { asOfTask } from './chores/as-of-answers.ts'
import { choreList } from './chores/chore-list.ts'
import { type ChoreEvent, type Chores, createChores, type Task } from './chores/chores.ts'
import { tellingTasks } from './chores/telling-tasks.ts'
import type { Config } from './config.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Clock } from './contract/ports.ts'
import { createDelivery, type Delivery } from './delivery/delivery.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from './load-organisations.ts'
import { loadSecret } from './load-secret.ts'
import { openStorage } from './open-storage.ts'
import { handbookTasks } from './publishing/handbook-tasks.ts'
import { type LiveHandbooks, openLiveHandbooks } from './publishing/live-handbooks.ts'
import { swappingAtOnce } from './publishing/swap-at-once.ts'
import { createReceive } from './receive.ts'
import { createResultLinks } from './result-links.ts'
import { loadSampleRoster } from './roster/load-sample.ts'
import { derivedKeys, keysInFolder, type RoundKeys } from './round-keys.ts'
import { createRounds, type Rounds } from './rounds/rounds.ts'
import type { Secret } from './secret.ts'
import type { Served } from './served.ts'
import type { Storage } from './storage/storage.ts'
import { tryStore } from './try-store.ts'
import type { Endpoint } from './web/endpoint.ts'
import { createEntra, type Entra, organisationOfTenant } from './web/entra/entra.ts'
import type { Failure } from './web/entra/failure.ts'
import { captureConsole, createLog, describeError, type Log } from './web/log.ts'
import { createMetrics, type Metrics } from './web/metrics.ts'
import { createReadiness } from './web/readiness.ts'
import { BASE } from './web/results/page-context.ts'
import { views } from './web/results/views.ts'
import { createSite } from './web/results-site.ts'
import { createWebServer, type WebOptions, type WebServer } from './web/server.ts'
import { withTenants } from './with-tenants.ts'

const CHORES_EVERY_MS = 60_000
const FASTEST_MS = 250
/** Within 5 s every process answers from what one of them published. */
const HANDBOOKS_EVERY_MS = 2_000

export async function start(config: Config): Promise<void> {
  const file = config.organisationsFile ?? SAMPLE_ORGANISATIONS
  const tenant = config.teams.kind === 'local' ? undefined : config.teams.tenantId
  const organisations = withTenants(loadOrganisations(file), file, tenant)
  if (config.entra !== undefined) organisationOfTenant(organisations, config.entra.tenantId)
  const log = createLog(config.logLevel)
  captureConsole(log, Date.now)

  const secret = loadSecret(config.storage)
  const storage = await openStorage(config.storage, 'bot')
  const clock = clockOf(config)
  const handbooks = await openLiveHandbooks(organisations, storage.stores.handbooks, clock())
  if (config.teams.kind === 'local') await loadSampleRosters(organisations, storage, clock)

  const keys = keysOf(config, secret)
  const address = addressFor(config)
  const { served } = handbooks
  const known = { config, organisations, served, handbooks }
  const parts = build({ ...known, log, secret, keys, storage, clock, address })
  giveBackMemory()
  const port = await parts.server.listen(config.port, config.host)
  address.set(port)
  parts.delivery.start()
  parts.chores.start(Math.max(FASTEST_MS, CHORES_EVERY_MS / config.clockSpeed))
  parts.handbooks.start(HANDBOOKS_EVERY_MS)
  stopOnSignal({ ...parts, storage }, log)

  const names = organisations.map(({ name }) => name).join(', ')
  const mode = config.teams.kind === 'local' ? 'local mode, this machine only' : 'Teams'
  process.stdout.write(
    `Vraagbaak listens on http://${config.host}:${port} for ${names} (${mode})\n`,
  )
}

/** Another than that of the machine only for who tries the bot in local mode. */
function clockOf({ clockSpeed, clockFrom }: Config): Clock {
  const started = Date.now()
  return () => Math.round((clockFrom ?? started) + (Date.now() - started) * clockSpeed)
}

type Address = Readonly<{
  /** Undefined where no browser finds the bot, or not yet. */
  find: () => string | undefined
  set: (port: number) => void
}>

/** In local mode the port tells, and only once the bot listens. */
function addressFor({ publicUrl, teams, host }: Config): Address {
  let address = publicUrl
  return {
    find: () => address,
    set: (port) => {
      const name = host.includes(':') ? `[${host}]` : host
      if (teams.kind === 'local') address ??= `http://${name}:${port}`
    },
  }
}

/** One machine keeps the keys of rounds beside its database; several make them from their secret. */
function keysOf({ storage }: Config, secret: Secret): RoundKeys {
  return storage.databaseUrl === undefined
    ? keysInFolder(join(storage.dataDir, 'rounds'))
    : derivedKeys(secret)
}

async function loadSampleRosters(
  organisations: readonly Organisation[],
  storage: Storage,
  clock: Clock,
): Promise<void> {
  for (const organisation of organisations)
    await storage.transaction((stores) => loadSampleRoster(organisation, stores, clock()))
}

type Given = Readonly<{
  config: Config
  organisations: readonly Organisation[]
  served: ReadonlyMap<string, Served>
  handbooks: LiveHandbooks
  log: Log
  secret: Secret
  keys: RoundKeys
  storage: Storage
  clock: Clock
  address: Address
}>

type Parts = Readonly<{
  server: WebServer
  delivery: Delivery
  chores: Chores
  /** Looks for versions of handbooks that another process published. */
  handbooks: Chores
}>

type Links = Readonly<{ resultLinks?: ReturnType<typeof createResultLinks> }>

function build(given: Given): Parts {
  const { config, organisations, log, storage, clock } = given
  const metrics = createMetrics(log)
  const links = linksOf(given)
  const { delivery, endpoint } = buildTeams({ ...given, ...links }, metrics)
  const chores = createChores({
    storage,
    organisations,
    chores: choreList({ ...given, newId: randomUUID }),
    tasks: [
      ...pollTasks(createRounds({ ...given, ...links, newId: randomUUID })),
      ...tellingTasks({ ...given, newId: randomUUID }),
    ],
    clock,
    observe: (event) => {
      observeChore(event, metrics, log)
      delivery.hurry() // it may have put something in the outbox
    },
  })
  const handbooks = createChores({
    ...{ storage, organisations, clock, chores: [] },
    tasks: [
      ...handbookTasks({ ...given, fetches: fetchesFor(config), newId: randomUUID }),
      asOfTask({ ...given, newId: randomUUID }),
    ],
    observe: (event) => {
      observeChore(event, metrics, log)
      delivery.hurry()
    },
  })
  const server = createWebServer({
    endpoints: { '/api/messages': endpoint },
    ...pagesOf(given),
    ready: createReadiness({ check: () => tryStore(storage, Date.now), clock: Date.now }),
    metrics: metrics.text,
    metricsFor: config.metricsFor,
    behindProxy: config.behindProxy,
    onAnswered: metrics.onAnswered,
    onBroken: (error) => log('error', 'broken', describeError(error)),
    limits: { drainMs: DRAIN_MS },
  })
  return { server, delivery, chores, handbooks }
}

/** From where editors' files come. */
function fetchesFor({ teams, fileHosts }: Config) {
  const hosts = [...FILE_HOSTS, ...fileHosts]
  return { teams: createFetchDocument({ hosts, loopback: teams.kind === 'local' }) }
}

/** No pages, and no links to them, where no browser could be sent to them. */
const hasPages = ({ publicUrl, teams }: Config): boolean =>
  publicUrl !== undefined || teams.kind === 'local'

function linksOf({ config, organisations, secret, address }: Given): Links {
  if (!hasPages(config)) return {}
  return { resultLinks: createResultLinks({ organisations, secret, address: address.find }) }
}

function pagesOf({ config, address, log, ...given }: Given): Pick<WebOptions, 'pages'> {
  if (!hasPages(config)) return {}
  const onBroken = (error: unknown): string => {
    const reference = newReference()
    log('error', 'page-broken', { ...describeError(error), reference })
    return reference
  }
  const entra = entraOf({ ...given, config, address, log })
  const site = createSite({ ...given, ...entra, views, address: address.find, onBroken })
  return { pages: { prefix: BASE, site } }
}

function entraOf({ config, log, ...given }: Given): Partial<Entra> {
  const { entra: registration, publicUrl: address } = config
  if (registration === undefined || address === undefined) return {}
  const onFailed = ({ reason }: Failure) => log('warn', 'sign-in-failed', { reason })
  return createEntra({ ...given, registration, address, onFailed })
}

function pollTasks({ runDue, cleanUp }: Rounds): readonly Task[] {
  return [
    { name: 'polls', run: runDue },
    { name: 'poll-keys', run: async () => ((await cleanUp()) ? ['destroyed'] : []) },
  ]
}

function buildTeams(
  given: Given & Links,
  metrics: Metrics,
): Readonly<{ delivery: Delivery; endpoint: Endpoint }> {
  const { config, organisations, secret, storage, clock } = given
  const { teams } = config
  const local = teams.kind === 'local'
  const common = { observe: metrics.observe, clock, newId: randomUUID, newReference }
  const services = { hosts: [CONNECTOR_HOST, ...config.extraServiceHosts], loopback: local }
  const { authentication, getToken } = createIdentity(local ? undefined : teams)
  const connector = createConnector({ getToken, services, clock })
  const { conversations } = storage.stores

  const delivery = createDelivery({
    ...common,
    storage,
    secret,
    organisations,
    sends: { teams: createTeamsSend({ conversations, connector }) },
    random: Math.random,
  })
  const bot = createBot({ ...given, ...common })
  const receive = createReceive({ ...common, bot, storage, secret, hurry: delivery.hurry })
  const endpoint = createTeamsEndpoint({
    ...common,
    authentication,
    rules: { organisations, services, local },
    receive: swappingAtOnce(receive, given.handbooks),
    conversations,
    tell: createTell(connector),
    onDropped: metrics.onDropped,
  })
  return { delivery, endpoint }
}

const newReference = (): string => randomBytes(3).toString('hex')

function observeChore(event: ChoreEvent, metrics: Metrics, log: Log): void {
  const { organisation, chore: kind } = event
  if (event.kind === 'done') log('info', 'chore-done', { organisation, kind })
  else
    metrics.observe({
      kind: 'failed',
      organisation,
      reference: newReference(),
      error: event.error,
    })
}

/** Turns end by themselves long before; what is being sent then has the rest of the time. */
const DRAIN_MS = 4_000
/** What hangs until then is found again at the next start, as sent perhaps. */
const STOP_MS = 9_500

function stopOnSignal(parts: Parts & { storage: Storage }, log: Log): void {
  const onSignal = () => {
    setTimeout(() => {
      log('warn', 'stopped-late')
      process.exit(1)
    }, STOP_MS).unref()
    stop(parts).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', onSignal)
  process.once('SIGINT', onSignal)
}

/** In this order: what is running may still want something said, and everything wants the store. */
async function stop({
  server,
  delivery,
  chores,
  handbooks,
  storage,
}: Parts & { storage: Storage }) {
  await Promise.all([server.stop(), chores.stop(), handbooks.stop()])
  await delivery.stop()
  await storage.close()
}
