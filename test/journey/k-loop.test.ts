/** Whichever call fails, nothing is lost and nothing counts twice (F0). */
import { engines } from '../storage/engines.ts'
import { FLOWS } from './flows.ts'
import { describeKLoop } from './k-loop.ts'

/** Every call in turn is for `npm run test:long`; a server makes each a hundred times slower. */
const STRIDE: Readonly<Record<string, number>> = { SQLite: 2, PostgreSQL: 6 }

for (const engine of engines)
  describeKLoop(engine, FLOWS, { calls: STRIDE[engine.name] ?? 1, messages: 1 })
