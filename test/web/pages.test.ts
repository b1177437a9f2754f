/** Pages: what reaches a site of a request, and what the server answers before it. */
import { createWebServer, type WebServer } from '../../bot/web/server.ts'
import type { PageRequest, PageResponse, Site } from '../../bot/web/site.ts'
import { request, sendRaw, statusIn } from '../stand-ins/raw-client.ts'

const FORM = 'application/x-www-form-urlencoded'
const OK: PageResponse = { status: 200, headers: { 'Content-Type': 'text/html' }, body: 'é' }

let server: WebServer
let port: number
let asked: PageRequest[]
let answered: [route: string, status: number][]
let broken: unknown[]

async function start(site?: Site): Promise<void> {
  ;[asked, answered, broken] = [[], [], []]
  const record: Site = async (one) => {
    asked.push(one)
    return OK
  }
  server = createWebServer({
    endpoints: {},
    pages: { prefix: '/results', site: site ?? record },
    ready: async () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: (...what) => answered.push(what),
    onBroken: (error) => broken.push(error),
    limits: { requestTimeoutMs: 300, headersTimeoutMs: 300, checkEveryMs: 50, drainMs: 200 },
  })
  port = await server.listen(0, '127.0.0.1')
}
beforeEach(() => start())
afterEach(() => server.stop())

const url = (path: string) => `http://127.0.0.1:${port}${path}`
const post = (body: string | Uint8Array<ArrayBuffer>, type = FORM) =>
  fetch(url('/results/enter'), { method: 'POST', headers: { 'content-type': type }, body })

it('are asked with what a browser sent, decoded', async () => {
  const headers = {
    cookie: 'a=1; __Host-vraagbaak=x.y=z; a=2; broken; =3',
    origin: 'null',
    'sec-fetch-site': 'same-origin',
    'accept-language': 'en-GB,nl;q=0.5',
  }
  const response = await fetch(url('/results/units%20x?path=Sociaal%20Domein%2FJeugd'), { headers })

  expect([response.status, await response.text()]).toEqual([200, 'é'])
  const [one] = asked
  expect(one).toMatchObject({
    method: 'GET',
    path: '/results/units x',
    origin: 'null',
    fetchSite: 'same-origin',
    language: 'en',
    remoteAddress: '127.0.0.1',
  })
  expect(one?.query.get('path')).toBe('Sociaal Domein/Jeugd')
  expect(one?.cookies).toEqual({ a: '1', '__Host-vraagbaak': 'x.y=z' })
})

it('answer HEAD as GET, without the body', async () => {
  const head = await sendRaw(port, request('HEAD /results HTTP/1.1', {}))

  expect(head).toMatch(/^HTTP\/1\.1 200 .*Content-Length: 2\r\n.*\r\n\r\n$/s)
  expect(asked).toMatchObject([{ method: 'GET' }])
})

it('get the fields of a form', async () => {
  await post('token=a%2Bb+c&token=d')

  expect(asked[0]?.method).toBe('POST')
  expect(asked[0]?.form.getAll('token')).toEqual(['a+b c', 'd'])
})

it.each([
  ['as large as the limit', 4_096, 200],
  ['one byte larger', 4_097, 413],
])('take a form %s', async (_name, size, status) => {
  const head = { 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' }
  const body = `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`

  expect((await post('x'.repeat(size))).status).toBe(status)
  const line = 'POST /results/enter HTTP/1.1'
  expect(statusIn(await sendRaw(port, request(line, head, body)))).toBe(status)
})

it.each([
  'application/json',
  'multipart/form-data; boundary=x',
  'text/plain',
  `${FORM}; charset=utf-16`,
])('take no body that is %s', async (type) => {
  expect((await post('token=x', type)).status).toBe(415)
  expect(asked).toEqual([])
})

it.each([
  ['PUT /results HTTP/1.1', 405],
  ['DELETE /results/enter HTTP/1.1', 405],
  ['GET /results/%ZZ HTTP/1.1', 400],
  ['GET /results/%ff HTTP/1.1', 400],
  ['GET /resultsnot HTTP/1.1', 404],
  ['GET //results HTTP/1.1', 404],
  ['GET /results/../health HTTP/1.1', 200], // it is the address of something else
])('never see %s, which is answered %d', async (line, status) => {
  const answer = await sendRaw(port, request(line, {}))

  expect(statusIn(answer)).toBe(status)
  expect(asked).toEqual([])
})

it('never see a compressed body, which would end the process in restify', async () => {
  const head = { 'Content-Type': FORM, 'Content-Encoding': 'gzip', 'Content-Length': '1' }

  expect(statusIn(await sendRaw(port, request('POST /results/enter HTTP/1.1', head, 'x')))).toBe(
    415,
  )
  expect(asked).toEqual([])
})

it('keep the message of an error to themselves, and lock the answer up', async () => {
  await server.stop()
  const error = new Error('mag ik? round 7')
  await start(() => Promise.reject(error))

  const response = await fetch(url('/results'))

  expect([response.status, await response.text()]).toEqual([500, '500\n'])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(broken).toEqual([error])
})

it('are counted under one name, whatever address was made up', async () => {
  await fetch(url('/results/enter/secret-token'))
  await fetch(url('/results/%ZZ'))
  await fetch(url('/nowhere'))

  expect(answered).toEqual([
    ['/results', 200],
    ['/results', 400],
    ['unknown', 404],
  ])
})
