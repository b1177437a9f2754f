/** Slack's types: what the stand-in of Slack shows to tests. */

export type Json = Readonly<Record<string, unknown>>

/** Ids are upper-case letters and digits, as Slack's are. */
export type SlackUser = Readonly<{
  id: string
  /** Shown name. */
  name: string
  /** Other than `T0WATERVEEN`: somebody from elsewhere, through Slack Connect. */
  team?: string
  email?: string
  locale?: string
  isBot?: boolean
  isDeleted?: boolean
  /** Guests: of several channels, and of one channel. */
  isRestricted?: boolean
  isUltraRestricted?: boolean
  /** True when absent: people follow the link in Slack's mail. */
  isEmailConfirmed?: boolean
}>

export type SlackChannel = Readonly<{
  id: string
  kind: 'channel' | 'private' | 'dm' | 'group-dm'
  name?: string
  /** People, and the bot where it is in it. */
  members: readonly string[]
  isArchived?: boolean
  /** Shared with another workspace. */
  isExternal?: boolean
}>

export type SlackFile = Readonly<{
  name: string
  mimetype: string
  content: string | Uint8Array
}>

/** A message as it is now: after its updates. */
export type SlackMessage = Readonly<{
  channel: string
  ts: string
  threadTs?: string
  /** Who wrote it: a person, or the bot. */
  user: string
  text: string
  /** As sent; block ids that were missing are filled in, as Slack does. */
  blocks: readonly Json[]
  /** Only this person sees it. */
  ephemeralFor?: string
  isEdited: boolean
  at: number
}>

/** A modal or a Home tab as it is now. */
export type SlackView = Readonly<{
  id: string
  hash: string
  type: 'modal' | 'home'
  user: string
  title?: string
  submit?: string
  close?: string
  callbackId: string
  externalId: string
  privateMetadata: string
  notifyOnClose: boolean
  clearOnClose: boolean
  blocks: readonly Json[]
  rootId: string
  previousId?: string
  /** What the last submission was refused with: message by block id. */
  errors: Readonly<Record<string, string>>
}>

/** A call of the Web API or of a response_url, also when it was refused. */
export type SlackCall = Readonly<{
  /** Counted from 1, over all calls. */
  number: number
  /** `response_url` for a use of one. */
  method: string
  args: Json
  /** The HTTP status; 0 when there was no answer. */
  status: number
  ok: boolean
  error?: string
  at: number
  userAgent: string
}>

/** What the bot answered to something that Slack sent it. */
export type Acknowledged = Readonly<{
  kind: 'event' | 'command' | 'interaction'
  /** The event's or interaction's type, or the command's name. */
  type: string
  via: 'http' | 'socket'
  /** 0: none within three seconds, or the connection failed. Over a socket: 200. */
  status: number
  body: unknown
  tookMs: number
  /** Of the last try, when it was tried again. */
  retryNum: number
  eventId?: string
  /** Why Slack makes nothing of the answer, such as blocks that are not good. */
  problems: readonly string[]
}>

export type Fault =
  /** Answers this and does nothing. */
  | Readonly<{ status: 429; retryAfter: number }>
  | Readonly<{ status: 500 | 502 | 503 }>
  /** `{ ok: false, error }`. */
  | Readonly<{ error: string }>
  | 'hang'
  | 'reset'
  /** What was asked has happened all the same. */
  | 'accept-then-500'
  | 'accept-then-hang'
  | 'accept-then-reset'

/** What is filled in, by action_id: text, an option's value, or several values. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

/** Answers to one HTTP request of a test's own making. */
export type RawAnswer = Readonly<{ status: number; body: string; tookMs: number }>

export type Raw = Readonly<{
  body: string
  /** Seconds; now when absent. */
  timestamp?: string
  /** '' sends none; the right one when absent. */
  signature?: string
  headers?: Readonly<Record<string, string>>
}>

export type SlackOptions = Readonly<{
  /** Milliseconds; the machine's when absent. */
  clock?: () => number
  /** Beside, or in the place of, the sample people. */
  users?: readonly SlackUser[]
  channels?: readonly SlackChannel[]
  /** What the bot's token may do. */
  scopes?: readonly string[]
  /** Which events the app asked for, such as `message.im`. */
  events?: readonly string[]
  /** 'none': as many calls as anybody likes. */
  limits?: 'documented' | 'none'
  /** How long Slack waits for the bot, in milliseconds of the machine; 3,000 when absent. */
  patienceMs?: number
  /** When an event is sent again; at once when absent. Slack: at once, after 1 and after 5 minutes. */
  schedule?: (retry: () => Promise<void>, afterMs: number) => Promise<void>
}>

/** What people and administrators do; all resolve when the bot has answered, or Slack gave up. */
export type SlackDeeds = Readonly<{
  /** Somebody writes to the bot alone. */
  dm: (
    user: string,
    text: string,
    more?: Readonly<{ files?: readonly SlackFile[]; thread_ts?: string }>,
  ) => Promise<Acknowledged>
  /** Somebody names the bot in a channel; the mention is put before the text. */
  mention: (
    user: string,
    channel: string,
    text: string,
    more?: Readonly<{ thread_ts?: string }>,
  ) => Promise<Acknowledged>
  /** `/vraagbaak text`, or another command with its slash before the text. */
  command: (user: string, channel: string, text: string) => Promise<Acknowledged>
  /**
   * Presses a button of a message, modal or Home tab.
   *
   * @param button what stands on it, its action_id, or the verb of its value
   * @param inputs what was filled in beside it, in input blocks of the same place
   * @throws Error when the person does not see it, or there is no or more than one such button
   */
  press: (
    user: string,
    where: SlackMessage | SlackView,
    button: string,
    inputs?: Filled,
  ) => Promise<Acknowledged>
  /**
   * Submits the modal on top. What was there already stays, also initial values.
   *
   * @throws Error when Slack's client would not let somebody send this
   */
  submit: (user: string, inputs?: Filled) => Promise<Acknowledged>
  /** Closes the modal on top; resolves to undefined when the bot is not told of it. */
  closeModal: (
    user: string,
    more?: Readonly<{ all?: boolean }>,
  ) => Promise<Acknowledged | undefined>
  /** A message shortcut when a message is given, else a global one. */
  shortcut: (
    user: string,
    callbackId: string,
    message?: Readonly<{ channel: string; ts: string; text: string; user: string }>,
  ) => Promise<Acknowledged>
  openHome: (user: string, tab?: 'home' | 'messages') => Promise<Acknowledged>
  /** Somebody brings the bot into a channel. */
  addedToChannel: (channel: string, inviter: string) => Promise<Acknowledged>
  /** Removes the bot: `tokens_revoked` and `app_uninstalled`, in the order Slack happens to send. */
  uninstall: () => Promise<readonly Acknowledged[]>
  /** The last event again, as Slack does when it did not hear the answer. */
  repeatLastEvent: () => Promise<Acknowledged>
  /** A person's own message in a channel, unseen by the bot. */
  write: (user: string, channel: string, text: string) => SlackMessage
}>

export type SlackWatch = Readonly<{
  /** What everybody there sees. */
  messagesIn: (channel: string) => readonly SlackMessage[]
  /** All that one person sees, also ephemerals, oldest first. */
  seenBy: (user: string) => readonly SlackMessage[]
  /** The modal on top. */
  viewOf: (user: string) => SlackView | undefined
  /** The modals of somebody, the first one below. */
  viewsOf: (user: string) => readonly SlackView[]
  homeOf: (user: string) => SlackView | undefined
  /** The channel in which somebody and the bot are alone; made when there is none. */
  dmOf: (user: string) => string
  log: readonly SlackCall[]
  calls: (method: string) => readonly SlackCall[]
  acks: readonly Acknowledged[]
  /** Calls that were refused with 429. */
  tooMany: () => number
  /** Resolves to the first that `find` tells, looked for at each change. */
  waitFor: <T>(find: () => T | undefined | false) => Promise<T>
  /** Resolves when nothing is under way between Slack and the bot. */
  quiet: () => Promise<void>
}>

export type SlackTrouble = Readonly<{
  /** What goes wrong with the next calls of a method; '*' is any. */
  failNext: (method: string, fault: Fault, times?: number) => void
  /** No connection is made from now on, or again. */
  down: () => void
  up: () => void
  /** Ends the bot's sockets as Slack does every few hours. */
  refreshSockets: () => void
  /** Cuts the sockets off without a word. */
  cutSockets: () => void
}>

export type SlackAccess = Readonly<{
  /** For `slackApiUrl`; ends in `/api/`. */
  apiUrl: string
  /** Base of `url_private_download`, `/files/<id>/<name>`. */
  filesUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  /** The bot's own URL, such as `http://127.0.0.1:3978/slack/events`; absent: over its socket. */
  botIsAt: (url: string | undefined) => void
  /** How many sockets the bot has open. */
  sockets: () => number
  /** Sends bytes of the test's own, signed well unless told otherwise. */
  sendRaw: (raw: Raw) => Promise<RawAnswer>
}>
