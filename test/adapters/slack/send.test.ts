/** Send: what is known of a message after each thing that Slack, or the way to it, may answer. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClients } from '../../../bot/adapters/slack/clients.ts'
import { createRespond } from '../../../bot/adapters/slack/respond.ts'
import { createSlackSend } from '../../../bot/adapters/slack/send.ts'
import type { Address } from '../../../bot/contract/message.ts'
import type { Parcel, Send } from '../../../bot/delivery/send.ts'
import type { Storage } from '../../../bot/storage/storage.ts'
import { aReply } from '../../builders.ts'
import { type Slack, startSlack } from '../../stand-ins/slack/slack.ts'
import type { Fault } from '../../stand-ins/slack/types.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'
import { ALGEMEEN, last, wordsOf } from './a-workspace.ts'

const TIMEOUT_MS = 200

/** Jest has errors of its own, and the client's retries look away from those of node's fetch. */
const { fetch } = globalThis
beforeAll(() => {
  globalThis.fetch = async (...given) => {
    try {
      return await fetch(...given)
    } catch (error) {
      const { name, message, cause } = error as Error // fetch throws nothing else
      throw Object.assign(new Error(message, { cause }), { name })
    }
  }
})
afterAll(() => {
  globalThis.fetch = fetch
})

let slack: Slack
let storage: Storage
let send: Send
const start = (change: object = {}, timeoutMs = TIMEOUT_MS, answersAt = slack.apiUrl) => {
  const clients = createClients({
    token: slack.botToken,
    apiUrl: slack.apiUrl,
    timeoutMs,
    ...change,
  })
  const respond = createRespond(answersAt)
  send = createSlackSend({ clients, conversations: storage.stores.conversations, respond })
}
beforeEach(async () => {
  slack = await startSlack({ limits: 'none' })
  storage = await anEmptyStorage()
  start()
})
afterEach(async () => {
  await slack.close()
  await storage.close()
})

const inChannel = (change: Partial<Address> = {}): Address =>
  ({
    ...{ kind: 'conversation', platform: 'slack', conversation: ALGEMEEN },
    ...change,
  }) as Address // of the kind that is named
const toPerson: Address = { kind: 'person', platform: 'slack', person: 'U0JAN' }
const aParcel = (change: Partial<Parcel> = {}): Parcel => ({
  ...{ id: '1', organisation: 'waterveen', address: toPerson, content: aReply('section') },
  ...{ possiblyDouble: false, isBulk: false },
  ...change,
})

/** Both the chat and the channel are known. */
async function keepBoth(): Promise<void> {
  for (const id of ['U0JAN', ALGEMEEN])
    await storage.stores.conversations.keep(
      'waterveen',
      { platform: 'slack', id, serviceUrl: '', tenant: 'T0WATERVEEN', bot: '', language: 'nl' },
      true,
    )
}
const isOpen = async (id: string): Promise<boolean | undefined> =>
  (await storage.stores.conversations.find('waterveen', 'slack', id))?.open

const later = (reason: string, more: object = {}) => ({
  kind: 'not-sent',
  reason,
  throttled: false,
  ...more,
})
const WIDE = { platformWide: true }
const unknown = (reason: string, more: object = {}) => ({ kind: 'unknown', reason, ...more })
const refused = (reason: string, gone: boolean) => ({ kind: 'refused', reason, gone })

const OUTCOMES: readonly (readonly [string, Fault, object])[] = [
  [
    '429 for a second',
    { status: 429, retryAfter: 1 },
    later('http-429', { throttled: true, retryAfterMs: 1_000 }),
  ],
  [
    '429 for half a minute',
    { status: 429, retryAfter: 30 },
    later('http-429', { throttled: true, retryAfterMs: 30_000 }),
  ],
  ['ratelimited', { error: 'ratelimited' }, later('slack-ratelimited', { throttled: true })],
  ['rate_limited', { error: 'rate_limited' }, later('slack-rate_limited', { throttled: true })],
  [
    'invalid_auth',
    { error: 'invalid_auth' },
    later('slack-invalid_auth', { retryAfterMs: 60_000, ...WIDE }),
  ],
  [
    'token_revoked',
    { error: 'token_revoked' },
    later('slack-token_revoked', { retryAfterMs: 60_000, ...WIDE }),
  ],
  ['channel_not_found', { error: 'channel_not_found' }, refused('slack-channel_not_found', true)],
  ['is_archived', { error: 'is_archived' }, refused('slack-is_archived', true)],
  ['not_in_channel', { error: 'not_in_channel' }, refused('slack-not_in_channel', true)],
  ['user_disabled', { error: 'user_disabled' }, refused('slack-user_disabled', true)],
  ['invalid_blocks', { error: 'invalid_blocks' }, refused('slack-invalid_blocks', false)],
  ['msg_too_long', { error: 'msg_too_long' }, refused('slack-msg_too_long', false)],
  ['words that nobody knows', { error: 'Geheim! <b>12' }, refused('slack-eheimb', false)],
  ['internal_error', { error: 'internal_error' }, unknown('slack-internal_error')],
  ['fatal_error', { error: 'fatal_error' }, unknown('slack-fatal_error')],
  ['500', { status: 500 }, unknown('http-500')],
  ['503', { status: 503 }, unknown('http-503')],
  ['nothing', 'hang', unknown('timed-out', WIDE)],
  ['a reset', 'reset', unknown('connection-lost', WIDE)],
  ['500 after it was done', 'accept-then-500', unknown('http-500')],
  ['nothing after it was done', 'accept-then-hang', unknown('timed-out', WIDE)],
]

it.each(OUTCOMES)('knows what %s means', async (_name, fault, outcome) => {
  await keepBoth()
  slack.failNext('chat.postMessage', fault)

  expect(await send(aParcel())).toEqual({ ...outcome, calls: 1 })
  expect(slack.calls('chat.postMessage')).toHaveLength(1)
  expect(await isOpen('U0JAN')).toBe(!('gone' in outcome && outcome.gone === true))
})

it('tells what was sent, to a person and to a channel', async () => {
  const [toOne, toAll] = [await send(aParcel()), await send(aParcel({ address: inChannel() }))]

  expect(toOne).toEqual({
    kind: 'sent',
    calls: 1,
    reference: last(slack.messagesIn(slack.dmOf('U0JAN'))).ts,
  })
  expect(toAll).toMatchObject({ kind: 'sent', reference: last(slack.messagesIn(ALGEMEEN)).ts })
})

it('knows that nothing was sent when there is no connection', async () => {
  const gone = await startSlack()
  await gone.close()
  start({ apiUrl: gone.apiUrl })

  expect(await send(aParcel())).toEqual({ ...later('no-connection', WIDE), calls: 1 })
})

it.each(['user_not_in_channel', 'user_not_found'])(
  'keeps a channel of which one person cannot be told something (%s)',
  async (error) => {
    await keepBoth()
    slack.failNext('chat.postEphemeral', { error })

    expect(await send(aParcel({ address: inChannel({ onlyFor: 'U0JAN' }) }))).toMatchObject({
      kind: 'refused',
    })
    expect(await isOpen(ALGEMEEN)).toBe(true)
  },
)

it('closes a channel that it was removed from, whoever it was for', async () => {
  await keepBoth()
  slack.failNext('chat.postEphemeral', { error: 'not_in_channel' })
  await send(aParcel({ address: inChannel({ onlyFor: 'U0JAN' }) }))

  expect([await isOpen(ALGEMEEN), await isOpen('U0JAN')]).toEqual([false, true])
})

it('says of what may have arrived before that it may be there twice', async () => {
  await send(aParcel())
  await send(aParcel({ possiblyDouble: true }))
  const [once, twice] = slack.messagesIn(slack.dmOf('U0JAN'))

  expect(wordsOf(once)).not.toMatch(/mogelijk dubbel/)
  expect(wordsOf(twice)).toMatch(/mogelijk dubbel/)
  expect(twice?.text).toMatch(/mogelijk dubbel/)
})

it('turns nothing in what somebody wrote into a mention, a link or a preview', async () => {
  const question = '<!channel> <@U0MARIT> https://evil.example @here *vet* :smile: &lt;!here&gt;'
  await send(aParcel({ content: aReply('human-answer', { question }), address: inChannel() }))
  const { args } = last(slack.calls('chat.postMessage'))

  expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' })
  expect(String(args['text'])).not.toMatch(/<[!@#]/)
  expect(JSON.stringify(args['blocks'])).not.toMatch(/mrkdwn/)
})

it('holds up nobody who waits with what goes to many', async () => {
  start({}, 3_000)
  slack.failNext('chat.postMessage', 'hang', 2)
  const many = Array.from({ length: 50 }, () => send(aParcel({ isBulk: true })))
  await slack.waitFor(() => slack.calls('chat.postMessage').length === 2)
  const answer = await send(aParcel())

  expect(answer.kind).toBe('sent')
  expect(slack.calls('chat.postMessage')).toHaveLength(3)
  slack.down()
  void Promise.all(many)
})

it('says no token, and nothing of the message, in what it tells', async () => {
  const outcomes = []
  for (const fault of [{ status: 500 } as const, { error: 'fatal_error' }, 'reset' as const]) {
    slack.failNext('chat.postMessage', fault)
    outcomes.push(await send(aParcel()))
  }

  expect(JSON.stringify(outcomes)).not.toMatch(/xoxb|printen|127\.0/)
})

describe('to a channel that the bot is not in, by the address of a button', () => {
  const SILENT = 'C0ZONDER'
  const share = (answerAt: string) =>
    send(aParcel({ address: inChannel({ conversation: SILENT, answerAt } as Partial<Address>) }))
  const answering = (answer: (response: ServerResponse) => void) =>
    new Promise<Server>((resolve) => {
      const server = createServer((_request, response) => answer(response))
      server.listen(0, '127.0.0.1', () => resolve(server))
    })

  it.each([
    ['a refusal with 200', '{"ok":false,"error":"invalid_blocks"}', 200, 'refused'],
    ['a refusal with 404', 'expired_url', 404, 'refused'],
    ['too much', '', 429, 'not-sent'],
    ['trouble of its own', '', 503, 'unknown'],
    ['ok', 'ok', 200, 'sent'],
  ] as const)('knows what %s means', async (_name, body, status, kind) => {
    const server = await answering((response) => {
      response.statusCode = status
      response.end(body)
    })
    const { port } = server.address() as AddressInfo // it listens on a port
    start({}, TIMEOUT_MS, `http://127.0.0.1:${port}/api/`)

    const sent = await share(`http://127.0.0.1:${port}/commands/T0/1`)
    server.close()

    expect(sent).toMatchObject({ kind, calls: 2 })
  })

  it('cannot tell when the line breaks, and blames Slack for nothing', async () => {
    const server = await answering(({ req }) => req.socket.resetAndDestroy())
    const { port } = server.address() as AddressInfo // it listens on a port
    const address = `http://127.0.0.1:${port}/commands/T0/1`
    start({}, TIMEOUT_MS, `http://127.0.0.1:${port}/api/`)

    const broken = await share(address)
    await new Promise((resolve) => server.close(resolve))
    const away = await share(address)

    expect(broken).toEqual({ kind: 'unknown', reason: 'connection-lost', calls: 2 })
    expect(away).toMatchObject({ kind: 'not-sent', throttled: false, retryAfterMs: 60_000 })
    expect(away).not.toHaveProperty('platformWide')
  })

  it('never leads anywhere but to Slack', async () => {
    expect(await share('https://evil.example/x')).toMatchObject({ kind: 'refused' })
    expect(slack.log.filter(({ ok }) => ok)).toEqual([])
  })
})
