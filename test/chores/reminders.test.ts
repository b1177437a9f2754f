/** Reminders: in working time only, each step once, then to the deputy. */
import { createChores } from '../../bot/chores/chores.ts'
import { createReminders } from '../../bot/chores/reminders.ts'
import {
  anOffice,
  cardFor,
  ciso,
  deputy,
  escalate,
  kim,
  type Office,
  type OfficeSettings,
  PEOPLE,
} from '../bot/an-office.ts'
import { engines } from '../storage/engines.ts'

const HOUR = 60 * 60 * 1000

let office: Office
async function open(settings: OfficeSettings = {}): Promise<void> {
  office = await anOffice(settings)
}
afterEach(() => office.close())

const choresOf = (onDone: () => void = () => {}) =>
  createChores({
    storage: office.storage,
    chores: [createReminders(office)],
    organisations: [...office.served.values()].map(({ organisation }) => organisation),
    clock: () => office.clock.now,
    observe: (event) => {
      if (event.kind === 'failed') throw event.error
      onDone()
    },
  })

/** Asks at the first moment and lets every hour pass until the last. */
async function remindersBetween(asked: string, until: string): Promise<readonly string[]> {
  office.clock.now = Date.parse(asked)
  await escalate(office, kim)
  await office.deliver()
  let isDone = false
  const chores = choresOf(() => {
    isDone = true
  })
  const reminders: string[] = []
  for (; office.clock.now <= Date.parse(until); office.clock.now += HOUR) {
    const before = office.sent.length
    isDone = false
    await chores.runDue()
    if (isDone) await office.deliver()
    reminders.push(...office.sent.slice(before).map(lineOf))
  }
  return reminders
}

function lineOf({ content, address }: Office['sent'][number]): string {
  const hour = new Date(office.clock.now).toISOString().slice(0, 13)
  const occasion = content.kind === 'escalation' ? content.occasion : content.kind
  const isDeputy = address.kind === 'person' && address.person === deputy.person
  return `${hour} ${occasion} ${isDeputy ? 'deputy' : 'ciso'}`
}

it('come after one and three working days, and then once to the deputy', async () => {
  await open()

  // in Amsterdam an hour later, all on working days
  expect(await remindersBetween('2026-12-01T12:00Z', '2026-12-11T12:00Z')).toEqual([
    '2026-12-02T12 reminder ciso',
    '2026-12-04T12 reminder ciso',
    '2026-12-07T12 for-deputy deputy',
  ])
})

it('wait for the end of a weekend and of holidays', async () => {
  await open()

  // Thursday 24 December: Christmas is on Friday and Saturday
  expect(await remindersBetween('2026-12-24T12:00Z', '2027-01-06T12:00Z')).toEqual([
    '2026-12-28T12 reminder ciso',
    '2026-12-30T12 reminder ciso',
    '2026-12-31T12 for-deputy deputy',
  ])
})

it('wait for the morning when it was asked in the evening', async () => {
  await open()

  expect(await remindersBetween('2026-12-01T21:30Z', '2026-12-04T20:00Z')).toEqual([
    '2026-12-03T08 reminder ciso',
  ])
})

it('come a working day apart after a time that the bot was down', async () => {
  await open()
  office.clock.now = Date.parse('2026-12-01T12:00Z')
  await escalate(office, kim)
  const chores = choresOf()
  const occasions: unknown[] = []
  for (const moment of ['2026-12-14T12:00Z', '2026-12-14T13:00Z', '2026-12-15T12:00Z']) {
    office.clock.now = Date.parse(moment)
    await chores.runDue()
    await office.deliver()
    occasions.push(office.inbox(ciso).length)
  }

  expect(occasions).toEqual([2, 2, 3]) // the card itself is the first
})

it('show what can be done, without what leads to the asker', async () => {
  await open()
  await remindersBetween('2026-12-01T12:00Z', '2026-12-02T13:00Z')

  const card = cardFor(office, ciso)

  expect(card.escalation).toMatchObject({ number: 'V-2026-0001' })
  expect(card.escalation).not.toHaveProperty('asker')
  expect(card.sections.length).toBeGreaterThan(0)
})

it('end with the answer', async () => {
  await open()
  office.clock.now = Date.parse('2026-12-01T12:00Z')
  await escalate(office, kim)
  await office.deliver()
  const escalationId = cardFor(office, ciso).escalation.id
  await office.press(ciso, { verb: 'answer-escalation', escalationId, answer: 'Nee.' })
  await office.deliver()

  office.clock.now = Date.parse('2026-12-08T12:00Z')
  await choresOf().runDue()
  await office.deliver()

  expect(office.inbox(ciso)).toHaveLength(1)
})

it('need no deputy', async () => {
  await open({ people: PEOPLE.filter(({ id }) => id !== 'gerrit') })

  expect(await remindersBetween('2026-12-01T12:00Z', '2026-12-11T12:00Z')).toHaveLength(2)
})

describe.each(engines)('with several processes, on $name', ({ open: openStore }) => {
  it('come once', async () => {
    await open({ storage: await openStore() })
    office.clock.now = Date.parse('2026-12-01T12:00Z')
    await escalate(office, kim)
    office.clock.now = Date.parse('2026-12-02T12:00Z')

    await Promise.all(Array.from({ length: 4 }, () => choresOf().runDue()))
    await office.deliver()

    const occasions = office.inbox(ciso).map((card) => 'occasion' in card && card.occasion)
    expect(occasions.sort()).toEqual(['new', 'reminder'])
  })
})
