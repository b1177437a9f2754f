/** Teams: the bot's own endpoint and web server between a stand-in identity provider and connector. */
import { readFileSync } from 'node:fs'
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import {
  AuthenticationConstants,
  MsalServiceClientCredentialsFactory,
} from 'botframework-connector'
import { createMemory } from '../../bot/adapters/teams/seen.ts'
import { createTeamsEndpoint, type TeamsOptions } from '../../bot/adapters/teams/teams.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Bot, Observation } from '../../bot/contract/ports.ts'
import type { Request } from '../../bot/contract/request.ts'
import { captureConsole } from '../../bot/web/log.ts'
import { createWebServer, type WebOptions } from '../../bot/web/server.ts'
import { type Connector, startConnector } from './connector.ts'
import { type IdentityProvider, ISSUER, startIdentityProvider } from './identity-provider.ts'

export const APP_ID = '0c1d2e3f-0000-4000-8000-0000000000aa'
export const TENANT = '11111111-2222-4333-8444-555555555555'

export const WATERVEEN: Organisation = {
  id: 'waterveen',
  name: 'gemeente Waterveen',
  tenants: [TENANT],
  timeZone: 'Europe/Amsterdam',
  languages: ['nl', 'en'],
  incidentDesk: { telephone: '088-000 0100', url: 'https://intranet.waterveen.example/meldpunt' },
  ciso: { name: 'Marit Oosterveld', email: 'ciso@waterveen.example' },
  handbook: 'handbook',
}

/** Says that it does not know: the smallest bot that is one. */
export const shrug: Bot = async ({ speaker }) => ({
  kind: 'no-answer',
  language: speaker.language,
  masked: [],
  confidence: 0,
  organisation: WATERVEEN,
})

export type Response = Readonly<{ status: number; text: string; body: unknown }>

export type TeamsRig = Readonly<{
  url: string
  identity: IdentityProvider
  connector: Connector
  /** What reached the bot. */
  asked: readonly Request[]
  observed: readonly Observation[]
  dropped: readonly string[]
  /** How often a library printed something. */
  printed: () => number
  /** Sends an activity with a good token, or with the one given; '' sends none. */
  post: (activity: object, token?: string) => Promise<Response>
  /** A fixture, sent from the stand-in's address under an id of its own. */
  activity: (name: string, changes?: object) => Record<string, unknown>
  close: () => Promise<void>
}>

export type RigOptions = Readonly<{
  bot?: Bot
  teams?: Partial<TeamsOptions>
  web?: Partial<WebOptions>
}>

export async function startTeams({ bot = shrug, teams, web }: RigOptions = {}): Promise<TeamsRig> {
  const [identity, connector] = await Promise.all([startIdentityProvider(APP_ID), startConnector()])
  const asked: Request[] = []
  const observed: Observation[] = []
  const dropped: string[] = []
  let ids = 0
  let printed = 0
  const giveConsoleBack = captureConsole(() => {
    printed += 1
  }, everLater())

  const endpoint = createTeamsEndpoint({
    bot: (request) => {
      asked.push(request)
      return bot(request)
    },
    authentication: authenticationBy(identity.url),
    rules: { organisations: [WATERVEEN], services: { hosts: [], loopback: true }, local: false },
    firstTime: createMemory(Date.now),
    observe: (observation) => observed.push(observation),
    onDropped: (reason) => dropped.push(reason),
    clock: Date.now,
    newReference: () => '3f9a00',
    ...teams,
  })
  const server = createWebServer({
    endpoints: { '/api/messages': endpoint },
    ready: () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: () => {},
    onBroken: () => {},
    ...web,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`

  return {
    url,
    identity,
    connector,
    asked,
    observed,
    dropped,
    printed: () => printed,
    activity: (name, changes) => ({
      ...readFixture(name),
      id: `activity-${++ids}`,
      serviceUrl: connector.serviceUrl,
      ...changes,
    }),
    post: async (activity, token) =>
      post(url, activity, token ?? (await identity.sign(forService(connector)))),
    close: async () => {
      await Promise.all([server.stop(), identity.close(), connector.close()])
      giveConsoleBack()
    },
  }
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

export function readFixture(name: string): Record<string, unknown> {
  const file = new URL(`../fixtures/teams/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

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
export function authenticationBy(provider: string): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
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
    new MsalServiceClientCredentialsFactory(APP_ID, loginAt(provider)),
  )
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
