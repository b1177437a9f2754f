/** Parse: what Slack sends as something that somebody said or did; decides nothing and sends nothing. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseAction } from '../../contract/action.ts'
import type { Request, Speaker } from '../../contract/request.ts'
import { metadataOf, readPressed, submitted } from './blocks/payload.ts'
import { cleanText } from './clean-text.ts'
import type {
  BlockActions,
  EventCallback,
  Payload,
  Shortcut,
  SlackEvent,
  SlashCommand,
  ViewSubmission,
} from './payload.ts'
import { isShared, type Origin, type Surface } from './surface.ts'

/** What is asked, when it is known who asks. */
type Asked = Readonly<{ requestOf: (speaker: Speaker) => Request }>

export type Heard = Asked &
  Readonly<{
    kind: 'heard'
    team: string
    enterprise?: string
    user: string
    /** The workspace of who speaks, where Slack tells it. */
    userTeam?: string
    /** The same when it is delivered again. */
    id: string
    surface: Surface
  }>

export type Opened = Readonly<{
  kind: 'opened'
  team: string
  enterprise?: string
  user: string
  id: string
  tab: string
}>

export type Parsed = Heard | Opened | Readonly<{ kind: 'unsupported'; reason: string }>

export function parsePayload(payload: Payload): Parsed {
  switch (payload.kind) {
    case 'event':
      return parseEvent(payload.body)
    case 'command':
      return parseCommand(payload.body)
    case 'pressed':
      return parsePressed(payload.body)
    case 'submitted':
      return parseSubmitted(payload.body)
    case 'shortcut':
      return parseShortcut(payload.body)
    case 'other':
      return unsupported(`other-${payload.type}`)
    case 'unreadable':
      return unsupported('unreadable')
  }
}

const unsupported = (reason: string) => ({ kind: 'unsupported', reason }) as const

/** Everything in it but the event itself is the same for all events. */
function parseEvent({ event, team_id: team, event_id: id, ...callback }: EventCallback): Parsed {
  const enterprise = callback.enterprise_id ?? undefined
  const common = { team, ...(enterprise && { enterprise }), id }
  if ('tab' in event) return { kind: 'opened', ...common, user: event.user, tab: event.tab }
  const said = saidIn(event, callback.authorizations?.find(({ is_bot }) => is_bot)?.user_id)
  return 'reason' in said ? unsupported(said.reason) : { kind: 'heard', ...common, ...said }
}

type Said = Asked & Pick<Heard, 'user' | 'surface' | 'userTeam'>

function saidIn(event: SlackEvent, bot: string | undefined): Said | Readonly<{ reason: string }> {
  if (!('channel' in event)) return { reason: `other-event` }
  if (event.type === 'member_joined_channel') return joined(event, bot)
  if (!('ts' in event)) return { reason: 'other-event' }
  const { user, channel, bot_id } = event
  if (user === undefined || bot_id !== undefined) return { reason: 'of-a-bot' }
  const thread = event.thread_ts
  const surface = { kind: 'message', channel, ...(thread && { thread }) } as const
  const who = { user, ...teamOf(event), surface }
  if (event.type === 'app_mention') return { ...who, requestOf: message(event.text) }
  if (!isTyped(event.subtype)) return { reason: 'not-typed' }
  if (isShared(channel)) return { reason: 'bot-not-mentioned' }
  return { ...who, requestOf: typed(event) }
}

/** Told only where two workspaces share a channel. */
const teamOf = ({ user_team: team }: Readonly<{ user_team?: string | undefined }>) =>
  team === undefined ? {} : { userTeam: team }

/** Changed and deleted messages, and those about who came and went, are no questions. */
const isTyped = (subtype: string | undefined): boolean =>
  subtype === undefined || ['file_share', 'me_message', 'thread_broadcast'].includes(subtype)

/** Only the bot's own coming is greeted. */
function joined(
  { user, channel }: Readonly<{ user: string; channel: string }>,
  bot: string | undefined,
): Said | Readonly<{ reason: string }> {
  if (user !== bot) return { reason: 'bot-not-added' }
  const surface = { kind: 'message', channel } as const
  return { user, surface, requestOf: (speaker) => ({ kind: 'joined', speaker }) }
}

type Typed = Extract<SlackEvent, { text: string }>

function typed(event: Typed): Asked['requestOf'] {
  const [file] = 'files' in event ? (event.files ?? []) : []
  const url = file?.url_private_download ?? file?.url_private
  if (file === undefined || url === undefined) return message(event.text)
  const document = { name: file.name ?? '', url }
  return (speaker) => ({ kind: 'document', speaker, document, text: cleanText(event.text) })
}

function message(text: string): Asked['requestOf'] {
  return (speaker) => ({ kind: 'message', speaker, text: cleanText(text) })
}

function parseCommand(body: SlashCommand): Heard {
  const { channel_id: channel, response_url: responseUrl, trigger_id: triggerId } = body
  return {
    kind: 'heard',
    team: body.team_id,
    ...(body.enterprise_id === undefined ? {} : { enterprise: body.enterprise_id }),
    user: body.user_id,
    id: fingerprintOf(body),
    surface: { kind: 'command', channel, responseUrl, triggerId },
    requestOf: body.text.trim() === '' ? help : message(body.text),
  }
}

const help: Asked['requestOf'] = (speaker) => ({
  kind: 'action',
  speaker,
  action: { verb: 'show-help' },
})

/** Begins the id of the button that shows an answer to everybody. */
const SHARE = 'share#'

function parsePressed(body: BlockActions): Parsed {
  const surface = surfaceOf(body)
  const [pressed] = body.actions
  if (surface === undefined || pressed === undefined) return unsupported('nowhere')
  if (pressed.value === undefined) return unsupported('opens-a-page')
  const filled = body.view?.state ?? body.state ?? undefined
  const payload = readPressed(pressed.value, filled)
  const did = { ...whoDid(body), surface, requestOf: action(payload) }
  if (surface.kind !== 'pressed' || !pressed.action_id.startsWith(SHARE)) return did
  const { channel, container, user } = body
  const once = fingerprintOf([SHARE, channel?.id, container?.message_ts, user.id, pressed.value])
  return { ...did, id: once, surface: { ...surface, shares: true } }
}

function surfaceOf(body: BlockActions): Surface | undefined {
  const { view, channel, message, trigger_id: triggerId, response_url: responseUrl } = body
  if (view?.type === 'home') return { kind: 'home', triggerId }
  if (view !== undefined) {
    const origin = originIn(view.private_metadata)
    return { kind: 'modal', view: view.id, triggerId, ...(origin && { origin }) }
  }
  if (channel === undefined) return undefined
  const isEphemeral = body.container?.is_ephemeral === true
  const ts = isEphemeral ? undefined : message?.ts
  const thread = body.container?.thread_ts
  return {
    kind: 'pressed',
    origin: { channel: channel.id, ...(ts && { ts }) },
    triggerId,
    ...(thread && { thread }),
    ...(responseUrl && { responseUrl }),
  }
}

function parseSubmitted(body: ViewSubmission): Parsed {
  const { view } = body
  const origin = originIn(view.private_metadata)
  const field = view.blocks.find(({ type }) => type === 'input')?.block_id
  return {
    ...whoDid(body),
    surface: {
      kind: 'submitted',
      view: view.id,
      ...(origin && { origin }),
      ...(field === undefined ? {} : { field }),
    },
    requestOf: action(submitted(view.private_metadata, view.state ?? undefined)),
  }
}

export const ASK_ABOUT_MESSAGE = 'ask-about-message'

function parseShortcut(body: Shortcut): Parsed {
  if (body.callback_id !== ASK_ABOUT_MESSAGE) return unsupported('other-shortcut')
  const surface = {
    kind: 'shortcut',
    channel: body.channel.id,
    triggerId: body.trigger_id,
  } as const
  return { ...whoDid(body), surface, requestOf: message(body.message.text) }
}

type Interaction = BlockActions | ViewSubmission | Shortcut

function whoDid(body: Interaction) {
  const { user, team, enterprise } = body
  return {
    kind: 'heard',
    team: team?.id ?? enterprise?.id ?? '',
    ...(enterprise ? { enterprise: enterprise.id } : {}),
    user: user.id,
    ...(user.team_id === undefined ? {} : { userTeam: user.team_id }),
    id: fingerprintOf(body),
  } as const
}

/** Interactions have no id of their own, but each has a trigger that is used once. */
const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url')

function action(payload: unknown): Asked['requestOf'] {
  const parsed = parseAction(payload)
  return (speaker) =>
    parsed === undefined
      ? { kind: 'unknown-action', speaker }
      : { kind: 'action', speaker, action: parsed }
}

const Metadata = z.object({ channel: z.string().max(40), ts: z.string().max(40).optional() })

/** What the adapter put into the modal when it was opened. */
function originIn(privateMetadata: string): Origin | undefined {
  const origin = Metadata.safeParse(metadataOf(privateMetadata)).data
  if (origin === undefined) return undefined // opened from the Home tab or a shortcut
  const { channel, ts } = origin
  return { channel, ...(ts && { ts }) }
}
