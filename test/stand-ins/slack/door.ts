/** Door: brings to the bot what happens in Slack, again when it does not answer. */
import { request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { isRecord } from './check-kit.ts'
import { sign } from './sign.ts'
import type { Sockets } from './sockets.ts'
import type { State } from './state.ts'
import type { Acknowledged, Json, Raw, RawAnswer } from './types.ts'

type Kind = Acknowledged['kind']
export type Letter = Readonly<{ kind: Kind; type: string; payload: Json }>

export type Door = Readonly<{
  /** Resolves when the bot has taken it, or Slack gave up; an event is tried four times. */
  deliver: (letter: Letter) => Promise<Acknowledged>
  sendRaw: (raw: Raw) => Promise<RawAnswer>
  quiet: () => Promise<void>
  /** Nobody waits any more for a bot that does not come back. */
  close: () => void
}>

const RETRY_AFTER_MS = [0, 60_000, 300_000]
const ENVELOPES: Readonly<Record<Kind, string>> = {
  event: 'events_api',
  command: 'slash_commands',
  interaction: 'interactive',
}

export function createDoor(state: State, sockets: Sockets): Door {
  const is = { underWay: 0, closed: false }
  const post = poster(state)
  const isReachable = () => is.closed || state.is.botUrl !== undefined || sockets.count() > 0

  const once = async (letter: Letter, retry: Retry): Promise<Tried> => {
    if (state.is.botUrl !== undefined) return overHttp(post, letter, retry)
    const start = performance.now()
    const heard = await sockets.send(envelopeOf(letter, retry))
    const tookMs = performance.now() - start
    return { via: 'socket', status: heard ? 200 : 0, body: heard?.payload, tookMs, isFinal: false }
  }
  const deliver = async (letter: Letter): Promise<Acknowledged> => {
    let tried = await once(letter, { num: 0, reason: '' })
    let num = 0
    const mayRetry = () =>
      letter.kind === 'event' && !isTaken(tried) && !tried.isFinal && !is.closed
    while (num < RETRY_AFTER_MS.length && mayRetry()) {
      num += 1
      const retry = { num, reason: tried.status === 0 ? 'http_timeout' : 'http_error' }
      await (state.options.schedule ?? atOnce)(
        async () => {
          await state.waitFor(isReachable)
          tried = await once(letter, retry)
        },
        RETRY_AFTER_MS[num - 1] ?? 0,
      )
    }
    const { isFinal: _, ...told } = tried
    const eventId = letter.payload['event_id']
    return {
      kind: letter.kind,
      type: letter.type,
      ...told,
      retryNum: num,
      problems: [],
      ...(typeof eventId === 'string' && { eventId }),
    }
  }
  return {
    deliver: async (letter) => {
      is.underWay += 1
      const ack = await deliver(letter)
      is.underWay -= 1
      state.acks.push(ack)
      state.changed()
      return ack
    },
    sendRaw: ({ body, timestamp = seconds(state), signature, headers = {} }) =>
      post(body, {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        ...signed(signature ?? sign(body, timestamp, state.signingSecret)),
        ...headers,
      }),
    quiet: async () => {
      await state.waitFor(() => is.underWay === 0)
    },
    close: () => {
      is.closed = true
      state.changed()
    },
  }
}

const atOnce = (retry: () => Promise<void>): Promise<void> => retry()
const isTaken = ({ status }: Tried): boolean => status >= 200 && status < 300
const signed = (signature: string): Headers =>
  signature === '' ? {} : { 'x-slack-signature': signature }
const seconds = ({ now }: State): string => String(Math.floor(now() / 1_000))

type Headers = Readonly<Record<string, string>>
type Retry = Readonly<{ num: number; reason: string }>
type Tried = Readonly<{
  via: 'http' | 'socket'
  status: number
  body: unknown
  tookMs: number
  /** The bot asked not to be told again. */
  isFinal: boolean
}>
type Posted = RawAnswer & Readonly<{ isFinal: boolean }>
type Post = (body: string, headers: Headers) => Promise<Posted>

function envelopeOf({ kind, payload }: Letter, { num, reason }: Retry): Json {
  const isEvent = kind === 'event'
  return {
    payload,
    type: ENVELOPES[kind],
    accepts_response_payload: !isEvent,
    ...(isEvent && { retry_attempt: num, retry_reason: reason }),
  }
}

async function overHttp(
  post: Post,
  { kind, payload }: Letter,
  { num, reason }: Retry,
): Promise<Tried> {
  const headers: Headers =
    num === 0 ? {} : { 'x-slack-retry-num': String(num), 'x-slack-retry-reason': reason }
  const answered = await post(bodyOf(kind, payload), {
    'content-type': kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
    ...headers,
  })
  return { ...answered, via: 'http', body: parse(answered.body) }
}

function bodyOf(kind: Kind, payload: Json): string {
  if (kind === 'event') return JSON.stringify(payload)
  const form = kind === 'interaction' ? { payload: JSON.stringify(payload) } : payload
  return new URLSearchParams(
    Object.entries(form).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
}

function parse(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : text
  } catch {
    return text // an answer to a command may be plain text
  }
}

/** On a connection of its own; status 0 when it failed or took too long. */
function poster(state: State): Post {
  return (body, given) => {
    const timestamp = seconds(state)
    const headers = {
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': timestamp,
      ...('x-slack-request-timestamp' in given
        ? {}
        : { 'x-slack-signature': sign(body, timestamp, state.signingSecret) }),
      ...given,
    }
    return exchanged({
      url: state.is.botUrl ?? '',
      body,
      headers,
      patienceMs: state.options.patienceMs ?? 3_000,
    })
  }
}

type Sending = Readonly<{ url: string; body: string; headers: Headers; patienceMs: number }>

function exchanged({ url, body, headers, patienceMs }: Sending): Promise<Posted> {
  const start = performance.now()
  const took = () => performance.now() - start
  return new Promise((resolve) => {
    const none = () => resolve({ status: 0, body: '', tookMs: took(), isFinal: false })
    const sent = request(url, { method: 'POST', headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('error', none)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: text,
          tookMs: took(),
          isFinal: response.headers['x-slack-no-retry'] === '1',
        }),
      )
    })
    const timer = setTimeout(() => sent.destroy(), patienceMs)
    sent.on('close', () => clearTimeout(timer))
    sent.on('error', none)
    sent.on('close', none) // settled already, unless it was cut off
    sent.end(body)
  })
}
