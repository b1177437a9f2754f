/** Tenant pace: how soon a tenant or workspace as a whole may be written to again, whatever it is. */
import type { Limit } from './platform-limits.ts'

/** What lies further ahead was reckoned by a clock that has been put back since. */
const HORIZON_MS = 60_000

export type TenantPace = Readonly<{
  /** Takes the next free place. @returns when it is, in milliseconds from now */
  reserve: (now: number) => number
}>

/** The generic cell rate algorithm (ITU-T I.371). */
export function createTenantPace({ everyMs, ahead }: Limit): TenantPace {
  let dueAt = 0

  return {
    reserve: (now) => {
      const due = dueAt < now || dueAt > now + HORIZON_MS ? now : dueAt
      dueAt = due + everyMs
      return Math.max(0, Math.ceil(due - ahead * everyMs - now))
    },
  }
}
