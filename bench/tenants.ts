/**
 * Tenants: the municipalities that one bot serves in the bench of turns.
 *
 * Microsoft lets an app make 50 calls a second for each tenant, and the delivery keeps to it: with
 * one tenant that limit would be measured and not the bot.
 */
const COUNT = 24

export const TENANTS: readonly string[] = Array.from(
  { length: COUNT },
  (_, number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
)
