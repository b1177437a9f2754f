/** The Web API of the stand-in of Slack, with Slack's own client: it must refuse what Slack refuses. */
import { actions, button, refusal, startTryOut, type TryOut } from './stand-ins/slack/try-out.ts'
import type { SlackOptions } from './stand-ins/slack/types.ts'

let world: TryOut
const start = async (options?: SlackOptions): Promise<TryOut> => {
  world = await startTryOut(options)
  return world
}
afterEach(() => world.close())

describe('the Web API', () => {
  it('refuses other tokens, missing scopes and unknown methods', async () => {
    const { web, client } = await start({ scopes: ['chat:write'] })

    expect(await refusal(client('xoxb-other').auth.test())).toBe('invalid_auth')
    expect(await refusal(web.apps.connections.open())).toBe('not_allowed_token_type')
    expect(await refusal(web.users.info({ user: 'U0JAN' }))).toBe('missing_scope')
    expect(await refusal(web.apiCall('chat.scream'))).toBe('unknown_method')
    expect(await web.auth.test()).toMatchObject({ ok: true, team_id: 'T0WATERVEEN' })
  })

  it('refuses places where the bot is not, and people who are gone', async () => {
    const { web, slack } = await start()
    const post = (channel: string) => refusal(web.chat.postMessage({ channel, text: 'Hoi' }))

    expect(await post('C0NERGENS')).toBe('channel_not_found')
    expect(await post('C0ZONDER')).toBe('not_in_channel')
    expect(await post('C0OUD')).toBe('is_archived')
    expect(await post('U0GONE')).toBe('user_disabled')
    expect(await refusal(web.conversations.open({ users: 'U0GONE' }))).toBe('user_disabled')
    const toManager = { channel: 'G0BESLOTEN', user: 'U0MANAGER', text: 'Hoi' }
    expect(await refusal(web.chat.postEphemeral(toManager))).toBe('user_not_in_channel')
    expect(slack.log.map(({ error }) => error)).toContain('is_archived')
  })

  it('refuses blocks that are not good, with where it is wrong', async () => {
    const { web, slack } = await start()
    const bad = [actions({ ...button('x'.repeat(76), 'vote') })]

    const error = await web.chat
      .postMessage({ channel: 'U0JAN', text: 'Hoi', blocks: bad as never[] })
      .catch((thrown: { data: unknown }) => thrown.data)

    expect(error).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [
          '[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
        ],
      },
    })
    expect(slack.messagesIn(slack.dmOf('U0JAN'))).toEqual([])
  })

  it('shows messages as they are after an update, and ephemerals to one person only', async () => {
    const { web, slack } = await start()
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0ALGEMEEN', text: 'Eerst' })
    await web.chat.update({ channel: 'C0ALGEMEEN', ts, text: 'Daarna' })
    await web.chat.postEphemeral({ channel: 'C0ALGEMEEN', user: 'U0JAN', text: 'Alleen jij' })

    expect(slack.messagesIn('C0ALGEMEEN').map(({ text }) => text)).toEqual(['Daarna'])
    expect(slack.seenBy('U0JAN').map(({ text }) => text)).toEqual(['Daarna', 'Alleen jij'])
    expect(slack.seenBy('U0MARIT').map(({ text }) => text)).toEqual(['Daarna'])
    expect(slack.seenBy('U0TOMASZ')).toEqual([])
  })

  it('tells about people what it may: no mail address of strangers, or without its scope', async () => {
    const { web } = await start()
    const { user } = await web.users.info({ user: 'U0TOMASZ', include_locale: true })
    const { user: guest } = await web.users.info({ user: 'U0GUEST' })
    const { user: stranger } = await web.users.info({ user: 'U0STRANGER' })

    expect(user).toMatchObject({
      locale: 'en-US',
      profile: { email: 'tomasz.wilk@waterveen.example' },
    })
    expect(guest).toMatchObject({ is_ultra_restricted: true })
    expect(stranger).toMatchObject({ team_id: 'T0ELSEWHERE', is_stranger: true })
    expect(stranger?.profile).not.toHaveProperty('email')
    const first = await web.users.list({ limit: 10 })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await web.users.list({ limit: 10, cursor })
    expect((first.members?.length ?? 0) + (rest.members?.length ?? 0)).toBe(14)
    expect(rest.response_metadata?.next_cursor).toBe('')
  })

  it('says 429 with Retry-After for a channel that gets more than one a second', async () => {
    const { web, slack, clock } = await start()
    const post = (channel: string) => refusal(web.chat.postMessage({ channel, text: 'Hoi' }))
    const burst = [1, 2, 3, 4].map(() => post('C0ALGEMEEN'))
    expect(await Promise.all(burst)).toEqual([undefined, undefined, undefined, undefined])

    expect(await post('C0ALGEMEEN')).toBe('slack_webapi_rate_limited_error')
    expect(await post('G0BESLOTEN')).toBeUndefined()
    clock.now += 1_000
    expect(await post('C0ALGEMEEN')).toBeUndefined()
    expect(slack.tooMany()).toBe(1)
  })

  it('goes wrong as told: done or not, answered or not', async () => {
    const { web, slack } = await start()
    const post = (text: string) => refusal(web.chat.postMessage({ channel: 'U0JAN', text }))
    slack.failNext('chat.postMessage', { status: 503 })
    slack.failNext('chat.postMessage', { error: 'internal_error' })
    slack.failNext('chat.postMessage', 'accept-then-500')
    slack.failNext('chat.postMessage', 'reset')

    expect(await post('een')).toBe('slack_webapi_http_error')
    expect(await post('twee')).toBe('internal_error')
    expect(await post('drie')).toBe('slack_webapi_http_error')
    expect(await post('vier')).toBe('slack_webapi_request_error')
    slack.down()
    expect(await post('vijf')).toBe('slack_webapi_request_error')
    slack.up()
    expect(await post('zes')).toBeUndefined()
    expect(slack.seenBy('U0JAN').map(({ text }) => text)).toEqual(['drie', 'zes'])
    expect(slack.log.map(({ status }) => status)).toEqual([503, 200, 500, 0, 200])
  })
})
