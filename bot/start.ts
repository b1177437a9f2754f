/** Start: builds the bot from its parts, starts it and stops it; the only place that does. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Slack } from './adapters/slack/connect.ts'
import { SLACK_FILE_HOSTS } from './adapters/slack/file-hosts.ts'
import { FILE_HOSTS } from './adapters/teams/file-hosts.ts'
import { asOfTask } from './chores/as-of-answers.ts'
import { choreList } from './chores/chore-list.ts'
import { type ChoreEvent, type Chores, createChores, type Task } from './chores/chores.ts'
import { tellingTasks } from './chores/telling-tasks.ts'
import type { Config } from './config.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Clock } from './contract/ports.ts'
import type { Delivery } from './delivery/delivery.ts'
import { createFetchFile } from './fetch-file.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from './load-organisations.ts'
import { loadSecret } from './load-secret.ts'
import { openStorage } from './open-storage.ts'
import { buildPlatforms, type Platforms } from './platforms.ts'
import { handbookTasks } from './publishing/handbook-tasks.ts'
import { type LiveHandbooks, openLiveHandbooks } from './publishing/live-handbooks.ts'
import { createResultLinks } from './result-links.ts'
import { loadSampleRoster } from './roster/load-sample.ts'
import { derivedKeys, keysInFolder, type RoundKeys } from './round-keys.ts'
import { createRounds, type Rounds } from './rounds/rounds.ts'
import type { Secret } from './secret.ts'
import type { Served } from './served.ts'
import type { Storage } from './storage/storage.ts'
import { tryStore } from './try-store.ts'
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
  const tenant = 'tenantId' in config.teams ? config.teams.tenantId : undefined
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
  await parts.slackServer?.listen(config.slackPort ?? config.port, config.host)
  await parts.slack?.start()
  parts.delivery.start()
  parts.chores.start(Math.max(FASTEST_MS, CHORES_EVERY_MS / config.clockSpeed))
  parts.handbooks.start(HANDBOOKS_EVERY_MS)
  stopOnSignal({ ...parts, storage }, log)

  const names = organisations.map(({ name }) => name).join(', ')
  process.stdout.write(
    `Vraagbaak listens on http://${config.host}:${port} for ${names} (${modeOf(config)})\n`,
  )
}

function modeOf({ teams, slack }: Config): string {
  const inTeams = { local: 'local mode, this machine only', none: undefined, other: 'Teams' }
  const kind = teams.kind === 'local' || teams.kind === 'none' ? teams.kind : 'other'
  return [inTeams[kind], slack && 'Slack'].filter((mode) => mode !== undefined).join(' and ')
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
  slack?: Slack
  /** When Slack has a port of its own. */
  slackServer?: WebServer
}>

type Links = Readonly<{ resultLinks?: ReturnType<typeof createResultLinks> }>

function build(given: Given): Parts {
  const { config, organisations, log, storage, clock } = given
  const metrics = createMetrics(log)
  const links = linksOf(given)
  const common = { ...given, ...links, newReference }
  const { delivery, endpoints, slack } = buildPlatforms(common, { metrics, log })
  const chores = createChores({
    storage,
    organisations,
    chores: choreList({ ...given, newId: randomUUID }),
    tasks: [
      ...pollTasks(createRounds({ ...given, ...links, newId: randomUUID })),
      ...tellingTasks({ ...given, newId: randomUUID }),
      ...(slack?.tasks ?? []),
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
  const servers = serversOf(given, { metrics, endpoints, slack })
  return { ...servers, delivery, chores, handbooks, ...(slack && { slack }) }
}

type Doors = Readonly<{ metrics: Metrics }> & Pick<Platforms, 'endpoints' | 'slack'>

/** One for all, or a second one for Slack alone. */
function serversOf(
  given: Given,
  { metrics, endpoints, slack }: Doors,
): Pick<Parts, 'server' | 'slackServer'> {
  const { config, log, storage } = given
  const listener = slack?.listener
  const toSlack = listener === undefined ? {} : { unread: { prefix: '/slack/', listener } }
  const common: Omit<WebOptions, 'endpoints'> = {
    ready: createReadiness({ check: () => tryStore(storage, Date.now), clock: Date.now }),
    metrics: metrics.text,
    metricsFor: config.metricsFor,
    behindProxy: config.behindProxy,
    onAnswered: metrics.onAnswered,
    onBroken: (error) => log('error', 'broken', describeError(error)),
    limits: { drainMs: DRAIN_MS },
  }
  if (listener === undefined || config.slackPort === undefined)
    return { server: createWebServer({ ...common, endpoints, ...toSlack, ...pagesOf(given) }) }
  return {
    server: createWebServer({ ...common, endpoints, ...pagesOf(given) }),
    slackServer: createWebServer({ ...common, endpoints: {}, ...toSlack }),
  }
}

/** From where editors' files come. */
function fetchesFor({ teams, slack, fileHosts }: Config) {
  const hosts = [...FILE_HOSTS, ...fileHosts]
  const ofTeams = createFetchFile({ hosts, loopback: teams.kind === 'local' })
  if (slack === undefined) return { teams: ofTeams }
  const loopback = slack.apiUrl !== undefined
  const given = { hosts: SLACK_FILE_HOSTS, loopback, token: slack.botToken }
  return { teams: ofTeams, slack: createFetchFile(given) }
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
  slackServer,
  slack,
  delivery,
  chores,
  handbooks,
  storage,
}: Parts & { storage: Storage }) {
  const doors = [server.stop(), slackServer?.stop(), slack?.stop()]
  await Promise.all([...doors, chores.stop(), handbooks.stop()])
  await delivery.stop()
  await storage.close()
}
