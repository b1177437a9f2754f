/** Outbox: what is to be said, stored in the transaction of what it follows from, until its end is known. */
import type { Kysely } from 'kysely'
import type { Engine } from './database.ts'
import type { Claims, Endings, Posts, ProgressReports } from './deliveries.ts'
import { createClaims } from './outbox-claims.ts'
import { createEndings } from './outbox-endings.ts'
import { createPosts } from './outbox-posts.ts'
import { createProgress } from './outbox-progress.ts'
import type { Tables } from './tables.ts'

export type Outbox = Posts & Claims & Endings & ProgressReports

export function createOutbox(db: Kysely<Tables>, engine: Engine): Outbox {
  return {
    ...createPosts(db),
    ...createClaims(db, engine),
    ...createEndings(db),
    ...createProgress(db),
  }
}
