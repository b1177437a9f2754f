/**
 * Rates: how often one app may call each method in one workspace, and write in one channel.
 *
 * Slack documents what it allows at least; bursts are "tolerated" without a number. Here a burst is a few.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */

/** Calls a minute; what is not named here is tier 3. */
const A_MINUTE: Readonly<Record<string, number>> = {
  'apps.connections.open': 20, // tier 1, with a burst: tests reconnect more often than a bot does
  'auth.test': 600, // special: hundreds a minute
  'chat.postMessage': 300, // special: "several hundred messages a minute" in a workspace
  'chat.postEphemeral': 100,
  'users.info': 100,
  'users.list': 20,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
}
const TIER_3 = 50

/** One message a second in a channel; so many at once are tolerated. */
const CHANNEL_BURST = 4

export type Rates = Readonly<{
  /** @returns after how many seconds it may be tried again; undefined when it is allowed now */
  take: (method: string, channel: string | undefined, now: number) => number | undefined
}>

export function createRates(): Rates {
  const methods = new Map<string, number[]>()
  const channels = new Map<string, Bucket>()
  return {
    take: (method, channel, now) => {
      const minute = recent(methods, method, now)
      const most = A_MINUTE[method] ?? TIER_3
      const first = minute.at(-most)
      if (first !== undefined) return Math.max(1, Math.ceil((first + 60_000 - now) / 1_000))

      const key = method === 'chat.postMessage' ? channel : undefined
      const refused = key === undefined ? undefined : drip(channels, key, now)
      if (refused === undefined) minute.push(now)
      return refused
    },
  }
}

function recent(methods: Map<string, number[]>, method: string, now: number): number[] {
  const times = (methods.get(method) ?? []).filter((time) => time > now - 60_000)
  methods.set(method, times)
  return times
}

type Bucket = Readonly<{ left: number; at: number }>

function drip(buckets: Map<string, Bucket>, key: string, now: number): number | undefined {
  const { left, at } = buckets.get(key) ?? { left: CHANNEL_BURST, at: now }
  const filled = Math.min(CHANNEL_BURST, left + (now - at) / 1_000)
  const isFull = filled < 1
  buckets.set(key, { left: isFull ? filled : filled - 1, at: now })
  return isFull ? 1 : undefined
}
