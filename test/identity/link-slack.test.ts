/** Link Slack: a row of the roster gets the Slack account that its e-mail address leads to, and no other. */
import { importRoster } from '../../bot/roster/import-roster.ts'
import { linkSlack } from '../../bot/roster/link-slack.ts'
import { readRoster } from '../../bot/roster/read-roster.ts'
import type { Person } from '../../bot/storage/people.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'

const KIM: Person = { id: 'kim', email: 'kim@lindedam.example', roles: [{ role: 'ciso' }] }
const SAM: Person = { id: 'sam', email: 'sam@lindedam.example', slackId: 'U0SAM', roles: [] }
const NO_MAIL: Person = { id: 'robin', roles: [] }
const FOUND = { ...KIM, slackId: 'U0KIM', slackFound: true }

describe.each(engines)('linking to Slack on $name', (engine) => {
  let storage: Inspected
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  beforeEach(async () => {
    for (const id of ['lindedam', 'waterveen']) await place([KIM, SAM, NO_MAIL], id)
  })
  afterEach(() => storage.clear())
  afterAll(() => storage.close())

  const place = (people: readonly Person[], id = 'lindedam') =>
    storage.stores.people.replace(id, { people, units: [] })
  const link = (slackId: string, email: string, organisation = 'lindedam') =>
    storage.transaction((stores) => linkSlack({ organisation, slackId, email }, stores, 7))
  const list = (id = 'lindedam') => storage.stores.people.list(id)
  const audited = async () =>
    (await storage.stores.audit.list('lindedam')).map(({ action, object, details }) => [
      action,
      object,
      details,
    ])

  it.each([
    ['an address that nobody has', 'U0KIM', 'kim@waterveen.example'],
    ['an address that begins the same', 'U0KIM', 'kim@lindedam.example.evil.example'],
    ['a part of an address', 'U0KIM', 'kim'],
    ['a pattern', 'U0KIM', '%'],
    ['no address', 'U0KIM', ''],
    ['a letter that folds into another', 'U0KIM', '\u212Aim@lindedam.example'],
    ['a row that has another account', 'U0THIEF', 'sam@lindedam.example'],
  ])('%s leads to nobody, and leaves nothing', async (_, slackId, email) => {
    const before = await storage.rows()

    expect(await link(slackId, email)).toBeUndefined()
    expect(await storage.rows()).toEqual(before)
  })

  it('keeps an account with whose it is, whatever its address has become', async () => {
    const before = await storage.rows()

    expect(await link('U0SAM', 'kim@lindedam.example')).toEqual(SAM)
    expect(await storage.rows()).toEqual(before)
  })

  it('takes no account that is on another row, by itself', async () => {
    const taken = await storage.transaction(({ people }) =>
      people.linkSlack('lindedam', 'u0sam', 'kim@lindedam.example'),
    )

    expect(taken).toBeUndefined()
    expect(await list()).toEqual([KIM, NO_MAIL, SAM])
  })

  it('links once, however it is written, in this organisation only, with a row in the audit log', async () => {
    expect(await link('u0kim', ' Kim@Lindedam.Example ')).toEqual(FOUND)
    expect(await link('U0KIM', 'kim@lindedam.example')).toEqual(FOUND)

    expect(await list()).toEqual([FOUND, NO_MAIL, SAM])
    expect(await list('waterveen')).toEqual([KIM, NO_MAIL, SAM])
    expect(await audited()).toEqual([['slack-linked', 'kim', { slackId: 'U0KIM' }]])
    expect(await storage.stores.people.withRole('lindedam', 'ciso')).toEqual([FOUND])
  })

  it('gives the row to one of many accounts at the same moment', async () => {
    const accounts = Array.from({ length: 8 }, (_, n) => `U0KIM${n}`)
    const linked = await Promise.all(accounts.map((id) => link(id, 'kim@lindedam.example')))

    expect(linked.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await audited()).toHaveLength(1)
  })

  it('gives the account to one of two rows at the same moment, and fails for neither', async () => {
    const lee: Person = { id: 'lee', email: 'lee@lindedam.example', roles: [] }
    await place([KIM, lee])
    const addresses = Array.from({ length: 4 }, () => ['kim', 'lee']).flat()
    const linked = await Promise.all(
      addresses.map((name) => link('U0NEW', `${name}@lindedam.example`)),
    )

    expect(new Set(linked.map((one) => one?.id)).size).toBe(1)
    expect((await list()).filter(({ slackId }) => slackId === 'U0NEW')).toHaveLength(1)
    expect(await audited()).toHaveLength(1)
  })

  it('tells everybody whose account it is, also who came at the same moment', async () => {
    const linked = await Promise.all(
      Array.from({ length: 8 }, () => link('U0KIM', 'kim@lindedam.example')),
    )

    expect(linked).toEqual(Array.from({ length: 8 }, () => FOUND))
    expect(await audited()).toHaveLength(1)
  })

  it('is gone with what it was part of', async () => {
    const work = storage.transaction(async (stores) => {
      const account = { organisation: 'lindedam', slackId: 'U0KIM', email: 'kim@lindedam.example' }
      await linkSlack(account, stores, 7)
      throw new Error('the lights went out')
    })

    await expect(work).rejects.toThrow('the lights went out')
    expect(await list()).toEqual([KIM, NO_MAIL, SAM])
    expect(await audited()).toEqual([])
  })

  describe('and a new roster', () => {
    const rosterOf = (...rows: readonly string[]) => {
      const reading = readRoster(['id,email,slack_id,roles', ...rows].join('\n'))
      if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems))
      return reading.roster
    }
    const bringIn = (...rows: readonly string[]) => {
      const order = { organisation: 'lindedam', actor: 'command line', apply: true, force: true }
      return storage.transaction((stores) =>
        importRoster({ ...order, roster: rosterOf(...rows) }, stores, 8),
      )
    }
    const slackIds = async () => (await list()).map(({ id, slackId = '' }) => `${id} ${slackId}`)
    const UNCHANGED = ['sam,sam@lindedam.example,U0SAM,', 'robin,,,'] as const
    beforeEach(() => link('U0KIM', 'kim@lindedam.example'))

    it('without a Slack id is no change, and keeps it also when something else changes', async () => {
      const same = await bringIn('kim,Kim@Lindedam.example,,ciso', ...UNCHANGED)
      const other = await bringIn('kim,kim@lindedam.example,,ciso | auditor', ...UNCHANGED)

      expect(same.kind).toBe('nothing-changes')
      expect(other).toMatchObject({ kind: 'applied', change: { changed: [] } })
      expect(await list()).toContainEqual({
        ...FOUND,
        roles: [{ role: 'auditor' }, { role: 'ciso' }],
      })
    })

    it.each([
      ['with another Slack id', 'kim,kim@lindedam.example,U0OTHER,ciso', 'kim U0OTHER'],
      ['with another address', 'kim,k.dewit@lindedam.example,,ciso', 'kim '],
      ['without an address', 'kim,,,ciso', 'kim '],
    ])('%s takes its place', async (_, row, expected) => {
      const { change } = await bringIn(row, ...UNCHANGED)

      expect(change.changed).toMatchObject([{ id: 'kim' }])
      expect(await slackIds()).toEqual([expected, 'robin ', 'sam U0SAM'])
    })

    it('that gives the account to somebody else takes it from who was found', async () => {
      const row = 'kim,kim@lindedam.example,,ciso'
      await bringIn(row, 'sam,sam@lindedam.example,U0KIM,', 'robin,,,')

      expect(await slackIds()).toEqual(['kim ', 'robin ', 'sam U0KIM'])
    })

    it('without the Slack id that the one before did have, withdraws it', async () => {
      await bringIn('kim,kim@lindedam.example,,ciso', 'sam,sam@lindedam.example,,', 'robin,,,')

      expect(await slackIds()).toEqual(['kim U0KIM', 'robin ', 'sam '])
    })

    it('without the person leaves nothing for who comes after with that id', async () => {
      await bringIn(...UNCHANGED)
      await bringIn('kim,kim@lindedam.example,,', ...UNCHANGED)

      expect(await slackIds()).toEqual(['kim ', 'robin ', 'sam U0SAM'])
    })
  })
})
