/** The Teams adapter from the request over HTTP to what the connector accepted. */
import type { Bot } from '../../../bot/bot.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request } from '../../../bot/contract/request.ts'
import { shrug, startTeams, TENANT, type TeamsRig, WATERVEEN } from '../../stand-ins/teams.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'

/** Replaced by a test that needs another bot. */
let bot: Bot['reply'] = shrug
let teams: TeamsRig

beforeAll(async () => {
  teams = await startTeams({ reply: (request, stores) => bot(request, stores) })
})
afterAll(() => teams.close())
beforeEach(() => {
  bot = shrug
  teams.connector.forget()
})

const lastAsked = () => teams.asked.at(-1)
const post = (name: string, changes?: object) => teams.post(teams.activity(name, changes))
const ask = (changes?: object) => teams.post(teams.question(changes))
const press = (data: object) =>
  post('invoke-show-section', {
    value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
  })
const replying =
  (reply: Reply): Bot['reply'] =>
  async () =>
    reply

describe('a message', () => {
  it('is answered with a card, and a summary for who cannot see it', async () => {
    const response = await post('message-personal')

    expect(response).toMatchObject({ status: 200, text: '' })
    expect(lastAsked()).toMatchObject({ text: 'mag ik een brief scannen met camscanner' })
    const [message, ...others] = teams.connector.messages()
    expect(others).toEqual([])
    expect(message?.text).toBeUndefined()
    expect(message?.summary).toMatch(/niet/)
    expect(message?.attachments).toMatchObject([
      { contentType: CARD, content: { type: 'AdaptiveCard', version: '1.5', lang: 'nl' } },
    ])
  })

  it('is answered in the language of the client', async () => {
    await ask({ locale: 'en-GB' })

    expect(teams.connector.messages()[0]?.attachments).toMatchObject([{ content: { lang: 'en' } }])
  })

  it('in a channel is answered in its thread', async () => {
    const activity = teams.activity('message-channel')
    await teams.post(activity)

    expect(teams.connector.accepted).toMatchObject([
      {
        conversation: '19:sample-channel@thread.tacv2;messageid=1763800000009',
        replyTo: activity['id'],
      },
    ])
  })

  it('has no name of a person in what is sent', async () => {
    await post('message-group')

    expect(JSON.stringify(teams.connector.accepted)).not.toMatch(/Medewerker|Collega/)
  })
})

describe('a button', () => {
  it.each([
    { verb: 'show-section', sectionId: 'a' },
    { verb: 'show-chapter', chapter: 1 },
    { verb: 'show-chapters' },
    { verb: 'none-of-these' },
  ])('$verb replaces the card it stands on', async (data) => {
    const response = await press(data)

    expect(response).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: CARD, value: { type: 'AdaptiveCard' } },
    })
    expect(teams.connector.accepted).toEqual([])
  })

  it.each([{ verb: 'ask', question: 'mag dit?' }, { verb: 'show-help' }])(
    '$verb sends a message of its own and says so',
    async (data) => {
      const response = await press(data)

      expect(response).toMatchObject({ status: 200, body: { statusCode: 200, type: TEXT } })
      expect(teams.connector.messages()).toMatchObject([{ attachments: [{ contentType: CARD }] }])
    },
  )

  it('that only asks for thanks leaves the card as it is', async () => {
    bot = replying({ kind: 'notice', language: 'nl', notice: 'rated-helpful' })
    const response = await press({
      verb: 'rate-answer',
      sectionId: 'a',
      version: '1',
      helpful: true,
    })

    expect(response.body).toMatchObject({ type: TEXT, value: expect.stringMatching(/\w/) })
    expect(teams.connector.accepted).toEqual([])
  })

  it('that it cannot read is still heard', async () => {
    bot = replying({ kind: 'notice', language: 'nl', notice: 'outdated-card' })
    const response = await post('invoke-old-card')

    expect(lastAsked()?.kind).toBe('unknown-action')
    expect(response.body).toMatchObject({ type: TEXT })
  })

  it('of another kind, such as a search in the compose box, is refused', async () => {
    const response = await post('invoke-other')

    expect(response).toMatchObject({ status: 400, text: '{"error":400}' })
    expect(teams.dropped.at(-1)).toBe('other-invoke')
  })
})

describe('being added', () => {
  it('is answered once, though Teams tells it twice', async () => {
    const asked = teams.asked.length
    await post('installation-personal')
    await post('conversation-update-bot-added')

    expect(teams.asked.slice(asked).map(({ kind }) => kind)).toEqual(['joined'])
    expect(teams.connector.messages()).toHaveLength(1)
  })
})

it('stays silent to what asks for no answer', async () => {
  const response = await post('reaction')

  expect(response).toMatchObject({ status: 200, text: '' })
  expect(teams.connector.accepted).toEqual([])
})

describe('when the bot breaks', () => {
  const broken = new Error('the index is gone')
  beforeEach(() => {
    bot = () => Promise.reject(broken)
  })

  it('tells the user a reference that is in the log', async () => {
    await ask()

    expect(JSON.stringify(teams.connector.messages())).toContain('3f9a00')
    expect(teams.failures().at(-1)).toEqual({
      kind: 'failed',
      organisation: 'waterveen',
      reference: '3f9a00',
      error: broken,
    })
  })

  it('tells it under the button too', async () => {
    const response = await press({ verb: 'show-chapters' })

    expect(response.body).toMatchObject({ type: TEXT, value: expect.stringContaining('3f9a00') })
  })
})

describe('when the connector refuses the answer', () => {
  it.each([403, 404])(
    'with %d, nothing more is sent there until the bot is back',
    async (status) => {
      const person = { id: `29:gone-${status}` }
      const conversation = {
        id: `a:gone-${status}`,
        conversationType: 'personal',
        tenantId: TENANT,
      }
      const place = { from: person, conversation }
      teams.connector.refuseNext(status)

      const response = await ask(place)
      const closed = await teams.storage.stores.conversations.find(
        'waterveen',
        'teams',
        conversation.id,
      )
      await post('installation-personal', place)

      expect(response.status).toBe(200)
      expect(closed?.open).toBe(false)
      expect(teams.connector.messages()).toHaveLength(1) // the welcome
    },
  )

  it('for good, the next message is answered all the same', async () => {
    teams.connector.refuseNext(400)

    const response = await ask()
    await ask()

    expect(response.status).toBe(200)
    expect(teams.connector.messages()).toHaveLength(1)
  })
})

describe('being removed', () => {
  const found = (id: string) => teams.storage.stores.conversations.find('waterveen', 'teams', id)

  it.each([
    ['installation-personal', { action: 'remove' }],
    [
      'conversation-update-bot-added',
      {
        membersAdded: undefined,
        membersRemoved: [{ id: '28:0c1d2e3f-0000-4000-8000-0000000000aa' }],
      },
    ],
  ])('by %s %j leaves no way back', async (name, changes) => {
    await ask()
    const before = await found('a:1sample-personal-chat')

    const response = await post(name, changes)

    expect(before).toMatchObject({ person: '7d1c0000-0000-4000-8000-000000000001', open: true })
    expect(await found('a:1sample-personal-chat')).toBeUndefined()
    expect(response.status).toBe(200)
  })

  it('of somebody else changes nothing', async () => {
    await ask()

    await post('conversation-update-bot-added', {
      membersAdded: undefined,
      membersRemoved: [{ id: '29:1sample-colleague' }],
    })

    expect(await found('a:1sample-personal-chat')).toMatchObject({ open: true })
  })
})

it('tells the asker alone what others may not read, with a first contact when it must', async () => {
  bot = replying({ kind: 'my-questions', questions: [], organisation: WATERVEEN, language: 'nl' })
  const person = '7d1c0000-0000-4000-8000-000000000077'

  await post('message-channel', { from: { id: '29:77', aadObjectId: person } })

  expect(teams.connector.accepted.map(({ conversation }) => conversation)).toEqual([`a:${person}`])
  expect(
    await teams.storage.stores.conversations.ofPerson('waterveen', 'teams', person),
  ).toMatchObject({ id: `a:${person}` })
})

it('keeps one reference for all threads of a channel, and of no person', async () => {
  await post('message-channel')

  const { conversations } = teams.storage.stores
  expect(await conversations.find('waterveen', 'teams', '19:sample-channel@thread.tacv2')).toEqual({
    platform: 'teams',
    id: '19:sample-channel@thread.tacv2',
    serviceUrl: teams.connector.serviceUrl,
    tenant: TENANT,
    bot: '28:0c1d2e3f-0000-4000-8000-0000000000aa',
    language: 'nl',
    open: true,
  })
})

it('asks the bot for the organisation of the tenant', async () => {
  await ask()

  const { speaker } = lastAsked() as Request // asked just now
  expect(speaker.organisation).toBe(WATERVEEN.id)
})
