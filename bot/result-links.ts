/** Result links: from the chat to the pages, for the one person who asked and for one time. */
import type { Organisation } from './contract/organisation.ts'
import type { ResultLinks } from './contract/ports.ts'
import type { Secret } from './secret.ts'
import type { Stores } from './storage/storage.ts'
import { linkTag, newRandom, webTokenOf } from './web-tokens.ts'

/** How long a link waits to be used. */
export const LINK_MINUTES = 10
const MINUTE_MS = 60_000

type NeededStores = Pick<Stores, 'people' | 'webSignIns'>

export type ResultLinksParts = Readonly<{
  organisations: readonly Organisation[]
  secret: Secret
  /** Where browsers find the bot, such as "https://vraagbaak.waterveen.example"; may be unknown. */
  address: () => string | undefined
  newToken?: () => string
}>

/** Who holds the link first gets in, as the person who asked: that is why it lives so short. */
export function createResultLinks(parts: ResultLinksParts): ResultLinks<NeededStores> {
  const { organisations, secret, address, newToken = newRandom } = parts
  return {
    make: async ({ organisation, person }, { people, webSignIns }, now) => {
      const base = address()
      const languages = organisations.find(({ id }) => id === organisation)?.languages
      const found = await people.byId(organisation, person)
      if (base === undefined || languages === undefined || found === undefined) return undefined

      const token = webTokenOf(organisation, newToken())
      const language = found.language ?? languages[0] ?? 'nl'
      const tag = linkTag(secret, { organisation, token })
      const expiresAt = now + LINK_MINUTES * MINUTE_MS
      await webSignIns.keepLink(organisation, { person, language }, { tag, expiresAt })
      return { url: new URL(`/results/enter/${token}`, base).href, minutes: LINK_MINUTES }
    },
  }
}
