/**
 * Link Slack: a Slack account is somebody of the roster because the e-mail address is the same.
 *
 * Roles and votes follow from it, so it is only for full members of a workspace that the organisation
 * allows (no guests, bots or members of a workspace that shares a channel), whose address Slack has
 * confirmed, and which Slack's own server gave for this account: who calls this has seen to that.
 * Then it trusts what signing in by mail trusts: that nobody else can get an address of this employer.
 */
import type { Person } from '../storage/people.ts'
import type { Stores } from '../storage/storage.ts'

/** Who made the link, in the audit log. */
const BOT = 'vraagbaak'

export type SlackAccount = Readonly<{
  organisation: string
  slackId: string
  /** Confirmed, as Slack gives it. */
  email: string
}>

/**
 * To be called in a transaction. A row that has another Slack account keeps it, and so does an account
 * that is somebody's already.
 *
 * @returns whose account it is, also when that was known; undefined for who is not in the roster
 */
export async function linkSlack(
  { organisation, slackId, email }: SlackAccount,
  { people, audit }: Pick<Stores, 'people' | 'audit'>,
  now: number,
): Promise<Person | undefined> {
  const known = () => people.byPlatform(organisation, 'slack', slackId)
  const before = await known()
  if (before !== undefined) return before
  const linked = await people.linkSlack(organisation, slackId, email)
  if (linked === undefined) return known() // by another event of theirs, at this moment
  const { id: object, slackId: account = slackId } = linked
  const entry = { actor: BOT, action: 'slack-linked', object, details: { slackId: account } }
  await audit.append(organisation, entry, now)
  return linked
}
