/** Credentials: how the bot proves to Teams who it is, and whose tokens it accepts. */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { BotFrameworkAuthentication } from 'botframework-connector'
import { createGetToken, type GetToken } from './bot-token.ts'

export type Credentials =
  | Readonly<{
      kind: 'secret'
      appId: string
      tenantId: string
      password: string
    }>
  | Readonly<{ kind: 'managed-identity'; appId: string; tenantId: string }>

export type Identity = Readonly<{
  /** Checks the tokens of who calls. */
  authentication: BotFrameworkAuthentication
  /** Gets the bot's own; absent in local mode. */
  getToken?: GetToken
}>

/** Without credentials the SDK checks no token at all: only for local mode. */
export function createIdentity(credentials?: Credentials): Identity {
  const factory = new ConfigurationServiceClientCredentialFactory(sdkOptions(credentials))
  const authentication = new ConfigurationBotFrameworkAuthentication({}, factory)
  return credentials === undefined
    ? { authentication }
    : { authentication, getToken: createGetToken(factory, credentials.appId) }
}

function sdkOptions(credentials?: Credentials): Record<string, string> {
  if (credentials === undefined) return {}

  const { appId, tenantId } = credentials
  const registration = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId }
  return credentials.kind === 'secret'
    ? {
        ...registration,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppPassword: credentials.password,
      }
    : { ...registration, MicrosoftAppType: 'UserAssignedMsi' }
}
