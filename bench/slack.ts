/** Slack: how quickly an answer is there, whether one platform holds up the other, and many messages. */
import type { Measurement } from './measurement.ts'
import { slackApart } from './slack-apart.ts'
import { slackBulk } from './slack-bulk.ts'
import { slackLatency } from './slack-latency.ts'

/** Slack lets a bot write 280 times a minute, after a burst of twenty. */
const EVERY_MS = 250
const MANY = 5_000
const FEW = 150

export const slack: Measurement = {
  title: 'Slack',
  run: async ({ short }) => {
    const size = short ? { people: 7, everyMs: 0 } : { people: 61, everyMs: EVERY_MS }
    const latency = await slackLatency({ ...size, questions: short ? 12 : 300 })
    const apart = await slackApart({
      ...size,
      ...(short
        ? { questions: 3, waiting: 20, both: false }
        : { questions: 160, waiting: 200, both: true }),
    })
    const bulk = await slackBulk(short ? FEW : MANY)
    return [
      `#### One question, through Bolt's receiver\n\n${latency}`,
      `#### Each platform while the other one is in trouble\n\n${apart}`,
      `#### To many, while somebody asks something every five seconds\n\n${bulk}`,
    ].join('\n\n')
  },
}
