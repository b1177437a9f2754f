/**
 * Clients: Slack's own client of its Web API, one for what somebody waits for and one for messages to many.
 *
 * A client that is told to wait keeps everything waiting that it was given, so each has its own. One
 * call is one request: whether it is made again is decided by who keeps the message.
 */
import { type Logger, LogLevel, WebClient } from '@slack/web-api'

export type Clients = Readonly<{
  interactive: WebClient
  bulk: WebClient
}>

export type ClientOptions = Readonly<{
  token: string
  /** Another than Slack's own in tests. */
  apiUrl?: string
  timeoutMs?: number
}>

const TIMEOUT_MS = 10_000
const BULK_AT_ONCE = 2

export function createClients({ token, apiUrl, timeoutMs = TIMEOUT_MS }: ClientOptions): Clients {
  const options = {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger: SILENT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
  }
  return {
    interactive: new WebClient(token, options),
    bulk: new WebClient(token, { ...options, maxRequestConcurrency: BULK_AT_ONCE }),
  }
}

const nothing = (): void => undefined

/** The library's lines hold what was sent; what went wrong is told by the errors. */
export const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}
