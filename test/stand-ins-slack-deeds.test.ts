/** What people do in the stand-in of Slack, and how it comes to the bot. */
import bolt from '@slack/bolt'
import { readSlackFixture } from './stand-ins/slack/payloads.ts'
import {
  actions,
  button,
  field,
  type Heard,
  modal,
  refusal,
  startTryOut,
  type TryOut,
} from './stand-ins/slack/try-out.ts'
import type { SlackOptions } from './stand-ins/slack/types.ts'

let world: TryOut
const start = async (options?: SlackOptions): Promise<TryOut> => {
  world = await startTryOut(options)
  return world
}
afterEach(() => world.close())

/** By Slack's own library. */
const isSigned = (signingSecret: string, { headers, body }: Heard, nowMilliseconds: number) =>
  bolt.isValidSlackRequest({
    signingSecret,
    body,
    headers: {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
    nowMilliseconds,
  })

describe('what people do', () => {
  it('brings an event signed, and again until it is taken', async () => {
    const { slack, clock, listen, heard, last } = await start()
    await listen((_, count) => ({ status: count < 3 ? 500 : 200 }))

    const ack = await slack.dm('U0JAN', 'Mag dit?')

    expect(ack).toMatchObject({ status: 200, retryNum: 2, via: 'http' })
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1)
    expect(last().headers).toMatchObject({
      'x-slack-retry-num': '2',
      'x-slack-retry-reason': 'http_error',
    })
    expect(isSigned(slack.signingSecret, last(), clock.now)).toBe(true)
    expect(isSigned('another secret', last(), clock.now)).toBe(false)
    expect(JSON.parse(last().body)).toMatchObject({
      type: 'event_callback',
      team_id: 'T0WATERVEEN',
      event: { type: 'message', channel_type: 'im', user: 'U0JAN', text: 'Mag dit?' },
    })
  })

  it('gives up after four tries, and at once when the bot asks for that', async () => {
    const { slack, listen, heard } = await start({ patienceMs: 50 })
    await listen(() => ({ isSilent: true }))

    expect(await slack.dm('U0JAN', 'Mag dit?')).toMatchObject({ status: 0, retryNum: 3 })
    await listen(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }))
    expect(await slack.dm('U0JAN', 'Mag dit?')).toMatchObject({ status: 500, retryNum: 0 })
    expect(heard).toHaveLength(5)
  })

  it('sends the bot its own messages back in a direct message', async () => {
    const { web, slack, listen, last } = await start()
    await listen(() => ({}))

    await web.chat.postMessage({ channel: 'U0JAN', text: 'Zo doe je dat' })
    await slack.quiet()

    expect(JSON.parse(last().body).event).toMatchObject({
      bot_id: 'B0VRAAGBAAK',
      type: 'message',
    })
  })

  it('opens a modal once, within three seconds of what was pressed', async () => {
    const { web, slack, clock, listen, interaction } = await start()
    await listen(() => ({}))
    const blocks = [actions(button('Open', 'open'))] as never[]
    await web.chat.postMessage({ channel: 'U0JAN', text: 'Hoi', blocks })
    const [message] = slack.seenBy('U0JAN')
    const press = async () => {
      if (message !== undefined) await slack.press('U0JAN', message, 'open')
      return String(interaction()['trigger_id'])
    }
    const open = (trigger_id: string) =>
      refusal(web.views.open({ trigger_id, view: modal(field('question')) }))

    const first = await press()
    expect(await open(first)).toBeUndefined()
    expect(await open(first)).toBe('exchanged_trigger_id')
    const second = await press()
    clock.now += 3_001
    expect(await open(second)).toBe('expired_trigger_id')
    expect(await open('1.2.abc')).toBe('invalid_trigger_id')
    expect(slack.viewOf('U0JAN')).toMatchObject({ title: 'Vraag stellen' })
  })

  const withModal = async (...blocks: readonly object[]) => {
    const tried = await start()
    let said: unknown
    await tried.listen(() => ({ body: said }))
    await tried.slack.shortcut('U0JAN', 'ask')
    const trigger_id = String(tried.interaction()['trigger_id'])
    await tried.web.views.open({ trigger_id, view: modal(...blocks) })
    return {
      ...tried,
      says: (body: unknown) => {
        said = body
      },
    }
  }

  it('submits what was filled in, after the checks that Slack does itself', async () => {
    const options = ['nl', 'en'].map((value) => ({
      text: { type: 'plain_text', text: value },
      value,
    }))
    const choice = {
      type: 'radio_buttons',
      action_id: 'language',
      options,
      initial_option: options[0],
    }
    const { slack, interaction, says } = await withModal(
      field('question', { max_length: 10 }),
      field('language', choice),
      field('note', {}, { optional: true }),
    )

    await expect(slack.submit('U0JAN')).rejects.toThrow('complete this required field')
    await expect(slack.submit('U0JAN', { question: 'x'.repeat(11) })).rejects.toThrow(
      'more than 10',
    )
    await expect(slack.submit('U0JAN', { language: 'fr' })).rejects.toThrow('no option fr')
    says({ response_action: 'errors', errors: { 'field#question': 'Te kort' } })
    await slack.submit('U0JAN', { question: 'Mag dit?' })
    expect(slack.viewOf('U0JAN')?.errors).toEqual({ 'field#question': 'Te kort' })
    says(undefined)
    await slack.submit('U0JAN')

    expect(slack.viewOf('U0JAN')).toBeUndefined()
    expect(interaction()).toMatchObject({
      type: 'view_submission',
      view: {
        private_metadata: '{"verb":"send"}',
        state: {
          values: {
            'field#question': { question: { type: 'plain_text_input', value: 'Mag dit?' } },
            'field#language': { language: { selected_option: { value: 'nl' } } },
            'field#note': { note: { value: null } },
          },
        },
      },
    })
  })

  it('says what it makes nothing of in the answer to a submission', async () => {
    const { slack, says } = await withModal(field('question'))

    says({ response_action: 'update', view: { type: 'modal' } })
    const { problems } = await slack.submit('U0JAN', { question: 'Mag dit?' })

    expect(problems.join()).toContain('missing required field: title')
    expect(slack.viewOf('U0JAN')).toMatchObject({ title: 'Vraag stellen' })
  })

  it('stacks three modals, and refuses an update of one that changed', async () => {
    const { slack, web, interaction, says } = await withModal(
      field('question'),
      actions(button('Meer', 'more')),
    )
    const { id = '', hash } = slack.viewOf('U0JAN') ?? {}
    says({ response_action: 'push', view: modal(actions(button('Meer', 'more'))) })
    await slack.submit('U0JAN', { question: 'Mag dit?' })
    const push = async () => {
      const view = slack.viewOf('U0JAN')
      if (view !== undefined) await slack.press('U0JAN', view, 'Meer')
      const trigger_id = String(interaction()['trigger_id'])
      return refusal(web.views.push({ trigger_id, view: modal(actions(button('Meer', 'more'))) }))
    }
    says(undefined)

    expect(await push()).toBeUndefined()
    expect(await push()).toBe('push_limit_reached')
    expect(slack.viewsOf('U0JAN')).toHaveLength(3)
    await web.views.update({ view_id: id, view: modal(field('question')) })
    const late = web.views.update({ view_id: id, hash: hash ?? '', view: modal(field('question')) })
    expect(await refusal(late)).toBe('hash_conflict')
    await slack.closeModal('U0JAN', { all: true })
    const gone = web.views.update({ view_id: id, view: modal(field('question')) })
    expect(await refusal(gone)).toBe('not_found')
  })

  it('answers a command in the answer, and by its response_url five times', async () => {
    const { slack, clock, listen, last } = await start()
    await listen(() => ({ body: { text: 'Alleen voor jou' } }))

    const ack = await slack.command('U0JAN', 'C0ZONDER', 'wachtwoord')

    expect(ack).toMatchObject({ kind: 'command', type: '/vraagbaak', status: 200 })
    expect(slack.messagesIn('C0ZONDER')).toEqual([])
    const use = async (body: object) => {
      const url = new URLSearchParams(last().body).get('response_url') ?? ''
      const { status } = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers })
      return status
    }
    const headers = { 'content-type': 'application/json' }
    expect(await use({ response_type: 'in_channel', text: 'Voor iedereen' })).toBe(200)
    for (const text of ['3', '4', '5', '6']) expect(await use({ text })).toBe(200)
    expect(await use({ text: '7' })).toBe(404)
    expect(slack.messagesIn('C0ZONDER').map(({ text }) => text)).toEqual(['Voor iedereen'])
    expect(slack.seenBy('U0JAN')).toHaveLength(6)
    await slack.command('U0JAN', 'C0ZONDER', 'wachtwoord')
    clock.now += 31 * 60_000
    expect(await use({ text: 'te laat' })).toBe(404)
  })

  it('replaces a message that was pressed, also an ephemeral one, which is not sent along', async () => {
    const { web, slack, listen, interaction } = await start()
    await listen(() => ({}))
    const blocks = [actions(button('Ja', 'yes'))] as never[]
    await web.chat.postEphemeral({ channel: 'C0ALGEMEEN', user: 'U0JAN', text: 'Hoi', blocks })
    const [message] = slack.seenBy('U0JAN')
    if (message === undefined) throw new Error('nothing is seen')
    await expect(slack.press('U0MARIT', message, 'Ja')).rejects.toThrow('does not see')

    await slack.press('U0JAN', message, 'Ja')
    const pressed = interaction()
    await fetch(String(pressed['response_url']), {
      method: 'POST',
      body: JSON.stringify({ replace_original: true, text: 'Bedankt' }),
      headers: { 'content-type': 'application/json' },
    })

    expect(pressed).not.toHaveProperty('message')
    expect(pressed).toMatchObject({ container: { is_ephemeral: true } })
    expect(slack.seenBy('U0JAN').map(({ text }) => text)).toEqual(['Bedankt'])
    expect(slack.seenBy('U0MARIT')).toEqual([])
  })

  it('gives files to the bot only, and a page to everybody else', async () => {
    const { slack, listen, last } = await start()
    await listen(() => ({}))
    await slack.dm('U0JAN', '', {
      files: [{ name: 'a.txt', mimetype: 'text/plain', content: 'hoi' }],
    })
    const { files } = JSON.parse(last().body).event
    const get = (token: string) =>
      fetch(files[0].url_private_download, { headers: { authorization: `Bearer ${token}` } })

    expect(await (await get(slack.botToken)).text()).toBe('hoi')
    expect(await (await get('xoxb-other')).text()).toContain('Sign in')
  })

  it('sends what a test made itself, signed well, badly or not at all', async () => {
    const { slack, clock, listen, last } = await start()
    await listen(() => ({ body: { challenge: 'abc' } }))
    const body = JSON.stringify(readSlackFixture('url-verification'))
    const raw = async (more: object) => {
      const { status } = await slack.sendRaw({ body, ...more })
      return status === 200 && isSigned(slack.signingSecret, last(), clock.now)
    }

    expect(await raw({})).toBe(true)
    expect(await raw({ signature: '' })).toBe(false)
    expect(await raw({ signature: 'v0=00' })).toBe(false)
    expect(await raw({ timestamp: String(clock.now / 1_000 - 600) })).toBe(false)
    expect(last().body).toBe(body)
  })

  it('says of somebody from elsewhere where they come from', async () => {
    const { slack, listen, last, interaction } = await start()
    await listen(() => ({}))

    await slack.mention('U0STRANGER', 'C0SAMEN', 'mag dit?')
    expect(JSON.parse(last().body)).toMatchObject({
      team_id: 'T0WATERVEEN',
      is_ext_shared_channel: true,
      event: { user: 'U0STRANGER', user_team: 'T0ELSEWHERE', text: '<@U0VRAAGBAAK> mag dit?' },
    })
    await slack.shortcut('U0STRANGER', 'ask')
    expect(interaction()).toMatchObject({ user: { team_id: 'T0ELSEWHERE' } })
    await expect(slack.mention('U0STRANGER', 'C0ALGEMEEN', 'Hoi')).rejects.toThrow('is not in')
  })

  it('lets nobody act who is gone, and no bot that was removed', async () => {
    const { web, slack, listen } = await start()
    await listen(() => ({}))

    await expect(slack.dm('U0GONE', 'Hoi')).rejects.toThrow('deactivated')
    expect((await slack.uninstall()).map(({ type }) => type)).toEqual([
      'tokens_revoked',
      'app_uninstalled',
    ])
    expect(await refusal(web.auth.test())).toBe('account_inactive')
  })
})
