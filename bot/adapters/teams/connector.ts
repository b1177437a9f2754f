/**
 * Connector: one call to the service that carries messages to Teams, and what is known of its outcome.
 *
 * The SDK's client repeats a message after a 5xx, so that it can arrive twice, and waits for ever;
 * here one call is one request, and what to do next is decided by who keeps the message.
 */
import type { Clock } from '../../contract/ports.ts'
import { reasonOf, wasNeverSent } from '../../delivery/fetch-errors.ts'
import type { Outcome } from '../../delivery/send.ts'
import type { GetToken } from './bot-token.ts'
import { parseRetryAfter } from './retry-after.ts'
import { type AllowedServices, isAllowedServiceUrl } from './service-url.ts'

export type Called =
  | Readonly<{ kind: 'accepted'; body: unknown; calls: number }>
  | (Exclude<Outcome, { kind: 'sent' }> & Readonly<{ calls: number }>)

/** Posts JSON to a path below the service URL; never throws. */
export type Connector = (serviceUrl: string, path: string, body: unknown) => Promise<Called>

export type ConnectorOptions = Readonly<{
  /** Absent in local mode: then no token is sent. */
  getToken?: GetToken
  services: AllowedServices
  clock: Clock
  timeoutMs?: number
}>

const TIMEOUT_MS = 10_000
/** A login that works again is noticed within this time, however long it was away. */
const LOGIN_AGAIN_MS = 20_000

export function createConnector(options: ConnectorOptions): Connector {
  return async (serviceUrl, path, body) => {
    if (!isAllowedServiceUrl(serviceUrl, options.services))
      return { kind: 'refused', reason: 'service-not-allowed', gone: false, calls: 0 }

    const url = `${serviceUrl.replace(/\/$/, '')}/${path}`
    const first = await callWithToken(url, body, { ...options, renewed: false })
    if (!isUnauthorized(first) || options.getToken === undefined) return first

    const second = await callWithToken(url, body, { ...options, renewed: true })
    return { ...second, calls: second.calls + first.calls }
  }
}

function isUnauthorized(called: Called): boolean {
  return called.kind === 'refused' && called.reason === 'http-401'
}

async function callWithToken(
  url: string,
  body: unknown,
  options: ConnectorOptions & { renewed: boolean },
): Promise<Called> {
  let token: string | undefined
  try {
    token = await options.getToken?.(options.renewed)
  } catch {
    return notSent('no-token', LOGIN_AGAIN_MS)
  }
  return call(url, { body: JSON.stringify(body), token }, options)
}

async function call(
  url: string,
  { body, token }: { body: string; token: string | undefined },
  { clock, timeoutMs = TIMEOUT_MS }: ConnectorOptions,
): Promise<Called> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      redirect: 'manual', // the token is for this address only
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { ...outcomeOf(response, await readBody(response), clock()), calls: 1 }
  } catch (error) {
    return wasNeverSent(error)
      ? { ...notSent('no-connection'), calls: 1 }
      : { kind: 'unknown', reason: reasonOf(error), platformWide: true, calls: 1 }
  }
}

/** Nobody could be reached, so nothing was sent. */
function notSent(reason: string, retryAfterMs?: number): Called {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs }
  return { kind: 'not-sent', reason, throttled: false, platformWide: true, calls: 0, ...wait }
}

type Answered = Called extends infer C ? (C extends Called ? Omit<C, 'calls'> : never) : never

const GONE: readonly number[] = [403, 404, 410]

/** What a status means for the message (RFC 9110); only a 2xx or 4xx is definite. */
function outcomeOf({ status, ok, headers }: Response, body: unknown, now: number): Answered {
  const reason = `http-${status}`
  if (ok) return { kind: 'accepted', body }
  if (status === 429) {
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now)
    return { kind: 'not-sent', reason, throttled: true, ...(retryAfterMs && { retryAfterMs }) }
  }
  if (status === 412) return { kind: 'not-sent', reason, throttled: false }
  if (status === 408 || status >= 500) return { kind: 'unknown', reason }
  return { kind: 'refused', reason, gone: GONE.includes(status) }
}

const MAX_BODY = 64 * 1024

/** What cannot be read to its end is no answer, but the status stands. */
async function readBody({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of body ?? []) {
      size += part.length
      if (size > MAX_BODY) return undefined
      parts.push(part)
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}
