/** Keep links: a new roster that has no Slack id for somebody leaves the one that was found by e-mail. */
import { folded, type Person, type Roster } from '../storage/people.ts'

/**
 * Only what was found: a Slack id that stood in the file before and does not any more is withdrawn. So
 * is a found one once the e-mail address, which it follows from, is another, or once the file says that
 * the account is somebody else's.
 */
export function keepLinks(roster: Roster, before: readonly Person[]): Roster {
  const old = new Map(before.map((person) => [person.id, person]))
  const filledIn = new Set(roster.people.map(({ slackId }) => slackId))
  const people = roster.people.map((person): Person => {
    const { slackId, slackFound, email } = old.get(person.id) ?? {}
    const isSameAddress = email !== undefined && folded.email(person.email ?? '') === email
    const isKept = slackFound === true && isSameAddress
    if (!isKept || person.slackId !== undefined || filledIn.has(slackId)) return person
    return { ...person, slackId, slackFound }
  })
  return { ...roster, people }
}
