/** Routes: which conversation gets the reports of incidents, and the questions of which chapter. */
import type { Kysely } from 'kysely'
import type { Platform } from '../contract/message.ts'
import type { Tables } from './tables.ts'

/** Questions of one chapter, by its number; without a chapter: all others. */
export type Topic = 'incidents' | 'questions' | `questions-${number}`

export type Route = Readonly<{ platform: Platform; conversation: string }>

export type RouteStore = Readonly<{
  find: (organisation: string, topic: Topic) => Promise<Route | undefined>
  set: (organisation: string, topic: Topic, route: Route) => Promise<void>
  /** @returns false when there was none */
  remove: (organisation: string, topic: Topic) => Promise<boolean>
}>

export function createRouteStore(db: Kysely<Tables>): RouteStore {
  return {
    find: async (organisation, topic) => {
      const row = await db
        .selectFrom('route')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('topic', '=', topic)
        .executeTakeFirst()
      return row && { platform: row.platform as Platform, conversation: row.conversation }
    },
    set: async (organisation, topic, route) => {
      await db
        .insertInto('route')
        .values({ organisation, topic, ...route })
        .onConflict((conflict) => conflict.columns(['organisation', 'topic']).doUpdateSet(route))
        .execute()
    },
    remove: async (organisation, topic) => {
      const { numDeletedRows } = await db
        .deleteFrom('route')
        .where('organisation', '=', organisation)
        .where('topic', '=', topic)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
