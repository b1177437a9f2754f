/** Reference: where a conversation of Teams can be written to, as read from what came out of it. */
import type { Address } from '../../contract/message.ts'
import type { Speaker } from '../../contract/request.ts'
import type { Conversation } from '../../storage/conversations.ts'
import type { Activity } from './gate.ts'

/** In a channel, the id of a conversation ends in that of the message its thread began with. */
const THREAD = /;messageid=[^;]*$/

/** The channel that a thread is in; any other conversation is its own. */
export function channelOf(conversation: string): string {
  return conversation.replace(THREAD, '')
}

export function isThread(conversation: string): boolean {
  return THREAD.test(conversation)
}

/** Threads of one channel share one reference, which tells nothing of who spoke in it. */
export function referenceOf(activity: Activity, speaker: Speaker): Conversation {
  const { conversation, channelData, serviceUrl, recipient } = activity
  const tenant = conversation.tenantId ?? channelData?.tenant?.id
  return {
    platform: 'teams',
    id: channelOf(conversation.id),
    ...(speaker.shared ? {} : { person: speaker.person }),
    serviceUrl,
    ...(tenant === undefined ? {} : { tenant }),
    bot: recipient.id,
    language: speaker.language,
  }
}

/** Where an answer goes: below the message, where others read along. */
export function addressOf({ id, conversation }: Activity, { shared }: Speaker): Address {
  const place = { kind: 'conversation', platform: 'teams', conversation: conversation.id } as const
  return shared ? { ...place, replyTo: id } : place
}
