/** What reaches the connector of one message, and what the delivery is told of it. */
import { createConnector } from '../../../bot/adapters/teams/connector.ts'
import { createTeamsSend } from '../../../bot/adapters/teams/send.ts'
import type { Address } from '../../../bot/contract/message.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Parcel } from '../../../bot/delivery/send.ts'
import type { Conversation } from '../../../bot/storage/conversations.ts'
import type { Storage } from '../../../bot/storage/storage.ts'
import { type Answered, type Listening, listen, type Received } from '../../stand-ins/listen.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'

const PERSON = '7d1c0000-0000-4000-8000-000000000001'

let storage: Storage
let server: Listening
let received: Received[]
let answer: (received: Received) => Answered

beforeEach(async () => {
  storage = await anEmptyStorage()
  received = []
  answer = ({ path }) => ({
    status: 201,
    body: { id: path.endsWith('/v3/conversations') ? 'a:new' : 'sent-1' },
  })
  server = await listen((request) => {
    received.push(request)
    return answer(request)
  })
})
afterEach(() => Promise.all([storage.close(), server.close()]))

const conversations = () => storage.stores.conversations
const keep = (change: Partial<Conversation> = {}) =>
  conversations().keep(
    'waterveen',
    {
      platform: 'teams',
      id: 'a:chat',
      person: PERSON,
      serviceUrl: `${server.url}/emea`,
      tenant: 'tenant-1',
      bot: '28:bot',
      language: 'nl',
      ...change,
    },
    true,
  )
const send = (address: Partial<Address>, change: Partial<Parcel> = {}) =>
  createTeamsSend({
    conversations: conversations(),
    connector: createConnector({ services: { hosts: [], loopback: true }, clock: Date.now }),
  })({
    id: 'delivery-1',
    organisation: 'waterveen',
    address: { platform: 'teams', ...address } as Address, // each test names one whole kind
    content: { kind: 'notice', notice: 'you-are-welcome', language: 'nl' },
    possiblyDouble: false,
    isBulk: false,
    ...change,
  })
const toConversation = (conversation: string, replyTo?: string) =>
  send({ kind: 'conversation', conversation, ...(replyTo === undefined ? {} : { replyTo }) })
const toPerson = (person = PERSON) => send({ kind: 'person', person })

it('writes to a conversation, with the id of what was sent', async () => {
  await keep()

  const outcome = await toConversation('a:chat')

  expect(outcome).toEqual({ kind: 'sent', reference: 'sent-1', calls: 1 })
  expect(received).toMatchObject([
    {
      method: 'POST',
      path: '/emea/v3/conversations/a%3Achat/activities',
      body: {
        type: 'message',
        from: { id: '28:bot' },
        conversation: { id: 'a:chat' },
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
      },
    },
  ])
  expect(received[0]?.body).not.toHaveProperty('text')
})

it('answers below a message in its thread', async () => {
  await keep({ id: '19:channel', person: undefined })

  const outcome = await toConversation('19:channel;messageid=1', '2')

  expect(outcome).toMatchObject({ kind: 'sent' })
  expect(received).toMatchObject([
    {
      path: '/emea/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/2',
      body: { replyToId: '2' },
    },
  ])
})

it('begins a thread of its own when it answers nothing', async () => {
  await keep({ id: '19:channel', person: undefined })

  await toConversation('19:channel;messageid=1')

  expect(received).toMatchObject([{ path: '/emea/v3/conversations/19%3Achannel/activities' }])
})

it('says in front that a message may be there twice', async () => {
  await keep()
  const address = { kind: 'conversation', conversation: 'a:chat' } as const
  const content = (language: 'nl' | 'en'): Reply => ({
    kind: 'notice',
    notice: 'you-are-welcome',
    language,
  })

  await send(address, { possiblyDouble: true, content: content('nl') })
  await send(address, { possiblyDouble: true, content: content('en') })

  expect(received).toMatchObject([
    {
      body: { text: '(mogelijk dubbel)', summary: expect.stringMatching(/^\(mogelijk dubbel\) /) },
    },
    { body: { text: '(possibly a duplicate)' } },
  ])
})

it('reaches a person in the conversation that only they share', async () => {
  await keep()

  const outcome = await toPerson()

  expect(outcome).toMatchObject({ kind: 'sent', calls: 1 })
  expect(received.map(({ path }) => path)).toEqual(['/emea/v3/conversations/a%3Achat/activities'])
})

describe('a first contact', () => {
  it('makes a conversation, keeps it, and writes to it', async () => {
    await keep({ id: '19:channel', person: undefined })

    const first = await toPerson()
    const second = await toPerson()

    expect(first).toEqual({ kind: 'sent', reference: 'sent-1', calls: 2 })
    expect(second).toMatchObject({ calls: 1 })
    expect(received.map(({ path }) => path)).toEqual([
      '/emea/v3/conversations',
      '/emea/v3/conversations/a%3Anew/activities',
      '/emea/v3/conversations/a%3Anew/activities',
    ])
    expect(received[0]?.body).toEqual({
      isGroup: false,
      bot: { id: '28:bot' },
      members: [{ id: PERSON }],
      tenantId: 'tenant-1',
      channelData: { tenant: { id: 'tenant-1' } },
    })
    expect(await conversations().ofPerson('waterveen', 'teams', PERSON)).toMatchObject({
      id: 'a:new',
      open: true,
    })
  })

  it('needs a conversation of the same organisation to know where', async () => {
    await conversations().keep(
      'lindedam',
      { platform: 'teams', id: 'x', serviceUrl: server.url, bot: '28:bot', language: 'nl' },
      true,
    )

    expect(await toPerson()).toEqual({
      kind: 'refused',
      reason: 'no-conversation-known',
      gone: true,
      calls: 0,
    })
  })

  it('ends where the app is not installed for the person', async () => {
    await keep({ person: 'somebody-else' })
    answer = () => ({ status: 403, body: { error: { code: 'BotNotInstalled' } } })

    expect(await toPerson()).toEqual({ kind: 'refused', reason: 'http-403', gone: true, calls: 1 })
    expect(await conversations().ofPerson('waterveen', 'teams', PERSON)).toBeUndefined()
  })

  it.each([500, 504, 201])('that may or may not have been made (%d) is made again', async (s) => {
    await keep({ person: 'somebody-else' })
    answer = () => ({ status: s, body: {} })

    expect(await toPerson()).toEqual({
      kind: 'not-sent',
      reason: 'not-created',
      throttled: false,
      calls: 1,
    })
  })

  it('counts both calls when the message is throttled', async () => {
    await keep({ person: 'somebody-else' })
    answer = ({ path }) =>
      path.endsWith('/v3/conversations')
        ? { status: 201, body: { id: 'a:new' } }
        : { status: 429, headers: { 'retry-after': '2' } }

    expect(await toPerson()).toEqual({
      kind: 'not-sent',
      reason: 'http-429',
      throttled: true,
      retryAfterMs: 2_000,
      calls: 2,
    })
  })
})

describe('sends nothing', () => {
  it('to a conversation that is closed', async () => {
    await keep()
    await conversations().close('waterveen', 'teams', 'a:chat')

    const refused = { kind: 'refused', reason: 'closed', gone: true, calls: 0 }
    expect(await toConversation('a:chat')).toEqual(refused)
    expect(await toPerson()).toEqual(refused)
    expect(received).toEqual([])
  })

  it('to a conversation of another organisation', async () => {
    await keep()

    const outcome = await send(
      { kind: 'conversation', conversation: 'a:chat' },
      { organisation: 'lindedam' },
    )

    expect(outcome).toMatchObject({ kind: 'refused', reason: 'unknown-conversation', calls: 0 })
    expect(received).toEqual([])
  })

  it.each([
    'https://collector.example/',
    'http://169.254.169.254/',
    'http://127.0.0.1.evil.example',
  ])(
    'to a stored address that is not allowed, such as %s after a restore (T2)',
    async (serviceUrl) => {
      await keep({ serviceUrl })

      expect(await toConversation('a:chat')).toEqual({
        kind: 'refused',
        reason: 'service-not-allowed',
        gone: false,
        calls: 0,
      })
    },
  )

  it('while the store is down, and will try again', async () => {
    await keep()
    await storage.close()

    expect(await toConversation('a:chat')).toEqual({
      kind: 'not-sent',
      reason: 'store-failed',
      throttled: false,
      calls: 0,
    })
    storage = await anEmptyStorage()
  })

  it('that cannot be shown, and does not try again', async () => {
    await keep()
    const content = { kind: 'answer', language: 'nl' } as Reply // as a row of another version may be

    expect(await send({ kind: 'conversation', conversation: 'a:chat' }, { content })).toEqual({
      kind: 'refused',
      reason: 'not-rendered',
      gone: false,
      calls: 0,
    })
  })
})

describe('is gone', () => {
  it.each([
    [403, 'a:chat', true],
    [404, 'a:chat', true],
    [403, '19:channel;messageid=1', true],
    [404, '19:channel;messageid=1', false], // the thread, but not its channel
    [400, 'a:chat', false],
  ])('with %d from %s: %s', async (status, conversation, gone) => {
    await keep()
    await keep({ id: '19:channel', person: undefined })
    answer = () => ({ status })

    expect(await toConversation(conversation, '2')).toMatchObject({ kind: 'refused', gone })
  })
})
