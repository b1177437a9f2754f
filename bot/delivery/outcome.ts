/** Outcome: what becomes of a delivery after one attempt, by what it is and what can be known. */
import type { MessageClass } from '../contract/message.ts'
import type { Claimed, Next, Settlement } from '../storage/deliveries.ts'
import type { Outcome } from './send.ts'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
/** What nobody could reach is tried again soon: it may be back at any moment. */
const LONGEST_WAIT_UNREACHED_MS = 30_000
/** When nothing came back, of what may have arrived. */
const LONGEST_SILENCE_MS = 15 * 60_000
/** Then somebody must look: what was to be said is a day late. */
const GIVE_UP_MS = 24 * 60 * 60_000

/**
 * How often something is sent again although it may have arrived.
 *
 * A second answer is a nuisance, a lost incident is a disaster, and two invitations to a poll are
 * worse than none, because the reminder covers who got none.
 */
const AGAIN_AFTER_UNKNOWN: Readonly<Record<MessageClass, number>> = {
  answer: 1,
  escalation: 5,
  incident: 10,
  invitation: 0,
  reminder: 0,
  notice: 0,
}

/** The reason of what a process was sending when it died. */
export const CRASHED = 'crashed'
/**
 * A process that died had mostly not come to sending yet, so this counts for less than a time-out;
 * but what ends every process that tries it must stop at last.
 */
const AGAIN_AFTER_CRASH = 50

export type Moment = Readonly<{
  now: number
  /** 0 up to, not including, 1: so that many do not come back at once. */
  random: number
}>

export function settlementOf(claimed: Claimed, outcome: Outcome, moment: Moment): Settlement {
  const reference = outcome.kind === 'sent' ? outcome.reference : undefined
  return {
    id: claimed.id,
    lane: claimed.lane,
    next: nextOf(claimed, outcome, moment),
    outcome: outcome.kind === 'sent' ? 'sent' : outcome.reason,
    isUnknown: outcome.kind === 'unknown',
    ...(reference === undefined ? {} : { reference }),
  }
}

function nextOf(claimed: Claimed, outcome: Outcome, moment: Moment): Next {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent' }
    case 'refused':
      return never(claimed)
    case 'not-sent':
      return again(claimed, moment, outcome)
    case 'unknown':
      return mayAgain(claimed, outcome, moment)
        ? againAfter(outcome, claimed, moment)
        : { state: 'unknown' }
  }
}

type Unknown = Extract<Outcome, { kind: 'unknown' }>

function mayAgain(claimed: Claimed, { reason }: Unknown, { now }: Moment): boolean {
  return claimed.unknowns < mostAgain(claimed, reason) && now - claimed.firstTriedAt < GIVE_UP_MS
}

/** That a process died says nothing of the platform, so it is not given time to recover. */
function againAfter({ reason, platformWide }: Unknown, claimed: Claimed, moment: Moment): Next {
  if (reason === CRASHED) return again({ ...claimed, attempts: 1 }, moment)
  return platformWide ? afterSilence(claimed, moment) : again(claimed, moment)
}

/**
 * A platform that hangs may do so for long, and there are few attempts of which one may arrive twice:
 * after 2 s, 16 s, 2 minutes, and then each quarter of an hour. Who finds it back calls them earlier.
 */
function afterSilence(claimed: Claimed, { now, random }: Moment): Next {
  const wait = Math.min(FIRST_WAIT_MS * 8 ** Math.min(claimed.unknowns, 10), LONGEST_SILENCE_MS)
  return { state: 'ready', runAt: now + spread(wait, random) }
}

function mostAgain({ class: kind }: Claimed, reason: string): number {
  const most = AGAIN_AFTER_UNKNOWN[kind]
  return reason === CRASHED && most > 0 ? Math.max(most, AGAIN_AFTER_CRASH) : most
}

/** An earlier attempt may have arrived. */
function never({ unknowns }: Claimed): Next {
  return { state: unknowns > 0 ? 'unknown' : 'rejected' }
}

type Wait = Readonly<{ throttled: boolean; retryAfterMs?: number }>

function again(
  claimed: Claimed,
  { now, random }: Moment,
  { throttled, retryAfterMs }: Wait = { throttled: true },
): Next {
  if (now - claimed.firstTriedAt >= GIVE_UP_MS) return never(claimed)
  const longest = throttled ? LONGEST_WAIT_MS : LONGEST_WAIT_UNREACHED_MS
  const wait = retryAfterMs ?? backOff(claimed.attempts, longest, random)
  return { state: 'ready', runAt: now + Math.min(wait, LONGEST_WAIT_MS) }
}

/** Doubles with every attempt. */
function backOff(attempts: number, longest: number, random: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20), longest)
  return spread(wait, random)
}

/** Over the second half of its length. */
function spread(wait: number, random: number): number {
  return Math.round(wait * (1 - random / 2))
}
