/** Timing: how long calls take, and how long the event loop is kept from others. */

/** Milliseconds of each call, shortest first. */
export async function timeEach<T>(
  items: readonly T[],
  call: (item: T) => unknown,
): Promise<readonly number[]> {
  const took: number[] = []
  for (const item of items) {
    const started = performance.now()
    await call(item)
    took.push(performance.now() - started)
  }
  return took.sort((a, b) => a - b)
}

/** @param share 0.5 for the median; 1 for the highest. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

export type Watched<T> = Readonly<{ result: T; tookMs: number; longestBlockMs: number }>

/** Runs the work while a timer ticks each millisecond; the widest gap is the longest block. */
export async function watchEventLoop<T>(work: () => T | Promise<T>): Promise<Watched<T>> {
  let longestBlockMs = 0
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    longestBlockMs = Math.max(longestBlockMs, now - last)
    last = now
  }
  const ticking = setInterval(tick, 1)
  await nextTicks()

  longestBlockMs = 0
  const started = performance.now()
  const result = await work()
  const tookMs = performance.now() - started

  await nextTicks()
  clearInterval(ticking)
  return { result, tookMs, longestBlockMs }
}

/** Long enough for the timer to have ticked after the work ended. */
const nextTicks = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Frees what the last measurement left, so that the next one does not pay for it. */
export function collectGarbage(): void {
  globalThis.gc?.()
}
