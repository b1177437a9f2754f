/** Immutable: what a round opened with stays until its result, whatever changes around it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../../bot/load-organisations.ts'
import type { Bank } from '../../bot/polls/bank/bank.ts'
import { DEFAULT_THRESHOLDS, Thresholds } from '../../bot/polls/thresholds.ts'
import { createRounds } from '../../bot/rounds/rounds.ts'
import type { Stores } from '../../bot/storage/storage.ts'
import { bank, waterveen } from '../bot/a-bot.ts'
import { officeKnowledge } from '../bot/office-handbook.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { aPlan, aRound, ROUND_ID } from '../storage/a-poll.ts'
import { fillPolls, POLL_PROBES } from '../storage/poll-probes.ts'
import { aSeries, aTown, CLOSES, DAY, HOUR, OPENS, type Town } from './a-town.ts'
import { seededIds } from './seeded-ids.ts'
import { type Stored, type StoredEngine, storedEngines } from './stored.ts'

const HERE = waterveen.id
const TAKEN_BACK = new Error('this was only to look')

const HIGH: Thresholds = {
  eligible: 20,
  answers: 20,
  percentage: 25,
  distribution: 90,
  eitherSide: 9,
}

/** Every question says and means something else. */
const OTHER_BANK: Bank = {
  ...bank,
  questions: new Map(
    [...bank.questions].map(([id, question]) => {
      const options = question.options.toReversed().slice(1)
      const favourable = options.slice(0, 1).map(({ value }) => value)
      return [id, { ...question, text: { nl: 'Anders?', en: 'Else?' }, options, favourable }]
    }),
  ),
  anchors: [],
}

type Call = (stores: Stores, organisation: string) => Promise<unknown>

const OF_ALL: Readonly<Record<string, Call>> = {
  'polls.openEverywhere': ({ polls }) => polls.openEverywhere(),
  'polls.loseOpen': ({ polls }) => polls.loseOpen(),
}

/** Every method of both stores: the compiler sees to it that none is left out of the probes. */
const METHODS = Object.entries(POLL_PROBES).flatMap(([store, methods]) =>
  Object.entries<Call | 'of the installation'>(methods).map(([method, probe]) => {
    const name = `${store}.${method}`
    return [name, probe === 'of the installation' ? callOf(name) : probe] as const
  }),
)

function callOf(name: string): Call {
  const call = OF_ALL[name]
  if (call === undefined) throw new Error(`${name} is tried by nobody`)
  return call
}

/** All that anybody can change while the round is open. */
async function changeEverything(town: Town): Promise<void> {
  const { storage, organisation, roster, clock } = town
  await town.press(0, { verb: 'confirm-stop-polls' })
  const recurrence = { everyWeeks: 4, weekday: 5, at: '09:30', from: '2027-01-01' }
  await town.press(0, { verb: 'confirm-polls', recurrence, openDays: 1, people: 25 })
  await storage.transaction(async ({ polls, people, participation, conversations }) => {
    await polls.startSeries(organisation.id, aSeries({ openDays: 20 }), clock.now)
    const units = [{ path: 'Nieuw', name: 'Nieuw' }]
    const some = roster.people.slice(0, 15).map((one) => ({ ...one, unit: 'Nieuw' }))
    await people.replace(organisation.id, { people: some, units })
    await participation.forgetPerson(organisation.id, 'p-3')
    await conversations.forgetPerson(organisation.id, 'teams', roster.people[4]?.entraId ?? '')
    await polls.optOut(organisation.id, 'a tag of somebody')
    await polls.removeDemo(organisation.id)
  })
}

/** As after a restart with other settings and another version of the questions. */
function restarted(town: Town) {
  const organisation = {
    ...town.organisation,
    name: 'gemeente Andersveen',
    timeZone: 'America/New_York',
    workingHours: { from: '06:00', to: '20:00' },
    closedDays: ['2026-12-04', '2026-12-07'],
    polls: { thresholds: HIGH, panelAbove: 100 },
  }
  const one = { organisation, knowledge: officeKnowledge, bank: OTHER_BANK }
  const served = new Map([[organisation.id, one]])
  return createRounds({ ...town.parts, storage: town.storage, served })
}

async function planAfter(engine: StoredEngine, change: (town: Town) => Promise<unknown>) {
  const stored = await engine.openStored()
  const { storage } = stored
  const town = await aTown({ storage, newId: seededIds(2026), clock: { now: OPENS - DAY } })
  const open = await town.openRound()
  for (let n = 1; n <= 20; n++) await town.answer(n, () => n % 3)
  town.clock.now = OPENS + HOUR
  await change(town)
  const changed = await storage.stores.polls.round(town.organisation.id, open.id)

  const rounds = restarted(town)
  town.clock.now = CLOSES - 1
  const early = await rounds.runDue(town.organisation.id)
  town.clock.now = CLOSES
  const events = await rounds.runDue(town.organisation.id)
  const plan = await storage.stores.polls.plan(town.organisation.id, open.id)
  await stored.close()
  return { open, changed, early, events, plan }
}

describe.each(storedEngines)('on $name', (engine) => {
  it('the result is what it would have been, and not a day later', async () => {
    const usual = await planAfter(engine, async () => undefined)
    const other = await planAfter(engine, changeEverything)

    expect(other.changed).toEqual(other.open)
    expect(other.early).not.toContain('closed')
    expect(other.events).toContain('closed')
    expect(other.plan).toEqual(usual.plan)
    expect(other.plan).toMatchObject({
      thresholds: DEFAULT_THRESHOLDS,
      closesAt: CLOSES,
      questions: other.open.frozen.questions,
      units: other.open.frozen.units,
    })
    expect(other.plan?.cells.some(({ cell }) => cell.state === 'percentage')).toBe(true)
  })

  describe('no function of the stores changes what is fixed', () => {
    let stored: Stored
    beforeAll(async () => {
      stored = await engine.openStored()
      await stored.storage.transaction((stores) => fillPolls(stores, HERE))
    })
    afterAll(() => stored.close())

    /** @returns what is fixed after that; nothing else comes of it */
    const afterwards = async (work: (stores: Stores) => Promise<unknown>) => {
      const fixed: unknown[] = []
      const taken = stored.storage.transaction(async (stores) => {
        await work(stores)
        fixed.push(...(await fixedIn(stores)))
        throw TAKEN_BACK
      })
      await expect(taken).rejects.toBe(TAKEN_BACK)
      return fixed
    }
    const usual = () => fixedIn(stored.storage.stores)

    it.each(METHODS)('%s', async (name, call) => {
      const [round, plan] = await usual()
      const removes = name === 'polls.forgetBefore' // when its years are over

      expect(await afterwards((stores) => call(stores, HERE))).toEqual([
        round,
        removes ? undefined : plan,
      ])
    })

    it('nor does adding or closing the same round once more, with something else', async () => {
      const frozen = { questions: [], thresholds: HIGH, units: [], asked: 1 }
      const outcomes: boolean[] = []
      const fixed = await afterwards(async ({ polls }) => {
        outcomes.push(
          await polls.addRound(HERE, aRound({ frozen, closesAt: 1e14 })),
          await polls.addRound(HERE, aRound({ id: 'closed', planned: '2030-01-01', frozen })),
          await polls.close(HERE, 'closed', async () => ({ ...aPlan(), thresholds: HIGH })),
          await polls.lose(HERE, 'closed'),
          await polls.reminded(HERE, 'closed', 0),
        )
      })

      expect(outcomes).toEqual([false, false, false, false, false])
      expect(fixed).toEqual(await usual())
    })
  })
})

/** Of the round that is open, and the plan of the one that closed. */
async function fixedIn({ polls }: Stores): Promise<readonly unknown[]> {
  const round = await polls.round(HERE, ROUND_ID)
  if (round === undefined) throw new Error('the round is gone')
  const { state: _, reminders: __, ...fixed } = round
  return [fixed, await polls.plan(HERE, 'closed')]
}

describe('thresholds', () => {
  afterAll(removeFolders)

  it.each(Object.keys(DEFAULT_THRESHOLDS))('%s cannot be set lower than ours', (name) => {
    const lower = { ...DEFAULT_THRESHOLDS, [name]: Object(DEFAULT_THRESHOLDS)[name] - 1 }
    const file = join(aFolder({ 'ours.yaml': organisationsWith(lower) }), 'ours.yaml')

    expect(() => loadOrganisations(file)).toThrow(file)
    expect(() => loadOrganisations(file)).toThrow(`thresholds.${name}`)
  })

  it('can be set higher', () => {
    const file = join(aFolder({ 'ours.yaml': organisationsWith(HIGH) }), 'ours.yaml')
    expect(loadOrganisations(file)[0]?.polls.thresholds).toEqual(HIGH)
  })

  it.each([
    ['none', 0],
    ['a part of a person', 10.5],
    ['no number', Number.NaN],
    ['text', '10'],
  ])('cannot be %s', (_, eligible) => {
    expect(Thresholds.safeParse({ ...DEFAULT_THRESHOLDS, eligible }).success).toBe(false)
  })
})

function organisationsWith(thresholds: Thresholds): string {
  const fields = Object.entries(thresholds).map(([name, value]) => `${name}: ${value}`)
  const sample = readFileSync(SAMPLE_ORGANISATIONS, 'utf8')
  return sample.replace('panelAbove: 5000', `thresholds: { ${fields.join(', ')} }`)
}
