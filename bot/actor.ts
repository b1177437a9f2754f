/** Actor: who a speaker is to the organisation, as the roster says at this moment. */
import type { Actor } from './access.ts'
import type { Speaker } from './contract/request.ts'
import type { Stores } from './storage/storage.ts'

/** Read at every action, never kept: a role that was withdrawn a second ago is gone. */
export async function actorOf(
  { organisation, platform, person }: Pick<Speaker, 'organisation' | 'platform' | 'person'>,
  { people }: Pick<Stores, 'people'>,
): Promise<Actor> {
  const found = await people.byPlatform(organisation, platform, person)
  if (found === undefined) return { organisation, grants: [] }
  return { organisation, person: found.id, grants: found.roles }
}
