/** Delivery recipients: employees of Waterveen who get a message each, and those who ask meanwhile. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply } from '../bot/contract/reply.ts'
import type { Arrival } from '../bot/receive.ts'
import type { Conversation } from '../bot/storage/conversations.ts'
import type { FanOut } from '../bot/storage/deliveries.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { conversationIdOf } from './delivery-measured.ts'
import { createAsker, waterveen, waterveenBot } from './waterveen.ts'

export const PER_SECOND = 40
export const BATCH = 'bench'

export const theOrganisation = (): Organisation => ({
  ...waterveen(),
  delivery: { bulkPerSecond: PER_SECOND },
})

/** A real card of everyday size. */
export async function aMessage(): Promise<Reply> {
  return createAsker(await waterveenBot())('Hoe herken ik phishing?')
}

export const deliveryIdOf = (person: string): string => `to-${person}`

export function fanOutTo(people: readonly string[], message: Reply): FanOut {
  return {
    batch: BATCH,
    organisation: theOrganisation().id,
    class: 'invitation',
    hours: 'any', // a measurement does not wait for Monday
    messages: [message],
    recipients: people.map((person) => ({
      id: deliveryIdOf(person),
      address: { kind: 'person', platform: 'teams', person },
      dedupeKey: `bench:${person}`,
    })),
  }
}

const AT_ONCE = 1_000

/** As if each had the app installed. */
export async function keepConversations(
  storage: Storage,
  people: readonly string[],
  serviceUrl: string,
): Promise<void> {
  const { id } = theOrganisation()
  for (let from = 0; from < people.length; from += AT_ONCE)
    await storage.transaction(async ({ conversations }) => {
      for (const person of people.slice(from, from + AT_ONCE))
        await conversations.keep(id, conversationOf(person, serviceUrl), true)
    })
}

function conversationOf(person: string, serviceUrl: string): Conversation {
  return {
    platform: 'teams',
    id: conversationIdOf(person),
    person,
    serviceUrl,
    bot: '28:bench',
    language: 'nl',
  }
}

/** A question, as the Teams adapter hands it on once it has let it in. */
export function arrivalOf(person: string, text: string, serviceUrl: string): Arrival {
  const organisation = theOrganisation()
  const conversation = conversationIdOf(person)
  const speaker = {
    organisation: organisation.id,
    platform: 'teams',
    person,
    conversation,
    shared: false,
    language: 'nl',
  } as const
  return {
    request: { kind: 'message', text, speaker },
    organisation,
    id: `activity-of-${person}`,
    conversation: conversationOf(person, serviceUrl),
    address: { kind: 'conversation', platform: 'teams', conversation },
    isMessage: () => true,
    tell: async () => false, // the store must hold
  }
}
