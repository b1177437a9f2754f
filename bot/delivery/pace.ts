/** Pace: how soon one conversation may be written to again. */

/** Microsoft refuses more than 7 in a second, 8 in two; three leaves room for what others send. */
const GAP_MS = 334
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

export function createPace(): Pace {
  const freeAt = new Map<string, number>()

  return {
    reserve: (conversation, now, longestMs = Number.POSITIVE_INFINITY) => {
      if (freeAt.size >= MANY) forget(freeAt, now)
      const at = within(freeAt.get(conversation) ?? now, now)
      if (at - now <= longestMs) freeAt.set(conversation, at + GAP_MS)
      return at - now
    },
  }
}

function within(at: number, now: number): number {
  return at < now || at > now + HORIZON_MS ? now : at
}

function forget(freeAt: Map<string, number>, now: number): void {
  for (const [conversation, at] of freeAt) if (at <= now) freeAt.delete(conversation)
}
