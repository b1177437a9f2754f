/** Web API: one call of a method: who may, how often, what goes wrong, and the method itself. */

import { isRecord } from './check-kit.ts'
import type { Incoming, Outgoing } from './http.ts'
import type { Method, Said } from './method.ts'
import { chatMethods } from './methods-chat.ts'
import { directoryMethods } from './methods-directory.ts'
import { viewMethods } from './methods-views.ts'
import { APP, BOT, BOT_ID, TEAM } from './people.ts'
import { createRates, type Rates } from './rates.ts'
import type { State } from './state.ts'
import type { Fault, Json, SlackCall } from './types.ts'

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    call: (_, { is }) => ({
      url: `${is.url}/`,
      team: 'Gemeente Waterveen',
      user: 'vraagbaak',
      team_id: TEAM,
      user_id: BOT,
      bot_id: BOT_ID,
      app_id: APP,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    call: (_, { is, newId }) => ({
      url: `${is.url.replace('http:', 'ws:')}/link/?ticket=${newId('')}&app_id=${APP}`,
    }),
  },
  ...chatMethods,
  ...directoryMethods,
  ...viewMethods,
}

export type WebApi = (incoming: Incoming, method: string) => Outgoing

export function createWebApi(state: State): WebApi {
  const rates = createRates()
  return (incoming, method) => {
    const args = readArgs(incoming)
    const fault = takeFault(state, method)
    const answered = isAccepting(fault)
      ? say(answer(incoming, method, args, { state, rates }))
      : undefined
    const outgoing = fault === undefined && answered ? answered : faultAnswer(fault)
    note(state, { method, args, outgoing, userAgent: incoming.headers['user-agent'] ?? '' })
    return outgoing
  }
}

/** What was asked happens, whether or not the caller hears of it. */
const isAccepting = (fault: Fault | undefined): boolean =>
  fault === undefined || (typeof fault === 'string' && fault.startsWith('accept-'))

export function takeFault(state: State, method: string): Fault | undefined {
  const index = state.faults.findIndex((fault) => fault.method === method || fault.method === '*')
  const found = state.faults[index]
  if (found === undefined) return undefined
  found.times -= 1
  if (found.times <= 0) state.faults.splice(index, 1)
  return found.fault
}

export function faultAnswer(fault: Fault | undefined): Outgoing {
  if (fault === undefined) return { status: 500, body: '' }
  if (fault === 'hang' || fault === 'accept-then-hang') return 'hang'
  if (fault === 'reset' || fault === 'accept-then-reset') return 'reset'
  if (fault === 'accept-then-500') return { status: 500, body: '' }
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } }
  return fault.status === 429 ? tooMany(fault.retryAfter) : { status: fault.status, body: '' }
}

const tooMany = (seconds: number): Outgoing => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
})

const say = (said: Said | Outgoing): Outgoing => {
  if (typeof said === 'string' || ('status' in said && 'body' in said)) return said as Outgoing // by its fields
  return { status: 200, body: { ok: said.error === undefined, ...said } }
}

function answer(
  { headers }: Incoming,
  name: string,
  args: Json,
  { state, rates }: Readonly<{ state: State; rates: Rates }>,
): Said | Outgoing {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  if (method === undefined) return { error: 'unknown_method' }

  const token = headers.authorization?.replace(/^Bearer /, '') ?? args['token']
  const refused = refusalOf(token, method, state)
  if (refused !== undefined) return refused

  const channel = typeof args['channel'] === 'string' ? args['channel'] : undefined
  const isLimited = state.options.limits !== 'none'
  const retryAfter = isLimited ? rates.take(name, channel, state.now()) : undefined
  return retryAfter === undefined ? method.call(args, state) : tooMany(retryAfter)
}

function refusalOf(token: unknown, method: Method, state: State): Said | undefined {
  if (token === undefined || token === '') return { error: 'not_authed' }
  if (token !== state.botToken && token !== state.appToken) return { error: 'invalid_auth' }
  const isRight = token === (method.token === 'app' ? state.appToken : state.botToken)
  if (!isRight) return { error: 'not_allowed_token_type' }
  if (!state.is.installed) return { error: 'account_inactive' }
  return scopeRefusal(method.scopes ?? [], state)
}

function scopeRefusal(needed: readonly string[], { options }: State): Said | undefined {
  const provided = options.scopes
  if (provided === undefined || needed.length === 0) return undefined
  if (needed.some((scope) => provided.includes(scope))) return undefined
  return { error: 'missing_scope', needed: needed.join(','), provided: provided.join(',') }
}

/** Arguments come as a form, with JSON in strings, or as JSON. */
export function readArgs({ headers, body }: Incoming): Json {
  if (headers['content-type']?.startsWith('application/json') !== true)
    return Object.fromEntries(
      [...new URLSearchParams(body)].map(([key, value]) => [key, unwrap(key, value)]),
    )
  const parsed = parse(body)
  return isRecord(parsed) ? parsed : {}
}

const IN_JSON = ['blocks', 'view', 'attachments', 'metadata']
const unwrap = (key: string, value: string): unknown =>
  IN_JSON.includes(key) ? parse(value) : value

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function note(
  state: State,
  {
    method,
    args,
    outgoing,
    userAgent,
  }: Readonly<{ method: string; args: Json; outgoing: Outgoing; userAgent: string }>,
): void {
  const { token: _, ...shown } = args
  const answered = typeof outgoing === 'string' ? { status: 0, body: undefined } : outgoing
  const body: Json = isRecord(answered.body) ? answered.body : {}
  const error = body['error']
  const call: SlackCall = {
    number: state.log.length + 1,
    method,
    args: shown,
    status: answered.status,
    ok: answered.status === 200 && body['ok'] !== false,
    ...(typeof error === 'string' && { error }),
    at: state.now(),
    userAgent,
  }
  state.log.push(call)
  state.changed()
}
