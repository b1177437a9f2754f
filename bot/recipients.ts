/** Recipients: who gets a question or a report: the team that asked for it, else people by their role. */
import type { Language } from '../knowledge/language.ts'
import type { Address, Platform } from './contract/message.ts'
import type { Organisation } from './contract/organisation.ts'
import type { RoleName } from './contract/role.ts'
import type { Person } from './storage/people.ts'
import type { Topic } from './storage/routes.ts'
import type { Stores } from './storage/storage.ts'

export type Recipient = Readonly<{
  address: Address
  /** Names the recipient in a key: the same for the same one. */
  key: string
  language: Language
}>

/** Where to look; the terminal, where the bot is tried out, gets all of it. */
export type Search = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'routes' | 'conversations' | 'people'>
  platform?: Platform
}>

/** The team of the chapter, else that of all questions, else every CISO, else every deputy. */
export async function questionRecipients(
  chapter: number | undefined,
  search: Search,
): Promise<readonly Recipient[]> {
  const topics: readonly Topic[] =
    chapter === undefined ? ['questions'] : [`questions-${chapter}`, 'questions']
  for (const topic of topics) {
    const team = await teamOf(topic, search)
    if (team !== undefined) return [team]
  }
  const cisos = await holders('ciso', search)
  return cisos.length > 0 ? cisos : holders('deputy', search)
}

/** The incident team, else every CISO and deputy. */
export async function incidentRecipients(search: Search): Promise<readonly Recipient[]> {
  const team = await teamOf('incidents', search)
  if (team !== undefined) return [team]
  const people = [...(await holders('ciso', search)), ...(await holders('deputy', search))]
  return [...new Map(people.map((one) => [one.key, one])).values()]
}

/** Undefined when no team is set, or when the bot cannot speak there any more. */
async function teamOf(topic: Topic, { organisation, stores }: Search) {
  const route = await stores.routes.find(organisation.id, topic)
  if (route === undefined) return undefined
  const { platform, conversation } = route
  const known = await stores.conversations.find(organisation.id, platform, conversation)
  if (!known?.open) return undefined
  return {
    address: { kind: 'conversation', platform, conversation },
    key: `${platform}:${conversation}`,
    language: known.language,
  } as const
}

export async function holders(role: RoleName, search: Search): Promise<readonly Recipient[]> {
  const { organisation, stores, platform } = search
  const people = await stores.people.withRole(organisation.id, role)
  return people.flatMap((person) => {
    const address = addressOf(person, preferredOf(organisation, platform))
    if (address === undefined) return []
    const language = person.language ?? organisation.languages[0] ?? 'nl'
    return [{ address, key: `${address.platform}:${address.person}`, language }]
  })
}

const PLATFORMS: readonly Platform[] = ['teams', 'slack']

/**
 * Where who is on several platforms is written to: once, and what belongs together on the same one. So
 * not where they spoke last, which is kept nowhere, nor where somebody else happens to ask.
 */
export const preferredOf = (
  { preferredPlatform }: Pick<Organisation, 'preferredPlatform'>,
  platform?: Platform,
): Platform | undefined => (platform === 'terminal' ? platform : preferredPlatform)

/** Undefined for who is on no platform. */
export function addressOf(person: Person, preferred: Platform | undefined) {
  const platforms = preferred === undefined ? PLATFORMS : [preferred, ...PLATFORMS]
  for (const platform of platforms) {
    const id = idOn(platform, person)
    if (id !== undefined) return { kind: 'person', platform, person: id } as const
  }
  return undefined
}

function idOn(platform: Platform, { id, entraId, slackId }: Person): string | undefined {
  switch (platform) {
    case 'teams':
      return entraId
    case 'slack':
      return slackId
    case 'terminal':
      return id
  }
}
