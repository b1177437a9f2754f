/** Methods of chat: posting, changing and removing messages. */
import { addMessage, changeMessage, contentOf, messageObject } from './messages.ts'
import { argOf, type Method, type Said } from './method.ts'
import { BOT } from './people.ts'
import { dmOf, type State } from './state.ts'
import type { Json, SlackChannel, SlackMessage } from './types.ts'

/** Where to write; the id of a person means the channel with them. */
function channelOf(args: Json, state: State): SlackChannel | undefined {
  const named = argOf(args, 'channel')
  return state.channels.get(state.users.has(named) ? dmOf(state, named) : named)
}

function channelRefusal(channel: SlackChannel | undefined, state: State): string | undefined {
  if (channel === undefined) return 'channel_not_found'
  if (channel.isArchived === true) return 'is_archived'
  if (!channel.members.includes(BOT))
    return channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel'
  const isGone = (member: string) => state.users.get(member)?.isDeleted === true
  return channel.kind === 'dm' && channel.members.some(isGone) ? 'user_disabled' : undefined
}

function post(args: Json, state: State): Said {
  const channel = channelOf(args, state)
  const refused = channelRefusal(channel, state)
  if (refused !== undefined || channel === undefined) return { error: refused ?? '' }
  const read = contentOf(args, true)
  if (read.refused !== undefined) return read.refused

  const threadTs = argOf(args, 'thread_ts') || undefined
  if (threadTs !== undefined && !state.messages.has(threadTs)) return { error: 'thread_not_found' }
  const message = addMessage(state, { channel: channel.id, threadTs }, read.content)
  return { channel: channel.id, ts: message.ts, message: messageObject(message) }
}

function postEphemeral(args: Json, state: State): Said {
  const channel = channelOf(args, state)
  const refused = channelRefusal(channel, state)
  if (refused !== undefined || channel === undefined) return { error: refused ?? '' }
  const user = argOf(args, 'user')
  if (!channel.members.includes(user)) return { error: 'user_not_in_channel' }
  const read = contentOf(args, true)
  if (read.refused !== undefined) return read.refused

  const threadTs = argOf(args, 'thread_ts') || undefined
  const place = { channel: channel.id, threadTs, ephemeralFor: user }
  return { message_ts: addMessage(state, place, read.content).ts }
}

/** A message that the bot may change: its own, and seen by all. */
function ownMessage(args: Json, state: State): SlackMessage | 'message_not_found' | 'not_own' {
  const message = state.messages.get(argOf(args, 'ts'))
  const isThere = message?.channel === argOf(args, 'channel') && message.ephemeralFor === undefined
  if (message === undefined || !isThere) return 'message_not_found'
  return message.user === BOT ? message : 'not_own'
}

function update(args: Json, state: State): Said {
  const message = ownMessage(args, state)
  if (typeof message === 'string')
    return { error: message === 'not_own' ? 'cant_update_message' : message }
  const read = contentOf(args, true)
  if (read.refused !== undefined) return read.refused

  const { channel, ts, text } = changeMessage(state, message, read.content)
  return { channel, ts, text }
}

function remove(args: Json, state: State): Said {
  const message = ownMessage(args, state)
  if (typeof message === 'string')
    return { error: message === 'not_own' ? 'cant_delete_message' : message }
  state.messages.delete(message.ts)
  return { channel: message.channel, ts: message.ts }
}

const scopes = ['chat:write']

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': { scopes, call: post },
  'chat.postEphemeral': { scopes, call: postEphemeral },
  'chat.update': { scopes, call: update },
  'chat.delete': { scopes, call: remove },
}
