/** Config: the environment, read once and checked before anything starts. */
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import type { SlackCredentials } from './adapters/slack/connect.ts'
import { decodeKey } from './load-secret.ts'

/** Where to find the value of a variable that is missing or wrong. */
const WHERE: Readonly<Record<string, string>> = {
  HOST: 'the address to listen on, such as 0.0.0.0',
  PORT: 'a port number; Azure > your bot > Configuration > Messaging endpoint must lead to it',
  MicrosoftAppId: 'copy it from Azure > your bot > Configuration',
  MicrosoftAppTenantId: 'copy it from Azure > your bot > Configuration',
  MicrosoftAppPassword:
    'make one at Azure > your bot > Configuration > Manage Password > New client secret',
  MicrosoftAppType:
    'SingleTenant or UserAssignedMSI; Azure makes no new MultiTenant bots since July 2025, and one would let other organisations in',
  ORGANISATIONS: 'the path of your organisations file',
  TEAMS_FILE_HOSTS: 'host names with commas between them, without https:// and path',
  TEAMS_SERVICE_HOSTS: 'host names with commas between them, without https:// and path',
  BEHIND_PROXY: 'yes when one proxy stands before the bot, else no',
  PUBLIC_URL:
    'where browsers find the bot, with https and without a path, such as https://vraagbaak.waterveen.example',
  ENTRA_TENANT_ID:
    'copy it from Entra > App registrations > your app > Overview > Directory (tenant) ID',
  ENTRA_CLIENT_ID:
    'copy it from Entra > App registrations > your app > Overview > Application (client) ID',
  ENTRA_CLIENT_SECRET:
    'make one at Entra > App registrations > your app > Certificates & secrets > New client secret',
  SLACK_SIGNING_SECRET:
    'copy it from api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret',
  SLACK_BOT_TOKEN:
    'copy it from api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token; it begins with xoxb-',
  SLACK_APP_TOKEN:
    'make one at api.slack.com/apps > your app > Basic Information > App-Level Tokens, with connections:write; it begins with xapp-',
  SLACK_PORT:
    'a port number of its own for Slack, other than PORT; leave it out to listen on PORT for both',
  SLACK_API_URL:
    'an address on this machine, to try the bot with something that plays Slack; nowhere else',
  METRICS: 'loopback or everyone',
  LOG_LEVEL: 'debug, info, warn or error',
  DATA_DIR: 'a folder on a local disk, for the database and the secret',
  DATABASE_URL: 'the address of a PostgreSQL database, such as postgres://user:password@host/name',
  CLOCK_SPEED:
    'how many times faster the clock of local mode runs, to try polls: 1 to 100000; nowhere else',
  CLOCK_FROM:
    'when the clock of local mode starts, to try polls: such as 2026-12-07T09:00:00Z; nowhere else',
  VRAAGBAAK_SECRET: 'at least 32 random bytes; make them with: openssl rand -base64 32',
}

const HostName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)

/** A cookie that only this host may set covers the whole host, so the bot has one to itself. */
const PublicUrl = z
  .url()
  .refine(isAddress)
  .transform((text) => new URL(text).origin)

const StorageSettings = z.object({
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  VRAAGBAAK_SECRET: z
    .string()
    .refine((text) => decodeKey(text) !== undefined)
    .optional(),
})

const Environment = StorageSettings.extend({
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  MicrosoftAppId: z.guid().optional(),
  MicrosoftAppTenantId: z.guid().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  ORGANISATIONS: z.string().optional(),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim()))
    .pipe(z.array(HostName))
    .default([]),
  TEAMS_FILE_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim()))
    .pipe(z.array(HostName))
    .default([]),
  BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  PUBLIC_URL: PublicUrl.optional(),
  ENTRA_TENANT_ID: z.guid().toLowerCase().optional(),
  ENTRA_CLIENT_ID: z.guid().toLowerCase().optional(),
  ENTRA_CLIENT_SECRET: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SLACK_API_URL: z.url().refine(isOnThisMachine).optional(),
  METRICS: z.enum(['loopback', 'everyone']).default('loopback'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  CLOCK_SPEED: z.coerce.number().min(1).max(100_000).default(1),
  CLOCK_FROM: z.iso.datetime({ offset: true }).optional(),
})
type Environment = z.infer<typeof Environment>

type Registration = Readonly<{ appId: string; tenantId: string }>

export type TeamsConfig =
  /** No credentials: for trying out on one machine. */
  | Readonly<{ kind: 'local' }>
  /** The bot is in Slack only. */
  | Readonly<{ kind: 'none' }>
  | (Registration & Readonly<{ kind: 'secret'; password: string }>)
  | (Registration & Readonly<{ kind: 'managed-identity' }>)

/** Of the app registration with which people sign in to the pages. */
export type EntraConfig = Readonly<{ tenantId: string; clientId: string; clientSecret: string }>

export type StorageConfig = Readonly<{ dataDir: string; databaseUrl?: string; secret?: string }>

export type Config = Readonly<{
  host: string
  port: number
  teams: TeamsConfig
  /** Hosts of the connector beside that of the commercial cloud. */
  extraServiceHosts: readonly string[]
  /** Further hosts that keep the files that people send. */
  fileHosts: readonly string[]
  /** Path of the organisations file; absent: the sample. */
  organisationsFile?: string
  behindProxy: boolean
  /** Where browsers find the bot, without a path; absent: nowhere, or on this machine. */
  publicUrl?: string
  /** Absent: nobody signs in to the pages with a work account. */
  entra?: EntraConfig
  /** Absent: the bot is not in Slack. */
  slack?: SlackCredentials
  /** Where Slack delivers, when that is not the port of all else. */
  slackPort?: number
  metricsFor: 'loopback' | 'everyone'
  logLevel: Environment['LOG_LEVEL']
  storage: StorageConfig
  /** 1, but where somebody tries in minutes what takes weeks. */
  clockSpeed: number
  /** When the clock starts, in milliseconds since the epoch; absent: now. */
  clockFrom?: number
}>

type Variables = Readonly<Record<string, string | undefined>>

/**
 * A file `.env` counts in local mode only: a server must not run on what lies in a folder.
 *
 * @throws Error with a line for each variable that is missing or wrong.
 */
export function loadConfig(variables: Variables = process.env, dotEnv = '.env'): Config {
  return parseConfig(withDotEnv(variables, dotEnv))
}

/** For commands, which need no more of the settings than this: the same rules as for the bot. */
export function loadStorageConfig(
  variables: Variables = process.env,
  dotEnv = '.env',
): StorageConfig {
  const all = withoutEmpty(withDotEnv(variables, dotEnv))
  const parsed = StorageSettings.safeParse(all)
  if (!parsed.success) throw wrongOnes(parsed.error, all)
  return storageOf(parsed.data)
}

/** For commands: which organisations the bot would serve; absent: the sample. */
export function loadOrganisationsFile(
  variables: Variables = process.env,
  dotEnv = '.env',
): string | undefined {
  return withoutEmpty(withDotEnv(variables, dotEnv))['ORGANISATIONS']
}

function withDotEnv(variables: Variables, dotEnv: string): Variables {
  const { MicrosoftAppId: appId, HOST: host } = variables
  const isLocal = !appId && isLoopback(host || '127.0.0.1')
  if (!isLocal || !existsSync(dotEnv)) return variables
  return { ...parseEnv(readFileSync(dotEnv, 'utf8')), ...variables }
}

export function parseConfig(variables: Variables): Config {
  const parsed = Environment.safeParse(withoutEmpty(variables))
  if (!parsed.success) throw wrongOnes(parsed.error, variables)

  const environment = parsed.data
  const slack = slackOf(environment)
  const teams = teamsOf(environment)
  return {
    host: environment.HOST ?? (teams.kind === 'local' ? '127.0.0.1' : '0.0.0.0'),
    port: environment.PORT,
    teams,
    extraServiceHosts: environment.TEAMS_SERVICE_HOSTS,
    fileHosts: environment.TEAMS_FILE_HOSTS,
    organisationsFile: environment.ORGANISATIONS,
    behindProxy: environment.BEHIND_PROXY === 'yes',
    ...(environment.PUBLIC_URL === undefined ? {} : { publicUrl: environment.PUBLIC_URL }),
    ...entraOf(environment),
    ...slack,
    ...(environment.SLACK_PORT === undefined ? {} : { slackPort: environment.SLACK_PORT }),
    metricsFor: environment.METRICS,
    logLevel: environment.LOG_LEVEL,
    storage: storageOf(environment),
    ...clockOf(environment, teams),
  }
}

/** What a browser sends over http can be read on the way, but not on one machine. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text)
  const isBare = pathname === '/' && `${search}${hash}${username}${password}` === ''
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isBare && isSafe
}

function storageOf(settings: z.infer<typeof StorageSettings>): StorageConfig {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, VRAAGBAAK_SECRET: secret } = settings
  return {
    dataDir,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(secret === undefined ? {} : { secret }),
  }
}

/** In earnest it would send next month's messages today. */
function clockOf(
  { CLOCK_SPEED: clockSpeed, CLOCK_FROM: from }: Environment,
  { kind }: TeamsConfig,
): Pick<Config, 'clockSpeed' | 'clockFrom'> {
  const set = [...(clockSpeed === 1 ? [] : ['CLOCK_SPEED']), ...(from ? ['CLOCK_FROM'] : [])]
  if (set.length > 0 && kind !== 'local')
    throw refusal(set.map((name) => `${name} is wrong: ${WHERE[name]}.`))
  return { clockSpeed, ...(from === undefined ? {} : { clockFrom: Date.parse(from) }) }
}

/** Without an app id the SDK checks no token, so then only this machine may reach the bot. */
function teamsOf(environment: Environment): TeamsConfig {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = environment
  const { MicrosoftAppPassword: password, MicrosoftAppType: type } = environment
  const isNothingSet = appId === undefined && tenantId === undefined && password === undefined
  const without = isNothingSet ? withoutTeams(environment) : undefined
  if (without !== undefined) return without

  if (appId === undefined || tenantId === undefined || (type === 'SingleTenant' && !password))
    throw refusal(missingIn(environment))
  return type === 'SingleTenant' && password !== undefined
    ? { kind: 'secret', appId, tenantId, password }
    : { kind: 'managed-identity', appId, tenantId }
}

function withoutTeams({ SLACK_BOT_TOKEN, HOST }: Environment): TeamsConfig | undefined {
  if (SLACK_BOT_TOKEN !== undefined) return { kind: 'none' }
  return isLoopback(HOST ?? '127.0.0.1') ? { kind: 'local' } : undefined
}

function missingIn(environment: Environment): readonly string[] {
  const needed = ['MicrosoftAppId', 'MicrosoftAppTenantId'] as const
  const secret =
    environment.MicrosoftAppType === 'SingleTenant' ? (['MicrosoftAppPassword'] as const) : []
  return missingOf([...needed, ...secret], environment)
}

/** Entra ID sends people back to the address that its app registration names, so that must be known. */
function entraOf(environment: Environment): Pick<Config, 'entra'> {
  const { ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId } = environment
  const { ENTRA_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = environment
  if (tenantId === undefined && clientId === undefined && clientSecret === undefined) return {}

  if (tenantId && clientId && clientSecret && publicUrl)
    return { entra: { tenantId, clientId, clientSecret } }
  const needed = ['ENTRA_TENANT_ID', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET', 'PUBLIC_URL']
  throw refusal(missingOf(needed, environment))
}

/** A token without a way for Slack to deliver, or a way without a token, is half a configuration. */
function slackOf(environment: Environment): Pick<Config, 'slack'> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = environment
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = environment
  if (botToken === undefined && signingSecret === undefined && appToken === undefined) return {}

  if (botToken === undefined) throw refusal(missingOf(['SLACK_BOT_TOKEN'], environment))
  const common = { botToken, ...(apiUrl === undefined ? {} : { apiUrl }) }
  if (appToken !== undefined) return { slack: { kind: 'socket', appToken, ...common } }
  if (signingSecret !== undefined) return { slack: { kind: 'http', signingSecret, ...common } }
  throw refusal(missingOf(['SLACK_SIGNING_SECRET'], environment))
}

function missingOf(names: readonly string[], environment: Environment): readonly string[] {
  const set = new Map<string, unknown>(Object.entries(environment))
  return names
    .filter((name) => set.get(name) === undefined)
    .map((name) => `${name} is missing: ${WHERE[name]}.`)
}

function wrongOnes({ issues }: z.ZodError, variables: Variables): Error {
  return refusal(issues.map(({ path }) => isWrong(String(path[0]), variables)))
}

/** Never quotes the value: it may be a secret in the wrong place. */
function isWrong(name: string, variables: Variables): string {
  return `${name} is ${variables[name] ? 'wrong' : 'missing'}: ${WHERE[name]}.`
}

function refusal(lines: readonly string[]): Error {
  return new Error([...new Set(lines)].join('\n'))
}

/** `NAME=` in a container's settings means that it is not set. */
function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
}

/** What is no address is refused as such. */
function isOnThisMachine(text: string): boolean {
  return URL.canParse(text) && isLoopback(new URL(text).hostname)
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host)
}
