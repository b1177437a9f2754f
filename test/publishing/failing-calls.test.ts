/** Whichever call to the database fails, a publication is as if none did (F17). */
import { removeFolders } from '../knowledge/waterveen.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { engines } from '../storage/engines.ts'
import { publishWithFailingCalls } from './failing-calls.ts'

const SEED = Date.now() % 100_000
/** Every call in turn is for `npm run test:long`. */
const STRIDE: Readonly<Record<string, number>> = { SQLite: 50, PostgreSQL: 150 }

afterAll(removeFolders)

function* some(stride: number): Generator<number> {
  const first = 1 + Math.floor(seeded(SEED)() * stride)
  for (let k = first; ; k += stride) yield k
}

describe.each(engines)(`a publication on $name (seed ${SEED})`, (engine) => {
  it.each(['before', 'after'] as const)(
    'survives a database that fails %s a call',
    async (moment) => {
      const calls = some(STRIDE[engine.name] ?? 1)

      const { problems, failed } = await publishWithFailingCalls(engine, moment, calls)

      expect(problems).toEqual([])
      expect(failed).toBeGreaterThan(1)
    },
  )
})
