/** Site limits: how much one browser, or one address, may ask of the pages. */

/** A bucket that holds what is allowed in a minute, and fills up again over that minute. */
export type Limiter = Readonly<{
  /** @returns seconds to wait; undefined when it is allowed */
  take: (key: string, now: number) => number | undefined
}>

const MINUTE_MS = 60_000
/** More are not kept: those that were quiet longest are full again, or nearly. */
const MOST_KEPT = 10_000

type Bucket = Readonly<{ tokens: number; at: number }>

export function createLimiter(perMinute: number): Limiter {
  const buckets = new Map<string, Bucket>()
  return {
    take: (key, now) => {
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: now }
      const gained = (Math.max(0, now - bucket.at) / MINUTE_MS) * perMinute
      const tokens = Math.min(perMinute, bucket.tokens + gained)
      const isAllowed = tokens >= 1
      buckets.delete(key) // so that the one asked longest ago is the first
      buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: now })
      forgetOldest(buckets)
      return isAllowed ? undefined : Math.ceil(((1 - tokens) / perMinute) * (MINUTE_MS / 1000))
    },
  }
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys()
  if (buckets.size > MOST_KEPT && oldest !== undefined) buckets.delete(oldest)
}

/** Of IPv6 one subscriber has at least the last half to choose from. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = head.split(':').filter((group) => group !== '')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  return [...groups, ...Array(Math.max(0, missing)).fill('0')].slice(0, 4).join(':')
}
