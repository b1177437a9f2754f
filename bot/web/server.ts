/**
 * Web server: the routes of the bot, and every guard that stands before the first of its own code.
 *
 * restify 12 ends the process on a body whose Content-Encoding it cannot undo, before anybody has
 * shown a token, so compressed bodies are refused on every route before anything else happens.
 *
 * @see https://github.com/restify/node-restify/issues/1785
 */
import type { Server as HttpServer, IncomingMessage, RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import restify, { type Next, type Request, type Response } from 'restify'
import type { Endpoint, Outgoing } from './endpoint.ts'
import { answerPage, isPage } from './pages.ts'
import { readJson } from './read-json.ts'
import type { Site } from './site.ts'

/** Durations in milliseconds, sizes in bytes. */
export type Limits = Readonly<{
  bodyBytes: number
  headerBytes: number
  headersTimeoutMs: number
  requestTimeoutMs: number
  /** How often connections are checked against the time-outs. */
  checkEveryMs: number
  /** How long a stop waits for requests that are being answered. */
  drainMs: number
}>

const LIMITS: Limits = {
  bodyBytes: 100 * 1024,
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 10_000,
  checkEveryMs: 1_000,
  drainMs: 10_000,
}

export type WebOptions = Readonly<{
  /** Path -> who answers a POST of JSON to it. */
  endpoints: Readonly<Record<string, Endpoint>>
  /**
   * Takes every path under the prefix as it came, before anything of it was read: Slack's signature is
   * over the bytes.
   */
  unread?: Readonly<{ prefix: string; listener: RequestListener }>
  /** For browsers; every path under the prefix is the site's. */
  pages?: Readonly<{ prefix: string; site: Site }>
  /** False while what an answer needs is missing, such as the store. */
  ready: () => Promise<boolean>
  /** The metrics in Prometheus' text format. */
  metrics: () => Promise<string>
  /** Loopback: only from this machine, and not through a proxy on it. */
  metricsFor: 'loopback' | 'everyone'
  /** True when one proxy stands before the bot; its X-Forwarded-For then tells who calls. */
  behindProxy: boolean
  onAnswered: (route: string, status: number) => void
  onBroken: (error: unknown) => void
  limits?: Partial<Limits>
}>

export type WebServer = Readonly<{
  /** Resolves to the port, which matters when 0 was asked for. */
  listen: (port: number, host: string) => Promise<number>
  /** Lets running requests finish, then closes every connection. */
  stop: () => Promise<void>
}>

export function createWebServer(options: WebOptions): WebServer {
  const limits = { ...LIMITS, ...options.limits }
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false })
  const http = server.server as HttpServer // restify's type also allows for TLS and spdy
  let stopping = false

  boundConnections(http, limits)
  server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.destroy())
  server.pre(refuseUnreadable)
  if (options.pages !== undefined) server.pre(toPages(options.pages, options))
  addRoutes(server, options, { limits, ready: async () => !stopping && (await options.ready()) })
  hideErrors(server, options)
  if (options.unread !== undefined) leadAround(http, options.unread, options)
  server.on('after', (request: Request, response: Response) =>
    options.onAnswered(routeOf(request, options), response.statusCode),
  )

  return {
    listen: (port, host) => listen(http, port, host),
    stop: () => {
      stopping = true
      return stop(http, limits.drainMs)
    },
  }
}

/** restify listens last: what is not for it never reaches it. */
function leadAround(
  http: HttpServer,
  { prefix, listener }: NonNullable<WebOptions['unread']>,
  { onAnswered }: WebOptions,
): void {
  const others = http.listeners('request') as RequestListener[] // what restify put there
  http.removeAllListeners('request')
  http.on('request', (request, response) => {
    if (!request.url?.startsWith(prefix)) {
      for (const other of others) other.call(http, request, response)
      return
    }
    response.once('finish', () => onAnswered(prefix, response.statusCode))
    listener(request, response)
  })
}

/** restify takes none of these as an option, but node reads them from the server when it listens. */
function boundConnections(http: HttpServer, limits: Limits): void {
  Object.assign(http, {
    maxHeaderSize: limits.headerBytes,
    connectionsCheckingInterval: limits.checkEveryMs,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
  })
}

/** The first code that sees a request: what is refused here reaches neither parser nor router. */
function refuseUnreadable(request: Request, response: Response, next: Next): void {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    refuse(response, 415)
    next(false)
    return
  }
  if (!isTarget(request.url)) {
    refuse(response, 400)
    next(false)
    return
  }
  next()
}

/** restify's router throws, outside any handler, on a target that is no URL. */
function isTarget(target: string | undefined): boolean {
  return target !== undefined && URL.canParse(target, 'http://host.invalid')
}

/** Before the router, which knows neither every method nor every path that a page must answer. */
function toPages(
  { prefix, site }: NonNullable<WebOptions['pages']>,
  { behindProxy, onBroken }: WebOptions,
) {
  const addressOfPage = (request: IncomingMessage) => addressOf(request, behindProxy)
  const given = { site, addressOf: addressOfPage, onBroken }
  return (request: Request, response: Response, next: Next): void => {
    if (!isPage(request.url, prefix)) {
      next()
      return
    }
    answerPage(request, response, given).then(() => next(false), next)
  }
}

function addRoutes(
  server: restify.Server,
  options: WebOptions,
  { limits, ready }: { limits: Limits; ready: () => Promise<boolean> },
): void {
  for (const [path, endpoint] of Object.entries(options.endpoints)) {
    server.post(path, async (request: Request, response: Response) => {
      send(response, await answerJson(request, endpoint, { options, limits }))
    })
  }
  server.get('/health', async (_request: Request, response: Response) =>
    send(response, { status: 200, body: { status: 'alive' } }),
  )
  server.get('/ready', async (_request: Request, response: Response) =>
    send(response, (await ready()) ? { status: 200, body: { status: 'ready' } } : { status: 503 }),
  )
  server.get('/metrics', async (request: Request, response: Response) => {
    if (options.metricsFor === 'loopback' && !isFromThisMachine(request)) refuse(response, 403)
    else response.sendRaw(200, await options.metrics(), { 'Content-Type': METRICS_TYPE })
  })
}

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

async function answerJson(
  request: Request,
  endpoint: Endpoint,
  { options, limits }: { options: WebOptions; limits: Limits },
): Promise<Outgoing> {
  if (!isJson(request.headers['content-type'])) return { status: 415 }

  const body = await readJson(request, limits.bodyBytes)
  if (body.kind === 'too-large') return { status: 413 }
  if (body.kind !== 'json') return { status: 400 }

  return endpoint({
    body: body.value,
    authorization: request.headers.authorization ?? '',
    remoteAddress: addressOf(request, options.behindProxy),
  })
}

function isJson(contentType = ''): boolean {
  const [type, ...parameters] = contentType.toLowerCase().split(';')
  return (
    type?.trim() === 'application/json' &&
    parameters.every((parameter) => !/charset/.test(parameter) || /utf-?8/.test(parameter))
  )
}

/** The last address that the proxy added is the one it saw; those before it can be made up. */
function addressOf(request: IncomingMessage, behindProxy: boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const seenByProxy = forwarded.split(',').at(-1)?.trim()
  return (behindProxy && seenByProxy) || (request.socket.remoteAddress ?? 'unknown')
}

function isFromThisMachine(request: Request): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  const address = request.socket.remoteAddress ?? ''
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)
}

/** `sendRaw` passes restify's formatters by, which would let the Accept header choose the form. */
function send(response: Response, { status, body, retryAfterSeconds }: Outgoing): void {
  if (status >= 400 && body === undefined) {
    refuse(response, status, retryAfterSeconds)
    return
  }
  if (body === undefined) response.sendRaw(status, '', { 'Content-Length': '0' })
  else sendJson(response, status, body)
}

function sendJson(response: Response, status: number, body: unknown, headers = {}): void {
  const text = JSON.stringify(body)
  response.sendRaw(status, text, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    ...headers,
  })
}

/**
 * Says what was wrong by the status only. node throws the rest of a refused body away as it comes,
 * until the request's time is over; closing at once would take the answer from who still sends.
 */
function refuse(response: Response, status: number, retryAfterSeconds?: number): void {
  const wait = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
  sendJson(response, status, { error: status }, wait)
}

/** restify would send the error's message, which may quote a question, a path or a token. */
function hideErrors(server: restify.Server, { onBroken }: WebOptions): void {
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500
      if (status >= 500) onBroken(error)
      if (!response.headersSent) refuse(response, status)
      done()
    },
  )
}

/** The path as it was registered: a made-up one must not become a label of a metric. */
function routeOf(request: Request, { pages }: WebOptions): string {
  const registered = request.getRoute()?.path
  if (registered !== undefined) return String(registered)
  const isOfPages =
    pages !== undefined && isTarget(request.url) && isPage(request.url, pages.prefix)
  return isOfPages ? pages.prefix : 'unknown'
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      const address = http.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function stop(http: HttpServer, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => http.closeAllConnections(), drainMs)
    http.close(() => {
      clearTimeout(tooLong)
      resolve()
    })
    http.closeIdleConnections()
  })
}
