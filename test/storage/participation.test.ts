/** Participation, on both engines: everybody counts once, and nothing tells who answered what. */
import type { UnitTally } from '../../bot/polls/tally.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import {
  aPlan,
  aRound,
  CLOSES,
  chosen,
  OPENS,
  OPTIONS,
  QUESTIONS,
  ROUND_ID,
  UNITS,
} from './a-poll.ts'
import { engines } from './engines.ts'
import { openInspected } from './open-inspected.ts'

const HERE = 'waterveen'
const NOW = OPENS + 1
const START = {
  eligible: [
    { person: 'noor', unit: 'Ruimte' },
    { person: 'kim', unit: '' },
  ],
  units: UNITS,
  questions: QUESTIONS,
}

async function openRound({ polls, participation }: Stores): Promise<void> {
  await polls.addRound(HERE, aRound())
  await participation.open(HERE, ROUND_ID, START)
}

const taking = (tag: string, option = 'altijd', unit = 'Ruimte') => ({
  tag,
  unit,
  chosen: chosen(option),
})
const total = (tallies: readonly UnitTally[], question = 'P01') =>
  tallies
    .flatMap(({ counts }) => Object.values(counts[question] ?? {}))
    .reduce((sum, n) => sum + n, 0)

describe.each(engines)('participation on $name', ({ open }) => {
  let storage: Storage
  let participation: Stores['participation']
  beforeEach(async () => {
    storage = await open()
    participation = storage.stores.participation
    await openRound(storage.stores)
  })
  afterEach(() => storage.close())
  const take = (tag: string, option?: string, unit?: string) =>
    participation.take(HERE, ROUND_ID, taking(tag, option, unit), NOW)
  const tallies = () => participation.tallies(HERE, ROUND_ID)

  it('counts 25 people who all press twice at the same moment 25 times', async () => {
    const people = Array.from({ length: 25 }, (_, number) => `tag-${number}`)
    const optionOf = (number: number) => OPTIONS[number % OPTIONS.length] ?? ''
    const presses = [...people, ...people].map((tag, press) =>
      storage.transaction((stores) =>
        stores.participation.take(
          HERE,
          ROUND_ID,
          taking(tag, optionOf(press % 25), press % 2 === 0 ? 'Ruimte' : ''),
          NOW,
        ),
      ),
    )

    const outcomes = await Promise.all(presses)

    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(25)
    expect(outcomes.filter((outcome) => outcome === 'taken-before')).toHaveLength(25)
    expect(await participation.takers(HERE, ROUND_ID)).toEqual(new Set(people))
    const counted = await tallies()
    expect(QUESTIONS.map((question) => total(counted, question.id))).toEqual([25, 25, 25])
    const all = counted.map(({ counts }) => counts['P07'])
    expect(OPTIONS.map((option) => (all[0]?.[option] ?? 0) + (all[1]?.[option] ?? 0))).toEqual([
      7, 6, 6, 6,
    ])
  })

  it('counts each answer at its own question, option and unit', async () => {
    await participation.take(
      HERE,
      ROUND_ID,
      { tag: 'a', unit: 'Ruimte', chosen: { P01: 'altijd', P36: 'nooit', P07: 'soms' } },
      NOW,
    )
    await take('b', 'soms')
    await take('c', 'weet-ik-niet', '')

    const none = { altijd: 0, soms: 0, nooit: 0, 'weet-ik-niet': 0 }
    expect(await tallies()).toEqual([
      {
        unit: '',
        counts: Object.fromEntries(
          ['P01', 'P36', 'P07'].map((id) => [id, { ...none, 'weet-ik-niet': 1 }]),
        ),
      },
      {
        unit: 'Ruimte',
        counts: {
          P01: { ...none, altijd: 1, soms: 1 },
          P36: { ...none, nooit: 1, soms: 1 },
          P07: { ...none, soms: 2 },
        },
      },
    ])
  })

  it('changes nothing when somebody answers again', async () => {
    await take('noor', 'altijd')
    const before = await tallies()

    expect(await take('noor', 'nooit')).toBe('taken-before')
    expect(await take('noor', 'nooit', '')).toBe('taken-before')

    expect(await tallies()).toEqual(before)
  })

  it.each([
    ['an unknown option', { ...taking('x'), chosen: { ...chosen(), P07: 'misschien' } }],
    ['an unknown question', { ...taking('x'), chosen: { ...chosen(), P99: 'altijd' } }],
    [
      'another question instead',
      { ...taking('x'), chosen: { P01: 'soms', P36: 'soms', P99: 'soms' } },
    ],
    ['a question left out', { ...taking('x'), chosen: { P01: 'altijd', P36: 'altijd' } }],
    ['nothing', { ...taking('x'), chosen: {} }],
    ['an unknown unit', taking('x', 'altijd', 'Onbekend')],
  ])('refuses %s, keeps nothing, and names nobody', async (_what, wrong) => {
    const failure = await participation.take(HERE, ROUND_ID, wrong, NOW).catch(String)

    expect(failure).toMatch(/^Error: (a round has no such unit|the answers are not those)/)
    expect(failure).not.toMatch(/altijd|misschien|soms/)
    expect(total(await tallies())).toBe(0)
    expect(await participation.hasTaken(HERE, ROUND_ID, 'x')).toBe(false)
  })

  it('is open from the first moment up to the last, and in no other state', async () => {
    const at = (tag: string, now: number) => participation.take(HERE, ROUND_ID, taking(tag), now)

    expect(await at('early', OPENS - 1)).toBe('closed')
    expect(await at('first', OPENS)).toBe('counted')
    expect(await at('last', CLOSES - 1)).toBe('counted')
    expect(await at('late', CLOSES)).toBe('closed')
    expect(await participation.take(HERE, 'no-round', taking('x'), NOW)).toBe('closed')
    await storage.stores.polls.lose(HERE, ROUND_ID)
    expect(await at('lost', NOW)).toBe('closed')
    expect(await participation.takers(HERE, ROUND_ID)).toEqual(new Set(['first', 'last']))
  })

  it('is gone with the transaction that it was in', async () => {
    const failing = storage.transaction(async (stores) => {
      await stores.participation.take(HERE, ROUND_ID, taking('noor'), NOW)
      throw new Error('something later failed')
    })

    await expect(failing).rejects.toThrow('something later')
    expect(total(await tallies())).toBe(0)
    expect(await take('noor')).toBe('counted')
  })

  it('knows who is asked, and where they are counted', async () => {
    expect(await participation.unitOf(HERE, ROUND_ID, 'noor')).toBe('Ruimte')
    expect(await participation.unitOf(HERE, ROUND_ID, 'kim')).toBe('')
    expect(await participation.unitOf(HERE, ROUND_ID, 'stranger')).toBeUndefined()
    expect(await participation.eligible(HERE, ROUND_ID)).toEqual([
      { person: 'kim', unit: '' },
      { person: 'noor', unit: 'Ruimte' },
    ])

    expect(await participation.forgetPerson(HERE, 'noor')).toBe(1)
    expect(await participation.unitOf(HERE, ROUND_ID, 'noor')).toBeUndefined()
    expect(await participation.unitOf(HERE, ROUND_ID, 'kim')).toBe('')
  })

  it('leaves alone who asked for it, for the longest that they asked', async () => {
    await participation.leaveAlone(HERE, ROUND_ID, 'noor', '2026-11-27')
    await participation.leaveAlone(HERE, ROUND_ID, 'noor', '2026-11-24')
    await participation.leaveAlone(HERE, ROUND_ID, 'kim', '2026-11-24')
    await participation.leaveAlone(HERE, ROUND_ID, 'kim', '2026-11-25')
    const on = (date: string) => participation.leftAlone(HERE, ROUND_ID, date)

    expect(await on('2026-11-25')).toEqual(new Set(['noor', 'kim']))
    expect(await on('2026-11-26')).toEqual(new Set(['noor']))
    expect(await on('2026-11-28')).toEqual(new Set())
  })

  it('keeps the first salt, which hashes were made with', async () => {
    expect(await participation.salt(HERE, ROUND_ID)).toBeUndefined()

    await participation.keepSalt(HERE, ROUND_ID, 'first')
    await participation.keepSalt(HERE, ROUND_ID, 'second')

    expect(await participation.salt(HERE, ROUND_ID)).toBe('first')
  })
})

/** @returns how the answers ended; as many are in the plan as were told that they count */
async function race(storage: Storage, turn: number): Promise<readonly string[]> {
  const round = `7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c2${String(turn).padStart(3, '0')}`
  await storage.stores.polls.addRound(HERE, aRound({ id: round, planned: `day ${turn}` }))
  await storage.stores.participation.open(HERE, round, START)
  let inPlan = 0
  const close = () =>
    storage.transaction(async ({ polls, participation }) => {
      const closed = await polls.close(HERE, round, async () => {
        inPlan = total(await participation.tallies(HERE, round))
        return aPlan({ round })
      })
      await participation.wipe(HERE, round)
      return closed
    })
  const answer = (number: number) =>
    storage.transaction(({ participation }) =>
      participation.take(HERE, round, taking(`tag-${number}`), NOW),
    )
  const turns = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => () => answer(number))
  const before = turns.slice(0, turn % 8).map((start) => start())
  const closing = close()
  const after = turns.slice(turn % 8).map((start) => start())
  const outcomes = await Promise.all([...before, ...after])

  expect(await closing).toBe(true)
  expect([turn, inPlan]).toEqual([turn, outcomes.filter((each) => each === 'counted').length])
  expect(await storage.stores.participation.tallies(HERE, round)).toEqual([])
  return outcomes
}

describe.each(engines.filter(({ name }) => name === 'PostgreSQL'))('on $name', (engine) => {
  it('an answer that races with the close is in the plan or refused', async () => {
    const storage = await engine.open()
    const outcomes: string[] = []
    for (let turn = 0; turn < 30; turn++) outcomes.push(...(await race(storage, turn)))

    expect(new Set(outcomes)).toEqual(new Set(['counted', 'closed']))
    await storage.close()
  })

  it('every counter of the unit is written, so that what changed tells nothing', async () => {
    const storage = await openInspected(engine)
    await openRound(storage.stores)
    await storage.stores.participation.take(HERE, ROUND_ID, taking('noor'), NOW)

    const written = await storage.run(`
      select unit, count(distinct xmin::text)::int as times, max(xmin::text::bigint) as last
      from poll_counter group by unit order by last`)

    expect(written).toMatchObject({
      rows: [
        { unit: '', times: 1 },
        { unit: 'Ruimte', times: 1 },
      ],
    })
    await storage.close()
  })
})
