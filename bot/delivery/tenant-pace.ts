/** Tenant pace: how soon the tenant as a whole may be written to again, whatever it is. */

/** Of the 50 calls that Microsoft lets an app make in a second; with the burst, 49 in any second. */
const CALL_MS = 1000 / 44
const BURST = 5
/** What lies further ahead was reckoned by a clock that has been put back since. */
const HORIZON_MS = 60_000

export type TenantPace = Readonly<{
  /** Takes the next free place. @returns when it is, in milliseconds from now */
  reserve: (now: number) => number
}>

/** The generic cell rate algorithm (ITU-T I.371). */
export function createTenantPace(): TenantPace {
  let dueAt = 0

  return {
    reserve: (now) => {
      const due = dueAt < now || dueAt > now + HORIZON_MS ? now : dueAt
      dueAt = due + CALL_MS
      return Math.max(0, Math.ceil(due - BURST * CALL_MS - now))
    },
  }
}
