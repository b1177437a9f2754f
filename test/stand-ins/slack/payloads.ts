/** Payloads: what Slack sends the bot, made from the shapes in test/fixtures/slack. */
import { readFileSync } from 'node:fs'
import { valuesOf } from './fill.ts'
import { messageObject } from './messages.ts'
import { BOT, TEAM } from './people.ts'
import { newHook, newTrigger, type State, type StoredFile } from './state.ts'
import type { Json, SlackMessage, SlackUser, SlackView } from './types.ts'
import { viewObject } from './views.ts'

/** A payload as Slack sends it, under a name of test/fixtures/slack. */
export function readSlackFixture(name: string): Json {
  const file = new URL(`../../fixtures/slack/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @throws Error for somebody who is not there, or cannot act any more */
export function actor(state: State, id: string): SlackUser {
  const user = state.users.get(id)
  if (user === undefined) throw new Error(`there is no user ${id}`)
  if (user.isDeleted === true) throw new Error(`${id} is deactivated, and can do nothing`)
  return user
}

/** An event in its envelope, in the name of somebody. */
export function eventOf(state: State, fixture: string, changes: Json, user?: SlackUser): Json {
  const envelope = readSlackFixture(fixture)
  const ts = String(changes['ts'] ?? state.newTs())
  const team = user?.team ?? TEAM
  const channel = state.channels.get(String(changes['channel'] ?? ''))
  const was = envelope['event'] as Json // by the fixture
  const event = { ...was, ...changes, event_ts: ts, ...(was['ts'] !== undefined && { ts }) }
  const isForeign = team !== TEAM
  return {
    ...envelope,
    event: isForeign ? { ...event, team, user_team: team, source_team: team } : event,
    event_id: state.newId('Ev'),
    event_time: Math.floor(state.now() / 1_000),
    is_ext_shared_channel: channel?.isExternal ?? false,
  }
}

export function fileObject(state: State, file: StoredFile, user: string): Json {
  const [shape] = (readSlackFixture('event-message-file')['event'] as { files: Json[] }).files
  const link = `${state.is.url}/files/${file.id}/${encodeURIComponent(file.name)}`
  return {
    ...shape,
    id: file.id,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1),
    user,
    size: file.content.length,
    url_private: link,
    url_private_download: link,
  }
}

/** What a message of a person looks like in rich text. */
export function typedBlocks(text: string): readonly Json[] {
  const said = text.replace(`<@${BOT}>`, '')
  const elements = [
    ...(said === text ? [] : [{ type: 'user', user_id: BOT }]),
    ...(said === '' ? [] : [{ type: 'text', text: said }]),
  ]
  if (elements.length === 0) return []
  return [
    { type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] },
  ]
}

const userObject = ({ id, name, team = TEAM }: SlackUser): Json => {
  const username = name.toLowerCase().replaceAll(' ', '.')
  return { id, username, name: username, team_id: team }
}

/** In interactions a channel has a name, also where people see none. */
function channelName(state: State, id: string): string {
  const channel = state.channels.get(id)
  if (channel?.kind === 'dm') return 'directmessage'
  return channel?.kind === 'private' ? 'privategroup' : (channel?.name ?? '')
}

export function viewPayload(state: State, view: SlackView): Json {
  return viewObject(view, valuesOf(state, view))
}

export function pressedInMessage(
  state: State,
  user: SlackUser,
  message: SlackMessage,
  action: Json,
): Json {
  const { channel, ts, ephemeralFor } = message
  const isEphemeral = ephemeralFor !== undefined
  const { message: _, ...shape } = readSlackFixture('block-actions-message')
  return {
    ...shape,
    user: userObject(user),
    trigger_id: newTrigger(state, user.id),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: channel, name: channelName(state, channel) },
    // An ephemeral message is kept nowhere, so Slack cannot send it along.
    ...(!isEphemeral && { message: messageObject(message) }),
    state: { values: valuesOf(state, message) },
    response_url: newHook(state, { user: user.id, channel, original: ts }),
    actions: [action],
  }
}

export function pressedInView(state: State, user: SlackUser, view: SlackView, action: Json): Json {
  return {
    ...readSlackFixture('block-actions-view'),
    user: userObject(user),
    trigger_id: newTrigger(state, user.id, view.type === 'modal' ? view.id : undefined),
    container: { type: 'view', view_id: view.id },
    view: viewPayload(state, view),
    actions: [action],
  }
}

export function submission(state: State, user: SlackUser, view: SlackView): Json {
  return {
    ...readSlackFixture('view-submission'),
    user: userObject(user),
    trigger_id: newTrigger(state, user.id, view.id),
    view: viewPayload(state, view),
  }
}

export function closing(state: State, user: SlackUser, view: SlackView, isCleared: boolean): Json {
  return {
    ...readSlackFixture('view-closed'),
    user: userObject(user),
    view: viewPayload(state, view),
    is_cleared: isCleared,
  }
}

export type Shortcut = Readonly<{
  callbackId: string
  message?: Readonly<{ channel: string; ts: string; text: string; user: string }> | undefined
}>

export function shortcutOf(state: State, user: SlackUser, { callbackId, message }: Shortcut): Json {
  const common = {
    user: userObject(user),
    trigger_id: newTrigger(state, user.id),
    callback_id: callbackId,
    action_ts: state.newTs(),
  }
  if (message === undefined) return { ...readSlackFixture('shortcut'), ...common }

  const { channel, ts, text } = message
  return {
    ...readSlackFixture('message-action'),
    ...common,
    channel: { id: channel, name: channelName(state, channel) },
    message_ts: ts,
    message: { type: 'message', user: message.user, ts, text, team: TEAM },
    response_url: newHook(state, { user: user.id, channel }),
  }
}

/** The name of the command is before its text when that starts with a slash. */
export function commandOf(state: State, user: SlackUser, channel: string, typed: string): Json {
  const [, command = '/vraagbaak', text = ''] = /^(\/\S+)?\s*([\s\S]*)$/.exec(typed) ?? []
  return {
    ...readSlackFixture('command'),
    channel_id: channel,
    channel_name: channelName(state, channel),
    user_id: user.id,
    user_name: user.name.toLowerCase().replaceAll(' ', '.'),
    ...(user.team && { team_id: user.team }),
    command,
    text,
    response_url: newHook(state, { user: user.id, channel }),
    trigger_id: newTrigger(state, user.id),
  }
}
