/**
 * Reach: whether anything comes back from a platform. While nothing does, one message at a time finds
 * out: what waits then costs the other platform nothing, and no invitation is lost to a time-out that
 * all others would meet as well (the circuit breaker of Nygard, Release It!, 2007).
 */
import type { Lane } from '../storage/deliveries.ts'
import type { Attempted } from './attempt.ts'
import type { Moment } from './outcome.ts'

/** Back: an answer, after one or two messages from which nothing came back. */
export type News = 'lost' | 'found' | 'back'

export type Reach = Readonly<{
  /** How an attempt ended, of the delivery with this id. @returns what is new by it */
  note: (id: string, attempted: Attempted, moment: Moment) => News | undefined
  /** @returns whether nothing more of that lane may be begun now, with so many begun */
  isShut: (lane: Lane, begun: number, now: number) => boolean
  isLost: () => boolean
}>

/** Different ones, with no answer between them: fewer may be one bad line, or one bad message. */
const LOST_AFTER = 3
/**
 * It may be back at any moment. To try is least with an answer, which is sent again when in doubt; an
 * invitation is not. Shorter by up to a half, so that not all organisations come at once.
 */
const TRY_EVERY_MS: Readonly<Record<Lane, number>> = { interactive: 5_000, bulk: 60_000 }

export function createReach(): Reach {
  const misses = new Set<string>()
  let last: Moment = { now: 0, random: 0 }
  const isLost = () => misses.size >= LOST_AFTER

  const missed = (id: string, moment: Moment) => {
    last = moment
    if (isLost()) return undefined
    misses.add(id)
    return isLost() ? 'lost' : undefined
  }
  const heard = () => {
    const news = isLost() ? 'found' : misses.size > 0 ? 'back' : undefined
    misses.clear()
    return news
  }
  return {
    note: (id, attempted, moment) => {
      if (isPlatformWide(attempted)) return missed(id, moment)
      return attempted.calls > 0 ? heard() : undefined
    },
    isShut: (lane, begun, now) => {
      if (!isLost()) return false
      const sinceMs = now - last.now // less than nothing when the clock was put back
      return begun > 0 || (sinceMs >= 0 && sinceMs < TRY_EVERY_MS[lane] * (1 - last.random / 2))
    },
    isLost,
  }
}

function isPlatformWide(attempted: Attempted): boolean {
  return 'platformWide' in attempted && attempted.platformWide === true
}
