/**
 * Give back memory: reading and indexing handbooks takes twice what answering needs, and V8 would
 * keep it. One thorough collection before the first question; about a tenth of a second, once.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as Collect // V8's own function; a new context is how to get it late
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
