/**
 * Check a Slack app manifest without a workspace or the internet, so that nobody pastes one that
 * Slack refuses: the parts that we use, and nothing beside them.
 *
 * @see https://docs.slack.dev/reference/app-manifest
 */
import { z } from 'zod'

const MOST_SHORTCUTS = 10
const MOST_COMMANDS = 50
const MOST_SCOPES = 255
const MOST_EVENTS = 100

/** Nothing that was to be filled in is left, and nothing ends in a space. */
const text = (most: number, least = 1) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^(?![\s\S]*(\$\{\{|undefined))\S[\s\S]*\S$/, 'must be filled in')

const Address = z.url({ protocol: /^https$/ })

const Command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: text(2_000),
  usage_hint: text(1_000),
  should_escape: z.boolean(),
  url: Address.optional(),
})

const Shortcut = z.strictObject({
  type: z.enum(['global', 'message']),
  name: text(24),
  callback_id: text(255),
  description: text(150),
})

const Parts = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    /** The page on which it is pasted refuses less. */
    long_description: text(4_000, 174),
    background_color: z.string().regex(/^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    slash_commands: z.array(Command).min(1).max(MOST_COMMANDS),
    shortcuts: z.array(Shortcut).max(MOST_SHORTCUTS),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string().min(1)).min(1).max(MOST_SCOPES) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: Address.optional(),
      bot_events: z.array(z.string().min(1)).min(1).max(MOST_EVENTS),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: Address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})
export type SlackManifest = z.infer<typeof Parts>

const SlackManifest = Parts.refine(
  isReachable,
  'needs an address everywhere, or nowhere and socket mode',
)

/** Without socket mode Slack has nowhere to send what happens. */
function isReachable({ settings, features }: SlackManifest): boolean {
  const addresses = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    ...features.slash_commands.map(({ url }) => url),
  ]
  return addresses.every((url) => (url === undefined) === settings.socket_mode_enabled)
}

/** Returns a sentence for each problem that would make Slack refuse or misread the manifest. */
export function checkManifest(content: unknown): readonly string[] {
  const { error } = SlackManifest.safeParse(content)
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.') || 'The manifest'}: ${message}.`,
  )
}
