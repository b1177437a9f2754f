/** Send: one message to a channel or a person in Slack, or to one person in a channel. */
import type { WebClient } from '@slack/web-api'
import type { Address } from '../../contract/message.ts'
import type { Reply } from '../../contract/reply.ts'
import type { Parcel, Send } from '../../delivery/send.ts'
import type { ConversationStore } from '../../storage/conversations.ts'
import { renderMessage, type SlackMessage } from './blocks/message.ts'
import type { Clients } from './clients.ts'
import { outcomeOfError, outcomeOfResponse } from './outcome.ts'
import type { Respond } from './respond.ts'

type Sent = Awaited<ReturnType<Send>>

export type SendOptions = Readonly<{
  clients: Clients
  conversations: ConversationStore
  respond: Respond
}>

export function createSlackSend({ clients, conversations, respond }: SendOptions): Send {
  return async (parcel) => {
    const message = rendered(parcel)
    if (message === undefined)
      return { kind: 'refused', reason: 'not-rendered', gone: false, calls: 0 }
    const client = parcel.isBulk ? clients.bulk : clients.interactive
    const sent = await postOrAnswer(parcel.address, message, { client, respond })
    if (isGone(sent, parcel)) await close(parcel, conversations)
    return sent
  }
}

/** A channel that is private says no more than that it is not there. */
const NO_MEMBER: ReadonlySet<string> = new Set(['slack-not_in_channel', 'slack-channel_not_found'])

const isNoMember = (sent: Sent): boolean => sent.kind === 'refused' && NO_MEMBER.has(sent.reason)

type Ways = Readonly<{ client: WebClient; respond: Respond }>

/** Where the bot is no member: by the address that came with a button there. Never throws. */
async function postOrAnswer(
  address: Address,
  message: SlackMessage,
  { client, respond }: Ways,
): Promise<Sent> {
  const posted = await post(client, address, message)
  if (!isNoMember(posted) || address.kind === 'person' || address.answerAt === undefined)
    return posted
  const { answerAt, replyTo } = address
  const thread = replyTo === undefined ? {} : { thread_ts: replyTo }
  const calls = posted.calls + 1
  try {
    await respond(answerAt, { ...IN_CHANNEL, ...message, ...thread })
    return { kind: 'sent', calls }
  } catch (error) {
    return { ...outcomeOfResponse(error), calls }
  }
}

const IN_CHANNEL = {
  response_type: 'in_channel',
  replace_original: false,
  unfurl_links: false,
  unfurl_media: false,
} as const

/** That somebody left a channel says nothing of the channel. */
const isGone = (sent: Sent, { address }: Parcel): boolean =>
  sent.kind === 'refused' &&
  sent.gone &&
  !(address.kind === 'conversation' && address.onlyFor && sent.reason.includes('user'))

/** Undefined when that breaks: it would break again, so it is not tried for a day. */
function rendered({ content, address, possiblyDouble }: Parcel): SlackMessage | undefined {
  const shareable = address.kind === 'conversation' && address.onlyFor !== undefined
  try {
    return renderMessage(content, { possiblyDouble, shareable })
  } catch {
    return undefined
  }
}

/** Never throws. */
async function post(client: WebClient, address: Address, message: SlackMessage): Promise<Sent> {
  try {
    const reference = await call(client, address, message)
    return { kind: 'sent', calls: 1, ...(reference === undefined ? {} : { reference }) }
  } catch (error) {
    return { ...outcomeOfError(error), calls: 1 }
  }
}

/** To a person by their id: Slack leads that to the chat that only they and the bot share. */
async function call(
  client: WebClient,
  address: Address,
  message: SlackMessage,
): Promise<string | undefined> {
  const channel = address.kind === 'person' ? address.person : address.conversation
  const content = { channel, text: message.text, blocks: [...message.blocks] }
  const { replyTo, onlyFor } = address.kind === 'person' ? {} : address
  const thread = replyTo === undefined ? {} : { thread_ts: replyTo }
  if (onlyFor !== undefined)
    return (await client.chat.postEphemeral({ ...content, ...thread, user: onlyFor })).message_ts
  return (await client.chat.postMessage({ ...content, ...thread, ...PLAIN })).ts
}

/** Nothing in the text becomes a link, a mention or a preview of a page. */
const PLAIN = {
  link_names: false,
  parse: 'none',
  unfurl_links: false,
  unfurl_media: false,
} as const

/** Left, archived or gone: nothing is sent there until somebody speaks to the bot again. */
async function close(parcel: Parcel, conversations: ConversationStore): Promise<void> {
  const { organisation, address } = parcel
  const id = address.kind === 'person' ? address.person : address.conversation
  try {
    await conversations.close(organisation, 'slack', id)
  } catch {
    // The database is down: the next message there finds out again.
  }
}

/** Says something without the store, which may be down. @returns whether it certainly arrived */
export type Tell = (address: Address, reply: Reply) => Promise<boolean>

export function createTell({ clients, respond }: Pick<SendOptions, 'clients' | 'respond'>): Tell {
  return async (address, reply) => {
    const shareable = address.kind === 'conversation' && address.onlyFor !== undefined
    const ways = { client: clients.interactive, respond }
    const { kind } = await postOrAnswer(address, renderMessage(reply, { shareable }), ways)
    return kind === 'sent'
  }
}
