/**
 * Gate: what must be true of a request before Slack's library reads it.
 *
 * The library checks the signature, and that the time is not long ago; here are what it lets
 * through: a body of any size, a time in the future, and a time that only looks like a number. A body
 * that is no object would end the process in it, after the signature.
 *
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../contract/ports.ts'

/** Of a body in bytes; what Slack sends stays far below. */
export const MAX_BODY = 512 * 1024
/** A request that is older was listened to and is sent again. */
const WINDOW_S = 300

export type Passed =
  | Readonly<{ kind: 'passed'; rawBody: Buffer }>
  | Readonly<{ kind: 'refused'; status: 400 | 401 | 405 | 413 | 415 }>

export async function passGate(request: IncomingMessage, clock: Clock): Promise<Passed> {
  const status = refusalOf(request, clock())
  if (status !== undefined) return { kind: 'refused', status }
  const rawBody = await readBody(request)
  if (rawBody === 'too-large') return { kind: 'refused', status: 413 }
  if (rawBody === 'broken-off' || !holdsObject(rawBody)) return { kind: 'refused', status: 400 }
  return { kind: 'passed', rawBody }
}

function refusalOf({ method, headers, headersDistinct }: IncomingMessage, now: number) {
  if (method !== 'POST') return 405
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding.trim().toLowerCase() !== 'identity') return 415
  if (!isSlacksType(headers['content-type'])) return 415
  const signature = onlyOne(headersDistinct['x-slack-signature'])
  const timestamp = onlyOne(headersDistinct['x-slack-request-timestamp'])
  if (signature === undefined || !/^v0=[0-9a-f]{64}$/.test(signature)) return 401
  return timestamp !== undefined && isNow(timestamp, now) ? undefined : 401
}

/** Exactly as Slack sends it: the library compares the whole text. */
const isSlacksType = (type: string | undefined): boolean =>
  type === 'application/json' || type === 'application/x-www-form-urlencoded'

/** Sent twice, one could be checked and the other believed. */
const onlyOne = (values: readonly string[] | undefined): string | undefined =>
  values?.length === 1 ? values[0] : undefined

const isNow = (timestamp: string, now: number): boolean =>
  /^\d{10}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= WINDOW_S

/** In JSON, or as the payload of a form; other forms are objects of themselves. */
const holdsObject = (rawBody: Buffer): boolean =>
  /^\s*\{/.test(rawBody.toString('latin1', 0, 100)) || isForm(rawBody.toString('latin1'))

const isForm = (text: string): boolean =>
  /^[^\s"[=]+=/.test(text) && !/(?:^|&)payload=(?!%7B|\{)/i.test(text)

async function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'broken-off'> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length
      if (size > MAX_BODY) return 'too-large'
      parts.push(part)
    }
  } catch {
    return 'broken-off'
  }
  return Buffer.concat(parts)
}
