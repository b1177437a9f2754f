/** The whole bot as a process: what must not end it, what must keep it from starting. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { aMunicipality } from './journey/municipality.ts'
import { type BotProcess, startBot } from './stand-ins/bot-process.ts'
import { type Connector, startConnector } from './stand-ins/connector.ts'
import { readFixture } from './stand-ins/fixture.ts'
import { request, sendRaw, statusIn } from './stand-ins/raw-client.ts'
import { startSlack } from './stand-ins/slack/slack.ts'

describe('a running bot', () => {
  let bot: BotProcess
  let port: number
  let connector: Connector
  beforeAll(async () => {
    bot = startBot({ LOG_LEVEL: 'debug' })
    connector = await startConnector()
    port = await bot.port
  }, 30_000)
  afterAll(() => Promise.all([bot.stop('SIGKILL'), connector.close()]))

  const post = (body: string, headers: object = {}) =>
    fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
  const say = (text: string, id: string, headers: object = {}) =>
    post(
      JSON.stringify({
        ...readFixture('message-personal'),
        id,
        text,
        serviceUrl: connector.serviceUrl,
      }),
      headers,
    )

  it.each([
    ['garbage called gzip (V1)', 415, 'gzip', Buffer.from('x')],
    ['half a gzip (V2)', 415, 'gzip', gzipSync('{"a":1}').subarray(0, 15)],
    ['a gzip over the limit (V3)', 415, 'gzip', gzipSync(JSON.stringify('x'.repeat(150_000)))],
    ['a bomb (V4)', 415, 'gzip', gzipSync(Buffer.alloc(50_000_000))],
  ])('survives %s', async (_name, status, encoding, body) => {
    const head = {
      'Content-Type': 'application/json',
      'Content-Encoding': encoding,
      'Content-Length': String(body.length),
    }
    const text = request('POST /api/messages HTTP/1.1', head, body.toString('latin1'))

    expect(statusIn(await sendRaw(port, text))).toBe(status)
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    expect(bot.isRunning()).toBe(true)
  })

  it('survives a target that is no URL', async () => {
    expect(statusIn(await sendRaw(port, request('GET http://[ HTTP/1.1', {})))).toBe(400)
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    expect(bot.isRunning()).toBe(true)
  })

  it('answers from the handbook', async () => {
    const response = await say('mag ik een brief scannen met camscanner', 'main-1')

    await connector.waitFor('message')

    expect(response.status).toBe(200)
    expect(connector.messages()).toHaveLength(1)
    expect(connector.messages()[0]?.summary).toMatch(/\w/)
  })

  it('writes neither words, names nor tokens to its log', async () => {
    await say('mijn bsn is 111222333 kanarievraag', 'main-2', {
      authorization: 'Bearer kanarietoken',
    })
    await post('{"kanariebody":', { authorization: 'Bearer kanarietoken' })

    expect(bot.output()).toContain('"event":"replied"')
    expect(bot.output()).not.toMatch(/kanarie|111222333|camscanner|Medewerker|sample-user|a:1/)
  })

  it('is ready', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
  })

  it('tells its metrics to this machine', async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()

    expect(text).toMatch(/vraagbaak_replies_total\{organisation="waterveen",reply="[a-z-]+"\} \d/)
  })

  it('ends by itself, and well, when it is asked to', async () => {
    const { code, errors } = await bot.stop('SIGTERM')

    expect([code, errors]).toEqual([0, ''])
  })
})

it('stops under load without losing an answer that it promised (F21)', async () => {
  const { variables, remove } = aMunicipality(0) // starts sooner than the sample
  const connector = await startConnector()
  const first = startBot(variables)
  const port = await first.port
  const say = (number: number) =>
    fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...readFixture('message-personal'),
        id: `load-${number}`,
        text: `mag ik een brief scannen, vraag ${number}`,
        conversation: { id: `a:${number}`, conversationType: 'personal' },
        serviceUrl: connector.serviceUrl,
      }),
    }).then(
      ({ status }) => (status === 200 ? [`a:${number}`] : []),
      () => [], // refused: it stops
    )

  const said = Array.from({ length: 30 }, (_, number) => say(number))
  await Promise.race(said)
  const { code } = await first.stop('SIGTERM')
  const promised = (await Promise.all(said)).flat()
  const second = startBot(variables)
  await second.port
  const answered = () => new Set(connector.accepted.map(({ conversation }) => conversation))
  const isMissing = () => promised.some((conversation) => !answered().has(conversation))
  for (let count = promised.length; isMissing(); count++) await connector.waitForMessages(count)
  await second.stop()
  await connector.close()
  remove()

  expect(code).toBe(0)
  expect(promised.length).toBeGreaterThan(0)
  expect(connector.accepted).toHaveLength(answered().size) // nobody is answered twice
}, 60_000)

/** What settings are refused stands in config.test.ts. */
describe('does not start', () => {
  const connected = {
    MicrosoftAppId: '0c1d2e3f-0000-4000-8000-0000000000aa',
    MicrosoftAppTenantId: '11111111-2222-4333-8444-555555555555',
    MicrosoftAppPassword: 'a secret',
  }
  it.each<readonly [name: string, variables: Record<string, string>, message: RegExp]>([
    ['on an open address without credentials', { HOST: '0.0.0.0' }, /^MicrosoftAppId is missing/],
    ['without secret', { ...connected, MicrosoftAppPassword: '' }, /^MicrosoftAppPassword is/],
    ['without its organisations', { ORGANISATIONS: 'nowhere.yaml' }, /nowhere\.yaml/],
  ])(
    '%s',
    async (_name, variables, message) => {
      const { code, output, errors } = await startBot(variables).ended

      expect(code).toBe(1)
      expect(output).toBe('')
      expect(errors).toMatch(message)
      expect(errors).not.toContain('a secret')
    },
    30_000,
  )
})

describe('a running bot in Slack', () => {
  it.each(['on the port of all else', 'on a port of its own'])(
    'answers %s',
    async (where) => {
      const slack = await startSlack()
      const ownPort = where.endsWith('own') ? String(await aFreePort()) : undefined
      const bot = startBot({
        ...{
          HOST: '127.0.0.1',
          SLACK_API_URL: slack.apiUrl,
          ...(ownPort && { SLACK_PORT: ownPort }),
        },
        ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
      })
      const port = await bot.port
      slack.botIsAt(`http://127.0.0.1:${ownPort ?? port}/slack/events`)
      const ack = await slack.dm('U0JAN', 'mag ik een brief scannen met camscanner')
      const answer = await slack.waitFor(() =>
        slack.seenBy('U0JAN').find(({ text }) => text.includes('scan-app')),
      )
      const teams = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST' })
      const elsewhere = ownPort
        ? await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' })
        : undefined
      const { code, errors } = await bot.stop()
      await slack.close()

      expect(ack.status).toBe(200)
      expect(answer.channel).toMatch(/^D/)
      expect(teams.status).toBe(404)
      expect(elsewhere?.status ?? 404).toBe(404)
      expect({ code, errors }).toEqual({ code: 0, errors: '' })
    },
    60_000,
  )

  it('does not start with a token that Slack refuses, and names it', async () => {
    const slack = await startSlack()
    const bot = startBot({
      ...{ HOST: '127.0.0.1', SLACK_API_URL: slack.apiUrl },
      ...{ SLACK_BOT_TOKEN: 'xoxb-another', SLACK_SIGNING_SECRET: slack.signingSecret },
    })
    const { code, errors } = await bot.ended
    await slack.close()

    expect(code).not.toBe(0)
    expect(errors).toMatch(/SLACK_BOT_TOKEN is refused by Slack/)
    expect(errors).not.toContain('xoxb-another')
  }, 60_000)
})

/** Free a moment ago, which is the best that can be known. */
async function aFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  await new Promise((resolve) => server.close(resolve))
  return port
}
