/** Slack: messages to many within the limits that Slack documents. */
import type { Measurement } from './measurement.ts'
import { slackBulk } from './slack-bulk.ts'

const MANY = 5_000
const FEW = 300

export const slack: Measurement = {
  title: 'Slack',
  run: async ({ short }) =>
    `#### To many, while somebody asks something every five seconds\n\n${await slackBulk(short ? FEW : MANY)}`,
}
