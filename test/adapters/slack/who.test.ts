/** Who speaks (T8, S9): the workspace is the one that is served, and a stranger in it stays a stranger. */

import { waterveen } from '../../bot/a-bot.ts'
import { anOrganisation } from '../../builders.ts'
import { readSlackFixture } from '../../stand-ins/slack/payloads.ts'
import { startSlack } from '../../stand-ins/slack/slack.ts'
import type { SlackView } from '../../stand-ins/slack/types.ts'
import { aDirectory, type Directory } from './a-directory.ts'
import {
  ALGEMEEN,
  aWorkspace,
  inRoster,
  labelsOf,
  last,
  saidTo,
  type Workspace,
  type WorkspaceChange,
  wordsOf,
} from './a-workspace.ts'

const QUESTION = 'kan ik ff iets printen thuis'
const OUTSIDER = /Ik ben er voor medewerkers/
const TEAM = 'T0WATERVEEN'
const OTHER_TEAM = 'T0LINDEDAM'
const ENTERPRISE = 'E0SAMEN'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const lindedam = anOrganisation({ id: 'lindedam', slackTeams: [OTHER_TEAM] })

let workspace: Workspace | undefined
let directory: Directory | undefined
afterEach(async () => {
  expect(workspace?.seen.broken).toEqual([])
  await workspace?.close()
  await directory?.close()
  workspace = undefined
  directory = undefined
})

async function open(change: WorkspaceChange = {}): Promise<Workspace> {
  workspace = await aWorkspace(change)
  return workspace
}

let count = 0
/** In the chat with the bot, from whatever workspace the test says. */
const event = (change: object, inside: object = {}): string => {
  count += 1
  const envelope = readSlackFixture('event-message-dm')
  const said = { ...(envelope['event'] as object), text: QUESTION, ...inside } // by the fixture
  return JSON.stringify({ ...envelope, event: said, event_id: `Ev0WHO${count}`, ...change })
}

const pressed = (change: object): string => {
  count += 1
  const shape = readSlackFixture('block-actions-message')
  const [action] = shape['actions'] as readonly object[] // by the fixture
  const value = JSON.stringify({ verb: 'show-section', sectionId: 'thuiswerken-wifi', below: true })
  const payload = {
    ...shape,
    actions: [{ ...action, value }],
    trigger_id: `${count}.1.a`,
    ...change,
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

const command = (change: object): string =>
  new URLSearchParams({ ...readSlackFixture('command'), text: QUESTION, ...change }).toString()

/** What comes in is signed by Slack in all of these. @returns how much of it was answered */
async function answersTo(town: Workspace, bodies: readonly string[]): Promise<number> {
  for (const body of bodies) {
    const headers = body.startsWith('{') ? {} : FORM
    expect((await town.slack.sendRaw({ body, headers })).status).toBe(200)
  }
  await town.settle()
  return saidTo(town, 'U0JAN').length
}

describe('of the workspace', () => {
  it('that is not the one of the token nothing is answered or kept', async () => {
    const town = await open()
    const elsewhere = { team: { id: OTHER_TEAM, domain: 'x' } }

    expect(
      await answersTo(town, [
        event({ team_id: OTHER_TEAM }),
        event({ team_id: OTHER_TEAM, enterprise_id: ENTERPRISE }),
        event({ team_id: ENTERPRISE }),
        pressed(elsewhere),
        pressed({ team: null, enterprise: { id: ENTERPRISE, name: 'x' } }),
        pressed({ team: null, enterprise: null }),
        command({ team_id: OTHER_TEAM }),
      ]),
    ).toBe(0)
    expect(town.seen.dropped).toEqual(Array(7).fill('unknown-workspace'))
    expect(await town.storage.stores.conversations.anyOf('waterveen', 'slack')).toBeUndefined()
    expect(await answersTo(town, [event({})])).toBe(1)
  })

  it('of another of two organisations the token says nothing, whatever is listed', async () => {
    const ours = anOrganisation({ ...waterveen, slackTeams: [TEAM] })
    const town = await open({ organisations: [lindedam, ours] })

    expect(
      await answersTo(town, [
        event({ team_id: OTHER_TEAM }),
        pressed({ team: { id: OTHER_TEAM } }),
      ]),
    ).toBe(0)
    expect(await answersTo(town, [event({})])).toBe(1)
    expect(await town.storage.stores.conversations.anyOf('lindedam', 'slack')).toBeUndefined()
  })

  it.each([
    ['two organisations, neither of which names it', [waterveen, lindedam]],
    [
      'one organisation that names another',
      [anOrganisation({ ...waterveen, slackTeams: [OTHER_TEAM] })],
    ],
  ])('is refused at the start for %s, by name', async (_name, organisations) => {
    const town = await open({ organisations, isStarted: false })

    await expect(town.adapter.start()).rejects.toThrow(/T0WATERVEEN.*slackTeams/)
    expect((await town.slack.sendRaw({ body: event({}) })).status).toBe(503)
    expect(saidTo(town, 'U0JAN')).toEqual([])
  })

  it('is known also by the id of its enterprise', async () => {
    const { town } = await inTheDirectory()
    directory?.tellOfWorkspace({ enterprise_id: ENTERPRISE })
    await town.adapter.start()

    expect(
      await answersTo(town, [
        pressed({ team: null, enterprise: { id: ENTERPRISE, name: 'x' } }),
        pressed({ team: null, enterprise: { id: 'E0OTHER', name: 'x' } }),
        event({ team_id: 'T0SISTER', enterprise_id: ENTERPRISE }),
      ]),
    ).toBe(1)
  })
})

/** With what the test tells of people. */
async function inTheDirectory(change: WorkspaceChange = {}) {
  const slack = await startSlack({ limits: 'none' })
  const told = await aDirectory(slack.apiUrl)
  const town = await open({ slack, credentials: { apiUrl: told.apiUrl }, ...change })
  slack.botIsAt(town.url)
  directory = {
    ...told,
    close: () => Promise.all([told.close(), slack.close()]).then(() => undefined),
  }
  return { town, directory: told }
}

describe('a stranger', () => {
  it('in a shared channel is told that the bot is for others, whatever they say', async () => {
    const town = await open()
    for (const text of [
      QUESTION,
      'help mijn laptop is gestolen',
      'wijzig 1.1',
      'mijn vragen',
      'stop',
    ])
      await town.slack.mention('U0STRANGER', 'C0SAMEN', text)
    await town.settle()

    const said = saidTo(town, 'U0STRANGER')
    expect(said.length).toBe(5)
    for (const one of said) {
      expect(wordsOf(one)).toMatch(OUTSIDER)
      expect(one.ephemeralFor).toBe('U0STRANGER')
    }
    expect(saidTo(town, 'U0JAN')).toEqual([])
  })

  it('who presses what stands there for all is told so too, and changes nothing', async () => {
    const town = await open()
    await town.slack.mention('U0JAN', 'C0SAMEN', QUESTION)
    await town.settle()
    await town.slack.press('U0JAN', last(saidTo(town, 'U0JAN')), 'Deel met iedereen')
    await town.settle()
    const [shared] = town.slack.messagesIn('C0SAMEN').filter(({ user }) => user === 'U0VRAAGBAAK')
    if (shared === undefined) throw new Error('nothing was shared')
    for (const label of labelsOf(shared)) {
      await town.slack.press('U0STRANGER', shared, label)
      await town.settle()
    }

    const own = saidTo(town, 'U0STRANGER').filter(({ ephemeralFor }) => ephemeralFor !== undefined)
    expect(own).toHaveLength(labelsOf(shared).length)
    for (const one of own) expect(wordsOf(one)).toMatch(OUTSIDER)
    expect(wordsOf(last(town.slack.messagesIn('C0SAMEN')))).toBe(wordsOf(shared))
  })

  it('is one though only the directory says so, and nothing links them to the roster', async () => {
    const people = [inRoster('noor.hofland@waterveen.example')]
    const { town, directory: told } = await inTheDirectory({ people })
    told.tell('U0JAN', {
      ...{ team_id: OTHER_TEAM, is_stranger: true, is_email_confirmed: true },
      profile: { email: 'noor.hofland@waterveen.example' },
    })
    await town.slack.dm('U0JAN', QUESTION)
    await town.settle()

    expect(wordsOf(last(saidTo(town, 'U0JAN')))).toMatch(OUTSIDER)
    expect(
      await town.storage.stores.people.byPlatform('waterveen', 'slack', 'U0JAN'),
    ).toBeUndefined()
  })

  it('finds a Home tab without topics, and buttons that say so', async () => {
    const { town, directory: told } = await inTheDirectory()
    told.tell('U0JAN', { team_id: OTHER_TEAM, is_stranger: true })
    await town.slack.openHome('U0JAN')
    const home = await town.slack.waitFor<SlackView>(() => town.slack.homeOf('U0JAN'))

    expect(wordsOf(home)).not.toMatch(/1\. a/)
    expect(labelsOf(home)).not.toContain('Resultaten')
    await town.slack.press('U0JAN', home, 'Mijn vragen')
    await town.settle()
    expect(wordsOf(await town.slack.waitFor<SlackView>(() => town.slack.viewOf('U0JAN')))).toMatch(
      OUTSIDER,
    )
  })

  it('is nobody of another workspace of the same enterprise', async () => {
    const { town, directory: told } = await inTheDirectory()
    told.tell('U0JAN', { team_id: 'T0SISTER', enterprise_user: { enterprise_id: ENTERPRISE } })
    const within = { enterprise_id: ENTERPRISE }

    expect(await answersTo(town, [event(within, { user_team: 'T0SISTER' })])).toBe(1)
    expect(wordsOf(last(saidTo(town, 'U0JAN')))).toMatch(/print op kantoor/)
    const opened = readSlackFixture('event-app-home-opened')
    const inside = { ...(opened['event'] as object), user: 'U0JAN', tab: 'home' } // by the fixture
    const body = JSON.stringify({ ...opened, ...within, event: inside, event_id: 'Ev0HOME' })
    await town.slack.sendRaw({ body })
    const home = await town.slack.waitFor(() => town.slack.homeOf('U0JAN'))
    expect(wordsOf(home)).toMatch(/1\. a/)
  })
})

describe('a guest', () => {
  it.each(['U0GUEST', 'U0MULTI'])(
    '(%s) may ask, and do nothing that is for the roster',
    async (guest) => {
      const people = [
        inRoster('gast@bureau.example', [{ role: 'ciso' }]),
        inRoster('bureau@bureau.example', [{ role: 'ciso' }]),
      ]
      const { town, directory: told } = await inTheDirectory({ people })
      for (const id of ['U0GUEST', 'U0MULTI']) told.tell(id, { is_email_confirmed: true })
      await town.slack.dm(guest, QUESTION)
      await town.slack.dm(guest, 'peilingen')
      await town.slack.dm(guest, 'wijzig 1.1')
      await town.settle()

      const [answer, ...others] = saidTo(town, guest)
      expect(wordsOf(answer)).toMatch(/print op kantoor/)
      expect(others).toHaveLength(2)
      for (const one of others) expect(wordsOf(one)).not.toMatch(/Opslaan|Plan/)
      expect(
        await town.storage.stores.people.byPlatform('waterveen', 'slack', guest),
      ).toBeUndefined()
    },
  )
})

describe('the mail address', () => {
  const people = [inRoster('noor.hofland@waterveen.example', [{ role: 'ciso' }])]
  const linked = ({ storage }: Workspace) =>
    storage.stores.people.byPlatform('waterveen', 'slack', 'U0JAN')

  it('that Slack confirmed links somebody at their first word, and their roles count at once', async () => {
    const { town, directory: told } = await inTheDirectory({ people })
    told.tell('U0JAN', { is_email_confirmed: true })
    await town.slack.dm('U0JAN', 'peilingen')
    await town.settle()

    expect(await linked(town)).toMatchObject({ id: 'noor.hofland' })
    expect(labelsOf(last(saidTo(town, 'U0JAN'))).length).toBeGreaterThan(0)
    await town.slack.openHome('U0JAN')
    const home = await town.slack.waitFor(() => town.slack.homeOf('U0JAN'))
    expect(labelsOf(home)).toContain('Vragen aan de CISO')
  })

  it.each([
    ['was not confirmed', { is_email_confirmed: false }],
    ['may have been confirmed', { is_email_confirmed: undefined }],
    ['is of somebody who left', { is_email_confirmed: true, deleted: true }],
    ['is of a bot', { is_email_confirmed: true, is_bot: true }],
    ['is of a guest of some channels', { is_email_confirmed: true, is_restricted: true }],
    ['is of a guest of one channel', { is_email_confirmed: true, is_ultra_restricted: true }],
    ['is of a stranger', { is_email_confirmed: true, is_stranger: true }],
  ])('that %s links nobody', async (_name, more) => {
    const { town, directory: told } = await inTheDirectory({ people })
    told.tell('U0JAN', more)
    await town.slack.dm('U0JAN', QUESTION)
    await town.settle()

    expect(saidTo(town, 'U0JAN')).toHaveLength(1)
    expect(await linked(town)).toBeUndefined()
  })

  it('is asked for once by many words of one person', async () => {
    const { town, directory: told } = await inTheDirectory({ people })
    await town.slack.dm('U0JAN', QUESTION)
    await town.slack.dm('U0JAN', 'help')
    await town.slack.mention('U0JAN', ALGEMEEN, 'help')

    expect(told.asked()).toBe(1)
  })
})

it('answers though Slack does not tell who speaks, in time', async () => {
  const town = await open()
  town.slack.failNext('users.info', 'hang')
  const ack = await town.slack.dm('U0JAN', QUESTION)
  await town.settle()

  expect(ack).toMatchObject({ status: 200, retryNum: 0 })
  expect(wordsOf(last(saidTo(town, 'U0JAN')))).toMatch(/print op kantoor/)
})
