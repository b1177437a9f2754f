/**
 * Slack: the wire between what Slack delivers and what is made of it.
 *
 * An event is acknowledged when it is kept, and not before: Slack delivers again what was not
 * acknowledged. Slack waits three seconds; whoever pressed a button sees an error after them, so that is
 * acknowledged in any case, and its reply follows.
 */
import type { WebClient } from '@slack/web-api'
import { Language } from '../../../knowledge/language.ts'
import type { Address } from '../../contract/message.ts'
import type { Organisation } from '../../contract/organisation.ts'
import type { Clock, Observe } from '../../contract/ports.ts'
import type { Request, Speaker } from '../../contract/request.ts'
import type { Home } from '../../home.ts'
import type { Arrival, Receive, Received } from '../../receive.ts'
import { linkSlack } from '../../roster/link-slack.ts'
import type { Storage } from '../../storage/storage.ts'
import { renderHome } from './blocks/home.ts'
import type { Member, Members } from './members.ts'
import { type Heard, type Opened, parsePayload } from './parse.ts'
import { readPayload } from './payload.ts'
import type { Respond } from './respond.ts'
import type { Tell } from './send.ts'
import { acknowledgement, isPosted, type Shown, showAfter } from './show.ts'
import { channelOf, isShared } from './surface.ts'

/** What Slack delivered, as its library hands it over. */
export type Delivered = Readonly<{ body: unknown; ack: (answer?: object) => Promise<void> }>

/** @throws NotKept when Slack must deliver it again */
export type Process = (delivered: Delivered) => Promise<void>

/** Not kept in time: without an acknowledgement Slack delivers it again. */
export class NotKept extends Error {}

export type SlackOptions = Readonly<{
  receive: Receive
  storage: Storage
  client: WebClient
  members: Members
  tell: Tell
  respond: Respond
  /** Undefined for a workspace that the bot does not serve. */
  organisationOf: (team: string) => Organisation | undefined
  /** False while that is not known of any. */
  isKnown: () => boolean
  homeOf: (speaker: Speaker) => Promise<Home>
  /** What gets no reply, and why. */
  onDropped: (reason: string) => void
  observe: Observe
  clock: Clock
  newReference: () => string
  /** How long Slack may wait for its acknowledgement. */
  acknowledgeMs?: number
}>

const ACKNOWLEDGE_MS = 900

export function createProcess(options: SlackOptions): Process {
  return async ({ body, ack }) => {
    const parsed = parsePayload(readPayload(body))
    if (parsed.kind === 'unsupported') return drop(parsed.reason, ack, options)
    if (!options.isKnown()) throw new NotKept('Slack did not tell yet which workspace this is')
    const organisation = options.organisationOf(parsed.team)
    if (organisation === undefined) return drop('unknown-workspace', ack, options)
    if (parsed.kind === 'heard') return answer(parsed, organisation, { ack, ...options })
    await ack()
    await noting(organisation, options, () => openHome(parsed, organisation, options))
  }
}

/** Acknowledged all the same: delivered again it would be dropped again. */
async function drop(
  reason: string,
  ack: Delivered['ack'],
  { onDropped }: SlackOptions,
): Promise<void> {
  onDropped(reason)
  await ack()
}

type Answering = SlackOptions & Pick<Delivered, 'ack'>

async function answer(heard: Heard, organisation: Organisation, options: Answering) {
  const { ack, acknowledgeMs = ACKNOWLEDGE_MS } = options
  const handling = handle(heard, organisation, options)
  const handled = await within(acknowledgeMs, handling)
  const isEvent = heard.surface.kind === 'message'
  if (isEvent && handled?.received.kind !== 'replied' && handled?.received.kind !== 'repeated') {
    handling.catch(() => undefined) // it goes on, and is delivered again as well
    throw new NotKept('not kept in time')
  }
  const shown = handled && shownOf(handled, heard)
  await ack(shown && acknowledgement(shown))
  await noting(organisation, options, async () => {
    const late = shown ?? shownOf(await handling, heard)
    if (late === undefined) return
    await showAfter(late, shown !== undefined, { ...options, say: sayer(options) })
  })
}

type Handled = Readonly<{ received: Received; request: Request }>

const shownOf = ({ received, request }: Handled, { surface }: Heard): Shown | undefined =>
  received.kind === 'replied' ? { reply: received.reply, request, surface } : undefined

/** Undefined when it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

async function handle(
  heard: Heard,
  organisation: Organisation,
  options: SlackOptions,
): Promise<Handled> {
  const member = await options.members.find(heard.user)
  const speaker = speakerOf(heard, member, organisation)
  const request = heard.requestOf(speaker)
  const received = await options.receive(
    arrivalOf(heard, request, { organisation, member, options }),
  )
  if (received.kind === 'repeated') options.onDropped('repeated')
  return { received, request }
}

function speakerOf(heard: Heard, member: Member, organisation: Organisation): Speaker {
  const { surface, user } = heard
  const channel = channelOf(surface)
  const shared = channel !== undefined && isShared(channel)
  return {
    organisation: organisation.id,
    platform: 'slack',
    person: user,
    ...(member.name === undefined ? {} : { name: member.name }),
    conversation: shared ? channel : user,
    shared,
    ...(isOutsider(heard, member) ? { outsider: true } : {}),
    language: languageOf(member.locale, organisation),
  }
}

/** Somebody of another workspace; within an enterprise all workspaces are one. */
function isOutsider({ team, enterprise, userTeam }: Heard, member: Member): boolean {
  if (member.stranger) return true
  const own = [team, ...(enterprise === undefined ? [] : [enterprise])]
  const theirs = [userTeam, member.team, member.enterprise].filter((id) => id !== undefined)
  return theirs.length > 0 && !theirs.some((id) => own.includes(id))
}

function languageOf(locale: string | undefined, { languages }: Organisation): Language {
  const language = Language.safeParse(locale?.slice(0, 2).toLowerCase()).data
  const [first = 'nl'] = languages
  return language !== undefined && languages.includes(language) ? language : first
}

type Known = Readonly<{ organisation: Organisation; member: Member; options: SlackOptions }>

function arrivalOf(heard: Heard, request: Request, known: Known): Arrival {
  const { organisation, member, options } = known
  const { surface, team, id } = heard
  const { speaker } = request
  const address = addressOf(heard, request)
  return {
    request,
    organisation,
    id,
    conversation: {
      platform: 'slack',
      id: speaker.conversation,
      ...(speaker.shared ? {} : { person: speaker.person }),
      serviceUrl: '',
      tenant: team,
      bot: '',
      language: speaker.language,
    },
    introduce: async (stores) => {
      const { email } = member
      if (email === undefined || speaker.outsider) return
      const account = { organisation: organisation.id, slackId: speaker.person, email }
      await linkSlack(account, stores, options.clock())
    },
    address,
    mayRepeat: surface.kind !== 'message',
    isMessage: (reply) => isPosted({ reply, request, surface }),
    tell: (reply) => options.tell(address, reply),
  }
}

/** In a channel for the asker only, unless it was asked to be for everybody. */
function addressOf({ surface }: Heard, { kind, speaker }: Request): Address {
  const { conversation, person, shared } = speaker
  const replyTo = 'thread' in surface ? surface.thread : undefined
  const thread = replyTo === undefined ? {} : { replyTo }
  const place = { kind: 'conversation', platform: 'slack', conversation, ...thread } as const
  if (surface.kind === 'pressed' && surface.shares) return { ...place, ...answerAt(surface) }
  return shared && kind !== 'joined' ? { ...place, onlyFor: person } : place
}

const answerAt = ({ responseUrl }: Readonly<{ responseUrl?: string }>) =>
  responseUrl === undefined ? {} : { answerAt: responseUrl }

function sayer({ tell }: SlackOptions) {
  return async (reply: Shown['reply'], { speaker }: Request): Promise<void> => {
    const { platform, person } = speaker
    if (!(await tell({ kind: 'person', platform, person }, reply)))
      throw new Error('a reply reached nobody: Slack did not take it')
  }
}

/** The Home tab, and a welcome for who never was here. */
async function openHome(
  opened: Opened,
  organisation: Organisation,
  options: SlackOptions,
): Promise<void> {
  const heard: Heard = {
    ...opened,
    kind: 'heard',
    surface: { kind: 'message', channel: `D${opened.user}` },
    requestOf: (speaker) => ({ kind: 'joined', speaker }),
  }
  const { conversations } = options.storage.stores
  if ((await conversations.find(organisation.id, 'slack', opened.user)) === undefined)
    await handle(heard, organisation, options)
  if (opened.tab !== 'home') return
  const member = await options.members.find(opened.user)
  const view = renderHome(await options.homeOf(speakerOf(heard, member, organisation)))
  await options.client.views.publish({ user_id: opened.user, view })
}

/** What fails after the acknowledgement is told to nobody but the log. */
async function noting(
  { id }: Organisation,
  { observe, newReference }: SlackOptions,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    observe({ kind: 'failed', organisation: id, reference: newReference(), error })
  }
}
