/** One person in both platforms is one: one vote, and one list of questions. */
import { removeFolders } from '../knowledge/waterveen.ts'
import type { Client } from './client.ts'
import { aMunicipality, type Municipality } from './municipality.ts'
import { ciso, employee, roster, slackUsers } from './people.ts'
import { slackClient } from './slack-client.ts'
import { teamsClient } from './teams-client.ts'

let town: Municipality
let teams: Awaited<ReturnType<typeof teamsClient>>
let slack: Client
beforeEach(async () => {
  town = await aMunicipality(roster('both'), { slackUsers })
  teams = await teamsClient(town)
  slack = slackClient(town)
})
afterEach(() => Promise.all([town.close(), teams.stop()]))
afterAll(removeFolders)

const lastOf = (client: Client) => client.sees(employee).at(-1)

describe('somebody who is in Teams and in Slack', () => {
  it('finds in Slack what they asked in Teams', async () => {
    await teams.say(employee, 'wie voert de kwartels in het park')
    await teams.press(employee, 'ask-human')
    await teams.press(employee, 'escalate', { question: 'Wie voert de kwartels?' })
    await slack.say(employee, 'mijn vragen')

    expect(lastOf(slack)?.words).toMatch(/Wie voert de kwartels\?/)
  })

  it('is invited once, and votes once', async () => {
    await teams.say(ciso, 'peilingen')
    await teams.press(ciso, 'edit-polls')
    const from = new Date(town.clock() + 86_400_000).toISOString().slice(0, 10)
    await teams.press(ciso, 'plan-polls', {
      ...{ everyWeeks: '4', weekday: '2', at: '10:00', openDays: '3', from },
    })
    await teams.press(ciso, 'confirm-polls')
    town.pass(1)
    await town.settle()
    expect(teams.sees(employee)).toHaveLength(1)
    expect(slack.sees(employee)).toEqual([])

    await teams.press(employee, 'answer-poll', await teams.choices(employee, 'answer-poll'))
    await slack.say(employee, 'peiling')

    expect(lastOf(slack)?.words).toMatch(/al (mee|geantwoord|ingevuld)/)
    expect(lastOf(slack)?.verbs).not.toContain('answer-poll')
  })
})

describe('somebody of whom the roster has only a mail address', () => {
  it('is found in Slack before they ever spoke to the bot', async () => {
    const other = await aMunicipality(roster('none'), { slackUsers })
    await other.settle()
    const found = await other.storage.stores.people.byPlatform('waterveen', 'slack', employee.slack)
    const rows = await other.storage.stores.audit.list('waterveen')
    await other.close()

    expect(found?.email).toBe('noor.hofland@waterveen.example')
    expect(rows).toMatchObject([{ action: 'slack-linked', object: 'noor.hofland' }, {}, {}])
  })
})
