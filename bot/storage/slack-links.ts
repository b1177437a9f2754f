/** Slack links: a row of the roster without a Slack id gets the one that its e-mail address leads to. */
import { type Kysely, sql } from 'kysely'
import type { Engine } from './database.ts'
import type { Tables } from './tables.ts'

export type SlackLink = Readonly<{ organisation: string; slackId: string; email: string }>

/** Some letters become others when they are folded: "K" for kelvin is then the K of somebody else. */
export const isPlain = (text: string): boolean => /^[!-~]+$/.test(text.trim())

/**
 * To be called in a transaction. Of several at the same moment one gets the row.
 *
 * @param link folded
 * @returns whether it was linked just now
 */
export async function linkSlack(
  db: Kysely<Tables>,
  engine: Engine,
  link: SlackLink,
): Promise<boolean> {
  const { organisation, slackId, email } = link
  if (engine === 'postgres') await waitForOthers(db, link)
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ slack_id: slackId, slack_found: 1 })
    .where('organisation', '=', organisation)
    .where('email', '=', email)
    .where('slack_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person as taken')
            .select('taken.id')
            .where('taken.organisation', '=', organisation)
            .where('taken.slack_id', '=', slackId),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Two rows could else get one id at once: the index refuses the second, and its transaction is lost. */
async function waitForOthers(
  db: Kysely<Tables>,
  { organisation, slackId }: SlackLink,
): Promise<void> {
  const name = JSON.stringify(['slack link', organisation, slackId])
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}
