/** Forget: what the bot keeps of a person goes, everywhere, and a restored backup does not bring it back. */
import { randomUUID } from 'node:crypto'
import { forgetAgain, forgetEmployee, forgetPerson } from '../bot/forget.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'
import { createSecret } from '../bot/secret.ts'
import type { Person } from '../bot/storage/people.ts'
import type { Storage, Stores } from '../bot/storage/storage.ts'
import {
  acknowledgerTag,
  askerTag,
  listenerTag,
  namedAskerTag,
  noticeTag,
  optOutTag,
} from '../bot/tags.ts'
import { aRound, QUESTIONS, ROUND_ID, UNITS } from './storage/a-poll.ts'
import { engines } from './storage/engines.ts'
import { type Inspected, openInspected } from './storage/open-inspected.ts'

const secret = createSecret(new Uint8Array(32).fill(7))
const NOW = 1_000_000

const NOOR: Person = {
  id: 'staff-noor',
  email: 'noor@lindedam.example',
  entraId: 'entra-noor',
  slackId: 'UNOOR',
  roles: [{ role: 'ciso' }],
}
const OF_NOOR = /-noor|UNOOR|noor@/
const KIM: Person = { id: 'staff-kim', entraId: 'entra-kim', slackId: 'UKIM', roles: [] }

/** What the bot keeps of somebody who used all of it on one platform. */
async function use(stores: Stores, platform: 'teams' | 'slack', person: string): Promise<void> {
  const who = { organisation: 'lindedam', platform, person }
  const id = `${platform}-${person}`
  await stores.conversations.keep(
    'lindedam',
    {
      platform,
      id: `conversation-${id}`,
      person,
      serviceUrl: 'https://connector.example/',
      bot: 'bot',
      language: 'nl',
    },
    true,
  )
  for (const tag of [askerTag(secret, who), namedAskerTag(secret, who)])
    await stores.escalations.add('lindedam', {
      id: `${id}-${tag}`,
      number: 'V-2026-0001',
      question: `vraag van ${person}`,
      origin: 'no-answer',
      askerTag: tag,
      askerAddress: secret.seal(person),
      language: 'nl',
      state: 'open',
      askedAt: 1,
      reminders: 0,
    })
  const gap = { origin: 'no-answer', askerTag: askerTag(secret, who), day: '2026-11-22' } as const
  await stores.gaps.add('lindedam', { id: `gap-${id}`, question: `gat van ${person}`, ...gap })
  await stores.incidents.notice('lindedam', noticeTag(secret, who), 'clicked-link', 1)
  const listener = {
    ...{ tag: listenerTag(secret, who), address: secret.seal(person), language: 'nl' as const },
  }
  await stores.answered.agree('lindedam', listener, '2026-11-22')
  const answered = { section: `answer-${id}`, day: '2026-11-22', version: 1, base: 0 }
  await stores.answered.record('lindedam', listener, answered)
  for (const address of [
    { kind: 'person', platform, person } as const,
    { kind: 'conversation', platform, conversation: `conversation-${id}` } as const,
  ])
    await stores.outbox.post(
      {
        id: randomUUID(),
        organisation: 'lindedam',
        class: 'answer',
        dedupeKey: `${address.kind}-${id}`,
        address,
        content: { kind: 'failure', language: 'nl', reference: person, organisation: LINDEDAM },
      },
      1,
    )
}

const tagOf = ({ id }: Person) => optOutTag(secret, 'lindedam', id)

/** An open round that asks both, who both want no polls. */
async function poll({ polls, participation }: Stores): Promise<void> {
  await polls.addRound('lindedam', aRound())
  await participation.open('lindedam', ROUND_ID, {
    eligible: [NOOR, KIM].map(({ id }) => ({ person: id, unit: '' })),
    units: UNITS,
    questions: QUESTIONS,
  })
  for (const person of [NOOR, KIM]) await polls.optOut('lindedam', tagOf(person))
}

/** Somebody confirmed a section, and is known by name too. */
async function confirm({ acknowledgements }: Stores, person: string): Promise<void> {
  const text = { section: 's', words: 'w' }
  const tag = acknowledgerTag(secret, 'lindedam', person)
  await acknowledgements.confirm('lindedam', text, { tag, day: '2026-11-22' })
  await acknowledgements.prove('lindedam', { ...text, person, unit: '', day: '2026-11-22' })
}

/** Noor has a link to the pages and a browser that they are open in. */
async function openPages({ webSignIns }: Stores): Promise<void> {
  const visitor = { person: NOOR.id, language: 'nl' } as const
  await webSignIns.keepLink('lindedam', visitor, { tag: 'link', expiresAt: NOW + 1 })
  await webSignIns.startSession('lindedam', visitor, { tag: 'session', expiresAt: NOW + 1 })
}

const LINDEDAM = {
  id: 'lindedam',
  name: 'gemeente Lindedam',
  tenants: [],
  timeZone: 'Europe/Amsterdam',
  languages: ['nl' as const],
  incidentDesk: { telephone: '088-000 0199', url: 'https://intranet.lindedam.example' },
  ciso: { name: 'Joris Hartland', email: 'ciso@lindedam.example' },
  workingHours: { from: '09:15', to: '16:00' },
  closedDays: [],
  delivery: { bulkPerSecond: 20 },
  retention: { questionDays: 30 },
  publishing: { approval: 'sensitive' as const },
  tellChanges: true,
  acknowledgements: { named: false },
  polls: { thresholds: DEFAULT_THRESHOLDS, panelAbove: 5_000 },
  handbook: '.',
}

describe.each(engines)('forgetting on $name', (engine) => {
  let storages: readonly Inspected[] = []
  let unused: Inspected[] = []
  beforeAll(async () => {
    storages = [await openInspected(engine), await openInspected(engine)]
  })
  beforeEach(() => {
    unused = [...storages]
  })
  afterEach(() => Promise.all(storages.map(({ clear }) => clear())))
  afterAll(() => Promise.all(storages.map(({ close }) => close())))

  function aStorage(): Inspected {
    const storage = unused.pop()
    if (storage === undefined) throw new Error('a test has two storages')
    return storage
  }
  /** Everything stored, as text. */
  const dump = async (storage: Inspected) => JSON.stringify(await storage.rows())

  async function inUse() {
    const storage = aStorage()
    await storage.stores.people.replace('lindedam', { people: [NOOR, KIM], units: [] })
    for (const { entraId = '', slackId = '' } of [NOOR, KIM]) {
      await use(storage.stores, 'teams', entraId)
      await use(storage.stores, 'slack', slackId)
    }
    await openPages(storage.stores)
    for (const person of [NOOR, KIM]) await confirm(storage.stores, person.id)
    return storage
  }

  const ofNoor = { organisation: 'lindedam', platform: 'teams', person: 'entra-noor' } as const
  const forgetNoor = ({ transaction }: Storage) =>
    transaction((stores) => forgetPerson(ofNoor, { stores, secret, now: NOW }))

  it('removes all of a person on every platform, and says how much, but keeps the employer’s row', async () => {
    const storage = await inUse()

    const removed = await forgetNoor(storage)

    expect(removed).toEqual([
      { what: 'roster', count: 0 },
      { what: 'conversations', count: 2 },
      { what: 'questions', count: 4 },
      { what: 'gaps', count: 2 },
      { what: 'notices', count: 2 },
      { what: 'answered', count: 2 },
      { what: 'acknowledged', count: 1 },
    ])
    expect(await storage.stores.people.byId('lindedam', 'staff-noor')).toEqual(NOOR)
    await storage.stores.people.remove('lindedam', 'staff-noor')
    expect(await dump(storage)).not.toMatch(OF_NOOR)
  })

  it('touches nothing of somebody else', async () => {
    const storage = await inUse()
    await storage.transaction((stores) =>
      forgetEmployee('lindedam', NOOR, { stores, secret, now: NOW }),
    )
    const left = await dump(storage)

    const only = aStorage()
    await only.stores.people.replace('lindedam', { people: [KIM], units: [] })
    await use(only.stores, 'teams', 'entra-kim')
    await use(only.stores, 'slack', 'UKIM')
    await confirm(only.stores, KIM.id)

    const ids = /(?:gap|conversation|staff)-[\w-]+/g
    expect(left.match(ids)?.sort()).toEqual((await dump(only)).match(ids)?.sort())
    expect(left).not.toMatch(OF_NOOR)
  })

  it('removes the row of the roster at the employer’s word', async () => {
    const storage = await inUse()

    const removed = await storage.transaction((stores) =>
      forgetEmployee('lindedam', NOOR, { stores, secret, now: NOW }),
    )

    expect(removed[0]).toEqual({ what: 'roster', count: 1 })
    expect(await storage.stores.people.withRole('lindedam', 'ciso')).toEqual([])
  })

  it('takes somebody out of an open round and of who wants none, at the employer’s word', async () => {
    const storage = await inUse()
    await poll(storage.stores)

    const removed = await storage.transaction((stores) =>
      forgetEmployee('lindedam', NOOR, { stores, secret, now: NOW }),
    )

    expect(removed.map(({ what }) => what)).not.toContain('polls')
    expect(await storage.stores.polls.optOuts('lindedam')).toEqual(new Set([tagOf(KIM)]))
    expect(await storage.stores.participation.eligible('lindedam', ROUND_ID)).toEqual([
      { person: 'staff-kim', unit: '' },
    ])
  })

  it('goes on leaving somebody alone who had themselves forgotten', async () => {
    const storage = await inUse()
    await poll(storage.stores)

    await forgetNoor(storage)

    expect(await storage.stores.polls.optOuts('lindedam')).toContain(tagOf(NOOR))
    expect(await storage.stores.participation.eligible('lindedam', ROUND_ID)).toHaveLength(2)
  })

  it('in a backup of before, takes a former employee out of who wants no polls', async () => {
    const storage = await inUse()
    await storage.transaction((stores) =>
      forgetEmployee('lindedam', NOOR, { stores, secret, now: NOW }),
    )
    const known = await storage.stores.forgotten.listAll()
    const restored = await inUse()
    await poll(restored.stores)

    await restored.transaction((stores) => forgetAgain(known, { stores, secret }))

    expect(await restored.stores.polls.optOuts('lindedam')).toEqual(new Set([tagOf(KIM)]))
  })

  it('forgets a stranger to the roster too, and says so when there was nothing', async () => {
    const storage = aStorage()
    const stranger = { organisation: 'lindedam', platform: 'teams', person: 'guest-1' } as const
    const forgetGuest = () =>
      storage.transaction((stores) => forgetPerson(stranger, { stores, secret, now: NOW }))
    await use(storage.stores, 'teams', 'guest-1')

    const counts = async () => (await forgetGuest()).map(({ count }) => count)

    expect(await counts()).toEqual([0, 1, 2, 1, 1, 1, 0])
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await dump(storage)).not.toContain('guest-1')
  })

  it('forgets again, in a backup of before, who was forgotten since', async () => {
    const storage = await inUse()
    await forgetNoor(storage)
    const known = await storage.stores.forgotten.listAll()
    const restored = await inUse()

    const times = await restored.transaction((stores) => forgetAgain(known, { stores, secret }))
    const again = await restored.transaction((stores) => forgetAgain(known, { stores, secret }))

    expect([times, again]).toEqual([1, 0])
    await restored.stores.people.remove('lindedam', 'staff-noor')
    expect(await dump(restored)).not.toMatch(OF_NOOR)
    expect(await restored.stores.forgotten.listAll()).toEqual(known)
  })

  it('leaves what somebody did after they were forgotten, when the backup is of later', async () => {
    const storage = await inUse()
    await forgetNoor(storage)
    const known = await storage.stores.forgotten.listAll()
    await use(storage.stores, 'teams', 'entra-noor')

    const times = await storage.transaction((stores) => forgetAgain(known, { stores, secret }))

    expect(times).toBe(0)
    const own = await storage.stores.escalations.ofAsker('lindedam', askerTag(secret, ofNoor))
    expect(own).toHaveLength(1)
  })

  it('refuses to forget again with another secret, and says what to do', async () => {
    const storage = await inUse()
    await forgetNoor(storage)
    const known = await storage.stores.forgotten.listAll()
    const restored = await inUse()
    const other = createSecret(new Uint8Array(32).fill(8))

    const work = restored.transaction((stores) => forgetAgain(known, { stores, secret: other }))

    await expect(work).rejects.toThrow(/set VRAAGBAAK_SECRET to the one that/)
  })
})
