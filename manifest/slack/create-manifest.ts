/** Create the Slack app manifest of one municipality from its settings, checked, as a text to paste. */
import { checkManifest } from './check-manifest.ts'
import { type Connection, slackManifest } from './manifest.ts'

type Environment = Readonly<Record<string, string | undefined>>

export type CreatedManifest = Readonly<
  | { kind: 'manifest'; text: string; connection: Connection['kind'] }
  | { kind: 'problems'; problems: readonly string[] }
>

/** @param isSocket asked for before there is a token, which Slack gives only to an app that exists */
export function createSlackManifest(environment: Environment, isSocket = false): CreatedManifest {
  const connection = connectionOf(environment, isSocket)
  if (typeof connection === 'string') return { kind: 'problems', problems: [connection] }

  const manifest = slackManifest(connection)
  const problems = checkManifest(manifest)
  if (problems.length > 0) return { kind: 'problems', problems }
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`
  return { kind: 'manifest', text, connection: connection.kind }
}

/** Never quotes a value: it may be a secret in the wrong place. */
function connectionOf(environment: Environment, isSocket: boolean): Connection | string {
  const { SLACK_APP_TOKEN: token, PUBLIC_URL: publicUrl } = environment
  if (token && !token.startsWith('xapp-'))
    return 'SLACK_APP_TOKEN must start with xapp-: copy it from api.slack.com/apps > your app > Basic Information > App-Level Tokens.'
  if (isSocket || token) return { kind: 'socket' }
  if (!publicUrl)
    return 'PUBLIC_URL is missing: where Slack finds the bot, such as https://vraagbaak.waterveen.example. Can nobody reach it from outside? Then add --socket.'
  return isOrigin(publicUrl)
    ? { kind: 'http', publicUrl }
    : 'PUBLIC_URL must be a web address that starts with https:// and has no path.'
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return protocol === 'https:' && href === `${origin}/`
}
