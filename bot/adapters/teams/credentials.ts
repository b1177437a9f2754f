/** Credentials: how the bot proves to Teams who it is, and whose tokens it accepts. */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { BotFrameworkAuthentication } from 'botframework-connector'

export type Credentials =
  | Readonly<{
      kind: 'secret'
      appId: string
      tenantId: string
      password: string
    }>
  | Readonly<{ kind: 'managed-identity'; appId: string; tenantId: string }>

/** Without credentials the SDK checks no token at all: only for local mode. */
export function createAuthentication(credentials?: Credentials): BotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {},
    new ConfigurationServiceClientCredentialFactory(sdkOptions(credentials)),
  )
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
