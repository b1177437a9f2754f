/** Chore list: everything that is due at a moment, in the order in which it is done. */
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Chore } from './chores.ts'
import { createReadCount } from './read-count.ts'
import { createReadRetention } from './read-retention.ts'
import { createReminders } from './reminders.ts'
import { retention } from './retention.ts'
import { createReviewReminders } from './review-reminders.ts'
import { createWeeklyGaps } from './weekly-gaps.ts'

export type ChoreListParts = Readonly<{
  served: ReadonlyMap<string, Served>
  secret: Secret
  newId: () => string
}>

export const choreList = (parts: ChoreListParts): readonly Chore[] => [
  retention,
  createReadRetention(parts),
  createReminders(parts),
  createWeeklyGaps(parts),
  createReadCount(parts),
  createReviewReminders(parts),
]
