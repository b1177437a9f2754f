/** Reached once: who is in Teams and in Slack gets a message on one of them, and the plan counts both. */
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Parcel } from '../../bot/delivery/send.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { as } from '../bot/a-bot.ts'
import { anOffice, ciso, escalate, PEOPLE } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { answerTo, aTown, CLOSES, entraIdOf, type Town } from '../rounds/a-town.ts'
import { engines } from '../storage/engines.ts'
import { aNewsroom } from '../telling/a-newsroom.ts'

const CISO = 0
const ON_TEAMS = 1
const ON_BOTH = 2
const ON_SLACK = 3
const NOWHERE = 4
const slackIdOf = (n: number): string => `U0SLACK${n}`

/** The four people and the CISO, who is on both; who is not named stays as they are. */
const placed = (people: readonly Person[]): readonly Person[] =>
  people.map((person, n) => {
    const { entraId: _, ...rest } = person
    if (n === CISO || n === ON_BOTH) return { ...person, slackId: slackIdOf(n) }
    if (n === ON_SLACK) return { ...rest, slackId: slackIdOf(n) }
    return n === NOWHERE ? rest : person
  })

/** Where each of them got a message of this kind. */
function places(sent: readonly Parcel[], kind: Reply['kind']) {
  const got = sent.filter(({ content }) => content.kind === kind).map(({ address }) => address)
  const to = (n: number) =>
    got.flatMap((one) => {
      const isTheirs = one.kind === 'person' && [entraIdOf(n), slackIdOf(n)].includes(one.person)
      return isTheirs ? [one.platform] : []
    })
  return [CISO, ON_TEAMS, ON_BOTH, ON_SLACK, NOWHERE].map(to)
}

const BY_DEFAULT = [['teams'], ['teams'], ['teams'], ['slack'], []]
const PREFERRING_SLACK = [['slack'], ['teams'], ['slack'], ['slack'], []]
const [sqlite] = engines

let storage: Storage
beforeEach(async () => {
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  storage = await sqlite.open()
})
afterEach(() => storage.close())
afterAll(removeFolders)

const onSlack = (n: number) =>
  ({ platform: 'slack', person: slackIdOf(n), conversation: `D${n}` }) as const

async function aMixedTown(organisation: Partial<Organisation> = {}): Promise<Town> {
  const town = await aTown({ storage, organisation })
  const roster = { ...town.roster, people: placed(town.roster.people) }
  await storage.transaction(({ people }) => people.replace(town.organisation.id, roster))
  return town
}

describe('a poll', () => {
  it.each([
    ['in Teams', {}, BY_DEFAULT],
    ['in Slack where that is preferred', { preferredPlatform: 'slack' as const }, PREFERRING_SLACK],
  ])('reaches who is on both once, %s, also with a reminder', async (_, change, expected) => {
    const town = await aMixedTown(change)
    await town.openRound()
    const invited = places(town.sent, 'poll')
    town.sent.length = 0
    await town.goTo(CLOSES - 24 * 3_600_000 * 3 - 3_600_000) // Friday, half-way

    expect(invited).toEqual(expected)
    expect(places(town.sent, 'poll')).toEqual(expected)
  })

  it('counts who is only in Slack, and tells the CISO the results once, where that is preferred', async () => {
    const town = await aMixedTown({ preferredPlatform: 'slack' })
    await town.openRound()
    const answers = answerTo(town.card(ON_TEAMS))
    const told = await town.press(ON_SLACK, answers, onSlack(ON_SLACK))
    const again = [
      await town.press(ON_BOTH, answers),
      await town.press(ON_BOTH, answers, onSlack(ON_BOTH)),
    ]
    for (let n = 5; n < 25; n++) await town.press(n, answers)
    town.sent.length = 0
    await town.goTo(CLOSES)

    expect(told.kind).toBe('poll-thanks')
    expect(again).toMatchObject([{ kind: 'poll-thanks' }, { notice: 'poll-answered-before' }])
    expect(places(town.sent, 'results')).toEqual([['slack'], [], [], [], []])
  })

  /** Everybody whom the bot wrote to before in Teams, at one message a second on both platforms. */
  async function planned(organisation: Partial<Organisation>, isOnSlack: (n: number) => boolean) {
    const delivery = { bulkPerSecond: 1, slackBulkPerSecond: 1 }
    const town = await aTown({ storage, organisation: { delivery, ...organisation } })
    const people = town.roster.people.map((person, n) => ({
      ...person,
      ...(isOnSlack(n) ? { slackId: slackIdOf(n) } : {}),
    }))
    await storage.transaction(async (stores) => {
      await stores.people.replace(town.organisation.id, { ...town.roster, people })
      for (let n = 0; n < 25; n++)
        await stores.conversations.keep(
          town.organisation.id,
          {
            ...{ platform: 'teams', id: `a:${n}`, person: entraIdOf(n), bot: 'bot' },
            ...{ serviceUrl: 'https://connector.example/', language: 'nl' },
          },
          true,
        )
    })
    const form = { everyWeeks: '6', weekday: '2', at: '10:00', from: '2026-12-01', openDays: '5' }
    return as('poll-confirm', await town.press(CISO, { verb: 'plan-polls', ...form })).plan
  }

  it('is planned with the first contacts of each platform, which are sent to side by side', async () => {
    const some = await planned({ preferredPlatform: 'slack' }, (n) => n < 5)
    expect([some.people, some.unreachable, some.sendingSeconds]).toEqual([25, 0, 20]) // 5 take 10
  })

  it('is planned as new to everybody on a platform that nobody was written to on', async () => {
    const all = await planned({ preferredPlatform: 'slack' }, () => true)
    expect([all.people, all.unreachable, all.sendingSeconds]).toEqual([25, 0, 50])
  })

  it('is planned without who is on no platform', async () => {
    const town = await aMixedTown()
    const form = { everyWeeks: '6', weekday: '2', at: '10:00', from: '2026-12-01', openDays: '5' }
    const { plan } = as('poll-confirm', await town.press(CISO, { verb: 'plan-polls', ...form }))

    expect([plan.people, plan.unreachable]).toEqual([25, 1])
  })
})

describe('an announcement', () => {
  it.each([
    ['in Teams', {}, BY_DEFAULT],
    ['in Slack where that is preferred', { preferredPlatform: 'slack' as const }, PREFERRING_SLACK],
  ])('reaches who is on both once, %s, and counts so', async (_, change, expected) => {
    const newsroom = await aNewsroom({ storage, organisation: change })
    await newsroom.place(placed(newsroom.roster.people))
    await newsroom.publish({ printing: 'Nee, thuis printen mag niet.' })
    const form = as('announcement-form', await newsroom.say(CISO, 'aankondigen'))
    const said: Action = {
      ...{ verb: 'plan-announcement', formId: form.formId, version: form.announcement.version },
      ...{ audience: 'all', unit: '', words: '', when: 'now', date: form.date, time: form.time },
    }
    const { plan } = as('announcement-confirm', await newsroom.press(CISO, said))
    const { version } = form.announcement
    const order = { formId: form.formId, version, people: plan.people, words: '' }
    await newsroom.press(CISO, { verb: 'confirm-announcement', ...order })
    await newsroom.look()

    expect([plan.people, plan.unreachable]).toEqual([6, 1])
    expect(places(newsroom.sent, 'announcement')).toEqual(expected)
  })
})

describe('a question to the CISO, who is on both', () => {
  const people = PEOPLE.map((one) => (one.id === 'marit' ? { ...one, slackId: 'U0MARIT' } : one))
  const asker = { platform: 'slack', person: 'U0KIM', conversation: 'D1' } as const

  it.each([
    ['in Teams', {}, 'teams', ciso.person],
    [
      'in Slack where that is preferred',
      { preferredPlatform: 'slack' as const },
      'slack',
      'U0MARIT',
    ],
  ])('arrives once, %s, wherever it was asked', async (_, organisation, platform, person) => {
    const office = await anOffice({ storage, people, organisation })
    await escalate(office, asker)
    await office.deliver()

    const got = office.sent.filter(({ content }) => content.kind === 'escalation')
    expect(got.map(({ address }) => address)).toEqual([{ kind: 'person', platform, person }])
  })
})
