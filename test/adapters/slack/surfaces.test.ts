/** Surfaces: where somebody asks or presses decides who sees the reply, and how. */
import { aReply } from '../../builders.ts'
import type { SlackMessage, SlackView } from '../../stand-ins/slack/types.ts'
import {
  ALGEMEEN,
  aWorkspace,
  BOT,
  labelsOf,
  last,
  saidTo,
  type Workspace,
  wordsOf,
} from './a-workspace.ts'

const QUESTION = 'kan ik ff iets printen thuis'
const ANSWER = /print op kantoor/
const SILENT = 'C0ZONDER'

let town: Workspace
beforeEach(async () => {
  town = await aWorkspace()
})
afterEach(async () => {
  expect(town.seen.broken).toEqual([])
  await town.close()
})

const said = (user = 'U0JAN') => saidTo(town, user)
const forAll = (channel: string) =>
  town.slack.messagesIn(channel).filter(({ user }) => user === BOT)
async function press(where: SlackMessage | SlackView, button: string, user = 'U0JAN') {
  const ack = await town.slack.press(user, where, button)
  expect(ack).toMatchObject({ status: 200, problems: [] })
  await town.settle()
  return ack
}

describe('in the chat', () => {
  it('is answered there, and in the thread it was asked in', async () => {
    await town.slack.dm('U0JAN', QUESTION)
    await town.settle()
    const { ts } = last(said())
    await town.slack.dm('U0JAN', 'hoe maak ik mijn wifi veilig', { thread_ts: ts })
    await town.settle()

    expect(said()).toMatchObject([{ channel: town.slack.dmOf('U0JAN') }, { threadTs: ts }])
    expect(said()[0]?.threadTs).toBeUndefined()
    expect(wordsOf(last(said()))).toMatch(/router/)
  })

  it('hears nothing of what it says itself, of other bots, or of what was changed or removed', async () => {
    await town.slack.dm('U0JAN', QUESTION)
    await town.settle()
    const event = {
      channel: 'D0JAN',
      user: 'U0JAN',
      text: QUESTION,
      ts: '1790000000.000100',
      type: 'message',
    }
    const inside = [
      { ...event, bot_id: 'B0OTHER' },
      { ...event, user: undefined, subtype: 'bot_message', bot_id: 'B0OTHER' },
      { ...event, user: undefined, subtype: 'message_changed', message: event },
      { ...event, user: undefined, subtype: 'message_deleted', previous_message: event },
      { ...event, subtype: 'channel_join' },
      { ...event, channel: ALGEMEEN },
    ]
    for (const [index, one] of inside.entries())
      await town.slack.sendRaw({
        body: JSON.stringify({
          ...{ type: 'event_callback', team_id: 'T0WATERVEEN', event_id: `Ev0IGNORED${index}` },
          event: one,
        }),
      })
    await town.settle()

    expect(said()).toHaveLength(1)
    expect(forAll(ALGEMEEN)).toEqual([])
  })
})

describe('in a channel', () => {
  it('is answered for who asked only, in the thread it was asked in', async () => {
    const { ts } = town.slack.write('U0MARIT', ALGEMEEN, 'Goedemorgen')
    await town.slack.mention('U0JAN', ALGEMEEN, QUESTION, { thread_ts: ts })
    await town.settle()

    expect(said()).toMatchObject([{ ephemeralFor: 'U0JAN', threadTs: ts, channel: ALGEMEEN }])
    expect(wordsOf(last(said()))).toMatch(ANSWER)
    expect(said('U0MARIT')).toEqual([])
  })

  it('is for everybody when who asked shares it: once, in the same thread, and nothing more than the text', async () => {
    const { ts } = town.slack.write('U0MARIT', ALGEMEEN, 'Goedemorgen')
    await town.slack.mention('U0JAN', ALGEMEEN, QUESTION, { thread_ts: ts })
    await town.settle()
    const answer = last(said())
    await press(answer, 'Deel met iedereen')
    await press(answer, 'Deel met iedereen')

    expect(forAll(ALGEMEEN)).toMatchObject([{ threadTs: ts }])
    expect(said('U0MARIT').map(wordsOf)).toEqual([expect.stringMatching(ANSWER)])
    expect(labelsOf(last(forAll(ALGEMEEN)))).not.toContain('Deel met iedereen')
    expect(JSON.stringify(forAll(ALGEMEEN))).not.toMatch(/Noor|U0JAN/)
  })

  it('shows what is pressed below a shared answer to who pressed it only', async () => {
    await town.slack.mention('U0JAN', ALGEMEEN, QUESTION)
    await town.settle()
    await press(last(said()), 'Deel met iedereen')
    const shared = last(forAll(ALGEMEEN))
    await press(shared, 'show-chapters#0', 'U0MARIT')
    const own = await town.slack.waitFor(() => said('U0MARIT').find((one) => one.ephemeralFor))

    expect(own).toMatchObject({ ephemeralFor: 'U0MARIT', channel: ALGEMEEN })
    expect(forAll(ALGEMEEN)).toEqual([shared])
  })

  it('leads what is for one person to their own chat', async () => {
    await town.slack.mention('U0JAN', ALGEMEEN, 'mijn vragen')
    await town.settle()

    const [inChannel] = said().filter(({ channel }) => channel === ALGEMEEN)
    expect(said().map(({ channel }) => channel)).toContain(town.slack.dmOf('U0JAN'))
    expect(inChannel?.ephemeralFor).toBe('U0JAN')
    expect(wordsOf(inChannel)).not.toMatch(/Je hebt nog niets/)
  })

  it('greets when it is brought in, and nobody else who comes', async () => {
    await town.slack.addedToChannel(SILENT, 'U0JAN')
    await town.settle()
    expect(forAll(SILENT).map(wordsOf)).toEqual([expect.stringMatching(/Vraagbaak|vraag/i)])

    const body = JSON.stringify({
      ...{ type: 'event_callback', team_id: 'T0WATERVEEN', event_id: 'Ev0JOINED' },
      authorizations: [{ user_id: BOT, is_bot: true }],
      event: { type: 'member_joined_channel', user: 'U0LIEKE', channel: ALGEMEEN },
    })
    await town.slack.sendRaw({ body })
    await town.settle()
    expect(forAll(ALGEMEEN)).toEqual([])
  })
})

describe('a command', () => {
  it('is answered in its acknowledgement, also where the bot is not, and goes on from there', async () => {
    const ack = await town.slack.command('U0JAN', SILENT, QUESTION)

    expect(ack).toMatchObject({ body: { response_type: 'ephemeral' }, problems: [] })
    expect(said()).toMatchObject([{ ephemeralFor: 'U0JAN', channel: SILENT }])
    expect(wordsOf(last(said()))).toMatch(ANSWER)
    const answer = last(said())
    await press(answer, 'Nee')
    await town.slack.waitFor(() => wordsOf(last(said())) !== wordsOf(answer))
    expect(town.slack.calls('chat.postMessage')).toEqual([])
    expect(town.slack.calls('chat.postEphemeral')).toEqual([])
  })

  it.each([
    ['not', SILENT],
    ['a member', ALGEMEEN],
  ])('can be shared with everybody where the bot is %s', async (_name, channel) => {
    await town.slack.command('U0JAN', channel, QUESTION)
    const answer = last(said())
    await press(answer, 'Deel met iedereen')
    await press(answer, 'Deel met iedereen')

    const [shared, ...more] = town.slack
      .messagesIn(channel)
      .filter(({ ephemeralFor, user }) => user === BOT && ephemeralFor === undefined)
    expect(more).toEqual([])
    expect(wordsOf(shared)).toMatch(ANSWER)
    expect(labelsOf(last(forAll(channel)))).not.toContain('Deel met iedereen')
    expect(JSON.stringify(shared)).not.toMatch(/Noor|U0JAN/)
  })

  it('that is typed again within a minute is answered again', async () => {
    await town.slack.command('U0JAN', ALGEMEEN, QUESTION)
    await town.slack.command('U0JAN', ALGEMEEN, QUESTION)

    expect(said().map(wordsOf)).toEqual([
      expect.stringMatching(ANSWER),
      expect.stringMatching(ANSWER),
    ])
  })

  it('shows what is a message of its own through the address that came with the button', async () => {
    const office = await aWorkspace({
      bot: {
        reply: async ({ kind }) => aReply(kind === 'action' ? 'chapters' : 'welcome'),
      },
    })
    await office.slack.command('U0JAN', SILENT, QUESTION)
    const welcome = last(saidTo(office, 'U0JAN'))
    await office.slack.press('U0JAN', welcome, 'ask#0')
    await office.slack.waitFor(() => saidTo(office, 'U0JAN')[1])

    expect(saidTo(office, 'U0JAN')).toMatchObject([
      { ephemeralFor: 'U0JAN', blocks: welcome.blocks },
      { ephemeralFor: 'U0JAN', channel: SILENT },
    ])
    expect(office.slack.calls('chat.postEphemeral')).toEqual([])
    await office.close()
  })

  it('without words shows what the bot can do', async () => {
    await town.slack.command('U0JAN', ALGEMEEN, '  ')

    expect(said()).toHaveLength(1)
    expect(said('U0MARIT')).toEqual([])
  })

  it('that leads to a form opens it', async () => {
    const office = await aWorkspace({ bot: { reply: async () => aReply('human-form') } })
    const ack = await office.slack.command('U0JAN', ALGEMEEN, 'vraag het een mens')
    const view = await office.slack.waitFor<SlackView>(() => office.slack.viewOf('U0JAN'))

    expect(ack.body).toBe('')
    expect(view.submit).toBeDefined()
    expect(saidTo(office, 'U0JAN')).toEqual([])
    await office.close()
  })
})

describe('a message of somebody else', () => {
  const shortcut = (text: string) => {
    const message = town.slack.write('U0MARIT', ALGEMEEN, text)
    return town.slack.shortcut('U0JAN', 'ask-about-message', message)
  }

  it('is asked about in a modal, which only who asked sees', async () => {
    await shortcut(`<@U0LIEKE> <!channel> ${QUESTION} <https://waterveen.example|hier>`)
    const view = await town.slack.waitFor<SlackView>(() => town.slack.viewOf('U0JAN'))
    await town.settle()

    expect(wordsOf(view)).toMatch(ANSWER)
    expect(wordsOf(view)).not.toMatch(/U0LIEKE|<!channel>/)
    expect(said('U0MARIT')).toEqual([])
  })

  it('may be as long as Slack allows', async () => {
    expect(await shortcut(`${QUESTION} ${'en nog iets '.repeat(3_000)}`)).toMatchObject({
      status: 200,
    })
    const view = await town.slack.waitFor<SlackView>(() => town.slack.viewOf('U0JAN'))

    expect(wordsOf(view)).not.toBe('')
    expect(town.seen.failures).toEqual([])
  })

  it('is nothing to a shortcut of another name', async () => {
    await town.slack.shortcut('U0JAN', 'something-else')

    expect(town.slack.viewOf('U0JAN')).toBeUndefined()
    expect(town.seen.dropped).toHaveLength(1)
  })
})
