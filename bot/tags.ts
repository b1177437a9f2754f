/**
 * Tags: what stands for a person in rows that must not lead to them.
 *
 * One for each purpose: a question asked without a name, one asked with a name and a report would
 * otherwise tell of each other whose they are, to anybody who can read the database.
 */
import type { Account } from './accounts.ts'
import type { Secret } from './secret.ts'

const tagFor =
  (purpose: string) =>
  (secret: Secret, { organisation, platform, person }: Account): string =>
    secret.tag(purpose, organisation, platform, person)

/** Of questions to a human without a name; and, by the main account, of questions without a good answer. */
export const askerTag = tagFor('asker')
/** Of questions to a human with a name. */
export const namedAskerTag = tagFor('named asker')
/** Of the first notice of an incident. */
export const noticeTag = tagFor('notice')
/** Of ratings, by the main account: the same one counts once. */
export const raterTag = tagFor('rater')

/** Of who wants to hear when an answer changes, by the main account: they hear it once. */
export const listenerTag = tagFor('listener')

/** Of who confirmed a section: of the roster's id, so that each counts once on every platform. */
export const acknowledgerTag = (secret: Secret, organisation: string, personId: string): string =>
  secret.tag('acknowledger', organisation, personId)

/** Of who wants no polls: of the roster's id, so that it holds on every platform. */
export const optOutTag = (secret: Secret, organisation: string, personId: string): string =>
  secret.tag('poll opt-out', organisation, personId)

/** All that can stand in the store for longer than a day. */
export const tagsOf = (secret: Secret, who: Account): readonly string[] => [
  askerTag(secret, who),
  namedAskerTag(secret, who),
  noticeTag(secret, who),
]
