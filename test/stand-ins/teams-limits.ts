/**
 * Teams limits: how many calls Microsoft allows one app in one tenant, as sliding windows.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */

export type TeamsCall = Readonly<{
  /** A conversation; absent for what belongs to none. */
  thread?: string
  kind: 'send' | 'create' | 'members'
}>

export type TeamsLimits = Readonly<{
  /**
   * @param now milliseconds, never less than before
   * @returns how long until it would be allowed; nothing when it is. Refused calls do not count.
   */
  take: (call: TeamsCall, now: number) => Readonly<{ refusedForMs?: number }>
}>

type Window = Readonly<{ most: number; ms: number }>

const TENANT: readonly Window[] = [{ most: 50, ms: 1_000 }]
const THREAD: readonly Window[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
]
const THREAD_MEMBERS = THREAD.map(({ most, ms }) => ({ most: most * 2, ms }))

export function createTeamsLimits(): TeamsLimits {
  const tenant = createLog(TENANT)
  const threads = new Map<string, Log>()

  const logOf = ({ thread, kind }: TeamsCall): Log | undefined => {
    if (thread === undefined) return undefined
    const windows = kind === 'members' ? THREAD_MEMBERS : THREAD
    const key = `${windows === THREAD ? 'write' : 'read'}:${thread}`
    const log = threads.get(key) ?? createLog(windows)
    threads.set(key, log)
    return log
  }
  return {
    take: (call, now) => {
      const logs = [tenant, logOf(call)].filter((log) => log !== undefined)
      const refusedForMs = Math.max(...logs.map((log) => log.fullForMs(now)))
      if (refusedForMs > 0) return { refusedForMs }
      for (const log of logs) log.note(now)
      return {}
    },
  }
}

type Log = Readonly<{ fullForMs: (now: number) => number; note: (now: number) => void }>

/** A window is full for as long as the call that many ago is within it. */
function createLog(windows: readonly Window[]): Log {
  const longest = Math.max(...windows.map(({ most }) => most))
  let times: number[] = []

  return {
    fullForMs: (now) =>
      Math.max(0, ...windows.map(({ most, ms }) => (times.at(-most) ?? now - ms) + ms - now)),
    note: (now) => {
      times.push(now)
      if (times.length > 2 * longest) times = times.slice(-longest)
    },
  }
}
