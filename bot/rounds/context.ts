/** Context: what every step of a round gets. */

import type { Platform } from '../contract/message.ts'
import type { ResultLinks } from '../contract/ports.ts'
import type { RoundKeys } from '../round-keys.ts'
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Stores } from '../storage/storage.ts'

export type RoundContext = Served &
  Readonly<{
    /** Of the transaction that the step is. */
    stores: Stores
    secret: Secret
    keys: RoundKeys
    newId: () => string
    /** See `preferredOf`. */
    platform?: Platform
    /** Absent where there is no page of results. */
    resultLinks?: ResultLinks<Stores>
    now: number
  }>

/** What a step did, for the log; undefined when there was nothing to do. */
export type RoundEvent = 'opened' | 'missed' | 'refused' | 'reminded' | 'closed' | 'lost'
