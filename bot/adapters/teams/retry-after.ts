/** Retry-After: how long a refused caller is asked to wait (RFC 9110, 10.2.3). */

/**
 * @param value seconds, or an HTTP date
 * @returns milliseconds from now; undefined when nothing readable was said
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,15}$/.test(text)) return Number(text) * 1000
  if (!HTTP_DATE.test(text)) return undefined

  const moment = Date.parse(text)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now)
}

/** `Date.parse` alone would also take "1.5" and "-3" for years. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
