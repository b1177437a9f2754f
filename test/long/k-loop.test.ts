/** Whichever call fails, nothing is lost and nothing counts twice (F0): every call, on both engines. */
import { FLOWS } from '../journey/flows.ts'
import { describeKLoop } from '../journey/k-loop.ts'
import { POLL_FLOWS } from '../journey/poll-flows.ts'
import { engines } from '../storage/engines.ts'

for (const engine of engines)
  describeKLoop(engine, [...FLOWS, ...POLL_FLOWS], { calls: 1, messages: 1 })
