/** Editors: who may change the handbook, and so must hear what others change. */
import type { Language } from '../../knowledge/language.ts'
import type { Address, Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import type { Person } from '../storage/people.ts'
import type { Stores } from '../storage/storage.ts'

export const isEditor = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some(({ role }) => role === 'ciso' || role === 'deputy')

export type Editor = Readonly<{ id: string; address: Address; language: Language }>

/** Every CISO and deputy who can be reached. @param except roster id of who knows already */
export async function editors(
  except: string,
  {
    organisation,
    stores,
    platform,
  }: Readonly<{
    organisation: Organisation
    stores: Pick<Stores, 'people'>
    platform?: Platform
  }>,
): Promise<readonly Editor[]> {
  const cisos = await stores.people.withRole(organisation.id, 'ciso')
  const deputies = await stores.people.withRole(organisation.id, 'deputy')
  const all = new Map([...cisos, ...deputies].map((person) => [person.id, person]))
  all.delete(except)
  return [...all.values()].flatMap((person): readonly Editor[] => {
    const address = addressOf(person, preferredOf(organisation, platform))
    const language = person.language ?? organisation.languages[0] ?? 'nl'
    return address === undefined ? [] : [{ id: person.id, address, language }]
  })
}
