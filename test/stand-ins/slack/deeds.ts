/** Deeds: what people and administrators do in Slack, and what becomes of the bot's answer. */
import { isRecord } from './check-kit.ts'
import type { Door, Letter } from './door.ts'
import { buttonOf, clientErrors, fill } from './fill.ts'
import { respond } from './hooks.ts'
import { addMessage, messageObject } from './messages.ts'
import {
  actor,
  closing,
  commandOf,
  eventOf,
  fileObject,
  pressedInMessage,
  pressedInView,
  shortcutOf,
  submission,
  typedBlocks,
} from './payloads.ts'
import { BOT } from './people.ts'
import { dmOf, type State } from './state.ts'
import { submitted } from './submitted.ts'
import type { Acknowledged, Json, SlackDeeds, SlackFile, SlackMessage, SlackView } from './types.ts'
import { setStack, stackOf } from './views.ts'

const ALL_EVENTS = [
  'message.im',
  'app_mention',
  'app_home_opened',
  'member_joined_channel',
  'app_uninstalled',
  'tokens_revoked',
]

export function createDeeds(state: State, door: Door): SlackDeeds {
  const isWanted = (name: string) => (state.options.events ?? ALL_EVENTS).includes(name)
  let last: Letter | undefined

  const sendEvent = async (name: string, payload: Json): Promise<Acknowledged> => {
    if (!isWanted(name)) throw new Error(`the app did not ask for ${name}`)
    const letter: Letter = { kind: 'event', type: name, payload }
    last = letter
    return door.deliver(letter)
  }
  const interact = (type: string, payload: Json) =>
    door.deliver({ kind: 'interaction', type, payload })
  state.echo.of = (message, change) => {
    const isDirect = state.channels.get(message.channel)?.kind === 'dm'
    if (isDirect && isWanted('message.im') && state.is.installed)
      void door.deliver({
        kind: 'event',
        type: 'message.im',
        payload: echoOf(state, message, change),
      })
  }

  return {
    dm: async (user, text, more = {}) =>
      sendEvent('message.im', writtenTo(state, user, { text, ...more })),
    mention: async (user, channel, text, more = {}) =>
      sendEvent('app_mention', mentionedIn(state, user, { channel, text, ...more })),
    command: async (user, channel, text) => {
      const payload = commandOf(state, actor(state, user), seen(state, user, channel), text)
      const hookId = String(payload['response_url']).split('/').at(-1) ?? ''
      const ack = await door.deliver({ kind: 'command', type: String(payload['command']), payload })
      return withProblem(state, ack, answerCommand(state, hookId, ack))
    },
    press: async (user, where, button, inputs = {}) => {
      const now = seenNow(state, user, where)
      fill(state, now, inputs)
      const { block, element } = buttonOf(now, button)
      const action = actionOf(state, block, element)
      const who = actor(state, user)
      return interact(
        'block_actions',
        'ts' in now
          ? pressedInMessage(state, who, now, action)
          : pressedInView(state, who, now, action),
      )
    },
    submit: async (user, inputs = {}) => {
      const view = topOf(state, user)
      if (view.submit === undefined) throw new Error('this modal has no submit button')
      fill(state, view, inputs)
      const errors = clientErrors(state, view)
      if (Object.keys(errors).length > 0) throw new Error(`Slack says: ${JSON.stringify(errors)}`)
      const ack = await interact('view_submission', submission(state, actor(state, user), view))
      return withProblem(state, ack, submitted(state, view, ack))
    },
    closeModal: async (user, { all = false } = {}) => {
      const view = topOf(state, user)
      const isCleared = all || view.clearOnClose
      setStack(state, user, isCleared ? [] : stackOf(state, user).slice(0, -1))
      if (!view.notifyOnClose) return undefined
      return interact('view_closed', closing(state, actor(state, user), view, isCleared))
    },
    shortcut: async (user, callbackId, message) =>
      interact(
        message === undefined ? 'shortcut' : 'message_action',
        shortcutOf(state, actor(state, user), { callbackId, message }),
      ),
    openHome: async (user, tab = 'home') =>
      sendEvent('app_home_opened', homeOpened(state, user, tab)),
    addedToChannel: async (channel, inviter) => {
      const there = state.channels.get(channel)
      if (there === undefined) throw new Error(`there is no channel ${channel}`)
      state.channels.set(channel, { ...there, members: [...new Set([...there.members, BOT])] })
      return sendEvent(
        'member_joined_channel',
        eventOf(state, 'event-member-joined-channel', { channel, inviter, user: BOT }),
      )
    },
    uninstall: async () => {
      state.is.installed = false
      return [
        await sendEvent('tokens_revoked', eventOf(state, 'event-tokens-revoked', {})),
        await sendEvent('app_uninstalled', eventOf(state, 'event-app-uninstalled', {})),
      ]
    },
    repeatLastEvent: async () => {
      if (last === undefined) throw new Error('nothing happened yet')
      return door.deliver(last)
    },
    write: (user, channel, text) => written(state, user, { channel, text }),
  }
}

type Writing = Readonly<{
  channel?: string
  text: string
  thread_ts?: string
  files?: readonly SlackFile[]
}>

function written(
  state: State,
  user: string,
  { channel = '', text, thread_ts }: Writing,
): SlackMessage {
  actor(state, user)
  const place = { channel: seen(state, user, channel), threadTs: thread_ts }
  return addMessage(state, place, { text, blocks: typedBlocks(text) }, user)
}

function writtenTo(state: State, user: string, writing: Writing): Json {
  const message = written(state, user, { ...writing, channel: dmOf(state, user) })
  const files = (writing.files ?? []).map((file) => stored(state, file, user))
  return eventOf(
    state,
    files.length > 0 ? 'event-message-file' : 'event-message-dm',
    { ...messageOf(message), ...(files.length > 0 && { files }) },
    actor(state, user),
  )
}

function mentionedIn(state: State, user: string, writing: Writing): Json {
  const message = written(state, user, { ...writing, text: `<@${BOT}> ${writing.text}`.trim() })
  return eventOf(state, 'event-app-mention', messageOf(message), actor(state, user))
}

const messageOf = (message: SlackMessage): Json => {
  const { user, text, ts, channel, blocks, threadTs } = message
  return { user, text, ts, channel, blocks, ...(threadTs && { thread_ts: threadTs }) }
}

function stored(state: State, { name, mimetype, content }: SlackFile, user: string): Json {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = { id: state.newId('F'), name, mimetype, content: bytes }
  state.files.set(file.id, file)
  return fileObject(state, file, user)
}

function homeOpened(state: State, user: string, tab: string): Json {
  const home = state.homes.get(user)
  return eventOf(
    state,
    'event-app-home-opened',
    {
      user,
      tab,
      channel: dmOf(state, user),
      ...(home && { view: { id: home.id, type: 'home', hash: home.hash } }),
    },
    actor(state, user),
  )
}

/** The bot hears its own messages in a direct message, and each change of them. */
function echoOf(state: State, message: SlackMessage, change: 'new' | 'changed'): Json {
  if (change === 'new')
    return eventOf(state, 'event-message-of-bot', {
      ...messageObject(message),
      channel: message.channel,
    })
  const held = messageObject(message)
  return eventOf(state, 'event-message-changed', {
    channel: message.channel,
    message: held,
    previous_message: held,
    ts: state.newTs(),
  })
}

function seen(state: State, user: string, channel: string): string {
  if (state.channels.get(channel)?.members.includes(user) !== true)
    throw new Error(`${user} is not in ${channel}`)
  return channel
}

/** What somebody sees of it at this moment. */
function seenNow(
  state: State,
  user: string,
  where: SlackMessage | SlackView,
): SlackMessage | SlackView {
  if (!('ts' in where)) {
    const views = [...stackOf(state, user).slice(-1), state.homes.get(user)]
    const view = views.find((one) => one?.id === where.id)
    if (view === undefined) throw new Error(`${user} does not see this view`)
    return view
  }
  const message = state.messages.get(where.ts)
  seen(state, user, where.channel)
  if (message === undefined || (message.ephemeralFor ?? user) !== user)
    throw new Error(`${user} does not see this message`)
  return message
}

function topOf(state: State, user: string): SlackView {
  const view = stackOf(state, user).at(-1)
  if (view === undefined) throw new Error(`${user} has no modal open`)
  return view
}

function actionOf(state: State, block: Json, element: Json): Json {
  const { action_id, text, value, style, type } = element
  return {
    action_id,
    block_id: block['block_id'],
    text,
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
    type,
    action_ts: state.newTs(),
  }
}

/** The body of the answer is a message too; nothing in it: nothing is said. */
function answerCommand(
  state: State,
  hookId: string,
  { status, body }: Acknowledged,
): string | undefined {
  const hook = state.hooks.get(hookId)
  if (status !== 200) return 'dispatch_failed'
  if (hook === undefined || body === '' || body === undefined) return undefined
  const args = isRecord(body) ? body : { text: body }
  return Object.keys(args).length === 0 ? undefined : respond(state, hook, args)
}

function withProblem(state: State, ack: Acknowledged, problem: string | undefined): Acknowledged {
  if (problem === undefined) return ack
  const told = { ...ack, problems: [problem] }
  state.acks.splice(state.acks.indexOf(ack), 1, told)
  state.changed()
  return told
}
