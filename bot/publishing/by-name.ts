/** By name: who made or approved a version, as colleagues know them. */
import type { ByName } from '../contract/publishing.ts'
import type { PeopleStore } from '../storage/people.ts'
import { INSTALLATION } from './live-handbooks.ts'

export const COMMAND_LINE = 'command line'

/** The roster keeps no names: a work address, or the roster's id when it has none. */
export async function byName(
  author: string,
  organisation: string,
  people: Pick<PeopleStore, 'byId'>,
): Promise<ByName> {
  if (author === INSTALLATION) return { kind: 'installation' }
  if (author === COMMAND_LINE) return { kind: 'command-line' }
  const person = await people.byId(organisation, author)
  return { kind: 'person', name: person?.email ?? author }
}
