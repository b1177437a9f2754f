/** Whichever call fails, a round opens, counts, reminds and closes once (F0). */
import { engines } from '../storage/engines.ts'
import { describeKLoop, type Strides } from './k-loop.ts'
import { POLL_FLOWS } from './poll-flows.ts'

/** Every call and every message in turn is for `npm run test:long`. */
const STRIDES: Readonly<Record<string, Strides>> = {
  SQLite: { calls: 7, messages: 6 },
  PostgreSQL: { calls: 24, messages: 12 },
}

for (const engine of engines)
  describeKLoop(engine, POLL_FLOWS, STRIDES[engine.name] ?? { calls: 1, messages: 1 })
