/** Bad token limiter: stops checking the tokens of an address that keeps sending bad ones. */
import type { Clock } from '../../contract/ports.ts'

export type BadTokenLimiter = Readonly<{
  /** Seconds to wait; 0 when the address may try. */
  waitSeconds: (address: string) => number
  onBadToken: (address: string) => void
}>

type BadTokenRules = Readonly<{
  /** Bad tokens in a row that cost nothing. */
  burst: number
  /** One bad token is forgiven in this time. */
  forgiveMs: number
  /** Addresses remembered at most. */
  addresses: number
}>

const RULES: BadTokenRules = { burst: 30, forgiveMs: 1_000, addresses: 10_000 }

/**
 * A leaky bucket an address. Behind a proxy all share one address unless BEHIND_PROXY is set,
 * so a token that was good before is never held up (see `authenticate.ts`).
 */
export function createBadTokenLimiter(clock: Clock, rules = RULES): BadTokenLimiter {
  /** When the bucket of an address will be empty. */
  const emptyAt = new Map<string, number>()
  const roomLeftMs = (rules.burst - 1) * rules.forgiveMs

  return {
    waitSeconds: (address) => {
      const waitMs = (emptyAt.get(address) ?? 0) - clock() - roomLeftMs
      return waitMs <= 0 ? 0 : Math.ceil(waitMs / 1000)
    },
    onBadToken: (address) => {
      const fullerAt = Math.max(emptyAt.get(address) ?? 0, clock()) + rules.forgiveMs
      emptyAt.delete(address) // a Map keeps the order of insertion
      emptyAt.set(address, fullerAt)
      for (const oldest of emptyAt.keys()) {
        if (emptyAt.size <= rules.addresses) return
        emptyAt.delete(oldest)
      }
    },
  }
}
