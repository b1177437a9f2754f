/** The gate (S5): what nobody but Slack could have sent now goes no further than the signature. */
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { captureConsole, createLog } from '../../../bot/web/log.ts'
import { sendRaw, statusIn } from '../../stand-ins/raw-client.ts'
import { readSlackFixture } from '../../stand-ins/slack/payloads.ts'
import { aWorkspace, saidTo, type Workspace } from './a-workspace.ts'

/** On the second, and ahead of the machine: Slack's library has a clock of its own. */
const NOW = (Math.floor(Date.now() / 1_000) + 3_600) * 1_000
const SECRET_WORDS = 'mag ik mijn geheime dossier printen'

let now = NOW
let workspace: Workspace
const lines: string[] = []

beforeAll(() =>
  captureConsole(createLog('debug', { write: (line) => void lines.push(line) }), () => 0),
)
beforeEach(async () => {
  now = NOW
  workspace = await aWorkspace({ clock: () => now })
})
afterEach(async () => {
  await workspace.close()
  expect(lines.join('')).not.toContain('geheime')
})

let count = 0
/** A question in the chat with the bot, each with an id of its own. */
function question(change: object = {}): string {
  count += 1
  const envelope = readSlackFixture('event-message-dm')
  const was = envelope['event'] as object // by the fixture
  const ts = `${Math.floor(now / 1_000)}.${String(count).padStart(6, '0')}`
  const event = { ...was, user: 'U0JAN', channel: 'D0JAN', text: `${SECRET_WORDS} ${count}`, ts }
  return JSON.stringify({ ...envelope, event, event_id: `Ev0GATE${count}`, ...change })
}

const seconds = (offset = 0): string => String(now / 1_000 + offset)
const sign = (body: string | Buffer, timestamp: string): string =>
  `v0=${createHmac('sha256', workspace.slack.signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`

type Sent = Readonly<{
  body?: string | Buffer
  timestamp?: string
  headers?: Readonly<Record<string, string | readonly string[]>>
  method?: string
  path?: string
}>

/** Signed well unless told otherwise. @returns the status */
async function send(sent: Sent = {}): Promise<number> {
  return (await exchange(sent)).status
}

function exchange({ body = question(), timestamp = seconds(), ...sent }: Sent) {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(body, timestamp),
    ...sent.headers,
  }
  const { method = 'POST', path = '/slack/events' } = sent
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const going = request(
      {
        host: '127.0.0.1',
        port: workspace.port,
        method,
        path,
        headers: { ...headers },
        agent: false,
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    going.on('error', reject)
    going.end(method === 'GET' ? '' : body)
  })
}

async function answers(): Promise<number> {
  await workspace.settle()
  return saidTo(workspace, 'U0JAN').length
}

it.each([
  [-301, 401],
  [-300, 200],
  [-299, 200],
  [299, 200],
  [300, 200],
  [301, 401],
])('takes what was signed %d seconds from now: %d', async (offset, status) => {
  expect(await send({ timestamp: seconds(offset) })).toBe(status)
  expect(await answers()).toBe(status === 200 ? 1 : 0)
})

it('checks the bytes that came, not what they mean', async () => {
  const body = question()
  const signature = sign(body, seconds())
  const again = JSON.stringify(JSON.parse(body), null, 1)

  expect(JSON.parse(again)).toEqual(JSON.parse(body))
  expect(await send({ body: again, headers: { 'x-slack-signature': signature } })).toBe(401)
  expect(await send({ body: `${body} `, headers: { 'x-slack-signature': signature } })).toBe(401)
  expect(await answers()).toBe(0)
  expect(await send({ body, headers: { 'x-slack-signature': signature } })).toBe(200)
  expect(await answers()).toBe(1)
})

describe('refuses headers', () => {
  const good = 'a'.repeat(64)
  it.each<[string, Record<string, string | readonly string[]>]>([
    ['a signature of another secret', { 'x-slack-signature': `v0=${good}` }],
    ['a signature that is empty', { 'x-slack-signature': '' }],
    ['a signature of another version', { 'x-slack-signature': `v1=${good}` }],
    ['a signature that is too long', { 'x-slack-signature': `v0=${good}a` }],
    ['a time of 11 digits', { 'x-slack-request-timestamp': '17000000000' }],
    ['a time that is no number', { 'x-slack-request-timestamp': 'NaN' }],
    ['a time that is a large number', { 'x-slack-request-timestamp': '1e99' }],
    ['a time before 1970', { 'x-slack-request-timestamp': '-1700000000' }],
    ['a time with a fraction', { 'x-slack-request-timestamp': '1700000000.5' }],
    ['a time that is not there', { 'x-slack-request-timestamp': '' }],
  ])('with %s', async (_name, headers) => {
    expect(await send({ headers })).toBe(401)
    expect(await answers()).toBe(0)
  })

  it.each([
    // Each is signed well for the time that it names.
    ...['NaN', '1e99', 'Infinity', '99999999999', '0x66666666'].map((timestamp) => ({ timestamp })),
  ])('with $timestamp as a time, though signed with the right secret', async ({ timestamp }) => {
    expect(await send({ timestamp })).toBe(401)
  })

  it('with a good signature in upper case, or twice, or beside another', async () => {
    const body = question()
    const signature = sign(body, seconds())
    const wrong = `v0=${'0'.repeat(64)}`
    for (const value of [
      signature.toUpperCase(),
      `v0=${signature.slice(3).toUpperCase()}`,
      [signature, signature],
      [signature, wrong],
      [wrong, signature],
    ])
      expect(await send({ body, headers: { 'x-slack-signature': value } })).toBe(401)
    for (const value of [[seconds(), seconds()], [seconds(), '0'], `${seconds()}, ${seconds()}`])
      expect(await send({ body, headers: { 'x-slack-request-timestamp': value } })).toBe(401)
    expect(await answers()).toBe(0)
  })

  it.each([
    ['text/plain', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json, text/plain', 415],
    ['', 415],
  ])('with the type "%s"', async (type, status) => {
    expect(await send({ headers: { 'content-type': type } })).toBe(status)
    expect(await answers()).toBe(0)
  })

  it.each(['gzip', 'br', 'deflate', ' GZIP ', 'x'])('with the encoding %s', async (encoding) => {
    expect(await send({ headers: { 'content-encoding': encoding } })).toBe(415)
  })
})

it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  expect(await send({ method })).toBe(405)
})

describe('a body without end', () => {
  it('is refused at half a megabyte, with a word', async () => {
    expect(await send({ body: Buffer.alloc(600 * 1_024, 'x') })).toBe(413)
  })

  it('is refused also where it does not say how long it is', async () => {
    const head = [
      'POST /slack/events HTTP/1.1',
      'host: bot.example',
      'content-type: application/json',
      'transfer-encoding: chunked',
      `x-slack-request-timestamp: ${seconds()}`,
      `x-slack-signature: v0=${'a'.repeat(64)}`,
      '\r\n',
    ].join('\r\n')
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`

    expect(statusIn(await sendRaw(workspace.port, head, chunk))).toBe(413)
    expect(await send()).toBe(200)
  })
})

it('answers when Slack tries the address, and only when it is Slack', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1aB', token: 'x' })

  const { status, text } = await exchange({ body })
  expect([status, JSON.parse(text)]).toEqual([200, { challenge: '3eZbrw1aB' }])
  expect(await send({ body, headers: { 'x-slack-signature': `v0=${'a'.repeat(64)}` } })).toBe(401)
})

it('does nothing that comes with a check of the certificate, which Slack may leave unsigned', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const plain = 'ssl_check=1&token=x'
  const smuggled = `ssl_check=1&payload=${encodeURIComponent(question())}`

  expect(await send({ body: plain, headers: type })).toBe(200)
  await exchange({
    body: smuggled,
    headers: { ...type, 'x-slack-signature': `v0=${'a'.repeat(64)}` },
  })
  expect(await answers()).toBe(0)
})

describe('lives on after', () => {
  it.each([
    ['a path that nobody has', { path: '/slack/other' }, 404],
    ['a path below its own', { path: '/slack/events/more' }, 404],
    ['a path that is none', { path: '/slack/%E0%A4%A' }, 404],
    ['a path of slashes', { path: '/slack//..//\\' }, 404],
    ['a path with a query', { path: '/slack/events?x=1' }, 200],
    ['nothing', { body: '' }, 400],
    ['half a sentence of JSON', { body: '{"type":' }, 400],
    ['null', { body: 'null' }, 400],
    ['a number', { body: '7' }, 400],
    ['a list', { body: '[]' }, 400],
    ['bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x00]) }, 400],
    ['an object of nothing', { body: '{}' }, 200],
  ] as const)('%s', async (_name, sent, status) => {
    expect(await send(sent)).toBe(status)
    expect(await send()).toBe(200)
    expect(workspace.seen.broken).toEqual([])
  })

  it.each(['payload=null', 'payload=7', 'payload=%7B', 'payload=a&payload=b', 'x'])(
    'a form of %s',
    async (body) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      expect([200, 400]).toContain(await send({ body, headers }))
      expect(await send()).toBe(200)
    },
  )

  it('a sender who goes away halfway', async () => {
    await new Promise<void>((resolve) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': '1000',
        'x-slack-request-timestamp': seconds(),
        'x-slack-signature': `v0=${'a'.repeat(64)}`,
      }
      const { port } = workspace
      const going = request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/slack/events',
        headers,
      })
      going.on('error', () => resolve())
      going.write('{"type":', () => going.destroy(new Error('away')))
    })
    expect(await send()).toBe(200)
    expect(workspace.seen.broken).toEqual([])
  })

  it('200 wrong signatures at once, among which the right one is answered', async () => {
    const wrong = { headers: { 'x-slack-signature': `v0=${'b'.repeat(64)}` } }
    const all = Array.from({ length: 201 }, (_, index) => send(index === 100 ? {} : wrong))

    const statuses = await Promise.all(all)
    expect(statuses.filter((status) => status === 401)).toHaveLength(200)
    expect(statuses[100]).toBe(200)
    expect(await answers()).toBe(1)
  })
})

it('leaves the other doors as they were', async () => {
  const base = `http://127.0.0.1:${workspace.port}`
  const teams = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })

  expect((await fetch(`${base}/health`)).status).toBe(200)
  expect([teams.status, await teams.json()]).toEqual([200, { by: 'teams' }])
  expect((await fetch(`${base}/slackers`)).status).toBe(404)
})
