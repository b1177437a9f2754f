/**
 * The k-loop (F0): the first call to the database or the platform fails, then the second, and so
 * on until none is left that could; every time the promises hold when all is over.
 *
 * Each organisation is a world of its own, so each k has one.
 */
import type { Database } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage } from '../../bot/storage/storage.ts'
import type { TestEngine } from '../storage/engines.ts'
import { type DatabaseFaults, installDatabaseFaults, type Moment } from './database-faults.ts'
import type { Flow } from './flows.ts'
import { createSmallWorld, type Failure, type SmallWorld } from './small-world.ts'

/** More than any flow has calls; the test fails when it has not. */
const MAX_K = 200

const FAILURES: Readonly<Record<string, Failure>> = {
  'is throttled': {
    arrives: false,
    outcome: { kind: 'not-sent', reason: 'http-429', throttled: true, retryAfterMs: 3_000 },
  },
  'is lost, and nobody knows': {
    arrives: false,
    outcome: { kind: 'unknown', reason: 'time-out' },
  },
  'arrives, and nobody knows': {
    arrives: true,
    outcome: { kind: 'unknown', reason: 'http-500' },
  },
}

/** The first is tried, and every so many-th after it: 1 tries all. */
export type Strides = Readonly<{ calls: number; messages: number }>

export function describeKLoop(
  { name, openDatabase }: TestEngine,
  flows: readonly Flow[],
  { calls, messages }: Strides,
): void {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => void unhandled.push(reason)
  let faults: DatabaseFaults
  let database: Database
  beforeAll(async () => {
    database = await openDatabase()
    await migrate(database)
    faults = installDatabaseFaults()
    process.on('unhandledRejection', note)
  })
  afterAll(async () => {
    faults.remove()
    process.off('unhandledRejection', note)
    await database.close()
  })

  describe.each(flows)(`on ${name}: $name`, (flow) => {
    it.each<Moment>(['before', 'after'])(
      'survives a database that fails %s the call',
      async (moment) => {
        const broken = await loop(flow, {
          database,
          worlds: `${flow.name}-${moment}`,
          stride: calls,
          // When the end of a transaction was not heard, nobody can know what was kept.
          refusalsChangeNothing: moment === 'before',
          endsWithAct: flow.endsWithAct ?? false,
          arming: () => ({ arm: (k) => faults.arm(k, moment), disarm: faults.disarm }),
        })

        expect(broken).toEqual([])
        expect(unhandled).toEqual([])
      },
      MAX_MS,
    )

    it.each(Object.entries(FAILURES))(
      'survives a message that %s',
      async (how, failure) => {
        const broken = await loop(flow, {
          database,
          worlds: `${flow.name}-${Object.keys(FAILURES).indexOf(how)}`,
          stride: messages,
          refusalsChangeNothing: true,
          endsWithAct: false, // nothing is sent before it
          arming: (world) => ({
            arm: (k) => world.failSend(k, failure),
            disarm: world.didSendFail,
          }),
        })

        expect(broken).toEqual([])
        expect(unhandled).toEqual([])
      },
      MAX_MS,
    )
  })
}

const MAX_MS = 60_000

type Arming = Readonly<{ arm: (k: number) => void; disarm: () => boolean }>

type Loop = Readonly<{
  database: Database
  /** Names them: no two loops share one. */
  worlds: string
  stride: number
  refusalsChangeNothing: boolean
  endsWithAct: boolean
  arming: (world: SmallWorld) => Arming
}>

/** @returns at which k what went wrong */
async function loop(
  flow: Flow,
  { database, worlds, stride, refusalsChangeNothing, endsWithAct, arming }: Loop,
): Promise<string[]> {
  const broken: string[] = []
  const check = changesOnRefusal(database)
  const onRefused = async () => {
    if (refusalsChangeNothing) broken.push(...(await check.changes()))
  }

  for (let k = 1; k <= MAX_K; k += stride) {
    const storage = createStorage(database)
    const world = await createSmallWorld({ storage, name: `${worlds}-${k}`, onRefused })
    const { arm, disarm } = arming(world)
    const prepared = await flow.prepare(world)
    if (refusalsChangeNothing) await check.remember()
    arm(k)
    await flow.act(world, prepared)
    if (!endsWithAct) await world.settle()
    const wasLast = !disarm()
    await world.deliverAgain()
    const problems = await flow.problems(world, prepared)
    broken.push(...problems.map((problem) => `k = ${k}: ${problem}`))
    if (wasLast) return broken
  }
  return [`more than ${MAX_K} calls`]
}

/** A refused request leaves the database as it was. */
function changesOnRefusal(database: Database) {
  let before = ''
  const dump = async () => {
    const tables = await database.kysely.introspection.getTables()
    const rows = tables.map(async ({ name }) =>
      database.kysely
        .selectFrom(name as 'seen')
        .selectAll()
        .execute(),
    )
    return JSON.stringify(await Promise.all(rows))
  }
  return {
    remember: async () => {
      before = await dump()
    },
    changes: async () => ((await dump()) === before ? [] : ['a refused request changed the store']),
  }
}
