/** Settings of the Teams package: what differs per municipality, read from the environment. */
import { z } from 'zod'

const GUID = 'must be a GUID'
const WEB_ADDRESS = 'must be a web address that starts with https://'

const developerName = says('must have 32 characters at most', {
  find: 'who offers the app, such as the name of your municipality',
})

const Settings = z.object({
  MicrosoftAppId: z.guid(says(GUID, { find: 'copy it from Azure > your bot > Configuration' })),
  TEAMS_APP_ID: z.guid(
    says(GUID, {
      find: 'make one with node -p "crypto.randomUUID()" and keep it, for Teams knows the app by it',
    }),
  ),
  /** With it the app has a tab with results, because the bot then lets people sign in. */
  ENTRA_TENANT_ID: z.preprocess(
    (value) => value || undefined,
    z
      .guid(
        says(GUID, {
          find: 'copy it from Entra > App registrations > your app > Overview > Directory (tenant) ID',
        }),
      )
      .optional(),
  ),
  PUBLIC_URL: webAddress('where this bot runs, as in Azure > your bot > Configuration'),
  TEAMS_DEVELOPER_NAME: z.string(developerName).min(1, developerName).max(32, developerName),
  TEAMS_DEVELOPER_URL: webAddress('a page where colleagues find help with the app'),
  TEAMS_PRIVACY_URL: webAddress('the page with your privacy statement'),
  TEAMS_TERMS_URL: webAddress('the page with your terms of use'),
})

/** Values for the placeholders in manifest.json, by name. */
export type Values = ReadonlyMap<string, string>
export type Environment = Readonly<Record<string, string | undefined>>

/** Tells of every setting at once what is wrong with it, so that one run is enough. */
export function readSettings(
  environment: Environment,
): Readonly<{ kind: 'values'; values: Values } | { kind: 'problems'; problems: string[] }> {
  const parsed = Settings.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path[0]?.toString()} ${message}`,
    )
    return { kind: 'problems', problems: [...new Set(problems)] }
  }
  const { ENTRA_TENANT_ID: tenant, ...always } = parsed.data
  const values = new Map(Object.entries(always))
  if (tenant !== undefined) values.set('ENTRA_TENANT_ID', tenant)
  const { hostname, origin } = new URL(always.PUBLIC_URL)
  values.set('PUBLIC_HOST', hostname).set('PUBLIC_ORIGIN', origin)
  return { kind: 'values', values }
}

function webAddress(find: string) {
  return z.url({ protocol: /^https$/, ...says(WEB_ADDRESS, { find }) })
}

/** Never quotes the value: it may be a secret in the wrong place. */
function says(must: string, { find }: Readonly<{ find: string }>) {
  return {
    error: ({ input }: Readonly<{ input?: unknown }>) => `${input ? must : 'is missing'}: ${find}.`,
  }
}
