/** Platforms: Teams and Slack, and a municipality that is all in one of them. */
import type { Client, Sight, Who } from './client.ts'
import { aMunicipality, type Municipality, type MunicipalityOptions } from './municipality.ts'
import { roster, slackUsers } from './people.ts'
import { slackClient } from './slack-client.ts'
import { teamsClient } from './teams-client.ts'

type Open = (municipality: Municipality) => Promise<Client & { stop: () => Promise<void> }>
export type Platform = Readonly<{ name: 'Teams' | 'Slack'; open: Open }>

export const PLATFORMS: readonly Platform[] = [
  { name: 'Teams', open: teamsClient },
  {
    name: 'Slack',
    open: async (municipality) => ({ ...slackClient(municipality), stop: async () => undefined }),
  },
]

export type Place = Readonly<{
  town: Municipality
  client: Client
  /** What somebody saw last. @throws Error when they see nothing */
  last: (who: Who) => Sight
  /** @returns what they see of it */
  ask: (who: Who, text: string) => Promise<Sight>
  /** @throws Error when something went wrong that nobody saw */
  leave: () => Promise<void>
}>

export async function aPlaceIn(
  { name, open }: Platform,
  options: Pick<MunicipalityOptions, 'region'> = {},
): Promise<Place> {
  const town = await aMunicipality(roster(name), { slackUsers, ...options })
  const client = await open(town)
  const last = (who: Who): Sight => {
    const sight = client.sees(who).at(-1)
    if (sight === undefined) throw new Error(`${who.role} sees nothing`)
    return sight
  }
  return {
    town,
    client,
    last,
    ask: async (who, text) => {
      await client.say(who, text)
      return last(who)
    },
    leave: async () => {
      await Promise.all([town.close(), client.stop()])
      if (town.faults.length > 0) throw new Error(town.faults.join('\n'))
    },
  }
}
