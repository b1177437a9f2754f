/** Needs: what the bot asks of a Slack workspace, and what for; nothing is asked that nothing uses. */

type Scope = Readonly<{
  name: string
  /** One line for whoever decides whether the app may be installed. */
  why: string
  /** Events that Slack sends only with it. */
  events: readonly string[]
  /** Methods of the Web API that refuse without it. */
  methods: readonly string[]
  /** What Slack leaves out, or does not hand over, without it. */
  fields?: readonly string[]
}>

export const SCOPES: readonly Scope[] = [
  {
    name: 'app_mentions:read',
    why: 'Read a message in a channel that mentions Vraagbaak, and no other message there.',
    events: ['app_mention'],
    methods: [],
  },
  {
    name: 'channels:read',
    why: 'Notice that it was added to a public channel, and say there what it does.',
    events: ['member_joined_channel'],
    methods: [],
  },
  {
    name: 'chat:write',
    why: 'Answer, and send the messages to many, as Vraagbaak itself.',
    events: [],
    methods: ['chat.postMessage', 'chat.postEphemeral', 'chat.update'],
  },
  {
    name: 'commands',
    why: 'Offer /vraagbaak and the shortcut in the menu of a message.',
    events: [],
    methods: [],
  },
  {
    name: 'files:read',
    why: 'Fetch the document that an editor sends to be published in the handbook.',
    events: [],
    methods: [],
    fields: ['url_private'],
  },
  {
    name: 'groups:read',
    why: 'Notice that it was added to a private channel, and say there what it does.',
    events: ['member_joined_channel'],
    methods: [],
  },
  {
    name: 'im:history',
    why: 'Read what somebody writes to Vraagbaak in private, which nobody else sees.',
    events: ['message.im'],
    methods: [],
  },
  {
    name: 'users:read',
    why: 'See who is a guest or from another workspace, and which language somebody uses.',
    events: [],
    methods: ['users.info', 'users.list'],
  },
  {
    name: 'users:read.email',
    why: "Recognise a colleague of the municipality's list by the work address.",
    events: [],
    methods: [],
    fields: ['email'],
  },
]

/** Slack sends these to every app with a bot, and lets every app call these. */
const WITHOUT_SCOPE = {
  events: ['app_home_opened'],
  methods: ['auth.test', 'views.open', 'views.update', 'views.push', 'views.publish'],
}

export const EVENTS: readonly string[] = sortedOnce([
  ...SCOPES.flatMap(({ events }) => events),
  ...WITHOUT_SCOPE.events,
])

/** What the bot may call with its scopes. */
export const METHODS: readonly string[] = sortedOnce([
  ...SCOPES.flatMap(({ methods }) => methods),
  ...WITHOUT_SCOPE.methods,
])

function sortedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
