/** Rounds: closes, opens and reminds what is due, once among all processes, and again when it failed. */

import type { Platform } from '../contract/message.ts'
import type { Clock, ResultLinks } from '../contract/ports.ts'
import type { RoundKeys } from '../round-keys.ts'
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { closeDue } from './close-round.ts'
import type { RoundContext, RoundEvent } from './context.ts'
import { openDue } from './open-round.ts'
import { remindDue } from './remind.ts'

export type RoundParts = Readonly<{
  storage: Storage
  served: ReadonlyMap<string, Served>
  secret: Secret
  keys: RoundKeys
  clock: Clock
  newId: () => string
  platform?: Platform
  /** Absent where there is no page of results. */
  resultLinks?: ResultLinks<Stores>
}>

export type Rounds = Readonly<{
  /**
   * Does what is due for this organisation: each step in a transaction of its own, which leaves
   * nothing behind when it fails.
   *
   * @returns what was done, in order
   */
  runDue: (organisation: string) => Promise<readonly RoundEvent[]>
  /**
   * Destroys the keys of rounds that ended, and what is left of them in the files; also after a
   * crash between the two. @returns whether there was anything to destroy
   */
  cleanUp: () => Promise<boolean>
}>

/** In this order: a round that ends makes room for the next. */
const STEPS = [closeDue, openDue, remindDue]
const ENDS: readonly RoundEvent[] = ['closed', 'lost']

export function createRounds(parts: RoundParts): Rounds {
  let hasTraces = true // of the process before this one, which may have died too early
  return {
    runDue: async (organisation) => {
      const one = parts.served.get(organisation)
      const events: RoundEvent[] = []
      if (one === undefined) return events
      for (const step of STEPS) {
        const done = await inTransaction(step, one, parts)
        hasTraces ||= done.some((event) => ENDS.includes(event))
        events.push(...done)
      }
      return events
    },
    cleanUp: async () => {
      const open = await parts.storage.stores.polls.openEverywhere()
      const destroyed = await parts.keys.destroyOthers(open)
      hasTraces ||= destroyed > 0
      if (!hasTraces) return false
      await parts.storage.scrub()
      hasTraces = false
      return true
    },
  }
}

type Step = (context: RoundContext) => Promise<readonly RoundEvent[]>

function inTransaction(
  step: Step,
  one: Served,
  { storage, clock, ...parts }: RoundParts,
): Promise<readonly RoundEvent[]> {
  const now = clock()
  return storage.transaction((stores) => step({ ...parts, ...one, stores, now }))
}
