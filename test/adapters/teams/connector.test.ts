/** One call to the connector: what each way in which it can end means for the message. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createConnector } from '../../../bot/adapters/teams/connector.ts'

const NOW = Date.parse('2026-11-23T09:00:00Z')

let server: Server
let serviceUrl: string
let respond: (request: IncomingMessage, response: ServerResponse) => void
let requests: IncomingMessage[]

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request)
    request.resume()
    request.once('end', () => respond(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  serviceUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  requests = []
})

const connector = createConnector({
  services: { hosts: [], loopback: true },
  clock: () => NOW,
  timeoutMs: 100,
})
const post = (to = serviceUrl) => connector(to, 'v3/conversations/a/activities', { text: 'x' })
const answering =
  (status: number, headers: Record<string, string> = {}, body = '{"error":{"code":"No"}}') =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body)
  }

it('posts JSON once and hands over what came back', async () => {
  respond = answering(201, {}, '{"id":"1"}')

  const called = await post()

  expect(called).toEqual({ kind: 'accepted', body: { id: '1' }, calls: 1 })
  expect(requests).toMatchObject([{ method: 'POST', url: '/v3/conversations/a/activities' }])
  expect(requests[0]?.headers).toMatchObject({ 'content-type': /^application\/json/ })
  expect(requests[0]?.headers.authorization).toBeUndefined()
})

it.each([
  [200, ''],
  [202, 'no JSON'],
  [201, `"${'x'.repeat(100_000)}"`],
])('believes a %d, whatever it says', async (status, body) => {
  respond = answering(status, {}, body)

  expect(await post()).toEqual({ kind: 'accepted', body: undefined, calls: 1 })
})

it.each([400, 401, 402, 405, 409, 413, 415, 422, 499])('takes a %d for final', async (status) => {
  respond = answering(status)

  expect(await post()).toEqual({
    kind: 'refused',
    reason: `http-${status}`,
    gone: false,
    calls: 1,
  })
})

it.each([403, 404, 410])('takes a %d for the end of the conversation', async (status) => {
  respond = answering(status)

  expect(await post()).toMatchObject({ kind: 'refused', reason: `http-${status}`, gone: true })
})

it.each([408, 500, 501, 502, 503, 504, 520])('cannot tell with a %d, and asks once', async (s) => {
  respond = answering(s, { 'retry-after': '1' })

  expect(await post()).toEqual({ kind: 'unknown', reason: `http-${s}`, calls: 1 })
  expect(requests).toHaveLength(1)
})

it.each([
  ['30', 30_000],
  ['Mon, 23 Nov 2026 09:00:05 GMT', 5_000],
  ['1000000000', 1e12],
  ['soon', undefined],
  [undefined, undefined],
])('hears in a 429 how long to wait: %s', async (value, retryAfterMs) => {
  respond = answering(429, value === undefined ? {} : { 'retry-after': value })

  const called = await post()

  expect(called).toMatchObject({ kind: 'not-sent', reason: 'http-429', throttled: true, calls: 1 })
  expect(called).toEqual(
    expect.objectContaining(retryAfterMs === undefined ? {} : { retryAfterMs }),
  )
  expect('retryAfterMs' in called).toBe(retryAfterMs !== undefined)
  expect(requests).toHaveLength(1)
})

it('tries again later after a 412', async () => {
  respond = answering(412)

  expect(await post()).toMatchObject({ kind: 'not-sent', reason: 'http-412', throttled: false })
})

it.each([301, 302, 307, 308])('follows no redirect (%d)', async (status) => {
  respond = answering(status, { location: `${serviceUrl}elsewhere` })

  expect(await post()).toMatchObject({ kind: 'refused', reason: `http-${status}`, gone: false })
  expect(requests).toHaveLength(1)
})

it('cannot tell when the connection breaks after the message went out', async () => {
  respond = (request) => request.socket.resetAndDestroy()

  expect(await post()).toEqual({
    kind: 'unknown',
    reason: 'connection-lost',
    platformWide: true,
    calls: 1,
  })
  expect(requests).toHaveLength(1)
})

it('cannot tell when nothing comes back, and does not wait for ever', async () => {
  respond = () => {}

  expect(await post()).toEqual({
    kind: 'unknown',
    reason: 'timed-out',
    platformWide: true,
    calls: 1,
  })
})

it('believes a status whose body never ends', async () => {
  respond = (_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json' })
    response.write('{')
  }

  expect(await post()).toEqual({ kind: 'accepted', body: undefined, calls: 1 })
})

it('knows that nothing was sent where nobody listens', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const address = closed.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => closed.close(resolve))

  expect(await post(`http://127.0.0.1:${port}/`)).toEqual({
    kind: 'not-sent',
    reason: 'no-connection',
    throttled: false,
    platformWide: true,
    calls: 1,
  })
})

it('knows that nothing was sent to a name that leads nowhere', async () => {
  const far = createConnector({
    services: { hosts: ['connector.invalid'], loopback: false },
    clock: () => NOW,
    timeoutMs: 5_000,
  })

  const called = await far('https://connector.invalid/', 'v3/conversations', {})

  expect(called).toMatchObject({ kind: 'not-sent', reason: 'no-connection' })
})

it.each([
  'https://collector.example/',
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.evil.example/',
])('calls nobody at %s', async (to) => {
  expect(await post(to)).toEqual({
    kind: 'refused',
    reason: 'service-not-allowed',
    gone: false,
    calls: 0,
  })
})

describe('with a token', () => {
  const withTokens = (getToken: (renewed: boolean) => Promise<string>) =>
    createConnector({
      services: { hosts: [], loopback: true },
      clock: () => NOW,
      getToken,
    })

  it('shows it, and asks for another one once when it is refused', async () => {
    const connector = withTokens(async (renewed) => (renewed ? 'new' : 'old'))
    respond = (request, response) =>
      answering(request.headers.authorization === 'Bearer new' ? 201 : 401)(request, response)

    const called = await connector(serviceUrl, 'x', {})

    expect(called).toMatchObject({ kind: 'accepted', calls: 2 })
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer new',
    ])
  })

  it('gives up when the other one is refused too', async () => {
    const connector = withTokens(async () => 'any')
    respond = answering(401)

    const called = await connector(serviceUrl, 'x', {})

    expect(called).toMatchObject({ kind: 'refused', reason: 'http-401', gone: false, calls: 2 })
  })

  it('sends nothing without one, and says when to try again', async () => {
    const connector = withTokens(() => Promise.reject(new Error('the login is down')))

    const called = await connector(serviceUrl, 'x', {})

    expect(called).toEqual({
      kind: 'not-sent',
      reason: 'no-token',
      throttled: false,
      platformWide: true,
      retryAfterMs: 20_000,
      calls: 0,
    })
    expect(requests).toEqual([])
  })
})
