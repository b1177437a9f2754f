/** In parts: work on many, without keeping everybody else waiting. */
import { setImmediate as others } from 'node:timers/promises'

/** Few enough that a part takes some milliseconds. */
const AT_ONCE = 500

/** As `items.map`, in the same order. */
export async function mapInParts<T, R>(
  items: readonly T[],
  map: (item: T) => R,
): Promise<readonly R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += AT_ONCE) {
    for (const item of items.slice(from, from + AT_ONCE)) results.push(map(item))
    await others()
  }
  return results
}
