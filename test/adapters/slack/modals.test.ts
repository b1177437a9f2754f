/** Modals: the Home tab, what is opened from it or from a message, and what becomes of a form. */
import { createServer } from 'node:http'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request } from '../../../bot/contract/request.ts'
import { aReply } from '../../builders.ts'
import { readSlackFixture } from '../../stand-ins/slack/payloads.ts'
import type { SlackMessage, SlackView } from '../../stand-ins/slack/types.ts'
import {
  ALGEMEEN,
  aWorkspace,
  inRoster,
  labelsOf,
  last,
  saidTo,
  type Workspace,
  wordsOf,
} from './a-workspace.ts'

const ANSWER = /print op kantoor/

let town: Workspace
beforeEach(async () => {
  town = await aWorkspace()
})
afterEach(async () => {
  expect(town.seen.broken).toEqual([])
  await town.close()
})

const said = () => saidTo(town, 'U0JAN')
async function press(where: SlackMessage | SlackView, button: string) {
  const ack = await town.slack.press('U0JAN', where, button)
  expect(ack).toMatchObject({ status: 200, problems: [] })
  await town.settle()
  return ack
}

describe('the Home tab', () => {
  async function homeOf(user: string, in_ = town): Promise<SlackView> {
    await in_.slack.openHome(user)
    await in_.settle()
    return in_.slack.waitFor<SlackView>(() => in_.slack.homeOf(user))
  }

  it('says first how to report, then the topics, then what is of oneself', async () => {
    const words = wordsOf(await homeOf('U0JAN'))
    const places = [/088-000 0199/, /Meld een incident/, /1\. a/, /Mijn vragen/].map((one) =>
      words.search(one),
    )

    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each([
    [
      'ciso',
      [
        'Resultaten',
        'Vragen aan de CISO',
        'Concepten',
        'Versies',
        'Peilingen',
        'Nieuwe aankondiging',
      ],
    ],
    ['deputy', ['Vragen aan de CISO', 'Concepten', 'Versies', 'Nieuwe aankondiging']],
    ['manager', ['Resultaten']],
    ['auditor', ['Resultaten']],
    [undefined, []],
  ] as const)('shows a %s what they may open', async (role, rights) => {
    const unit = role === 'manager' ? { unit: 'Ruimte' } : {}
    const roles = role === undefined ? [] : [{ role, ...unit }]
    const people = [{ ...inRoster('noor.hofland@waterveen.example', roles), slackId: 'U0JAN' }]
    const office = await aWorkspace({ people })
    const labels = labelsOf(await homeOf('U0JAN', office))
    const from = labels.indexOf('Wis wat je van mij bewaart') + 1

    expect(labels.slice(from)).toHaveLength(rights.length)
    for (const [index, right] of rights.entries()) expect(labels[from + index]).toMatch(right)
    await office.close()
  })

  it('welcomes in the chat who never was here, once', async () => {
    await homeOf('U0JAN')
    await homeOf('U0JAN')
    await town.slack.openHome('U0JAN', 'messages')
    await town.settle()

    expect(said()).toHaveLength(1)
    expect(said()[0]?.channel).toBe(town.slack.dmOf('U0JAN'))
  })

  it('opens a modal at a button, in which one goes on', async () => {
    const home = await homeOf('U0JAN')
    await press(home, 'Bekijk')
    const chapter = await town.slack.waitFor<SlackView>(() => town.slack.viewOf('U0JAN'))
    expect(wordsOf(chapter)).toMatch(/wifi/)
    await press(chapter, 'show-section#0')
    const section = last(town.slack.viewsOf('U0JAN'))

    expect(section.id).toBe(chapter.id)
    expect(wordsOf(section)).toMatch(ANSWER)
    expect(said()).toHaveLength(1) // the welcome
  })
})

describe('a form', () => {
  const filled = {
    what: 'Laptop weg',
    when: 'net',
    devices: 'laptop',
    personalData: 'yes',
    callBack: '06',
  }

  async function openForm(): Promise<SlackMessage> {
    await town.slack.dm('U0JAN', 'help mijn laptop is gestolen')
    await town.settle()
    const message = last(said())
    await press(message, 'report-incident')
    await town.slack.waitFor(() => town.slack.viewOf('U0JAN'))
    return message
  }

  it('stays as it was filled in, with what is wrong below a field', async () => {
    await town.slack.dm('U0JAN', 'wie voert de kwartels in het park')
    await town.settle()
    await press(last(said()), 'ask-human')
    await town.slack.waitFor(() => town.slack.viewOf('U0JAN'))
    const ack = await town.slack.submit('U0JAN', { question: ' ' })

    expect(ack).toMatchObject({ problems: [], body: { response_action: 'errors' } })
    const view = town.slack.viewOf('U0JAN')
    expect(Object.keys(view?.errors ?? {})).toEqual([expect.stringMatching(/^field#/)])
    expect(Object.values(view?.errors ?? {}).join('')).not.toBe('')
    await town.slack.submit('U0JAN', { question: 'Wie voert de kwartels?' })
    expect(wordsOf(town.slack.viewOf('U0JAN'))).toMatch(/CISO/)
    expect(town.slack.viewOf('U0JAN')?.errors).toEqual({})
  })

  it('says in the modal what became of it, and leaves the telephone number in sight', async () => {
    const message = await openForm()
    await town.slack.submit('U0JAN', filled)
    await town.settle()

    expect(wordsOf(town.slack.viewOf('U0JAN'))).toMatch(/I-\d{4}-0001/)
    const after = said().find(({ ts }) => ts === message.ts)
    expect(wordsOf(after)).toMatch(/088-000 0199|I-\d{4}-0001/)
  })

  it('that was opened too late is told in the chat', async () => {
    await town.slack.dm('U0JAN', 'help mijn laptop is gestolen')
    await town.settle()
    town.slack.failNext('views.open', { error: 'expired_trigger_id' })
    await press(last(said()), 'report-incident')

    const told = await town.slack.waitFor(() => said()[1])
    expect(town.slack.viewOf('U0JAN')).toBeUndefined()
    expect([told.channel, labelsOf(told)]).toEqual([town.slack.dmOf('U0JAN'), [expect.any(String)]])
  })
})

describe('what a form was opened from', () => {
  const shown = aReply('escalation')

  /** @param handled what the form leads to */
  async function afterSubmit(channel: string, handled: Reply): Promise<readonly string[]> {
    const isSent = (request: Request) =>
      request.kind === 'action' && request.action.verb === 'answer-escalation'
    const office = await aWorkspace({
      bot: { reply: async (request) => (isSent(request) ? handled : shown) },
    })
    await office.send({
      ...{ id: '1', organisation: 'waterveen', content: shown, possiblyDouble: false },
      address: { kind: 'conversation', platform: 'slack', conversation: channel },
      isBulk: false,
    })
    const card = last(saidTo(office, 'U0JAN'))
    await office.slack.press('U0JAN', card, 'show-escalation')
    await office.slack.waitFor(() => office.slack.viewOf('U0JAN'))
    await office.slack.submit('U0JAN', { answer: 'Ja, in een tas.' })
    await office.settle()
    const inModal = office.slack.viewOf('U0JAN')
    if (office.slack.calls('chat.update').length > 0 || channel === 'U0JAN')
      await office.slack.waitFor(() => office.slack.calls('chat.update')[0])
    const now = office.slack.seenBy('U0JAN').find(({ ts }) => ts === card.ts)
    await office.close()
    return [wordsOf(inModal), wordsOf(now)]
  }

  it('says in the chat what became of it', async () => {
    const [inModal, message] = await afterSubmit('U0JAN', aReply('escalated'))

    expect(inModal).toMatch(/V-2026-0012/)
    expect(message).toMatch(/V-2026-0012/)
  })

  it('changes where others read along only when it is handled for all of them', async () => {
    const [, ofOne] = await afterSubmit(ALGEMEEN, aReply('escalated'))
    const [, ofAll] = await afterSubmit(ALGEMEEN, aReply('escalation-handled'))

    expect(ofOne).toMatch(/huisbezoek/)
    expect(ofOne).not.toMatch(/tas met een slot/)
    expect(ofAll).toMatch(/tas met een slot/)
  })
})

describe('an answer', () => {
  it('goes to no address but Slack’s', async () => {
    const shape = readSlackFixture('block-actions-message')
    const [action] = shape['actions'] as readonly object[] // by the fixture
    const value = JSON.stringify({ verb: 'show-section', sectionId: 'thuiswerken-wifi' })
    const canary = createServer((_, response) => void response.end())
    let heard = 0
    canary.on('request', () => {
      heard += 1
    })
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
    const { port } = canary.address() as { port: number } // it listens on TCP
    const { host } = new URL(town.slack.apiUrl)
    const urls = [
      `http://127.0.0.1:${port}/actions`,
      `http://localhost:${port}/hooks.slack.com/`,
      `http://hooks.slack.com@127.0.0.1:${port}/`,
      `http://user@${host}/hooks/1`,
      'http://hooks.slack.com/actions',
      'https://hooks.slack.com.evil.example/actions',
      'file:///etc/passwd',
      'hooks.slack.com',
    ]
    for (const [index, response_url] of urls.entries()) {
      const payload = {
        ...shape,
        response_url,
        trigger_id: `${index}.1.a`,
        actions: [{ ...action, value }],
      }
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      expect((await town.slack.sendRaw({ body, headers })).status).toBe(200)
    }
    await new Promise((resolve) => canary.close(resolve))

    expect(heard).toBe(0)
    expect(town.seen.failures).toHaveLength(urls.length)
    expect(town.slack.calls('response_url')).toEqual([])
  })
})

it('lays a word in passing over the modal, and keeps what was read below it', async () => {
  const [reading, word] = [aReply('section'), aReply('notice', { notice: 'you-are-welcome' })]
  let reply: Reply = reading
  const office = await aWorkspace({ bot: { reply: async () => reply } })
  await office.slack.openHome('U0JAN')
  const home = await office.slack.waitFor<SlackView>(() => office.slack.homeOf('U0JAN'))
  await office.slack.press('U0JAN', home, 'Mijn vragen')
  const below = await office.slack.waitFor<SlackView>(() => office.slack.viewOf('U0JAN'))
  reply = word
  await office.slack.press('U0JAN', below, 'show-section#0')
  const views = await office.slack.waitFor(() => {
    const stack = office.slack.viewsOf('U0JAN')
    return stack.length === 2 ? stack : undefined
  })

  expect(wordsOf(views[0])).toBe(wordsOf(below))
  expect(wordsOf(views[1])).not.toBe(wordsOf(below))
  await office.close()
})
