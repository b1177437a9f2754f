/** Announcing a version: what changed first, the number of people, one sending, and a way back. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { type Action, parseAction } from '../../bot/contract/action.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import { plainText } from '../../bot/plain-text.ts'
import { nodesOfType, payloadsOf, runTexts } from '../adaptive-cards/nodes.ts'
import { as } from '../bot/a-bot.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'
import { aNewsroom, DAY, type Newsroom, type NewsroomSettings, TUESDAY } from './a-newsroom.ts'

const NO = 'Nee, thuis printen mag niet.'
const CISO = 0
/** Two in each: 1 and 2 in Groen, 3 and 4 in Wegen, 5 and 6 in Zorg, where the CISO is too. */
const EMPLOYEES = [1, 2, 3, 4, 5, 6] as const
const DEPUTY = 999

let storage: Inspected
let newsroom: Newsroom
const [sqlite] = engines
const open = async (settings: Partial<NewsroomSettings> = {}) => {
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  storage = await openInspected(sqlite)
  newsroom = await aNewsroom({ storage, ...settings })
  await newsroom.publish({ printing: NO })
}
afterEach(() => storage.close())
afterAll(removeFolders)

type Form = Extract<Action, { verb: 'plan-announcement' }>
type Confirm = Extract<Action, { verb: 'confirm-announcement' }>

/** Fills in the form that somebody gets. */
async function plan(change: Partial<Form> = {}, who = CISO): Promise<Reply> {
  const form = as('announcement-form', await newsroom.say(who, 'aankondigen'))
  return newsroom.press(who, {
    ...{ verb: 'plan-announcement', formId: form.formId, version: form.announcement.version },
    ...{ audience: 'all', unit: '', words: '', when: 'now', date: form.date, time: form.time },
    ...change,
  })
}

/** What the button on the card carries. */
function buttonOf(confirm: ReplyOf<'announcement-confirm'>): Confirm {
  const actions = payloadsOf(cardFor(confirm)).map(parseAction)
  const found = actions.find((action) => action?.verb === 'confirm-announcement')
  if (found?.verb !== 'confirm-announcement') throw new Error('there is nothing to press')
  return found
}

async function announceNow(change: Partial<Form> = {}): Promise<Reply> {
  const confirm = as('announcement-confirm', await plan(change))
  return newsroom.press(CISO, buttonOf(confirm))
}

const got = () => [CISO, ...EMPLOYEES].filter((n) => received(n).length > 0)
const received = (n: number) => newsroom.inbox(n).filter(({ kind }) => kind === 'announcement')
const listed = async () => {
  const list = as('announcements', await newsroom.say(CISO, 'aankondigingen'))
  return list.announcements.map(({ state, counts }) => ({ state, ...counts }))
}
const audit = async () => {
  const rows = await storage.stores.audit.list(newsroom.organisation.id)
  return rows
    .filter(({ action }) => action.startsWith('announce'))
    .map(({ action, actor, details }) => ({ action, actor, ...details }))
}

describe('the form', () => {
  it('shows what changed first, and chooses nobody', async () => {
    await open()
    const card = cardFor(await newsroom.say(CISO, 'aankondigen'))
    const [audience] = nodesOfType(card, 'Input.ChoiceSet')

    expect(runTexts(card).slice(0, 3)).toEqual([
      'Versie 2 aankondigen',
      'Dit is er gewijzigd. Er wordt nog niets verstuurd.',
      'Gewijzigd: Mag ik thuis printen?',
    ])
    expect(audience).toMatchObject({ id: 'audience', isRequired: true })
    expect(audience).not.toHaveProperty('value')
  })

  it.each([
    [{ audience: '' }, 'announcement-form-wrong'],
    [{ audience: 'unit', unit: '' }, 'announcement-form-wrong'],
    [{ audience: 'all', unit: 'Zorg' }, 'announcement-form-wrong'],
    [{ audience: 'unit', unit: 'Elders' }, 'announcement-unit-unknown'],
    [{ when: '' }, 'announcement-form-wrong'],
    [{ when: 'later', date: '2026-13-45' }, 'announcement-form-wrong'],
    [{ when: 'later', date: '2026-11-02', time: '10:00' }, 'announcement-time-wrong'],
    [{ when: 'later', date: '2028-11-02', time: '10:00' }, 'announcement-time-wrong'],
    [{ version: 7 }, 'announcement-nothing'],
  ] as const)('with %j says what is wrong, and keeps nothing', async (change, notice) => {
    await open()

    expect(await plan(change)).toMatchObject({ kind: 'notice', notice })
    expect(await storage.stores.announcements.list(newsroom.organisation.id)).toEqual([])
  })

  it('is not there for a first version, or for one that changed nothing to read', async () => {
    await open()
    await newsroom.publish({ printing: NO, asked: 'mag de printer thuis aan' })

    expect(await newsroom.say(CISO, 'announce')).toMatchObject({ notice: 'announcement-nothing' })
    expect(await newsroom.press(CISO, { verb: 'announce', version: 1 })).toMatchObject({
      notice: 'announcement-nothing',
    })
    expect((await newsroom.press(CISO, { verb: 'announce', version: 2 })).kind).toBe(
      'announcement-form',
    )
  })

  it('is for a CISO and a deputy, and privately where others read along', async () => {
    await open()
    const shared = { shared: true, conversation: '19:team' }

    for (const word of ['aankondigen', 'aankondigingen'])
      expect(await newsroom.say(1, word)).toMatchObject({ notice: 'not-allowed' })
    expect((await newsroom.say(DEPUTY, 'aankondigen')).kind).toBe('announcement-form')
    expect(await newsroom.say(CISO, 'aankondigen', shared)).toMatchObject({
      notice: 'sent-privately',
    })
  })
})

describe('confirming', () => {
  it('names how many get it, and shows exactly what they will get', async () => {
    await open()
    const words = 'Op kantoor staan nieuwe printers. [klik](https://evil.example)'
    const confirm = as('announcement-confirm', await plan({ words }))
    const shown = runTexts(cardFor(confirm))
    await newsroom.press(CISO, buttonOf(confirm))
    await newsroom.look()
    const [message] = received(1)
    const sent = runTexts(cardFor(message ?? confirm))

    expect(shown.join(' ')).toContain('Dit gaat naar alle medewerkers: 8\u00a0mensen.')
    expect(shown.join('|')).toContain(sent.join('|'))
    expect(sent).toEqual(expect.arrayContaining([words, 'Nee', 'Ja']))
    expect(plainText(message ?? confirm)).toContain('Nu: Nee, thuis printen mag niet.')
  })

  it('asks again when another number of people would get it', async () => {
    await open()
    const first = as('announcement-confirm', await plan({ audience: 'unit', unit: 'Zorg' }))
    await newsroom.place(newsroom.roster.people.filter(({ id }) => id !== 'p-6'))
    const again = as('announcement-confirm', await newsroom.press(CISO, buttonOf(first)))

    expect([first.plan.people, again.plan.people]).toEqual([3, 2])
    expect(again.plan.formId).toBe(first.plan.formId)
    expect(await listed()).toEqual([])
    await newsroom.press(CISO, buttonOf(again))
    expect(await listed()).toHaveLength(1)
  })

  it('sends once, however often it is pressed, also after it was sent', async () => {
    await open()
    const confirm = buttonOf(as('announcement-confirm', await plan()))
    await newsroom.press(CISO, confirm)
    await newsroom.press(CISO, confirm)
    await newsroom.look()
    await newsroom.place(newsroom.roster.people) // without the deputy
    expect((await newsroom.press(CISO, confirm)).kind).toBe('announcements')
    await newsroom.look()

    expect(EMPLOYEES.map((n) => received(n).length)).toEqual(EMPLOYEES.map(() => 1))
    expect(await audit()).toEqual([
      { action: 'announced', actor: 'p-0', audience: 'everybody', people: 8, version: 2 },
      { action: 'announcement-sent', actor: 'p-0', people: 8, version: 2 },
    ])
    expect(await listed()).toMatchObject([{ state: 'done', sent: 8, waiting: 0 }])
  })
})

describe('sending', () => {
  it.each([
    ['Ruimte', [1, 2, 3, 4]],
    ['ruimte/groen', [1, 2]],
    ['Wegen', [3, 4]],
    ['Zorg', [CISO, 5, 6]],
  ] as const)('to %s reaches the people of it and below, and nobody else', async (unit, people) => {
    await open()
    await announceNow({ audience: 'unit', unit })
    await newsroom.look()

    expect(got()).toEqual(people)
  })

  it('waits for its moment and for working hours, and leaves out who left meanwhile', async () => {
    await open()
    await announceNow({ when: 'later', date: '2026-11-07', time: '10:00' }) // a Saturday
    newsroom.clock.now = TUESDAY + 4 * DAY
    await newsroom.look()
    expect(got()).toEqual([])
    await newsroom.place(newsroom.roster.people.filter(({ id }) => id !== 'p-3'))

    newsroom.clock.now = TUESDAY + 6 * DAY
    await newsroom.look()

    expect(got()).toEqual([CISO, 1, 2, 4, 5, 6])
    expect(await listed()).toMatchObject([{ state: 'done', sent: 6 }])
  })

  it('counts how it ended for each, also after the deliveries are gone', async () => {
    let nth = 0
    await open({
      outcomeOf: () => {
        nth++
        if (nth === 1) return { kind: 'refused', reason: 'http-403', gone: false }
        return nth === 2 ? { kind: 'unknown', reason: 'http-502' } : { kind: 'sent' }
      },
    })
    await announceNow()
    await newsroom.look()
    const before = await listed()
    newsroom.clock.now += 40 * DAY
    await newsroom.look()

    const expected = { state: 'done', sent: 6, blocked: 1, unknown: 1, cancelled: 0, waiting: 0 }
    expect(before).toEqual([expected])
    expect((await storage.rows())['delivery']).toEqual([])
    expect(await listed()).toEqual([expected])
  })

  it('goes on after a crash half-way as if there had been none', async () => {
    await open()
    await announceNow()
    const { transaction } = storage
    const broken = {
      ...storage,
      transaction: <T>(work: Parameters<typeof transaction<T>>[0]) =>
        transaction(async (stores) => {
          const result = await work(stores)
          if ((await stores.outbox.batches(newsroom.organisation.id)).length > 0)
            throw new Error('the power went out')
          return result
        }),
    }
    const dying = await aNewsroom({ storage: broken, now: newsroom.clock.now })
    await dying.chores.runDue()
    expect(dying.failures.length).toBeGreaterThan(0)
    expect((await storage.rows())['delivery']).toEqual([])
    await newsroom.look()

    expect(EMPLOYEES.map((n) => received(n).length)).toEqual(EMPLOYEES.map(() => 1))
  })
})

describe('withdrawing', () => {
  const cancel = async (who = CISO) => {
    const list = as('announcements', await newsroom.say(CISO, 'aankondigingen'))
    const actions = payloadsOf(cardFor(list)).map(parseAction)
    const found = actions.find((action) => action?.verb === 'cancel-announcement')
    if (found === undefined) throw new Error('there is nothing to withdraw')
    return newsroom.press(who, found)
  }

  it('before its moment sends nothing', async () => {
    await open()
    await announceNow({ when: 'later', date: '2026-11-05', time: '10:00' })
    await cancel()
    newsroom.clock.now += 3 * DAY
    await newsroom.look()

    expect(newsroom.sent).toEqual([])
    expect(await listed()).toMatchObject([{ state: 'cancelled', sent: 0 }])
    expect((await audit()).at(-1)).toEqual({
      ...{ action: 'announcement-cancelled', actor: 'p-0', audience: 'everybody' },
      ...{ people: 8, version: 2 },
    })
  })

  it('half-way keeps what was sent, and sends no more', async () => {
    await open({ units: { Zorg: 60 }, organisation: { delivery: { bulkPerSecond: 1 } } })
    await announceNow()
    await newsroom.chores.runDue()
    for (let second = 0; second < 5; second++) {
      await newsroom.delivery.runOnce()
      newsroom.clock.now += 1_000
    }
    const arrived = newsroom.sent.length
    await cancel(DEPUTY)
    await newsroom.look()

    expect(arrived).toBeGreaterThan(0)
    expect(arrived).toBeLessThan(62)
    expect(newsroom.sent).toHaveLength(arrived)
    expect(await listed()).toMatchObject([
      { state: 'cancelled', sent: arrived, cancelled: 62 - arrived, waiting: 0 },
    ])
    expect((await audit()).at(-1)).toMatchObject({ actor: 'deputy', people: 62 - arrived })
  })

  it('is not offered afterwards, and an older card says so', async () => {
    await open()
    await announceNow()
    await newsroom.look()
    const [{ id = '' } = {}] = await storage.stores.announcements.list(newsroom.organisation.id)

    await expect(cancel()).rejects.toThrow('nothing to withdraw')
    const press = { verb: 'cancel-announcement', announcementId: id } as const
    expect(await newsroom.press(CISO, press)).toMatchObject({ notice: 'announcement-too-late' })
    expect(await newsroom.press(1, press)).toMatchObject({ notice: 'not-allowed' })
  })
})
