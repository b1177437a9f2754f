/** Web sign-ins: links that open the pages once, and the browsers that they opened them in. */
import type { Kysely } from 'kysely'
import { Language } from '../../knowledge/language.ts'
import { inTransaction } from './in-transaction.ts'
import type { Tables, WebLinkTable } from './tables.ts'

/** Of the roster; what they may see is not kept here, because it can change. */
export type Visitor = Readonly<{ person: string; language: Language }>

/** What is kept stands under the keyed hash of a token, never under the token. */
type Kept = Readonly<{ tag: string; expiresAt: number }>

export type WebSignInStore = Readonly<{
  /** Takes the place of a link that the same person has not used. */
  keepLink: (organisation: string, visitor: Visitor, link: Kept) => Promise<void>
  /**
   * Uses the link up, and starts a session in its place.
   *
   * @returns undefined for a link that is unknown, used, over or of another organisation
   */
  redeem: (
    organisation: string,
    link: string,
    session: Kept,
    now: number,
  ) => Promise<Visitor | undefined>
  startSession: (organisation: string, visitor: Visitor, session: Kept) => Promise<void>
  /** @returns undefined for one that is unknown, over or of another organisation */
  session: (organisation: string, tag: string, now: number) => Promise<Visitor | undefined>
  /** @returns false when there was none */
  endSession: (organisation: string, tag: string) => Promise<boolean>
  /** Links and sessions. @returns how many went */
  forgetPerson: (organisation: string, person: string) => Promise<number>
  /** @returns how many links and sessions went, because their time is over */
  forgetExpired: (now: number) => Promise<number>
}>

const TABLES = ['web_link', 'web_session'] as const

export function createWebSignInStore(db: Kysely<Tables>): WebSignInStore {
  return {
    keepLink: (organisation, visitor, link) =>
      inTransaction(db, async (trx) => {
        await removeOf(trx, 'web_link', organisation, visitor.person)
        await trx
          .insertInto('web_link')
          .values(rowOf(organisation, visitor, link))
          .execute()
      }),
    redeem: (organisation, link, session, now) =>
      inTransaction(db, async (trx) => {
        // Of two at once the second waits for this row, and then finds it gone.
        const row = await trx
          .deleteFrom('web_link')
          .where('organisation', '=', organisation)
          .where('tag', '=', link)
          .returningAll()
          .executeTakeFirst()
        if (row === undefined || row.expires_at <= now) return undefined
        const visitor = visitorOf(row)
        await trx
          .insertInto('web_session')
          .values(rowOf(organisation, visitor, session))
          .execute()
        return visitor
      }),
    startSession: async (organisation, visitor, session) => {
      await db
        .insertInto('web_session')
        .values(rowOf(organisation, visitor, session))
        .execute()
    },
    ...sessionsOn(db),
    forgetPerson: (organisation, person) =>
      inTransaction(db, async (trx) => {
        const links = await removeOf(trx, 'web_link', organisation, person)
        return links + (await removeOf(trx, 'web_session', organisation, person))
      }),
    forgetExpired: (now) => inTransaction(db, (trx) => forgetExpired(trx, now)),
  }
}

function sessionsOn(db: Kysely<Tables>): Pick<WebSignInStore, 'session' | 'endSession'> {
  return {
    session: async (organisation, tag, now) => {
      const row = await db
        .selectFrom('web_session')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row && visitorOf(row)
    },
    endSession: async (organisation, tag) => {
      const { numDeletedRows } = await db
        .deleteFrom('web_session')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

async function removeOf(
  db: Kysely<Tables>,
  table: (typeof TABLES)[number],
  organisation: string,
  person: string,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom(table)
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function forgetExpired(db: Kysely<Tables>, now: number): Promise<number> {
  let removed = 0
  for (const table of TABLES) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('expires_at', '<=', now)
      .executeTakeFirst()
    removed += Number(numDeletedRows)
  }
  return removed
}

function rowOf(organisation: string, visitor: Visitor, { tag, expiresAt }: Kept): WebLinkTable {
  return { organisation, ...visitor, tag, expires_at: expiresAt }
}

const visitorOf = ({ person, language }: WebLinkTable): Visitor => ({
  person,
  language: Language.parse(language),
})
