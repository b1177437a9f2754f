/** Steps: long work that can be left half-way, so that it holds up nobody who waits for an answer. */
import { setImmediate as turnOfOthers } from 'node:timers/promises'

/** At each `yield` the work may be left for a moment. */
export type Steps<T> = Generator<undefined, T, undefined>

/** How long the event loop is kept before others get a turn. */
const MAX_BLOCK_MS = 8

/** For who has nobody waiting, such as a command. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Beside a bot that answers. */
export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  let started = performance.now()
  let step = steps.next()
  while (!step.done) {
    if (performance.now() - started >= MAX_BLOCK_MS) {
      await turnOfOthers()
      started = performance.now()
    }
    step = steps.next()
  }
  return step.value
}

/** What the work makes of each, one a step. */
export function* stepByStep<T, Made>(
  items: Iterable<T>,
  work: (item: T) => Made,
): Steps<readonly Made[]> {
  const made: Made[] = []
  for (const item of items) {
    made.push(work(item))
    yield
  }
  return made
}
