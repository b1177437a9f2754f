/** Over a socket: the same bot for who lets nothing in from outside, and a line that comes back. */
import type { Storage } from '../../../bot/storage/storage.ts'
import { startSlack } from '../../stand-ins/slack/slack.ts'
import type { SlackView } from '../../stand-ins/slack/types.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'
import { aSlowStore } from './a-slow-store.ts'
import {
  ALGEMEEN,
  aWorkspace,
  labelsOf,
  saidTo,
  type Workspace,
  type WorkspaceChange,
  wordsOf,
} from './a-workspace.ts'

const QUESTION = 'kan ik ff iets printen thuis'
const ANSWER = /print op kantoor/

let town: Workspace
let inner: Storage
afterEach(async () => {
  await town.close()
  await inner?.close()
})

async function open(change: WorkspaceChange = {}): Promise<Workspace> {
  town = await aWorkspace({ kind: 'socket', againMs: 50, ...change })
  if (change.isStarted !== false) await town.slack.waitFor(() => town.slack.sockets() > 0)
  return town
}
const said = () => saidTo(town, 'U0JAN')

it('does what it does over HTTP', async () => {
  const { slack, settle } = await open()
  await slack.dm('U0JAN', QUESTION)
  await settle()
  const asked = await slack.mention('U0JAN', ALGEMEEN, 'help')
  const command = await slack.command('U0JAN', 'C0ZONDER', 'hoe maak ik mijn wifi veilig')
  await slack.openHome('U0JAN')
  const home = await slack.waitFor<SlackView>(() => slack.homeOf('U0JAN'))
  await slack.press('U0JAN', home, 'Meld een incident')
  await slack.waitFor(() => slack.viewOf('U0JAN')?.submit)
  const filled = {
    what: 'Tas weg',
    when: 'net',
    devices: 'laptop',
    personalData: 'no',
    callBack: '',
  }
  const sent = await slack.submit('U0JAN', filled)
  await settle()

  expect([asked, command, sent].map(({ via, status }) => [via, status])).toEqual(
    Array(3).fill(['socket', 200]),
  )
  expect(command.problems).toEqual([])
  expect(wordsOf(said()[0])).toMatch(ANSWER)
  expect(said().some((one) => one.ephemeralFor && /router/.test(wordsOf(one)))).toBe(true)
  expect(wordsOf(slack.viewOf('U0JAN'))).toMatch(/I-\d{4}-0001/)
  expect(labelsOf(home)).toContain('Mijn vragen')
  expect(town.seen.broken).toEqual([])
})

it('has no door of its own then', async () => {
  await open()

  expect(town.adapter.listener).toBeUndefined()
  expect((await fetch(town.url, { method: 'POST' })).status).toBe(404)
})

it('acknowledges an event when it is kept, and not before', async () => {
  inner = await anEmptyStorage()
  const slow = aSlowStore(inner)
  let commit = (): void => undefined
  await open({
    ...{ storage: slow.storage, acknowledgeMs: 50 },
    slackOptions: {
      patienceMs: 200,
      schedule: async (retry) => {
        commit()
        await retry()
      },
    },
  })
  commit = slow.holdCommits()
  const ack = await town.slack.dm('U0JAN', QUESTION)
  await town.settle()

  expect(ack).toMatchObject({ status: 200, retryNum: 1, via: 'socket' })
  expect(said()).toHaveLength(1)
})

it.each([
  ['asks for another line', (slack: Workspace['slack']) => slack.refreshSockets()],
  ['cuts it', (slack: Workspace['slack']) => slack.cutSockets()],
])('answers once when Slack %s and delivers again', async (_name, end) => {
  const { slack } = await open({ slackOptions: { patienceMs: 300 } })
  await slack.dm('U0JAN', QUESTION)
  end(slack)
  await slack.waitFor(() => slack.sockets() === 0)
  await slack.waitFor(() => slack.sockets() > 0)
  const again = await slack.repeatLastEvent()
  await town.settle()

  expect(again).toMatchObject({ status: 200, via: 'socket' })
  expect(said()).toHaveLength(1)
  await slack.dm('U0JAN', 'hoe maak ik mijn wifi veilig')
  await town.settle()
  expect(said()).toHaveLength(2)
})

it.each([
  ['refuses the token', { error: 'invalid_auth' }],
  ['is busy', { status: 429, retryAfter: 1 }],
  ['breaks', { status: 500 }],
  ['is half there', { error: 'internal_error' }],
  ['does not answer', 'reset'],
] as const)('lives on, and comes back, when Slack %s at a new line', async (_name, fault) => {
  const { slack } = await open()
  slack.failNext('apps.connections.open', fault, 2)
  slack.cutSockets()
  await slack.waitFor(() => slack.sockets() === 0)
  await slack.waitFor(() => slack.sockets() > 0)
  const ack = await slack.dm('U0JAN', QUESTION)
  await town.settle()

  expect(ack.status).toBe(200)
  expect(said()).toHaveLength(1)
  expect(town.seen.broken.length).toBeGreaterThan(0)
})

describe.each(['http', 'socket'] as const)('at the start over %s', (kind) => {
  it('does not wait for Slack when that is down, and is there when Slack is', async () => {
    const slack = await startSlack({
      limits: 'none',
      schedule: async (retry) => {
        slack.up()
        await slack.waitFor(
          () => slack.calls('auth.test').length > 0 && (kind === 'http' || slack.sockets() > 0),
        )
        await retry()
      },
    })
    slack.down()
    const bot = await open({ kind, slack, isStarted: false })
    await bot.adapter.start()
    if (kind === 'http') slack.botIsAt(bot.url)
    const ack = await slack.dm('U0JAN', QUESTION)
    await bot.settle()

    expect(ack).toMatchObject({ status: 200, retryNum: 1 })
    expect(said()).toHaveLength(1)
    expect(bot.seen.broken.length).toBeGreaterThan(0)
    await bot.adapter.stop()
    await slack.close()
  })

  it('refuses a bot token that Slack does not know, and says which variable it is', async () => {
    await open({ kind, isStarted: false, credentials: { botToken: 'xoxb-wrong' } })

    const refused = await town.adapter.start().catch((error: Error) => error.message)
    expect(refused).toMatch(/^SLACK_BOT_TOKEN is refused by Slack: copy it from/)
    expect(refused).not.toContain('xoxb-wrong')
  })
})

it.each(['xapp-wrong', 'xoxb-0-waterveen-bot'])(
  'refuses the app token %s, and says which variable it is',
  async (appToken) => {
    await open({ isStarted: false, credentials: { appToken } })

    const refused = await town.adapter.start().catch((error: Error) => error.message)
    expect(refused).toMatch(/^SLACK_APP_TOKEN is refused by Slack: make one at/)
    expect(refused).not.toContain(appToken)
    expect(town.slack.sockets()).toBe(0)
  },
)
