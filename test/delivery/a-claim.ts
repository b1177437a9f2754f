/** A claim: a delivery in hand; a test names only the fields that it is about. */
import type { Claimed } from '../../bot/storage/deliveries.ts'

/** A Tuesday, 10:00 in Amsterdam: working time. */
export const NOW = Date.UTC(2026, 10, 24, 9)

export function aClaim(change: Partial<Claimed> = {}): Claimed {
  return {
    id: 'delivery-1',
    organisation: 'lindedam',
    platform: 'teams',
    class: 'answer',
    lane: 'interactive',
    message: 'delivery-1',
    address: { kind: 'person', platform: 'teams', person: 'person-1' },
    attempts: 1,
    unknowns: 0,
    createdAt: NOW,
    firstTriedAt: NOW,
    ...change,
  }
}
