/** Said once (T3, F10): what Slack delivers again has one effect, and nothing that was not kept is lost. */
import { join } from 'node:path'
import { openPostgres, openSqlite } from '../../../bot/storage/database.ts'
import { migrate } from '../../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../../bot/storage/storage.ts'
import { readSlackFixture } from '../../stand-ins/slack/payloads.ts'
import { startSlack } from '../../stand-ins/slack/slack.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'
import { engines, type Place } from '../../storage/engines.ts'
import { aSlowStore } from './a-slow-store.ts'
import { aWorkspace, last, saidTo, type Workspace, wordsOf } from './a-workspace.ts'

const QUESTION = 'kan ik ff iets printen thuis'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const SHOW = { verb: 'show-section', sectionId: 'thuiswerken-wifi', below: true }

let count = 0
function eventBody(text = QUESTION): string {
  count += 1
  const envelope = readSlackFixture('event-message-dm')
  const event = { ...(envelope['event'] as object), text } // by the fixture
  return JSON.stringify({ ...envelope, event, event_id: `Ev0REPLAY${count}` })
}

/** A button below an answer, of which the reply is a message of its own. */
function pressedBody(): string {
  count += 1
  const shape = readSlackFixture('block-actions-message')
  const [action] = shape['actions'] as readonly object[] // by the fixture
  const payload = {
    ...shape,
    trigger_id: `${count}.77777.aaaa`,
    actions: [{ ...action, action_id: 'show-section#0', value: JSON.stringify(SHOW) }],
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

/** As two replicas have it. */
async function openTwice({ dataDir, databaseUrl }: Place): Promise<readonly Storage[]> {
  const open = () =>
    databaseUrl === undefined
      ? openSqlite(join(dataDir, 'vraagbaak.db'))
      : openPostgres(databaseUrl)
  const databases = [open(), open()]
  for (const database of databases.slice(0, 1)) await migrate(database)
  return databases.map(createStorage)
}

describe.each(engines)('two replicas on $name', ({ makePlace }) => {
  let place: Place
  let storages: readonly Storage[]
  let bots: readonly Workspace[]
  let slack: Awaited<ReturnType<typeof startSlack>>

  beforeAll(async () => {
    place = await makePlace()
    storages = await openTwice(place)
  }, 30_000)
  beforeEach(async () => {
    slack = await startSlack({ limits: 'none' })
    bots = await Promise.all(storages.map((storage) => aWorkspace({ storage, slack })))
  })
  afterEach(async () => {
    await Promise.all(bots.map(({ close }) => close()))
    await slack.close()
  })
  afterAll(async () => {
    await Promise.all(storages.map((storage) => storage.close()))
    await place.remove()
  })

  /** To the first, the second, the first … at the same moment. */
  async function deliver(
    times: number,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<readonly number[]> {
    const sending = Array.from({ length: times }, (_, index) => {
      slack.botIsAt(bots[index % 2]?.url)
      return slack.sendRaw({ body, headers })
    })
    const answered = await Promise.all(sending)
    for (const { settle } of bots) await settle()
    return answered.map(({ status }) => status)
  }
  const said = () => saidTo(last(bots), 'U0JAN')

  it('answer an event once that both get at the same moment, and again later', async () => {
    const body = eventBody('hoe maak ik mijn wifi thuis veilig')

    expect(await deliver(6, body)).toEqual([200, 200, 200, 200, 200, 200])
    const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' }
    expect(await deliver(2, body, retry)).toEqual([200, 200])
    expect(said().map(wordsOf)).toEqual([expect.stringMatching(/router/)])
  })

  it('show once what somebody pressed, however often the same request is played', async () => {
    const body = pressedBody()

    expect(await deliver(6, body, FORM)).toEqual([200, 200, 200, 200, 200, 200])
    expect(said()).toHaveLength(1)
    await deliver(1, pressedBody(), FORM)
    expect(said()).toHaveLength(2)
  })
})

describe('while the store', () => {
  let slow: ReturnType<typeof aSlowStore>
  let inner: Storage
  let workspace: Workspace
  /** What happens before Slack delivers an event again. */
  let beforeRetry: () => void

  beforeEach(async () => {
    inner = await anEmptyStorage()
    slow = aSlowStore(inner)
    beforeRetry = () => undefined
    workspace = await aWorkspace({
      ...{ storage: slow.storage, acknowledgeMs: 50 },
      slackOptions: {
        schedule: async (retry) => {
          beforeRetry()
          await retry()
        },
      },
    })
  })
  afterEach(async () => {
    await workspace.close()
    await inner.close()
  })
  const said = () => saidTo(workspace, 'U0JAN')

  it('takes too long, an event is not acknowledged, and answered once when it is there again', async () => {
    const commit = slow.holdCommits()
    beforeRetry = commit
    const ack = await workspace.slack.dm('U0JAN', QUESTION)
    await workspace.settle()

    expect([ack.status, ack.retryNum]).toEqual([200, 1])
    expect(said().map(wordsOf)).toEqual([expect.stringMatching(/print op kantoor/)])
    expect(workspace.seen.broken).toEqual([])
  })

  it('takes too long, an event is refused for as long as it does', async () => {
    const commit = slow.holdCommits()
    const ack = await workspace.slack.dm('U0JAN', QUESTION)

    expect([ack.status, ack.retryNum]).toEqual([503, 3])
    expect(said()).toEqual([])
    commit()
    await workspace.slack.repeatLastEvent()
    await workspace.settle()
    expect(said()).toHaveLength(1)
  })

  it('loses what was done, and nothing can be told, Slack delivers it again', async () => {
    slow.breakNext(1)
    workspace.slack.failNext('chat.postMessage', { status: 500 })
    const ack = await workspace.slack.dm('U0JAN', QUESTION)
    await workspace.settle()

    expect([ack.status, ack.retryNum]).toEqual([200, 1])
    expect(said().map(wordsOf)).toEqual([expect.stringMatching(/print op kantoor/)])
  })

  it('hangs, a button is acknowledged at once, and its reply follows', async () => {
    await workspace.slack.dm('U0JAN', QUESTION)
    await workspace.settle()
    const answer = last(said())
    const commit = slow.holdCommits()

    const ack = await workspace.slack.press('U0JAN', answer, 'Nee')
    expect(ack).toMatchObject({ status: 200, body: '' })
    expect(ack.tookMs).toBeLessThan(1_000)
    expect(wordsOf(said()[0])).toBe(wordsOf(answer))
    commit()
    await workspace.slack.waitFor(() => wordsOf(said()[0]) !== wordsOf(answer))
    expect(said()).toHaveLength(1)
  })

  it('hangs, a command is acknowledged at once, and answered for the asker only', async () => {
    const commit = slow.holdCommits()
    const ack = await workspace.slack.command('U0JAN', 'C0ZONDER', QUESTION)

    expect(ack).toMatchObject({ status: 200, body: '', problems: [] })
    expect(ack.tookMs).toBeLessThan(1_000)
    commit()
    const answer = await workspace.slack.waitFor(() => said()[0])
    expect(answer).toMatchObject({ ephemeralFor: 'U0JAN', channel: 'C0ZONDER' })
    expect(wordsOf(answer)).toMatch(/print op kantoor/)
  })

  it('hangs, a form is acknowledged at once, and what became of it is told in the chat', async () => {
    const form = await openIncidentForm()
    const commit = slow.holdCommits()
    const ack = await workspace.slack.submit('U0JAN', form)

    expect(ack).toMatchObject({ status: 200, body: '', problems: [] })
    expect(ack.tookMs).toBeLessThan(1_000)
    commit()
    const told = await workspace.slack.waitFor(() =>
      said().find((one) => /I-\d{4}-0001/.test(wordsOf(one))),
    )
    expect(told.channel).toBe(workspace.slack.dmOf('U0JAN'))
  })

  async function openIncidentForm() {
    await workspace.slack.dm('U0JAN', 'help mijn laptop is gestolen')
    await workspace.settle()
    await workspace.slack.press('U0JAN', last(said()), 'report-incident')
    await workspace.slack.waitFor(() => workspace.slack.viewOf('U0JAN'))
    return {
      what: 'Laptop weg',
      when: 'net',
      devices: 'laptop',
      personalData: 'yes',
      callBack: '06',
    }
  }
})
