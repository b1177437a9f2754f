/** `npm run polls`: what an administrator plans, stops and reads of polls, beside a bot that may run. */
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { Plan } from '../../bot/polls/plan.ts'
import { DEFAULT_THRESHOLDS } from '../../bot/polls/thresholds.ts'
import { loadSampleRoster } from '../../bot/roster/load-sample.ts'
import type { Round } from '../../bot/storage/rounds.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { aMunicipality, type Municipality, ORGANISATION } from '../journey/municipality.ts'
import { hostCommands } from './host-commands.ts'
import { type Ran, runCommandIn } from './run-command.ts'

const SENTENCE = 'every 6 weeks on Tuesday at 10:00'
/** A Tuesday. */
const FROM = '2031-01-07'
/** With the CISO: 25 people. */
const EMPLOYEES = 24

let municipality: Municipality
beforeEach(async () => {
  municipality = aMunicipality(EMPLOYEES)
  const sampleRoster = municipality.databaseFile.replace(/data\/.*$/, 'people.csv')
  const organisation = { id: ORGANISATION, sampleRoster }
  await inStore(({ transaction }) =>
    transaction((stores) => loadSampleRoster(organisation, stores, 0)),
  )
})
afterEach(() => municipality.remove())

const hosted = hostCommands()
const polls = (...args: readonly string[]): Promise<Ran> =>
  hosted(municipality.variables, 'polls', ...args)
/** In a process of its own. */
const pollsAlone = (...args: readonly string[]): Promise<Ran> =>
  runCommandIn(municipality.variables, 'polls', ...args)

/** As a command does, beside others. */
async function inStore<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ dataDir: dirname(municipality.databaseFile) }, 'guest')
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

const series = () => inStore(({ stores }) => stores.polls.series(ORGANISATION))
const plans = () => inStore(({ stores }) => stores.polls.plans(ORGANISATION))

/** Without spaces that may not break a line, and without the breaks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe('a series', () => {
  it('starts with the number of people that it shows, and not without or with another', async () => {
    const start = ['start', SENTENCE, '--from', FROM, '--open-days', '3']
    const shown = await polls(...start)
    const wrong = await pollsAlone(...start, '--people', '24')
    expect(await series()).toBeUndefined()
    const right = await pollsAlone(...start, '--people', '25')
    const status = await polls('status')

    expect([shown.code, shown.errors]).toEqual([0, ''])
    expect(flat(shown.output)).toMatch(/^Klopt deze planning\?.* 7 januari 2031 om 10:00 uur/)
    expect(flat(shown.output)).toContain('Voor wie: 25 mensen')
    expect(shown.output).toMatch(/\nNothing was changed yet: add --people 25 to start it\.\n$/)
    expect([wrong.code, wrong.output]).toEqual([1, ''])
    expect(wrong.errors).toMatch(/^25 people would get it, not 24\. Nothing was changed; .*\n$/)
    expect(right).toEqual({ code: 0, errors: '', output: 'Started: 25 people will get it.\n' })
    expect(flat(status.output)).toContain('elke 6 weken op dinsdag om 10:00')
    expect(await series()).toMatchObject({
      recurrence: { everyWeeks: 6, weekday: 2, at: '10:00', from: FROM },
      openDays: 3,
    })
  })

  it('stops when that is said twice, and stands in the audit log as what was done by hand', async () => {
    await polls('start', SENTENCE, '--from', FROM, '--people', '25')
    const asked = await polls('stop')
    expect(await series()).toBeDefined()
    const stopped = await polls('stop', '--yes')
    const again = await polls('stop', '--yes')

    expect(asked.output).toMatch(/Add --yes to stop the series\.\n$/)
    expect(stopped.output).toMatch(/^Stopped: no new rounds will open\./)
    expect(again.output).toBe('No series runs, so there is nothing to stop.\n')
    expect(await series()).toBeUndefined()
    const log = await inStore(({ stores }) => stores.audit.list(ORGANISATION))
    expect(log.slice(-2)).toMatchObject([
      { actor: 'command line', action: 'poll-series-started', details: { people: 25 } },
      { actor: 'command line', action: 'poll-series-stopped' },
    ])
  })
})

describe('results', () => {
  it('are those of rounds that closed; of an open one nothing can be seen', async () => {
    const before = await polls('results')
    await inStore(({ stores }) => stores.polls.addRound(ORGANISATION, anOpenRound))
    const meanwhile = await polls('results')
    const asked = await polls('results', anOpenRound.id)

    expect(before.output).toBe('No round has closed yet.\n')
    expect(meanwhile.output).toBe(
      'No round has closed yet. Of the one that is open nothing can be seen, by anybody.\n',
    )
    expect([asked.code, asked.output]).toEqual([1, ''])
    expect(asked.errors).toMatch(/^no round "[^"]+" has closed: /)
  })

  it('are said to be made up when they are, also where a program reads them', async () => {
    await polls('demo', '--people', '400', '--rounds', '3')
    const [newest, , oldest] = await plans()
    const text = await polls('results')
    const json = await polls('results', '--json')
    const first = await polls('results', oldest?.round ?? '', '--json')

    expect([text.code, text.errors]).toEqual([0, ''])
    expect(flat(text.output)).toMatch(
      /^Voorbeeldcijfers: deze antwoorden zijn verzonnen\. .* van 400 \(\d\d%\) .* Waarschijnlijk tussen \d+ en \d+%/,
    )
    expect(text.output.match(/ {2}made up$/gm)).toHaveLength(3)
    expect(Plan.parse(JSON.parse(json.output))).toEqual(newest)
    expect(Plan.parse(JSON.parse(first.output))).toEqual(oldest)
    expect([newest?.demo, oldest?.demo]).toEqual([true, true])
  })
})

describe('a demo', () => {
  const demo = (seed: string) => polls('demo', '--people', '400', '--rounds', '3', '--seed', seed)

  it('is the same for the same seed, in the place of the one before, and can be removed', async () => {
    const made = await demo('7')
    const once = await plans()
    await demo('8')
    const other = await plans()
    await demo('7')
    const twice = await plans()
    const removed = await polls('demo', '--remove')

    expect(made.output).toMatch(/^3 made-up rounds of 400 made-up people are in heidemeer, /)
    expect([once, other, twice].map(({ length }) => length)).toEqual([3, 3, 3])
    expect(figuresOf(twice)).toEqual(figuresOf(once))
    expect(figuresOf(other)).not.toEqual(figuresOf(once))
    expect(removed.output).toBe('3 rounds of the demo were removed.\n')
    expect(await inStore(({ stores }) => stores.polls.rounds(ORGANISATION))).toEqual([])
  })

  it('never stands among real rounds', async () => {
    await inStore(({ stores }) => stores.polls.addRound(ORGANISATION, anOpenRound))

    const { code, output, errors } = await demo('7')

    expect([code, output]).toEqual([1, ''])
    expect(errors).toBe(
      'heidemeer has real rounds: made-up ones among them would mislead. Use another DATA_DIR.\n',
    )
    expect(await inStore(({ stores }) => stores.polls.rounds(ORGANISATION))).toHaveLength(1)
  })
})

describe('the questions', () => {
  it('are checked against the handbook', async () => {
    const sample = await hosted({}, 'polls', 'check')
    const onePage = await polls('check')

    expect([sample.code, sample.errors]).toEqual([0, ''])
    expect(sample.output).toMatch(/^\d\d questions, nothing wrong\.\n$/)
    expect([onePage.code, onePage.output]).toEqual([1, ''])
    expect(onePage.errors).toMatch(/^(P\d+: .*section.*\n)+$/)
  })
})

describe('what cannot be read is told in a line:', () => {
  it.each([
    [
      'too often',
      ['start', 'every 2 weeks on Tuesday'],
      /^Say how often, such as: .*Monday to Friday\.\n$/,
    ],
    ['no such day', ['start', SENTENCE, '--from', '2031-02-31'], /^--from must be a date .*\n$/],
    ['days', ['start', SENTENCE, '--open-days', '21'], /^--open-days must be .* from 1 to 20\n$/],
    ['people', ['demo', '--people', '0'], /^--people must be a whole number from 1 to 50000\n$/],
    ['another', ['results', '--organisation', 'x'], /^--organisation x is none of heidemeer\n$/],
  ])('%s', async (_name, args, message) => {
    const { code, output, errors } = await polls(...args)

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
  })

  it.each([[['stop', 'now']], [['results', 'one', 'two']]])(
    'shows how it is used for %j',
    async (args) => {
      const { code, output, errors } = await polls(...args)

      expect([code, output]).toEqual([1, ''])
      expect(errors).toMatch(/^Say what to do:\n {2}npm run polls -- status\n/)
    },
  )
})

const anOpenRound: Round = {
  id: randomUUID(),
  series: randomUUID(),
  planned: FROM,
  index: 0,
  opensAt: Date.parse(`${FROM}T09:00:00Z`),
  closesAt: Date.parse(`${FROM}T15:00:00Z`),
  state: 'open',
  reminders: 0,
  demo: false,
  frozen: { questions: [], thresholds: DEFAULT_THRESHOLDS, units: [], asked: EMPLOYEES + 1 },
}

/** All but ids and dates, which are of the moment. */
function figuresOf(found: readonly Plan[]): unknown {
  const ofTheMoment = ['round', 'since', 'opensAt', 'closesAt', 'sinceAt']
  return JSON.parse(
    JSON.stringify(found, (key, value) => (ofTheMoment.includes(key) ? undefined : value)),
  )
}
