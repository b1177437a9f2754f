/** Platforms: the one bot behind Teams and Slack, with one delivery for what it says later. */
import { randomUUID } from 'node:crypto'
import { connectSlack, type Slack, slackClients, slackSend } from './adapters/slack/connect.ts'
import { createConnector } from './adapters/teams/connector.ts'
import { createIdentity } from './adapters/teams/credentials.ts'
import { createTeamsSend, createTell } from './adapters/teams/send.ts'
import { CONNECTOR_HOST } from './adapters/teams/service-url.ts'
import { createTeamsEndpoint } from './adapters/teams/teams.ts'
import { type Bot, createBot } from './bot.ts'
import type { Config } from './config.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Clock, ResultLinks } from './contract/ports.ts'
import type { Speaker } from './contract/request.ts'
import { createDelivery, type Delivery } from './delivery/delivery.ts'
import { type Home, homeOf } from './home.ts'
import type { LiveHandbooks } from './publishing/live-handbooks.ts'
import { swappingAtOnce } from './publishing/swap-at-once.ts'
import { createReceive, type Receive } from './receive.ts'
import type { RoundKeys } from './round-keys.ts'
import type { Secret } from './secret.ts'
import type { Served } from './served.ts'
import type { Storage, Stores } from './storage/storage.ts'
import type { Endpoint } from './web/endpoint.ts'
import { describeError, type Log } from './web/log.ts'
import type { Metrics } from './web/metrics.ts'

export type PlatformParts = Readonly<{
  config: Config
  organisations: readonly Organisation[]
  served: ReadonlyMap<string, Served>
  handbooks: LiveHandbooks
  secret: Secret
  keys: RoundKeys
  storage: Storage
  clock: Clock
  resultLinks?: ResultLinks<Stores>
  /** Names a failure in the log and to the user. */
  newReference: () => string
}>

type Ears = Readonly<{ metrics: Metrics; log: Log }>

export type Platforms = Readonly<{
  delivery: Delivery
  /** By path. */
  endpoints: Readonly<Record<string, Endpoint>>
  slack?: Slack
}>

export function buildPlatforms(parts: PlatformParts, ears: Ears): Platforms {
  const common = { ...parts, observe: ears.metrics.observe, newId: randomUUID }
  const { config, storage } = parts
  const teams = teamsOf(parts)
  const clients = config.slack && slackClients(config.slack)
  const delivery = createDelivery({
    ...common,
    sends: {
      ...teams?.sends,
      ...(config.slack && clients && { slack: slackSend(config.slack, { clients, storage }) }),
    },
    random: Math.random,
  })
  const bot = createBot(common)
  const built = { ...parts, bot, delivery }
  return {
    delivery,
    endpoints: teams === undefined ? {} : { '/api/messages': teams.endpointFor(built, ears) },
    ...(clients && config.slack ? { slack: slackFor(built, { clients, ...ears }) } : {}),
  }
}

type Built = PlatformParts & Readonly<{ bot: Bot; delivery: Delivery }>

/** @param patienceMs how long a message may wait for the store before it is answered without */
function receiveFor(parts: Built, { metrics }: Ears, patienceMs?: number): Receive {
  const { delivery, handbooks } = parts
  const more = patienceMs === undefined ? {} : { patienceMs }
  const { observe } = metrics
  const receive = createReceive({
    ...parts,
    ...{ observe, newId: randomUUID, hurry: delivery.hurry },
    ...more,
  })
  return swappingAtOnce(receive, handbooks)
}

/** Undefined where the bot is in Slack only: then nobody may come in by the door of Teams. */
function teamsOf({ config, storage, organisations, clock }: PlatformParts) {
  const { teams } = config
  if (teams.kind === 'none') return undefined
  const local = teams.kind === 'local'
  const services = { hosts: [CONNECTOR_HOST, ...config.extraServiceHosts], loopback: local }
  const { authentication, getToken } = createIdentity(local ? undefined : teams)
  const connector = createConnector({ getToken, services, clock })
  const { conversations } = storage.stores
  return {
    sends: { teams: createTeamsSend({ conversations, connector }) },
    endpointFor: (parts: Built, ears: Ears): Endpoint =>
      createTeamsEndpoint({
        ...parts,
        ...{ authentication, conversations, observe: ears.metrics.observe },
        rules: { organisations, services, local },
        receive: receiveFor(parts, ears),
        tell: createTell(connector),
        onDropped: ears.metrics.onDropped,
      }),
  }
}

/** Slack waits three seconds for its acknowledgement, where Teams waits fifteen. */
const SLACK_PATIENCE_MS = 500

type SlackEars = Ears & Readonly<{ clients: ReturnType<typeof slackClients> }>

function slackFor(parts: Built, ears: SlackEars): Slack | undefined {
  const { config, served, storage } = parts
  if (config.slack === undefined) return undefined
  const { metrics, log, clients } = ears
  return connectSlack({
    ...parts,
    ...{ credentials: config.slack, clients, observe: metrics.observe },
    receive: receiveFor(parts, ears, SLACK_PATIENCE_MS),
    homeOf: (speaker) => homeFor(speaker, { served, storage }),
    onDropped: metrics.onDropped,
    onBroken: (error) => log('error', 'slack-broken', describeError(error)),
  })
}

function homeFor(
  speaker: Speaker,
  { served, storage }: Pick<Built, 'served' | 'storage'>,
): Promise<Home> {
  const one = served.get(speaker.organisation)
  if (one === undefined)
    throw new Error(`organisation "${speaker.organisation}" is not served here`)
  return homeOf(speaker, one, storage.stores)
}
