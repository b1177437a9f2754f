/** The weekly card: once a week, on the first working day, when there is something to show. */
import { createChores } from '../../bot/chores/chores.ts'
import { createWeeklyGaps } from '../../bot/chores/weekly-gaps.ts'
import {
  anOffice,
  ciso,
  DRONE,
  deputy,
  type Office,
  secondCiso,
  TWO_CISOS,
} from '../bot/an-office.ts'

const HOUR = 60 * 60 * 1000

let office: Office
beforeEach(async () => {
  office = await anOffice({ people: TWO_CISOS })
})
afterEach(() => office.close())

async function ask(...people: readonly string[]): Promise<void> {
  for (const person of people) await office.say({ person }, DRONE)
}

/** When a card arrived, with every hour between the two passing. */
async function cardsBetween(from: string, until: string): Promise<readonly string[]> {
  let isDone = false
  const chores = createChores({
    storage: office.storage,
    chores: [createWeeklyGaps(office)],
    organisations: [...office.served.values()].map(({ organisation }) => organisation),
    clock: () => office.clock.now,
    observe: (event) => {
      if (event.kind === 'failed') throw event.error
      isDone = true
    },
  })
  const moments: string[] = []
  for (office.clock.now = Date.parse(from); office.clock.now <= Date.parse(until); ) {
    const before = office.inbox(ciso).length
    isDone = false
    await chores.runDue()
    if (isDone) await office.deliver()
    if (office.inbox(ciso).length > before)
      moments.push(new Date(office.clock.now).toISOString().slice(0, 13))
    office.clock.now += HOUR
  }
  return moments
}

it('comes on Monday morning, and on Tuesday when Monday is a holiday', async () => {
  office.clock.now = Date.parse('2027-03-19T12:00Z')
  await ask('p-1', 'p-2', 'p-3')

  // the Monday of Easter 2027 is 29 March, on which summer time has just begun
  expect(await cardsBetween('2027-03-20T00:30Z', '2027-04-02T00:30Z')).toEqual([
    '2027-03-22T08',
    '2027-03-30T07',
  ])
})

it('shows the groups to every CISO and to nobody else', async () => {
  await ask('p-1', 'p-2', 'p-3')
  await cardsBetween('2026-12-07T00:30Z', '2026-12-07T12:30Z')

  const card = { kind: 'gaps', days: 30, groups: [{ question: DRONE, times: 3, people: 3 }] }
  expect(office.inbox(ciso)).toMatchObject([card])
  expect(office.inbox(secondCiso)).toMatchObject([card])
  expect(office.inbox(deputy)).toEqual([])
})

it('does not come without a group to show', async () => {
  await ask('p-1', 'p-2')

  expect(await cardsBetween('2026-12-07T00:30Z', '2026-12-07T12:30Z')).toEqual([])
})
