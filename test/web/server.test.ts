import { gzipSync } from 'node:zlib'
import type { Incoming } from '../../bot/web/endpoint.ts'
import { createWebServer, type WebOptions, type WebServer } from '../../bot/web/server.ts'
import { request, sendRaw, statusIn } from '../stand-ins/raw-client.ts'

const LIMIT = 100 * 1024

let server: WebServer
let port: number
let incoming: Incoming[]
let answered: [route: string, status: number][]
let broken: unknown[]

async function start(options: Partial<WebOptions> = {}): Promise<void> {
  incoming = []
  answered = []
  broken = []
  server = createWebServer({
    endpoints: {
      '/api/messages': async (received) => {
        incoming.push(received)
        return { status: 200 }
      },
    },
    ready: async () => true,
    metrics: async () => 'a_metric 1\n',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: (...what) => answered.push(what),
    onBroken: (error) => broken.push(error),
    limits: { headersTimeoutMs: 300, requestTimeoutMs: 300, checkEveryMs: 50, drainMs: 200 },
    ...options,
  })
  port = await server.listen(0, '127.0.0.1')
}

beforeEach(() => start())
afterEach(() => server.stop())

const url = (path: string) => `http://127.0.0.1:${port}${path}`
const JSON_TYPE = { 'content-type': 'application/json' }
const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
  fetch(url('/api/messages'), { method: 'POST', headers, body })
const isAlive = async () => (await fetch(url('/health'))).status === 200

describe('a body with a Content-Encoding, which would end the process in restify', () => {
  const json = JSON.stringify({ text: 'x'.repeat(150 * 1024) })
  const cases: readonly (readonly [name: string, encoding: string, body: Uint8Array])[] = [
    ['garbage called gzip', 'gzip', Buffer.from('x')],
    ['half a gzip', 'gzip', gzipSync('{"a":1}').subarray(0, 15)],
    ['a gzip over the limit when unpacked', 'gzip', gzipSync(json)],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(10_000_000))],
    ['a good gzip', 'gzip', gzipSync('{"a":1}')],
    ['deflate', 'deflate', Buffer.from('x')],
    ['brotli', 'br', Buffer.from('x')],
    ['upper case', 'GZIP', Buffer.from('x')],
    ['two of them', 'identity, gzip', Buffer.from('x')],
    ['an empty one', '', Buffer.from('{}')],
  ]

  it.each(cases)('is refused: %s', async (_name, encoding, body) => {
    const head = {
      ...JSON_TYPE,
      'Content-Encoding': encoding,
      'Content-Length': `${body.length}`,
    }
    for (const line of [
      'POST /api/messages HTTP/1.1',
      'POST /nowhere HTTP/1.1',
      'GET /health HTTP/1.1',
    ])
      expect(
        statusIn(await sendRaw(port, request(line, head, Buffer.from(body).toString('latin1')))),
      ).toBe(415)

    expect(incoming).toEqual([])
    expect(await isAlive()).toBe(true)
  })

  it('is read when it is called identity', async () => {
    const response = await post('{"a":1}', { ...JSON_TYPE, 'content-encoding': 'identity' })

    expect(response.status).toBe(200)
    expect(incoming).toMatchObject([{ body: { a: 1 } }])
  })
})

describe('a request that HTTP does not know', () => {
  const posting = 'POST /api/messages HTTP/1.1'
  it.each([
    ['a target that is no URL', 400, request('GET http://[ HTTP/1.1', {})],
    ['a host that is none', 400, request('GET //[ HTTP/1.1', {})],
    [
      'two lengths',
      400,
      request(posting, { ...JSON_TYPE, 'Content-Length': '2', 'content-length': '3' }, '{}'),
    ],
    [
      'a length and chunks',
      400,
      request(posting, { 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }, '{}'),
    ],
    ['headers of 100 KB', 431, request('GET /health HTTP/1.1', { A: 'x'.repeat(100_000) })],
    ['a header without an end', 408, 'GET /health HTTP/1.1\r\nHost: bot.example\r\nA: '],
    ['a body without an end', 408, request(posting, { ...JSON_TYPE, 'Content-Length': '20' }, '{')],
    ['nothing at all', 408, ''],
    [
      'an upgrade',
      0,
      request('GET /health HTTP/1.1', { Connection: 'Upgrade', Upgrade: 'websocket' }),
    ],
    ['a tunnel', 0, request('CONNECT bot.example:1 HTTP/1.1', {})],
  ])('is cut off: %s', async (_name, status, text) => {
    expect(statusIn(await sendRaw(port, text))).toBe(status)
    expect(incoming).toEqual([])
    expect(await isAlive()).toBe(true)
  })

  it('is cut off: chunks without an end', async () => {
    const head = request(posting, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' })
    const chunk = `1000\r\n${' '.repeat(0x1000)}\r\n`

    expect(statusIn(await sendRaw(port, head, chunk))).toBe(413)
    expect(incoming).toEqual([])
    expect(await isAlive()).toBe(true)
  })

  it('is answered when it is merely old', async () => {
    expect(statusIn(await sendRaw(port, 'GET /health HTTP/1.0\r\n\r\n'))).toBe(200)
  })
})

describe('a body', () => {
  it('reaches the endpoint with who sent it', async () => {
    await post('{"a":[1]}', { ...JSON_TYPE, authorization: 'Bearer x' })

    expect(incoming).toEqual([
      { body: { a: [1] }, authorization: 'Bearer x', remoteAddress: '127.0.0.1' },
    ])
  })

  it('may be as large as the limit, and no byte more', async () => {
    const ofSize = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`

    expect((await post(ofSize(LIMIT))).status).toBe(200)
    expect((await post(ofSize(LIMIT + 1))).status).toBe(413)
  })

  it.each(['', '{', '{"a":1}}', 'nul'])('that is no JSON is refused: %j', async (body) => {
    expect((await post(body)).status).toBe(400)
    expect(incoming).toEqual([])
  })

  it('that is no UTF-8 is refused', async () => {
    expect((await post(Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400)
  })

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json; charset=utf-16', 415],
    ['application/jsonp', 415],
    ['application/json;charset=UTF-8', 200],
    ['Application/JSON', 200],
  ])('as %s is answered %d', async (contentType, status) => {
    expect((await post('{}', { 'content-type': contentType })).status).toBe(status)
  })
})

describe('a route', () => {
  it.each([
    ['PUT', '/api/messages', 405],
    ['GET', '/api/messages', 405],
    ['OPTIONS', '/api/messages', 405],
    ['POST', '/health', 405],
    ['GET', '/', 404],
    ['GET', '/%ZZ', 404],
    ['GET', '/../etc/passwd', 404],
    ['GET', '/health?a=%ZZ', 200],
    ['GET', '/ready', 200],
  ])('%s %s is answered %d', async (method, path, status) => {
    const response = await fetch(url(path), { method })

    expect(response.status).toBe(status)
    expect(response.headers.get('server')).toBeNull()
    expect(response.headers.get('x-powered-by')).toBeNull()
  })

  it.each(['text/plain', 'application/octet-stream', 'image/png', '*/*', 'x'])(
    'is refused in the same words for Accept: %s',
    async (accept) => {
      const response = await fetch(url('/nowhere'), { headers: { accept } })

      expect([response.status, await response.text()]).toEqual([404, '{"error":404}'])
    },
  )

  it('is counted under the path it was registered with, never one that was made up', async () => {
    await fetch(url('/health'))
    await fetch(url('/made-up'))

    expect(answered).toEqual([
      ['/health', 200],
      ['unknown', 404],
    ])
  })
})

it('keeps the message of an error to itself', async () => {
  await server.stop()
  const secret = new Error('mag ik camscanner? Bearer eyJ')
  await start({ endpoints: { '/api/messages': () => Promise.reject(secret) } })

  const response = await post('{}')

  expect([response.status, await response.text()]).toEqual([500, '{"error":500}'])
  expect(broken).toEqual([secret])
  expect(await isAlive()).toBe(true)
})

describe('behind a proxy', () => {
  const forwarded = { ...JSON_TYPE, 'x-forwarded-for': '192.0.2.1, 192.0.2.2' }

  it('the caller is who the proxy saw', async () => {
    await server.stop()
    await start({ behindProxy: true })
    await post('{}', forwarded)

    expect(incoming).toMatchObject([{ remoteAddress: '192.0.2.2' }])
  })

  it('but without a proxy nobody can choose an address', async () => {
    await post('{}', forwarded)

    expect(incoming).toMatchObject([{ remoteAddress: '127.0.0.1' }])
  })
})

describe('metrics', () => {
  it('are for this machine', async () => {
    const response = await fetch(url('/metrics'))

    expect([response.status, await response.text()]).toEqual([200, 'a_metric 1\n'])
  })

  it('are not for who comes through a proxy on this machine', async () => {
    const response = await fetch(url('/metrics'), { headers: { 'x-forwarded-for': '192.0.2.1' } })

    expect([response.status, await response.text()]).toEqual([403, '{"error":403}'])
  })

  it('are for everyone when it is configured so', async () => {
    await server.stop()
    await start({ metricsFor: 'everyone' })
    const response = await fetch(url('/metrics'), { headers: { 'x-forwarded-for': '192.0.2.1' } })

    expect(response.status).toBe(200)
  })
})

describe('stop', () => {
  it('lets a request finish that is being answered', async () => {
    let arrived = () => {}
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    await server.stop()
    await start({
      limits: { drainMs: 60_000 },
      endpoints: {
        '/api/messages': async () => {
          arrived()
          await finished
          return { status: 200 }
        },
      },
    })

    const response = post('{}')
    await hasArrived
    const stopped = server.stop()
    finish()

    expect((await response).status).toBe(200)
    await stopped
    await expect(isAlive()).rejects.toThrow()
  })

  it('does not wait for ever', async () => {
    await server.stop()
    await start({
      limits: { drainMs: 20 },
      endpoints: { '/api/messages': () => new Promise(() => {}) },
    })
    const response = post('{}').catch((error: Error) => error.name)
    await isAlive()

    await server.stop()

    expect(await response).toBe('TypeError')
  })
})

it('is not ready when what it serves is not', async () => {
  await server.stop()
  await start({ ready: async () => false })

  expect((await fetch(url('/ready'))).status).toBe(503)
  expect(await isAlive()).toBe(true)
})
