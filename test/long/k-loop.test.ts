/** Whichever call fails, nothing is lost and nothing counts twice (F0): every call, on both engines. */
import { describeKLoop } from '../journey/k-loop.ts'
import { engines } from '../storage/engines.ts'

for (const engine of engines) describeKLoop(engine, 1)
