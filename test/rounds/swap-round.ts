/** Swap round: one whole round in which two people answer, and all that is left of it at each step. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { retention } from '../../bot/chores/retention.ts'
import type { RoundKeys } from '../../bot/round-keys.ts'
import type { Secret } from '../../bot/secret.ts'
import { createLog, type Log } from '../../bot/web/log.ts'
import { createMetrics } from '../../bot/web/metrics.ts'
import { secret as root } from '../bot/a-bot.ts'
import { aDesk } from './a-desk.ts'
import { answerTo, aTown, CLOSES, DAY, HOUR, MONDAY, OPENS, type Town } from './a-town.ts'
import { seededIds } from './seeded-ids.ts'
import type { Contents, Stored, StoredEngine } from './stored.ts'

export const ANN = 1
export const BEN = 2

export type Way = Readonly<{
  /** The option that each takes, by its place on the card. */
  ann: number
  ben: number
  /** Who presses first. */
  first: typeof ANN | typeof BEN
  /** Keys and seals that are the same in every run, or such as the bot makes them. */
  random: 'fixed' | 'real'
}>

/** What can be seen of it. */
export type Traces = Readonly<{
  during: Contents
  /** Right after it closed. */
  closed: Contents
  /** Rows, when its result is sent. */
  later: Contents
  /** Lines of the log, and the counts of the metrics. */
  told: string
}>

const TEAM = { Jeugd: 14 }

export async function swapRound({ openStored }: StoredEngine, way: Way): Promise<Traces> {
  const stored = await openStored()
  const clock = { now: MONDAY }
  const told = tellTale(clock)
  const isReal = way.random === 'real'
  const secret = isReal ? root : { ...root, ...plainSeals }
  const keys = stored.keys(secret)
  const town = await aTown({
    ...{ storage: stored.storage, units: TEAM, clock, secret, newId: seededIds(2026) },
    keys: isReal ? keys : fixedKeys(stored, keys),
    observe: told.observe,
  })
  try {
    return await live(town, { stored, way, told })
  } finally {
    told.stop()
    await stored.close()
  }
}

type Scene = Readonly<{ stored: Stored; way: Way; told: ReturnType<typeof tellTale> }>

async function live(town: Town, { stored, way, told }: Scene): Promise<Traces> {
  const goTo = async (moment: number) => {
    for (const kind of await town.goTo(moment)) told.log('info', 'chore-done', { kind })
  }
  const desk = aDesk(town)
  await desk.install()
  await town.startSeries()
  await goTo(OPENS)

  await answerAll(town, desk, way)
  const during = await stored.image()

  for (let at = OPENS + DAY; at < CLOSES; at += DAY) {
    await town.storage.transaction((stores) =>
      retention.run({ stores, organisation: town.organisation, now: at - 8 * HOUR }),
    )
    await goTo(at)
  }
  town.clock.now = CLOSES
  await town.rounds.runDue(town.organisation.id)
  await town.rounds.cleanUp()
  const closed = await stored.bytes()

  await goTo(CLOSES + HOUR)
  return { during, closed, later: await stored.rows(), told: await told.all() }
}

async function answerAll(
  town: Town,
  { arrive }: ReturnType<typeof aDesk>,
  { ann, ben, first }: Way,
): Promise<void> {
  const answer = async (n: number, option: number, minutes: number) => {
    town.clock.now = OPENS + minutes * 60_000
    const action = answerTo(town.card(n), () => option)
    const received = await arrive(n, { kind: 'action', action }, `press-${n}`)
    if (received.kind !== 'replied' || received.reply.kind !== 'poll-thanks')
      throw new Error(`person ${n} could not answer`)
  }
  for (let n = 3; n <= 11; n++) await answer(n, n % 2, n)
  const { poll } = town.card(12)
  const decline = { verb: 'decline-poll', roundId: poll.round } as const
  await arrive(12, { kind: 'action', action: { ...decline, how: 'today' } }, 'press-12')
  await arrive(13, { kind: 'action', action: { ...decline, how: 'never' } }, 'press-13')
  await arrive(14, { kind: 'action', action: { verb: 'my-poll' } }, 'press-14')
  const inOrder = [
    [ANN, ann],
    [BEN, ben],
  ] as const
  const two = first === ANN ? inOrder : inOrder.toReversed()
  for (const [index, [n, option]] of two.entries()) await answer(n, option, 20 + 20 * index)
  await arrive(ANN, { kind: 'action', action: answerTo(town.card(ANN)) }, 'press-again')
}

/** Readable: what is sealed can be compared, and is the same each time. */
const plainSeals: Pick<Secret, 'seal' | 'open'> = {
  seal: (text) => Buffer.from(text).toString('base64url'),
  open: (sealed) => Buffer.from(sealed, 'base64url').toString(),
}

/** As `real`, with a key that is the same in every run: the one that is there already stays. */
function fixedKeys({ dataDir }: Stored, real: RoundKeys): RoundKeys {
  const folder = join(dataDir, 'rounds')
  const same = Buffer.alloc(32, 'the same in every run')
  return {
    ...real,
    make: async (organisation, round, stores) => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${round}.key`), same.toString('base64'))
      await stores.participation.keepSalt(organisation, round, same.toString('base64url'))
      await real.make(organisation, round, stores)
    },
  }
}

/** The real log and metrics, by the clock of the town. */
function tellTale(clock: Readonly<{ now: number }>) {
  const lines: string[] = []
  const [dateNow, performanceNow] = [Date.now, performance.now]
  Date.now = () => clock.now
  performance.now = () => clock.now
  const log: Log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const { observe, text } = createMetrics(log)
  return {
    log,
    observe,
    stop: () => {
      Date.now = dateNow
      performance.now = performanceNow
    },
    /** Without what the process itself is, such as its memory. */
    all: async () => {
      const counts = (await text()).split('\n').filter((line) => line.startsWith('vraagbaak_'))
      return [...lines, ...counts].join('\n')
    },
  }
}
