/** Pace: how soon one conversation may be written to again. */
import type { Limit } from './platform-limits.ts'

/** Forgets conversations that are long free, before they fill the memory. */
const MANY = 10_000
/** What lies further ahead was reckoned by a clock that has been put back since. */
const HORIZON_MS = 60_000

export type Pace = Readonly<{
  /**
   * Takes the next free place, unless that is too far ahead.
   *
   * @param longestMs who would have to wait longer takes none
   * @returns when it is, in milliseconds from now
   */
  reserve: (conversation: string, now: number, longestMs?: number) => number
}>

/** The generic cell rate algorithm (ITU-T I.371), for each conversation. */
export function createPace({ everyMs, ahead }: Limit): Pace {
  const dueAt = new Map<string, number>()

  return {
    reserve: (conversation, now, longestMs = Number.POSITIVE_INFINITY) => {
      if (dueAt.size >= MANY) forget(dueAt, now)
      const due = within(dueAt.get(conversation) ?? now, now)
      const waitMs = Math.max(0, due - ahead * everyMs - now)
      if (waitMs <= longestMs) dueAt.set(conversation, due + everyMs)
      return waitMs
    },
  }
}

function within(at: number, now: number): number {
  return at < now || at > now + HORIZON_MS ? now : at
}

function forget(dueAt: Map<string, number>, now: number): void {
  for (const [conversation, at] of dueAt) if (at <= now) dueAt.delete(conversation)
}
