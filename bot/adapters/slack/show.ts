/**
 * Show: how a reply reaches who pressed, typed or sent something, where it is no message of the outbox.
 *
 * Part of it can stand in the acknowledgement itself, which Slack wants within three seconds; the
 * rest follows when that is given. What follows may fail: then the state is kept, and pressing again helps.
 */
import type { WebClient } from '@slack/web-api'
import type { Notice, Reply } from '../../contract/reply.ts'
import type { Request } from '../../contract/request.ts'
import { plainText } from '../../plain-text.ts'
import { isMessage, replacesCard } from '../../pressed.ts'
import { renderMessage, type SlackMessage } from './blocks/message.ts'
import { hasForm, renderView } from './blocks/view.ts'
import type { Respond } from './respond.ts'
import { isOnlyTheirs, isShared, type Origin, type Surface } from './surface.ts'

export type Shown = Readonly<{ reply: Reply; request: Request; surface: Surface }>

export type ShowOptions = Readonly<{
  client: WebClient
  respond: Respond
  /** In the private chat, where nothing else is left. */
  say: (reply: Reply, request: Request) => Promise<void>
}>

/** True when the reply is a message of its own, and so goes through the outbox. */
export function isPosted({ reply, request, surface }: Shown): boolean {
  if (surface.kind === 'message') return true
  if (surface.kind !== 'pressed' || hasForm(reply)) return false
  if (surface.shares) return reply.kind === 'section'
  return !isOnlyTheirs(surface.origin) && isMessage(reply, request)
}

/** What the acknowledgement holds; undefined for nothing. */
export function acknowledgement({ reply, surface }: Shown): Record<string, unknown> | undefined {
  if (surface.kind === 'command' && !hasForm(reply))
    return { response_type: 'ephemeral', ...renderMessage(reply, shareableIn(surface.channel)) }
  if (surface.kind !== 'submitted') return undefined
  const { field, origin } = surface
  if (isRemark(reply) && field !== undefined)
    return { response_action: 'errors', errors: { [field]: plainText(reply) } }
  return { response_action: 'update', view: renderView(reply, origin) }
}

const shareableIn = (channel: string) => ({ shareable: isShared(channel) })

/** What somebody still has to put right in what they sent: it stays as they filled it in. */
const isRemark = (reply: Reply): boolean =>
  reply.kind === 'failure' || (reply.kind === 'notice' && REMARKS.has(reply.notice))

const REMARKS: ReadonlySet<Notice> = new Set<Notice>([
  'too-long',
  'empty',
  'not-stored',
  'question-missing',
  'answer-missing',
  'reason-missing',
  'section-missing',
  'section-too-long',
  'incident-incomplete',
  'too-many-questions',
  'poll-incomplete',
  'poll-form-wrong',
  'lost-not-accepted',
  'announcement-form-wrong',
  'announcement-unit-unknown',
  'announcement-time-wrong',
])

/** After the acknowledgement. @param acknowledged false when it had to go without the reply */
export async function showAfter(
  shown: Shown,
  acknowledged: boolean,
  options: ShowOptions,
): Promise<void> {
  const { reply, request, surface } = shown
  switch (surface.kind) {
    case 'message':
      return
    case 'command':
      if (hasForm(reply)) return open(shown, surface.triggerId, options)
      if (!acknowledged)
        await options.respond(
          surface.responseUrl,
          onlyFor(renderMessage(reply, shareableIn(surface.channel))),
        )
      return
    case 'home':
    case 'shortcut':
      return open(shown, surface.triggerId, options)
    case 'modal':
      return inModal(shown, surface, options)
    case 'submitted':
      if (!acknowledged) await options.say(reply, request)
      return updateOrigin(shown, surface.origin, options)
    case 'pressed':
      return onMessage(shown, surface, options)
  }
}

async function open(shown: Shown, triggerId: string, options: ShowOptions): Promise<void> {
  const { reply, request, surface } = shown
  const origin = surface.kind === 'pressed' ? surface.origin : undefined
  const view = renderView(reply, origin)
  try {
    await options.client.views.open({ trigger_id: triggerId, view })
  } catch {
    await options.say(reply, request) // a trigger holds for three seconds
  }
}

/** A word in passing lies on top of the modal, so that what was read stays below it. */
async function inModal(
  shown: Shown,
  { view: view_id, triggerId, origin }: Extract<Surface, { kind: 'modal' }>,
  options: ShowOptions,
): Promise<void> {
  const { reply, request } = shown
  const view = renderView(reply, origin)
  const { views } = options.client
  try {
    if (isInPassing(reply)) await views.push({ trigger_id: triggerId, view })
    else await views.update({ view_id, view })
  } catch {
    await options.say(reply, request)
  }
  await updateOrigin(shown, origin, options)
}

const isInPassing = ({ kind }: Reply): boolean => kind === 'notice' || kind === 'failure'

type Pressed = Extract<Surface, { kind: 'pressed' }>

async function onMessage(shown: Shown, surface: Pressed, options: ShowOptions): Promise<void> {
  const { reply, request } = shown
  const { origin, responseUrl, triggerId, thread } = surface
  if (isPosted(shown)) return
  if (hasForm(reply)) return open(shown, triggerId, options)
  if (responseUrl === undefined) return options.say(reply, request)
  const message = renderMessage(reply, shareableIn(origin.channel))
  const isBelow = isInPassing(reply) || surface.shares || isMessage(reply, request)
  const answer =
    !isBelow && takesPlace(shown, origin)
      ? { replace_original: true, ...message }
      : { ...onlyFor(message), ...(thread && { thread_ts: thread }) }
  await options.respond(responseUrl, answer)
}

/** What others read too changes only where it is handled for all of them. */
function takesPlace({ reply, request }: Shown, { channel, ts }: Origin): boolean {
  if (!replacesCard(request)) return false
  const isForAll = isShared(channel) && ts !== undefined
  return !isForAll || reply.kind === 'escalation-handled'
}

/** The message that a modal was opened from says what became of it. */
async function updateOrigin(
  shown: Shown,
  origin: Origin | undefined,
  { client }: ShowOptions,
): Promise<void> {
  const { reply } = shown
  if (origin?.ts === undefined || isInPassing(reply) || hasForm(reply)) return
  if (!takesPlace(shown, origin)) return
  const { text, blocks } = renderMessage(reply)
  const { channel, ts } = origin
  await client.chat.update({ channel, ts, text, blocks: [...blocks] })
}

const onlyFor = (message: SlackMessage) => ({
  response_type: 'ephemeral',
  replace_original: false,
  ...message,
})
