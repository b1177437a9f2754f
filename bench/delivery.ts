/**
 * Delivery: messages to 20,000 people through the outbox, against the limits that Microsoft publishes.
 *
 * `delivery-enqueue.ts` puts them in, `delivery-bulk.ts` sends them while somebody asks something
 * every second, `delivery-killed.ts` sends them by three processes of which one is killed.
 */
import { bulk } from './delivery-bulk.ts'
import { enqueue } from './delivery-enqueue.ts'
import { killed } from './delivery-killed.ts'
import type { Measurement } from './measurement.ts'

const MANY = 20_000
/** Sent in two and a half minutes; then the lease of the killed process, two minutes, is waited for. */
const KILLED = 6_000
const FEW = 600

export const delivery: Measurement = {
  title: 'Delivery',
  run: async ({ short }) => {
    const many = short ? FEW : MANY
    const parts: readonly (readonly [string, () => Promise<string | undefined>])[] = [
      ['Enqueue', () => enqueue(many)],
      ['While somebody asks something every second (SQLite)', () => bulk(many)],
      [
        'Three processes, one killed with a message on its way (PostgreSQL)',
        () => killed(short ? FEW : KILLED),
      ],
    ]
    const told: string[] = []
    for (const [title, measure] of parts)
      told.push(`#### ${title}\n\n${(await measure()) ?? 'Left out: no PostgreSQL.'}`)
    return told.join('\n\n')
  },
}
