/** Whichever call fails, nothing is lost and nothing counts twice (F0). */
import { engines } from '../storage/engines.ts'
import { FLOWS } from './flows.ts'
import { describeKLoop } from './k-loop.ts'

/** A server makes each call a hundred times slower: every call in turn is for `npm run test:long`. */
const STRIDE: Readonly<Record<string, number>> = { SQLite: 1, PostgreSQL: 6 }

for (const engine of engines)
  describeKLoop(engine, FLOWS, { calls: STRIDE[engine.name] ?? 1, messages: 1 })
