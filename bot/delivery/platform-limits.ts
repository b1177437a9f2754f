/** Platform limits: how fast each platform may be written to, with room for what others send there. */
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'

/** One every so often in the long run; a few may go before their time, who then wait longer. */
export type Limit = Readonly<{ everyMs: number; ahead: number }>

export type PlatformLimits = Readonly<{
  /** Of all calls to one tenant or workspace. */
  tenant: Limit
  /** Of messages in one conversation. */
  conversation: Limit
  /** How many one process may have in hand, answers and messages to many together. */
  mostInHand: Readonly<{ interactive: number; bulk: number }>
}>

/**
 * Microsoft refuses an app more than 50 calls in a second in one tenant: with those that go ahead,
 * 49 in any second. In a conversation it refuses more than 7 in a second, 8 in two.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const TEAMS: PlatformLimits = {
  tenant: { everyMs: 1000 / 44, ahead: 5 },
  conversation: { everyMs: 334, ahead: 0 },
  mostInHand: { interactive: 100, bulk: 50 },
}

/**
 * Slack lets an app post one message a second in a channel, with short bursts, and several hundred
 * a minute in the workspace: 280 a minute, and in no minute more than 300.
 *
 * Its client sends two messages to many at a time: with more than ten in hand, the last would still
 * wait for its turn when the lease ends, should Slack not answer.
 *
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 * @see https://docs.slack.dev/reference/methods/chat.postMessage
 */
const SLACK: PlatformLimits = {
  tenant: { everyMs: 60_000 / 280, ahead: 19 },
  conversation: { everyMs: 1_000, ahead: 2 },
  mostInHand: { interactive: 100, bulk: 10 },
}

export const PLATFORM_LIMITS: Readonly<Record<Platform, PlatformLimits>> = {
  teams: TEAMS,
  slack: SLACK,
  terminal: TEAMS, // has none of its own
}

/** 180 a minute, so that answers always find room within what Slack allows. */
const SLACK_BULK_PER_SECOND = 3

/** Messages to many, in a second. */
export function bulkPerSecond(
  { delivery }: Pick<Organisation, 'delivery'>,
  platform: Platform,
): number {
  if (platform !== 'slack') return delivery.bulkPerSecond
  return delivery.slackBulkPerSecond ?? SLACK_BULK_PER_SECOND
}
