/** Read JSON: objects in rows that never change are parsed once, because that takes longer than reading them. */
import type { z } from 'zod'

/** More than a page of results shows, and little beside an index. */
const KEPT = 64

/**
 * By the text itself, so that what changed after all is never mistaken for what it was.
 *
 * @returns a function that throws when the text is no JSON, or not of this schema
 */
export function jsonReader<T>(schema: z.ZodType<T>): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? schema.parse(JSON.parse(text))
    known.delete(text) // so that the one used longest ago is the first
    known.set(text, value)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return value
  }
}
