/**
 * Reach: whether anything comes back from a platform. While nothing does, one message at a time finds
 * out: what waits then costs the other platform nothing, and no invitation is lost to a time-out that
 * all others would meet as well (the circuit breaker of Nygard, Release It!, 2007).
 */
import type { Attempted } from './attempt.ts'
import type { Moment } from './outcome.ts'

export type Reach = Readonly<{
  /** How an attempt ended. @returns what is new by it */
  note: (attempted: Attempted, moment: Moment) => 'lost' | 'found' | undefined
  /** @returns whether nothing may be begun now, with so many in hand */
  isShut: (inHand: number, now: number) => boolean
  /** Of so many for which there is room, how many may be begun. */
  room: (room: number, inHand: number, now: number) => number
}>

/** In a row, with no answer between them: fewer may be one bad line. */
const LOST_AFTER = 3
/** It may be back at any moment; shorter by up to a half, so that not all come at once. */
const TRY_EVERY_MS = 5_000

export function createReach(): Reach {
  let failures = 0
  let tryAgainAt = 0
  const isLost = () => failures >= LOST_AFTER
  const isShut = (inHand: number, now: number) =>
    isLost() && (inHand > 0 || (tryAgainAt > now && tryAgainAt <= now + TRY_EVERY_MS)) // or the clock was put back

  const missed = ({ now, random }: Moment) => {
    failures += 1
    tryAgainAt = now + TRY_EVERY_MS * (1 - random / 2)
    return failures === LOST_AFTER ? 'lost' : undefined
  }
  const heard = () => {
    const isNews = isLost()
    failures = 0
    return isNews ? 'found' : undefined
  }
  return {
    note: (attempted, moment) => {
      if (isPlatformWide(attempted)) return missed(moment)
      return attempted.calls > 0 ? heard() : undefined
    },
    isShut,
    room: (room, inHand, now) => {
      if (!isLost()) return room
      return isShut(inHand, now) ? 0 : Math.min(room, 1)
    },
  }
}

function isPlatformWide(attempted: Attempted): boolean {
  return 'platformWide' in attempted && attempted.platformWide === true
}
