/** Invite: the questions to everybody who is asked, and later to who has not taken part. */
import type { Address } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import type { Recipient } from '../storage/deliveries.ts'
import type { Person } from '../storage/people.ts'
import type { Round } from '../storage/rounds.ts'
import { optOutTag } from '../tags.ts'
import type { RoundContext } from './context.ts'
import { mapInParts } from './in-parts.ts'

/** Named after the round: it is removed with it. The invitation is 0, reminders count on. */
export const batchOf = (round: Pick<Round, 'id'>, reminder = 0): string =>
  `poll:${round.id}:${reminder}`

export type Invited = Person & Readonly<{ address: Address }>

/** Who can be reached and has not said that they want no poll ever. */
export async function reachable(
  people: readonly Person[],
  {
    stores,
    organisation,
    secret,
    platform,
  }: Pick<RoundContext, 'stores' | 'organisation' | 'secret' | 'platform'>,
): Promise<readonly Invited[]> {
  const optOuts = await stores.polls.optOuts(organisation.id)
  const wants = (id: string) =>
    optOuts.size === 0 || !optOuts.has(optOutTag(secret, organisation.id, id))
  const preferred = preferredOf(organisation, platform)
  const found = await mapInParts(people, (person): readonly Invited[] => {
    const address = addressOf(person, preferred)
    return address !== undefined && wants(person.id) ? [{ ...person, address }] : []
  })
  return found.flat()
}

/** In random order: the ids of deliveries are, and they are sent in the order of these. */
export async function sendInvitations(
  people: readonly Person[],
  round: Round,
  context: RoundContext,
): Promise<void> {
  const invited = await reachable(people, context)
  const recipients = await mapInParts(
    invited,
    ({ id, address, language }): Recipient => ({
      id: context.newId(),
      address,
      dedupeKey: `poll:${round.id}:${id}`,
      ...(language === undefined ? {} : { language }),
    }),
  )
  await fanOut(recipients, { round, reminder: 0 }, context)
}

/**
 * Whom it is for is sealed, and its key is of this reminder only: the rows would be a list of who
 * has not taken part.
 */
export async function sendReminders(
  people: readonly Person[],
  {
    round,
    reminder,
    keyOf,
  }: Readonly<{
    round: Round
    reminder: number
    keyOf: (person: string) => string
  }>,
  context: RoundContext,
): Promise<void> {
  const { secret, newId } = context
  const invited = await reachable(people, context)
  const recipients = await mapInParts(
    invited,
    ({ id, address, language }): Recipient => ({
      id: newId(),
      address: {
        kind: 'sealed',
        platform: address.platform,
        sealed: secret.seal(JSON.stringify(address)),
      },
      dedupeKey: `poll:${round.id}:${reminder}:${keyOf(id)}`,
      ...(language === undefined ? {} : { language }),
    }),
  )
  await fanOut(recipients, { round, reminder }, context)
}

async function fanOut(
  recipients: readonly Recipient[],
  { round, reminder }: Readonly<{ round: Round; reminder: number }>,
  { stores, organisation, now }: RoundContext,
): Promise<void> {
  await stores.outbox.fanOut(
    {
      batch: batchOf(round, reminder),
      organisation: organisation.id,
      class: reminder > 0 ? 'reminder' : 'invitation',
      hours: 'working',
      messages: organisation.languages.map((language) => ({
        ...pollCard(round, organisation, reminder > 0),
        language,
      })),
      recipients,
    },
    now,
  )
}

/** The same for everybody: nobody's answers or name are in it. */
export function pollCard(
  round: Round,
  organisation: RoundContext['organisation'],
  reminder: boolean,
): Omit<Extract<Reply, { kind: 'poll' }>, 'language'> {
  const { id, closesAt, frozen } = round
  const { timeZone } = organisation
  const poll = { round: id, questions: frozen?.questions ?? [], closesAt, timeZone }
  return { kind: 'poll', poll, reminder, organisation }
}
