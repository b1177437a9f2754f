/**
 * Slack, apart: whether the answers on one platform wait when the other one is in trouble.
 *
 * Two of our bots, each in a process with platforms of its own, are asked in turn; only one of them is
 * in trouble, so that whatever else the machine does falls on both. Both hear a question on the other
 * platform as often as on the measured one. While both are healthy the ratio shows what is noise.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Figure, figures } from './measurement.ts'
import { openTown, type Size, type Town } from './slack-town.ts'
import { percentile } from './timing.ts'

export type ApartSize = Size &
  Readonly<{
    /** On the platform in trouble. */
    waiting: number
    /** Whether Slack is measured as well, while Teams is in trouble. */
    both: boolean
  }>

type Name = 'slack' | 'teams'
const TITLES: Readonly<Record<Name, string>> = { slack: 'Slack', teams: 'Teams' }
/** Somebody whose questions pile up. */
const BUSY = 1_000_000

type Two = Readonly<{ calm: Town; troubled: Town }>
type Trouble = Readonly<{ what: string; begin: (town: Town) => Promise<void> }>

export async function slackApart(size: ApartSize): Promise<string> {
  const rows = [
    ...(await answering('teams', { whileIn: 'slack', size })),
    ...(size.both ? await answering('slack', { whileIn: 'teams', size }) : []),
  ]
  return figures('undisturbed', rows)
}

type Part = Readonly<{ whileIn: Name; size: ApartSize }>

async function answering(name: Name, { whileIn, size }: Part): Promise<readonly Figure[]> {
  const [calm, troubled] = await Promise.all([openTown('ours', size), openTown('ours', size)])
  const two = { calm, troubled }
  const count = createCount()
  try {
    await asking(two, { name, whileIn, count, ...size, questions: size.people })
    const rows: Figure[] = []
    for (const { what, begin } of troublesIn(whileIn, size)) {
      await begin(troubled)
      const run = await asking(two, { name, whileIn, count, ...size })
      rows.push(...rowsFor(`${TITLES[name]} while ${TITLES[whileIn]} ${what}`, run))
    }
    return rows
  } finally {
    await Promise.all([calm.close(), troubled.close()])
  }
}

/** What waits comes last, because it waits on. */
const troublesIn = (name: Name, { waiting }: ApartSize): readonly Trouble[] => [
  { what: 'is healthy', begin: async () => undefined },
  { what: 'refuses connections', begin: (town) => town[name].line.turn('refusing') },
  { what: 'hangs', begin: (town) => town[name].line.turn('hanging') },
  {
    what: `has ${waiting} answers waiting`,
    begin: async (town) => {
      await town[name].line.turn('open')
      for (let n = 0; n < waiting; n += 1) await town[name].ask(name === 'teams' ? BUSY : n)
    },
  },
]

function createCount(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

type Asking = Size & Readonly<{ name: Name; whileIn: Name; count: () => number }>
type Run = Readonly<{ calm: number[]; troubled: number[]; acknowledged: number[] }>

/** Neither bot is always the first, and each has half of the time. */
async function asking({ calm, troubled }: Two, options: Asking): Promise<Run> {
  const run: Run = { calm: [], troubled: [], acknowledged: [] }
  const towns: readonly Asked[] = [
    { town: calm, taken: run.calm, acknowledged: [] },
    { town: troubled, taken: run.troubled, acknowledged: run.acknowledged },
  ]
  for (let n = 0; n < options.questions; n += 1) {
    const person = options.count()
    for (const asked of n % 2 === 0 ? towns : towns.toReversed()) {
      const pause = wait(options.everyMs / 2)
      await askBoth(asked, person, options)
      await pause
    }
  }
  return run
}

type Asked = Readonly<{ town: Town; taken: number[]; acknowledged: number[] }>

async function askBoth(
  { town, taken, acknowledged }: Asked,
  person: number,
  { name, whileIn }: Asking,
): Promise<void> {
  const { postedMs } = await town[name].ask(person)
  taken.push(await postedMs)
  const { acknowledgedMs } = await town[whileIn].ask(person)
  acknowledged.push(acknowledgedMs)
}

function rowsFor(what: string, { calm, troubled, acknowledged }: Run): readonly Figure[] {
  const row = (name: string, share: number): Figure => ({
    what: `${what}: ${name}`,
    ours: percentile(inOrder(troubled), share),
    peer: percentile(inOrder(calm), share),
    unit: 'ms',
    target: { ratioAtMost: 1.1 },
  })
  return [
    row('p50', 0.5),
    row('p95', 0.95),
    {
      what: 'the platform in trouble: slowest acknowledgement',
      ours: Math.max(...acknowledged),
      unit: 'ms',
      target: { atMost: 1_000 },
    },
  ]
}

const inOrder = (values: readonly number[]) => values.toSorted((one, other) => one - other)
