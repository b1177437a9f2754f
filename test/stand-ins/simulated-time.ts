/** Simulated time: hours in a moment, for whoever waits by this clock; the first to end goes first. */

export type SimulatedTime = Readonly<{
  clock: () => number
  wait: (ms: number) => Promise<void>
  /** Goes on until that much time has passed; everything that is due by then has happened. */
  pass: (ms: number) => Promise<void>
}>

/** What goes on without waiting, such as a transaction, takes a few turns of the event loop. */
const TURNS = 4

export function simulatedTime(startsAt: number): SimulatedTime {
  let now = startsAt
  let waiting: readonly Readonly<{ until: number; resolve: () => void }>[] = []

  const calm = async () => {
    for (let turn = 0; turn < TURNS; turn++)
      await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return {
    clock: () => now,
    wait: (ms) =>
      new Promise((resolve) => {
        waiting = [...waiting, { until: now + ms, resolve }]
      }),
    pass: async (ms) => {
      const end = now + ms
      for (await calm(); ; await calm()) {
        now = Math.min(end, ...waiting.map(({ until }) => until))
        const due = waiting.filter(({ until }) => until <= now)
        if (due.length === 0) return
        waiting = waiting.filter(({ until }) => until > now)
        for (const { resolve } of due) resolve()
      }
    },
  }
}
