/** Send: one message to a conversation or a person in Teams, with a first contact where there was none. */
import { z } from 'zod'
import type { Reply } from '../../contract/reply.ts'
import type { Parcel, Send } from '../../delivery/send.ts'
import type { Conversation, ConversationStore } from '../../storage/conversations.ts'
import type { Called, Connector } from './connector.ts'
import { channelOf, isThread } from './reference.ts'
import { renderMessage } from './render.ts'

type Sent = Awaited<ReturnType<Send>>

export type SendOptions = Readonly<{
  conversations: ConversationStore
  connector: Connector
}>

export function createTeamsSend(options: SendOptions): Send {
  return async (parcel) => {
    const message = rendered(parcel)
    if (message === undefined)
      return { kind: 'refused', reason: 'not-rendered', gone: false, calls: 0 }
    try {
      return await send(parcel, message, options)
    } catch {
      // Only the store can throw here, and it did so before anything was sent.
      return { kind: 'not-sent', reason: 'store-failed', throttled: false, calls: 0 }
    }
  }
}

/** Undefined when that breaks: it would break again, so it is not tried for a day. */
function rendered({ content, possiblyDouble }: Parcel): object | undefined {
  try {
    return renderMessage(content, { possiblyDouble })
  } catch {
    return undefined
  }
}

async function send(parcel: Parcel, message: object, options: SendOptions): Promise<Sent> {
  const { address } = parcel
  const place = await (address.kind === 'person'
    ? placeOfPerson(parcel, address.person, options)
    : placeOf(parcel, address.conversation, options))
  if (place.kind !== 'known') return place

  const { conversation, calls } = place
  const target =
    address.kind === 'conversation' && address.replyTo !== undefined
      ? { conversation: address.conversation, replyTo: address.replyTo }
      : { conversation: conversation.id }
  const sent = await post(options.connector, conversation, { ...target, message })
  if (sent.kind === 'refused' && sent.gone) await close(parcel.organisation, conversation, options)
  return { ...sent, calls: sent.calls + calls }
}

/** Blocked or removed: nothing is sent there until the bot is installed again. */
async function close(
  organisation: string,
  { id }: Conversation,
  { conversations }: SendOptions,
): Promise<void> {
  try {
    await conversations.close(organisation, 'teams', id)
  } catch {
    // The database is down: the next message there finds out again.
  }
}

type Place = Readonly<{ kind: 'known'; conversation: Conversation; calls: number }> | Sent

async function placeOf(
  { organisation }: Parcel,
  id: string,
  { conversations }: SendOptions,
): Promise<Place> {
  const conversation = await conversations.find(organisation, 'teams', channelOf(id))
  if (conversation === undefined) return never('unknown-conversation')
  return conversation.open ? { kind: 'known', conversation, calls: 0 } : never('closed')
}

async function placeOfPerson(parcel: Parcel, person: string, options: SendOptions): Promise<Place> {
  const conversation = await options.conversations.ofPerson(parcel.organisation, 'teams', person)
  if (conversation === undefined) return firstContact(parcel, person, options)
  return conversation.open ? { kind: 'known', conversation, calls: 0 } : never('closed')
}

function never(reason: string): Sent {
  return { kind: 'refused', reason, gone: true, calls: 0 }
}

const Created = z.object({ id: z.string().min(1).max(500) })

/** Works only where the app is installed for the person; the platform then tells a conversation. */
async function firstContact(
  { organisation, content }: Parcel,
  person: string,
  { conversations, connector }: SendOptions,
): Promise<Place> {
  const known = await conversations.anyOf(organisation, 'teams')
  if (known === undefined) return never('no-conversation-known')

  const { serviceUrl, bot, tenant } = known
  const called = await connector(serviceUrl, 'v3/conversations', {
    isGroup: false,
    bot: { id: bot },
    members: [{ id: person }],
    ...(tenant === undefined ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
  })
  const created = called.kind === 'accepted' ? Created.safeParse(called.body).data : undefined
  if (created === undefined) return notCreated(called)

  const { language } = content
  const conversation = { ...known, id: created.id, person, language }
  await conversations.keep(organisation, conversation, true)
  return { kind: 'known', conversation, calls: called.calls }
}

/** To ask for a conversation again does no harm: nobody sees it, and it would be the same one. */
function notCreated(called: Called): Sent {
  if (called.kind === 'refused' || called.kind === 'not-sent') return called
  const wide =
    called.kind === 'unknown' && called.platformWide ? ({ platformWide: true } as const) : {}
  const { calls } = called
  return { kind: 'not-sent', reason: 'not-created', throttled: false, ...wide, calls }
}

type Target = Readonly<{ conversation: string; replyTo?: string; message: object }>

const Accepted = z.object({ id: z.string().max(500) })

async function post(
  connector: Connector,
  { serviceUrl, bot }: Conversation,
  { conversation, replyTo, message }: Target,
): Promise<Sent> {
  const path = ['v3', 'conversations', conversation, 'activities', replyTo]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')
  const called = await connector(serviceUrl, path, {
    ...message,
    channelId: 'msteams',
    from: { id: bot },
    conversation: { id: conversation },
    ...(replyTo === undefined ? {} : { replyToId: replyTo }),
  })
  return sentOf(called, isThread(conversation))
}

/** A thread may be gone while its channel is not. */
function sentOf(called: Called, inThread: boolean): Sent {
  if (called.kind === 'refused')
    return { ...called, gone: called.gone && !(inThread && called.reason === 'http-404') }
  if (called.kind !== 'accepted') return called

  const reference = Accepted.safeParse(called.body).data?.id
  const { calls } = called
  return { kind: 'sent', calls, ...(reference === undefined ? {} : { reference }) }
}

/** Says something without the store, which may be down: to where the words just came from. */
export type Tell = (
  conversation: Conversation,
  answered: Readonly<{ conversation: string; replyTo?: string }>,
  reply: Reply,
) => Promise<boolean>

export function createTell(connector: Connector): Tell {
  return async (conversation, answered, reply) => {
    const message = renderMessage(reply)
    const { kind } = await post(connector, conversation, { ...answered, message })
    return kind === 'sent'
  }
}
