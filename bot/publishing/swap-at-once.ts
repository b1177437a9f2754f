/** Swap at once: who published a version gets their next answer from it. */
import { setTimeout as waited } from 'node:timers/promises'
import type { Receive } from '../receive.ts'
import type { LiveHandbooks } from './live-handbooks.ts'

/** A platform gives up after 15 s; what takes longer is taken over by the clock. */
const PATIENCE_MS = 3_000

/** Before the platform hears that it was published, and only once it is durable. */
export const swappingAtOnce =
  (receive: Receive, { refresh }: Pick<LiveHandbooks, 'refresh'>): Receive =>
  async (arrival) => {
    const received = await receive(arrival)
    if (received.kind === 'replied' && received.reply.kind === 'published') {
      const swapped = refresh(arrival.organisation.id).catch(() => []) // the clock tries again, and tells
      await Promise.race([swapped, waited(PATIENCE_MS, undefined, { ref: false })])
    }
    return received
  }
