/** Payload: what Slack sends, as far as the bot reads it; anything else is no payload. */
import { z } from 'zod'

const Id = z.string().regex(/^[A-Z0-9]{2,40}$/)
const Stamp = z.string().regex(/^\d{1,12}\.\d{1,8}$/)
/** Longer than any message of Slack. */
const Text = z.string().max(50_000)
const Url = z.string().max(2_000)

const File = z.object({
  name: z.string().max(1_000).nullish(),
  url_private_download: Url.optional(),
  url_private: Url.optional(),
})

const MessageEvent = z.object({
  type: z.literal('message'),
  channel: Id,
  channel_type: z.string().optional(),
  user: Id.optional(),
  bot_id: Id.optional(),
  subtype: z.string().optional(),
  user_team: z.string().max(40).optional(),
  text: Text.default(''),
  ts: Stamp,
  thread_ts: Stamp.optional(),
  files: z.array(File).max(50).optional(),
})

const MentionEvent = z.object({
  type: z.literal('app_mention'),
  channel: Id,
  user: Id.optional(),
  bot_id: Id.optional(),
  text: Text.default(''),
  ts: Stamp,
  thread_ts: Stamp.optional(),
  user_team: z.string().max(40).optional(),
})

const HomeEvent = z.object({ type: z.literal('app_home_opened'), user: Id, tab: z.string() })

const JoinedEvent = z.object({
  type: z.literal('member_joined_channel'),
  channel: Id,
  user: Id,
})

const OtherEvent = z.object({ type: z.string() })

const Authorization = z.object({ user_id: Id.optional(), is_bot: z.boolean().optional() })

const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: Id,
  enterprise_id: Id.nullish(),
  event_id: z.string().min(1).max(100),
  authorizations: z.array(Authorization).optional(),
  event: z.union([MessageEvent, MentionEvent, HomeEvent, JoinedEvent, OtherEvent]),
})

const Person = z.object({ id: Id, team_id: Id.optional() })
const Team = z.object({ id: Id }).nullish()
const Channel = z.object({ id: Id })

/** Of anything with fields to fill in; which of them there are depends on the kind of field. */
const Field = z.object({
  type: z.string(),
  value: z.string().max(10_000).nullish(),
  selected_date: z.string().max(40).nullish(),
  selected_option: z.object({ value: z.string().max(2_000) }).nullish(),
  selected_options: z
    .array(z.object({ value: z.string().max(2_000) }))
    .max(100)
    .optional(),
})

/** By block, then by field. */
const Filled = z.object({ values: z.record(z.string(), z.record(z.string(), Field)) })
export type Filled = z.infer<typeof Filled>

const View = z.object({
  id: Id,
  type: z.enum(['modal', 'home']),
  hash: z.string().optional(),
  private_metadata: z.string().max(3_000).default(''),
  state: Filled.nullish(),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).default([]),
})
export type View = z.infer<typeof View>

const Pressed = z.object({
  action_id: z.string().max(255),
  value: z.string().max(2_000).optional(),
})

const BlockActions = z.object({
  type: z.literal('block_actions'),
  user: Person,
  team: Team,
  enterprise: Team,
  channel: Channel.optional(),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      message_ts: Stamp.optional(),
      thread_ts: Stamp.optional(),
    })
    .optional(),
  message: z.object({ ts: Stamp }).optional(),
  view: View.optional(),
  state: Filled.nullish(),
  response_url: Url.optional(),
  trigger_id: z.string().max(200),
  actions: z.array(Pressed).min(1).max(25),
})

const ViewSubmission = z.object({
  type: z.literal('view_submission'),
  user: Person,
  team: Team,
  enterprise: Team,
  trigger_id: z.string().max(200).optional(),
  view: View,
})

const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  user: Person,
  team: Team,
  enterprise: Team,
  channel: Channel,
  trigger_id: z.string().max(200),
  response_url: Url.optional(),
  message: z.object({ text: Text.default('') }),
})

const SlashCommand = z.object({
  command: z.string().startsWith('/'),
  text: Text.default(''),
  user_id: Id,
  team_id: Id,
  enterprise_id: Id.optional(),
  channel_id: Id,
  response_url: Url,
  trigger_id: z.string().max(200),
})

const Other = z.object({ type: z.string() })

const Interaction = z.discriminatedUnion('type', [BlockActions, ViewSubmission, Shortcut])

export type EventCallback = z.infer<typeof EventCallback>
export type SlackEvent = EventCallback['event']
export type BlockActions = z.infer<typeof BlockActions>
export type ViewSubmission = z.infer<typeof ViewSubmission>
export type Shortcut = z.infer<typeof Shortcut>
export type SlashCommand = z.infer<typeof SlashCommand>

export type Payload =
  | Readonly<{ kind: 'event'; body: EventCallback }>
  | Readonly<{ kind: 'command'; body: SlashCommand }>
  | Readonly<{ kind: 'pressed'; body: BlockActions }>
  | Readonly<{ kind: 'submitted'; body: ViewSubmission }>
  | Readonly<{ kind: 'shortcut'; body: Shortcut }>
  /** Of a type that the bot has no use for. */
  | Readonly<{ kind: 'other'; type: string }>
  | Readonly<{ kind: 'unreadable' }>

export function readPayload(body: unknown): Payload {
  const command = SlashCommand.safeParse(body).data
  if (command !== undefined) return { kind: 'command', body: command }
  const type = Other.safeParse(body).data?.type
  if (type === undefined) return { kind: 'unreadable' }
  if (type === 'event_callback') {
    const event = EventCallback.safeParse(body).data
    return event === undefined ? { kind: 'unreadable' } : { kind: 'event', body: event }
  }
  const interaction = Interaction.safeParse(body)
  if (interaction.success) return ofInteraction(interaction.data)
  return KNOWN.has(type) ? { kind: 'unreadable' } : { kind: 'other', type }
}

const KNOWN: ReadonlySet<string> = new Set(['block_actions', 'view_submission', 'message_action'])

function ofInteraction(body: z.infer<typeof Interaction>): Payload {
  switch (body.type) {
    case 'block_actions':
      return { kind: 'pressed', body }
    case 'view_submission':
      return { kind: 'submitted', body }
    case 'message_action':
      return { kind: 'shortcut', body }
  }
}
