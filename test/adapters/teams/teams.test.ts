/** The Teams adapter from the request over HTTP to what the connector accepted. */
import type { Bot } from '../../../bot/contract/ports.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request } from '../../../bot/contract/request.ts'
import { shrug, startTeams, type TeamsRig, WATERVEEN } from '../../stand-ins/teams.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'

/** Replaced by a test that needs another bot. */
let bot: Bot = shrug
let teams: TeamsRig

beforeAll(async () => {
  teams = await startTeams({ bot: (request) => bot(request), teams: { typingAfterMs: 5 } })
})
afterAll(() => teams.close())
beforeEach(() => {
  bot = shrug
  teams.connector.forget()
})

const lastAsked = () => teams.asked.at(-1)
const post = (name: string, changes?: object) => teams.post(teams.activity(name, changes))
const press = (data: object) =>
  post('invoke-show-section', {
    value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
  })
const replying =
  (reply: Reply): Bot =>
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
    await post('message-personal', { locale: 'en-GB' })

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

  it('shows typing while an answer takes long, and the answer after it', async () => {
    bot = async (request) => {
      await teams.connector.waitFor('typing')
      return shrug(request)
    }

    await post('message-personal')

    expect(teams.connector.accepted.map(({ activity }) => activity.type)).toEqual([
      'typing',
      'message',
    ])
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
    await post('message-personal')

    expect(JSON.stringify(teams.connector.messages())).toContain('3f9a00')
    expect(teams.observed.at(-1)).toEqual({
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
  it.each([403, 404])('with %d, the conversation is gone and nothing is wrong', async (status) => {
    const failures = teams.observed.length
    teams.connector.refuseNext(status)

    const response = await post('message-personal')

    expect(response.status).toBe(200)
    expect(teams.dropped.at(-1)).toBe('conversation-gone')
    expect(teams.observed).toHaveLength(failures)
  })

  it('for good, the failure is observed and the next message is answered', async () => {
    const failures = teams.observed.length
    teams.connector.refuseNext(412) // the SDK does not try this one again

    const response = await post('message-personal')
    await post('message-personal')

    expect(response.status).toBe(200)
    expect(teams.observed.slice(failures)).toMatchObject([{ kind: 'failed' }])
    expect(teams.connector.messages()).toHaveLength(1)
  })

  it('with 500 once, the SDK sends it again', async () => {
    const failures = teams.observed.length
    teams.connector.refuseNext(500)

    const response = await post('message-personal')

    expect(response.status).toBe(200)
    expect(teams.observed).toHaveLength(failures)
    expect(teams.connector.messages()).toHaveLength(1)
  })
})

it('asks the bot for the organisation of the tenant', async () => {
  await post('message-personal')

  const { speaker } = lastAsked() as Request // asked just now
  expect(speaker.organisation).toBe(WATERVEEN.id)
})
