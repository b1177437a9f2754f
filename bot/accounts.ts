/** Accounts: under which ids somebody is known here; one person is one, whatever platform they use. */
import type { Platform } from './contract/message.ts'
import type { Speaker } from './contract/request.ts'
import type { Person } from './storage/people.ts'

/** An id means something within its organisation and on its platform only. */
export type Account = Pick<Speaker, 'organisation' | 'platform' | 'person'>

/**
 * A speaker with all that the roster links to them at this moment.
 *
 * Where one's own rows are read, they are read under `all`: so rows of before a link stay theirs, and
 * a link that turns out wrong leaves nothing of theirs with somebody else. Where people are counted,
 * the row is written under `main`: a second account must not make a second person of them.
 */
export type Identity = Readonly<{
  /** The same whichever account they use: a link that is made later does not change who it stands for. */
  main: Account
  /** Their own account first. */
  all: readonly Account[]
}>

/** The accounts of a row of the roster; the terminal knows people by the roster's id, as the pages do. */
export function accountsOf(organisation: string, person: Person): readonly Account[] {
  const ids: readonly Readonly<{ platform: Platform; person: string | undefined }>[] = [
    // In this order: Teams was there before anybody could be linked to Slack.
    { platform: 'teams', person: person.entraId },
    { platform: 'slack', person: person.slackId },
    { platform: 'terminal', person: person.id },
  ]
  return ids.flatMap((account) =>
    account.person === undefined ? [] : [{ ...account, organisation, person: account.person }],
  )
}

/** @param person as the roster has them; undefined for who is not in it */
export function identityOf(
  { organisation, platform, person: id }: Account,
  person: Person | undefined,
): Identity {
  const own = { organisation, platform, person: id }
  const known = person === undefined ? [] : accountsOf(organisation, person)
  const linked = known.filter((account) => account.platform !== 'terminal')
  const others = linked.filter((one) => one.platform !== platform || one.person !== id)
  return { main: linked[0] ?? own, all: [own, ...others] }
}
