/** Outcome: what is known of a message after a call of Slack's Web API went wrong. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { reasonOf, wasNeverSent } from '../../delivery/fetch-errors.ts'
import type { Outcome } from '../../delivery/send.ts'
import { ResponseRefused } from './respond.ts'

/** A place or person that the bot cannot write to any more. */
const GONE: ReadonlySet<string> = new Set([
  'account_inactive',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_disabled',
  'user_is_bot',
  'user_not_found',
  'user_not_in_channel',
  'users_not_found',
  'cannot_dm_bot',
])

/** Worth another try: nothing happened, and it may work soon. */
const LATER: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'accesslimited',
  'team_access_not_granted',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
])

/** Slack did it, or not: it does not know itself. */
const UNKNOWN: ReadonlySet<string> = new Set(['fatal_error', 'internal_error', 'request_timeout'])

const AGAIN_IN_A_MINUTE = { throttled: false, retryAfterMs: 60_000 } as const

/** @see https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function outcomeOfError(error: unknown): Exclude<Outcome, { kind: 'sent' }> {
  if (error instanceof WebAPIRateLimitedError)
    return notSent('http-429', { throttled: true, retryAfterMs: error.retryAfter * 1000 })
  if (error instanceof WebAPIPlatformError) return outcomeOfCode(error.data.error)
  if (error instanceof WebAPIHTTPError) return outcomeOfStatus(error.statusCode)
  if (error instanceof WebAPIRequestError && wasNeverSent(error.original))
    return notSent('no-connection', { throttled: false, platformWide: true })
  if (error instanceof WebAPIRequestError)
    return { kind: 'unknown', reason: reasonOf(error.original), platformWide: true }
  return { kind: 'unknown', reason: reasonOf(error) } // such as a 429 that does not say how long
}

/**
 * Of an answer at a response_url, which says nothing of Slack's Web API: that one has just answered.
 *
 * @param error as `createRespond` throws it
 */
export function outcomeOfResponse(error: unknown): Exclude<Outcome, { kind: 'sent' }> {
  if (error instanceof ResponseRefused) return outcomeOfStatus(error.status)
  if (wasNeverSent(error)) return notSent('no-connection', AGAIN_IN_A_MINUTE)
  return { kind: 'unknown', reason: reasonOf(error) }
}

function outcomeOfCode(code: string): Exclude<Outcome, { kind: 'sent' }> {
  const reason = `slack-${code.replace(/[^a-z_]/g, '').slice(0, 40)}`
  if (LATER.has(code)) {
    return code.startsWith('rate')
      ? notSent(reason, { throttled: true })
      : notSent(reason, { ...AGAIN_IN_A_MINUTE, platformWide: true })
  }
  if (UNKNOWN.has(code)) return { kind: 'unknown', reason }
  return { kind: 'refused', reason, gone: GONE.has(code) }
}

function outcomeOfStatus(status: number): Exclude<Outcome, { kind: 'sent' }> {
  const reason = `http-${status}`
  if (status === 429) return notSent(reason, { throttled: true })
  if (status === 408 || status >= 500) return { kind: 'unknown', reason }
  return { kind: 'refused', reason, gone: false }
}

function notSent(
  reason: string,
  more: Readonly<{ throttled: boolean; platformWide?: true; retryAfterMs?: number }>,
): Exclude<Outcome, { kind: 'sent' }> {
  return { kind: 'not-sent', reason, ...more }
}
