/** Any request to any page: answered with a status of who asked wrongly, and the bot goes on. */
import fc from 'fast-check'
import { createWebServer, type WebServer } from '../../bot/web/server.ts'
import { request, sendRaw, statusIn } from '../stand-ins/raw-client.ts'
import { type ASite, aSiteFor, COOKIE } from './a-site.ts'

let a: ASite
let web: WebServer
let port: number
let cookie: string
const broken: unknown[] = []

beforeAll(async () => {
  a = await aSiteFor({
    limits: { perSession: 1e9, perAddress: 1e9, entriesPerAddress: 1e9 },
    onBroken: (error) => {
      broken.push(error)
      return 'a1b2c3'
    },
  })
  web = createWebServer({
    endpoints: {},
    pages: { prefix: '/results', site: a.site },
    ready: async () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: () => undefined,
    onBroken: (error) => broken.push(error),
  })
  port = await web.listen(0, '127.0.0.1')
  cookie = await a.signIn('ciso')
})
afterAll(async () => {
  await web.stop()
  await a.storage.close()
})

const NASTY = [
  ...['..', '%2e%2e', '.', '', '%', '%ZZ', '%ff', '%00', '%0d%0aX:%20y', '%2F', '%5c', '\\', '//'],
  ...['__proto__', 'constructor', 'toString', ';', ':', '@', '*', '%E2%80%AE', 'é', '\u007f'],
  ...['x'.repeat(9_000), '%41'.repeat(3_000), '<script>', "'--", '%F0%9F%92%A5'],
]
const KNOWN = [
  ...['', 'questions', 'questions/P01', 'units', 'rounds', 'about', 'accessibility', 'use'],
  ...['export.csv', 'export.xlsx', 'enter', 'enter/waterveen.x', 'sign-out'],
]
const part = fc.oneof(
  fc.constantFrom(...NASTY, ...KNOWN),
  fc.string({ maxLength: 20, unit: 'binary' }),
)
const path = fc.array(part, { maxLength: 4 }).map((parts) => ['/results', ...parts].join('/'))
const name = fc.constantFrom('path', 'round', 'lang', 'token', '__proto__')
const query = fc
  .array(fc.tuple(name, part), { maxLength: 3 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`))
const method = fc.constantFrom(
  ...['GET', 'GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'],
)
const type = fc.constantFrom(
  ...['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x'],
  ...['application/x-www-form-urlencoded; charset=utf-16', ''],
)
const value = fc.constantFrom('', 'null', 'same-origin', 'cross-site', 'http://x.example', '\u00ff')

const anyRequest = fc.record({
  method,
  target: fc.tuple(path, query).map((both) => both.join('')),
  type,
  body: fc.oneof(fc.string({ maxLength: 60 }), fc.constant('token=%ff%'), fc.constant(OVER())),
  cookie: fc.oneof(
    fc.constant(true),
    fc.constantFrom('', '=', ';;;', 'a', `${COOKIE}=`, `${COOKIE}="x"; ${COOKIE}=y`, '\u00e9=1'),
  ),
  origin: value,
  fetchSite: value,
  language: fc.constantFrom('', 'en', 'nl;q=x', 'x'.repeat(2_000), '*'),
})

function OVER(): string {
  return `token=${'x'.repeat(5_000)}`
}

/** What would end the line, or the header, is another request and no worse one. */
const onOneLine = (text: string) => text.replace(/[\r\n]/g, '').replaceAll(' ', '%20')

it('is answered with 2xx, 3xx or 4xx', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(anyRequest, async (one) => {
      const body = Buffer.from(one.body).toString('latin1')
      const head = {
        'Content-Type': one.type,
        'Content-Length': String(body.length),
        Cookie: one.cookie === true ? `${COOKIE}=${cookie}` : one.cookie,
        Origin: one.origin,
        'Sec-Fetch-Site': one.fetchSite,
        'Accept-Language': one.language,
      }
      const target = Buffer.from(onOneLine(one.target)).toString('latin1')
      const status = statusIn(
        await sendRaw(port, request(`${one.method} ${target} HTTP/1.1`, head, body)),
      )
      seen.add(status)
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
    }),
    { seed: 2026, numRuns: 300 },
  )

  expect(broken).toEqual([])
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 403, 404, 405, 415]))
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
}, 30_000)
