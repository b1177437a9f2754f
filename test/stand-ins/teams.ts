/** Teams: the bot's own endpoint, web server, store and delivery between a stand-in identity provider and connector. */
import { randomUUID } from 'node:crypto'
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import {
  AuthenticationConstants,
  MsalServiceClientCredentialsFactory,
} from 'botframework-connector'
import { createGetToken } from '../../bot/adapters/teams/bot-token.ts'
import { createConnector } from '../../bot/adapters/teams/connector.ts'
import type { Identity } from '../../bot/adapters/teams/credentials.ts'
import { createTeamsSend, createTell } from '../../bot/adapters/teams/send.ts'
import { createTeamsEndpoint, type TeamsOptions } from '../../bot/adapters/teams/teams.ts'
import type { Bot } from '../../bot/bot.ts'
import { Organisation } from '../../bot/contract/organisation.ts'
import type { Observation, Observe } from '../../bot/contract/ports.ts'
import type { Request } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import { createReceive, type ReceiveParts } from '../../bot/receive.ts'
import { createSecret } from '../../bot/secret.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { captureConsole } from '../../bot/web/log.ts'
import { createWebServer, type WebOptions } from '../../bot/web/server.ts'
import { type Connector, startConnector } from './connector.ts'
import { readFixture } from './fixture.ts'
import { type IdentityProvider, ISSUER, startIdentityProvider } from './identity-provider.ts'
import { anEmptyStorage } from './storage.ts'

export const APP_ID = '0c1d2e3f-0000-4000-8000-0000000000aa'
export const TENANT = '11111111-2222-4333-8444-555555555555'

export const WATERVEEN: Organisation = Organisation.parse({
  id: 'waterveen',
  name: 'gemeente Waterveen',
  tenants: [TENANT],
  timeZone: 'Europe/Amsterdam',
  languages: ['nl', 'en'],
  incidentDesk: { telephone: '088-000 0100', url: 'https://intranet.waterveen.example/meldpunt' },
  ciso: { name: 'Marit Oosterveld', email: 'ciso@waterveen.example' },
  handbook: 'handbook',
})

/** Says that it does not know: the smallest bot that is one. */
export const shrug: Bot['reply'] = async (request) => shrugFromMemory(request)

export const shrugFromMemory: Bot['replyFromMemory'] = ({ speaker }) => ({
  kind: 'no-answer',
  language: speaker.language,
  question: '',
  masked: [],
  confidence: 0,
  organisation: WATERVEEN,
})

export type Response = Readonly<{ status: number; text: string; body: unknown }>

export type TeamsRig = Readonly<{
  url: string
  identity: IdentityProvider
  connector: Connector
  storage: Storage
  /** What reached the bot. */
  asked: readonly Request[]
  observed: readonly Observation[]
  /** What went wrong, of what was observed. */
  failures: () => readonly Observation[]
  dropped: readonly string[]
  /** How often a library printed something. */
  printed: () => number
  /** Sends an activity with a good token, or with the one given; '' sends none. */
  hand: (activity: object, token?: string) => Promise<Response>
  /** The same, and waits until all that follows from it is sent. */
  post: (activity: object, token?: string) => Promise<Response>
  /** Resolves when nothing is left that could be sent now. */
  idle: () => Promise<void>
  /** A fixture, sent from the stand-in's address under an id of its own. */
  activity: (name: string, changes?: object) => Record<string, unknown>
  /** A message to the bot alone that nobody sent before: the same words would be a repetition. */
  question: (changes?: object) => Record<string, unknown>
  close: () => Promise<void>
}>

export type RigOptions = Readonly<{
  reply?: Bot['reply']
  replyFromMemory?: Bot['replyFromMemory']
  storage?: Storage
  /** Beside the rig's own ear. */
  observe?: Observe
  teams?: Partial<TeamsOptions>
  receive?: Partial<ReceiveParts>
  web?: Partial<WebOptions>
  /** How long the bot waits for the connector. */
  timeoutMs?: number
}>

export async function startTeams(options: RigOptions = {}): Promise<TeamsRig> {
  const [identity, connector] = await Promise.all([startIdentityProvider(APP_ID), startConnector()])
  const storage = options.storage ?? (await anEmptyStorage())
  const heard = listenIn(options)
  const parts = createParts({ options, identity, storage, heard })
  const server = createWebServer({
    endpoints: { '/api/messages': parts.endpoint },
    ready: async () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: () => {},
    onBroken: () => {},
    ...options.web,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  let ids = 0
  const activity: TeamsRig['activity'] = (name, changes) => ({
    ...readFixture(name),
    id: `activity-${++ids}`,
    serviceUrl: connector.serviceUrl,
    ...changes,
  })
  const hand: TeamsRig['hand'] = async (activity, token) =>
    post(url, activity, token ?? (await identity.sign(forService(connector))))

  return {
    url,
    identity,
    connector,
    storage,
    asked: heard.asked,
    observed: heard.observed,
    failures: () => heard.observed.filter(({ kind }) => kind === 'failed'),
    dropped: heard.dropped,
    printed: heard.printed,
    activity,
    question: (changes) =>
      activity('message-personal', { text: `mag dit, en dat (${ids})?`, ...changes }),
    hand,
    idle: parts.delivery.idle,
    post: async (activity, token) => {
      const response = await hand(activity, token)
      await parts.delivery.idle()
      return response
    },
    close: async () => {
      await server.stop()
      await parts.delivery.stop()
      await Promise.all([storage.close(), identity.close(), connector.close()])
      heard.giveConsoleBack()
    },
  }
}

/** What the bot hears and does, noted for the test. */
function listenIn({ reply = shrug, replyFromMemory = shrugFromMemory }: RigOptions) {
  const asked: Request[] = []
  const observed: Observation[] = []
  const dropped: string[] = []
  let printed = 0
  const giveConsoleBack = captureConsole(() => {
    printed += 1
  }, everLater())
  const bot: Bot = {
    reply: (request, stores) => {
      asked.push(request)
      return reply(request, stores)
    },
    replyFromMemory,
  }
  return { asked, observed, dropped, printed: () => printed, giveConsoleBack, bot }
}

type Means = Readonly<{
  options: RigOptions
  identity: IdentityProvider
  storage: Storage
  heard: ReturnType<typeof listenIn>
}>

function createParts({ options, identity, storage, heard }: Means) {
  const { authentication, getToken } = identityBy(identity.url)
  const observe: Observe = (observation) => {
    heard.observed.push(observation)
    options.observe?.(observation)
  }
  const services = { hosts: [], loopback: true }
  const clock = Date.now
  const { timeoutMs } = options
  const connector = createConnector({ getToken, services, clock, timeoutMs })
  const common = { observe, clock, secret: createSecret(new Uint8Array(32).fill(7)) }
  const delivery = createDelivery({
    ...common,
    storage,
    sends: { teams: createTeamsSend({ conversations: storage.stores.conversations, connector }) },
    organisations: [WATERVEEN],
    newId: randomUUID,
    random: Math.random,
  })
  const receive = createReceive({
    ...common,
    bot: heard.bot,
    storage,
    hurry: delivery.hurry,
    newId: randomUUID,
    newReference: () => '3f9a00',
    ...options.receive,
  })
  const endpoint = createTeamsEndpoint({
    ...common,
    authentication,
    rules: { organisations: [WATERVEEN], services, local: false },
    receive,
    conversations: storage.stores.conversations,
    tell: createTell(connector),
    onDropped: (reason) => heard.dropped.push(reason),
    newReference: () => '3f9a00',
    ...options.teams,
  })
  return { delivery, endpoint }
}

/** A clock on which an hour passes between two looks. */
export function everLater(): () => number {
  let at = Date.now()
  return () => {
    at += 3_600_000
    return at
  }
}

export const forService = ({ serviceUrl }: Connector) => ({ claims: { serviceurl: serviceUrl } })

async function post(url: string, activity: object, token: string): Promise<Response> {
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(activity),
  })
  const text = await response.text()
  return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) }
}

/** The SDK takes these addresses literally as soon as one is given, so all are. */
export function identityBy(provider: string): Identity {
  const factory = new MsalServiceClientCredentialsFactory(APP_ID, loginAt(provider))
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: `${provider}/openid`,
      ToBotFromChannelTokenIssuer: ISSUER,
      ToBotFromEmulatorOpenIdMetadataUrl: `${provider}/emulator/openid`,
      ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    factory,
  )
  return { authentication, getToken: createGetToken(factory, APP_ID) }
}

/** The same class twice for TypeScript: the library has one type for ESM and one for CommonJS. */
type LoginClient = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1]

/** Microsoft's own login library, with every request led to the stand-in. */
function loginAt(provider: string): LoginClient {
  const authority = `https://login.microsoftonline.com/${TENANT}`
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: APP_ID,
      clientSecret: 'a secret',
      authority,
      knownAuthorities: ['login.microsoftonline.com'],
      authorityMetadata: JSON.stringify({
        issuer: `${authority}/v2.0`,
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        end_session_endpoint: `${authority}/logout`,
        jwks_uri: `${authority}/keys`,
      }),
    },
    system: { networkClient: networkTo(provider) },
  })
  return client as unknown as LoginClient
}

function networkTo(provider: string): INetworkModule {
  const send =
    (method: string): INetworkModule['sendPostRequestAsync'] =>
    async (url, options) => {
      const response = await fetch(provider + new URL(url).pathname, {
        method,
        headers: options?.headers,
        body: options?.body,
      })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: JSON.parse(await response.text()),
      }
    }
  return { sendGetRequestAsync: send('GET'), sendPostRequestAsync: send('POST') }
}
