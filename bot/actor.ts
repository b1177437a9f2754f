/** Actor: who a speaker is to the organisation, as the roster says at this moment. */
import type { Actor } from './access.ts'
import { type Account, type Identity, identityOf } from './accounts.ts'
import type { Stores } from './storage/storage.ts'

/** Read at every action, never kept: a role that was withdrawn a second ago is gone. */
export async function whoIs(
  account: Account,
  { people }: Pick<Stores, 'people'>,
): Promise<Readonly<{ actor: Actor; identity: Identity }>> {
  const { organisation, platform, person } = account
  const found = await people.byPlatform(organisation, platform, person)
  const identity = identityOf(account, found)
  if (found === undefined) return { actor: { organisation, grants: [] }, identity }
  return { actor: { organisation, person: found.id, grants: found.roles }, identity }
}
