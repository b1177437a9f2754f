/** Slack's rate: messages to many stay far within it, and answers find room beside them. */

import { Organisation } from '../../bot/contract/organisation.ts'
import { createPace } from '../../bot/delivery/pace.ts'
import { bulkPerSecond, PLATFORM_LIMITS } from '../../bot/delivery/platform-limits.ts'
import { createTenantPace } from '../../bot/delivery/tenant-pace.ts'
import { anOrganisation } from '../builders.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { NOW } from './a-claim.ts'

const { slack } = PLATFORM_LIMITS

function mostIn(ms: number, times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length))
}

it('lets a short burst through in one conversation, and then one a second', () => {
  const pace = createPace(slack.conversation)

  const waits = [0, 0, 0, 0, 0].map(() => pace.reserve('D1', NOW))

  expect(waits).toEqual([0, 0, 0, 1_000, 2_000])
  expect(pace.reserve('D1', NOW + 60_000)).toBe(0)
})

it('keeps a workspace to 300 messages in any minute, whatever is asked', () => {
  const pace = createTenantPace(slack.tenant)
  const random = seeded(7)
  const sent: number[] = []
  let now = NOW
  for (let asked = 0; asked < 2_000; asked++) {
    now += random() < 0.01 ? 20_000 : Math.floor(random() * 150)
    sent.push(now + pace.reserve(now))
  }

  expect(mostIn(60_000, sent)).toBeLessThanOrEqual(300)
  expect(mostIn(60_000, sent)).toBeGreaterThan(280) // what is allowed is used
})

it('leaves room for answers beside messages to many', () => {
  const perMinute = 60_000 / slack.tenant.everyMs

  expect(bulkPerSecond(anOrganisation(), 'slack') * 60).toBeLessThanOrEqual(perMinute * 0.65)
})

it('has a rate of its own for each platform, which the municipality may change', () => {
  const organisation = anOrganisation({ delivery: { bulkPerSecond: 20, slackBulkPerSecond: 1 } })

  expect(bulkPerSecond(organisation, 'teams')).toBe(20)
  expect(bulkPerSecond(organisation, 'slack')).toBe(1)
  expect(bulkPerSecond(anOrganisation({ delivery: { bulkPerSecond: 20 } }), 'slack')).toBe(3)
})

it.each([0, 0.5, 5, 40])('takes no rate of %d a second for Slack', (slackBulkPerSecond) => {
  const { delivery } = Organisation.shape

  expect(delivery.safeParse({ bulkPerSecond: 20, slackBulkPerSecond }).success).toBe(false)
  expect(delivery.safeParse({ bulkPerSecond: 20, slackBulkPerSecond: 4 }).success).toBe(true)
})
