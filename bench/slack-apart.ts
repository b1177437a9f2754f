/**
 * Slack, apart: whether the answers on one platform wait when the other one is in trouble.
 *
 * Two of our bots, each in a process with platforms of its own, are asked in turn; only one of them is
 * in trouble, so that whatever else the machine does falls on both. Both hear a question on the other
 * platform as often as on the measured one.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Figure, figures } from './measurement.ts'
import type { Size } from './slack-latency.ts'
import { openTown, type Town } from './slack-town.ts'
import { percentile } from './timing.ts'

export type ApartSize = Size & Readonly<{ waiting: number }>

type Name = 'slack' | 'teams'
const TITLES: Readonly<Record<Name, string>> = { slack: 'Slack', teams: 'Teams' }
/** Somebody whose questions pile up. */
const BUSY = 1_000_000

type Two = Readonly<{ calm: Town; troubled: Town }>
type Trouble = Readonly<{ what: string; begin: (town: Town) => Promise<void> }>

export async function slackApart(size: ApartSize): Promise<string> {
  const parts = [
    await answering('teams', { whileIn: 'slack', size }),
    await answering('slack', { whileIn: 'teams', size }),
  ]
  return figures('undisturbed', parts.flat())
}

type Part = Readonly<{ whileIn: Name; size: ApartSize }>

async function answering(name: Name, { whileIn, size }: Part): Promise<readonly Figure[]> {
  const [calm, troubled] = await Promise.all([
    openTown('ours', size.people),
    openTown('ours', size.people),
  ])
  const two = { calm, troubled }
  const count = createCount()
  try {
    await asking(two, { name, whileIn, count, ...size, questions: size.people })
    const rows: Figure[] = []
    for (const { what, begin } of troublesIn(whileIn, size)) {
      await begin(troubled)
      const run = await asking(two, { name, whileIn, count, ...size })
      rows.push(...rowsFor(`${TITLES[name]}, ${TITLES[whileIn]} ${what}`, run))
    }
    return rows
  } finally {
    await Promise.all([calm.close(), troubled.close()])
  }
}

/** What waits comes last, because it waits on. */
const troublesIn = (name: Name, { waiting }: ApartSize): readonly Trouble[] => [
  { what: 'refusing connections', begin: (town) => town[name].line.turn('refusing') },
  { what: 'hanging', begin: (town) => town[name].line.turn('hanging') },
  {
    what: `with ${waiting} answers waiting`,
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

async function asking(
  { calm, troubled }: Two,
  { name, whileIn, count, questions, everyMs }: Asking,
): Promise<Run> {
  const run: Run = { calm: [], troubled: [], acknowledged: [] }
  for (let n = 0; n < questions; n += 1) {
    const pause = wait(everyMs)
    const person = count()
    for (const [town, taken] of [
      [calm, run.calm],
      [troubled, run.troubled],
    ] as const) {
      const { postedMs } = await town[name].ask(person)
      taken.push(await postedMs)
      const { acknowledgedMs } = await town[whileIn].ask(person)
      if (town === troubled) run.acknowledged.push(acknowledgedMs)
    }
    await pause
  }
  return run
}

function rowsFor(what: string, { calm, troubled, acknowledged }: Run): readonly Figure[] {
  const of = (values: readonly number[], share: number) =>
    percentile(
      values.toSorted((one, other) => one - other),
      share,
    )
  const row = (name: string, share: number): Figure => ({
    what: `${what}: ${name}`,
    ours: of(troubled, share),
    peer: of(calm, share),
    unit: 'ms',
    target: { ratioAtMost: 1.1 },
  })
  return [
    row('p50', 0.5),
    row('p95', 0.95),
    {
      what: 'slowest acknowledgement to the platform in trouble',
      ours: of(acknowledged, 1),
      unit: 'ms',
      target: { atMost: 1_000 },
    },
  ]
}
