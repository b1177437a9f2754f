/**
 * Rate: how many messages may be sent now, as a token bucket that learns (additive increase,
 * multiplicative decrease: Chiu and Jain 1989).
 *
 * What platforms promise is in platform-limits.ts; practice is harsher.
 */
import type { Rate } from '../storage/rates.ts'

/** Share of a second's messages that may go at once. */
const BURST = 1 / 8
const QUIET_MS = 60_000
const FIRST_PAUSE_MS = 2_000
/** Of our own: the platform did not say how long. */
const LONGEST_OWN_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 5 * 60_000
/** What lies further ahead was written by a clock that has been put back since. */
const SKEW_MS = 1_000
const SLOWEST = 1

/** @param perSecond what the organisation allows */
export function startRate(perSecond: number, now: number): Rate {
  return { tokens: 0, updatedAt: now, perSecond, pausedUntil: 0, changedAt: now }
}

/** Fills the bucket for the time that went by, and speeds up by one a second for a quiet minute. */
export function refill(rate: Rate, perSecond: number, now: number): Rate {
  const quiet = now - Math.max(Math.min(rate.changedAt, now), rate.pausedUntil) >= QUIET_MS
  const speed = Math.min(quiet ? rate.perSecond + 1 : rate.perSecond, perSecond)
  const isAhead = rate.updatedAt > now + SKEW_MS
  const pausedUntil = isPaused(rate, now) ? rate.pausedUntil : Math.min(rate.pausedUntil, now)
  const elapsed = Math.max(0, now - Math.max(rate.updatedAt, pausedUntil))
  const tokens = Math.min(rate.tokens + (elapsed * speed) / 1000, burstOf(speed))
  return {
    ...rate,
    tokens,
    pausedUntil,
    updatedAt: isAhead ? now : Math.max(now, rate.updatedAt),
    perSecond: speed,
    changedAt: quiet ? now : rate.changedAt,
  }
}

function burstOf(perSecond: number): number {
  return Math.max(1, perSecond * BURST)
}

/** Only as far ahead as a pause can be: a clock that was put back must not stop everything. */
export function isPaused({ pausedUntil }: Pick<Rate, 'pausedUntil'>, now: number): boolean {
  return pausedUntil > now && pausedUntil <= now + LONGEST_PAUSE_MS
}

/** @returns whole messages, none while paused */
export function available(rate: Rate, now: number): number {
  return isPaused(rate, now) ? 0 : Math.max(0, Math.floor(rate.tokens))
}

/** Answers and first contacts count too, so the bucket can be in debt. */
export function spend(rate: Rate, calls: number): Rate {
  return { ...rate, tokens: rate.tokens - calls }
}

/** The platform said that it is too much: half as fast, and nothing for as long as it asks. */
export function slowDown(
  rate: Rate,
  { now, random, retryAfterMs }: Readonly<{ now: number; random: number; retryAfterMs?: number }>,
): Rate {
  const isSame = isPaused(rate, now) // many refusals of the same moment are one
  const pause = retryAfterMs ?? ownPause(rate, now) * (1 + random / 2)
  const until = Math.ceil(now + Math.min(pause, LONGEST_PAUSE_MS))
  const pausedUntil = isSame ? Math.max(rate.pausedUntil, until) : until
  if (isSame) return { ...rate, pausedUntil, tokens: Math.min(rate.tokens, 0) }
  const perSecond = Math.max(SLOWEST, rate.perSecond / 2)
  return { ...rate, perSecond, pausedUntil, changedAt: now, tokens: Math.min(rate.tokens, 0) }
}

/** Twice the pause before it, when that was not long ago. */
function ownPause({ pausedUntil, changedAt }: Rate, now: number): number {
  const isRecent = now - pausedUntil >= 0 && now - pausedUntil < QUIET_MS
  const before = isRecent ? Math.max(0, pausedUntil - changedAt) : 0
  return Math.min(Math.max(FIRST_PAUSE_MS, before * 2), LONGEST_OWN_PAUSE_MS)
}
