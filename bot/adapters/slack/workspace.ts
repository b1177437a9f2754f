/**
 * Workspace: which organisation the bot serves in Slack.
 *
 * The token is of one workspace, and Slack tells of which. Until it did, nobody is served; that
 * Slack is down must hold up nothing else.
 */
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Organisation } from '../../contract/organisation.ts'

export type Workspace = Readonly<{
  /** Asks Slack until it answers. @throws Error for a token that Slack does not know */
  connect: () => Promise<void>
  organisationOf: (team: string) => Organisation | undefined
  /** False until Slack told which workspace it is: what comes in then must be delivered again. */
  isKnown: () => boolean
  stop: () => void
}>

export type WorkspaceOptions = Readonly<{
  client: WebClient
  organisations: readonly Organisation[]
  onFailed: (error: unknown) => void
  againMs?: number
}>

const AGAIN_MS = 15_000
const BAD_TOKEN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
])

/** Slack answered, and will answer the same until somebody puts in another token. */
export const isBadToken = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && BAD_TOKEN.has(error.data.error)

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { client, organisations, onFailed, againMs = AGAIN_MS } = options
  let served: ReadonlyMap<string, Organisation> = new Map()
  let timer: NodeJS.Timeout | undefined

  const ask = async (): Promise<void> => {
    const { team_id: team = '', enterprise_id: enterprise } = await client.auth.test()
    served = servedIn([team, ...(enterprise === undefined ? [] : [enterprise])], organisations)
  }
  const again = (error: unknown): void => {
    onFailed(error)
    timer = setTimeout(() => void ask().catch(again), againMs)
    timer.unref()
  }
  return {
    connect: async () => {
      try {
        await ask()
      } catch (error) {
        if (!isOutage(error)) throw refusalOf(error)
        again(error)
      }
    },
    organisationOf: (team) => served.get(team),
    isKnown: () => served.size > 0,
    stop: () => clearTimeout(timer),
  }
}

/** The one that names the workspace, else the only one there is. */
function servedIn(
  teams: readonly string[],
  organisations: readonly Organisation[],
): ReadonlyMap<string, Organisation> {
  const named = organisations.find(({ slackTeams = [] }) =>
    teams.some((id) => slackTeams.includes(id)),
  )
  const [only, ...others] = organisations
  const one = named ?? (others.length === 0 && only?.slackTeams === undefined ? only : undefined)
  if (one === undefined) throw new NotServed(teams)
  return new Map([...teams, ...(one.slackTeams ?? [])].map((team) => [team, one]))
}

class NotServed extends Error {
  constructor([team]: readonly string[]) {
    super(
      `SLACK_BOT_TOKEN is of workspace ${team}, which no organisation names: put it under slackTeams in your organisations file.`,
    )
  }
}

const isOutage = (error: unknown): boolean => !(error instanceof NotServed || isBadToken(error))

const refusalOf = (error: unknown): unknown =>
  error instanceof NotServed
    ? error
    : new Error(
        'SLACK_BOT_TOKEN is refused by Slack: copy it from api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token.',
        { cause: error },
      )
