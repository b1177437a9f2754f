/** Turn: asks the bot for its reply to one request and sends it. */
import type { TurnContext } from 'botbuilder'
import type { Activity as SdkActivity } from 'botframework-schema'
import type { Organisation } from '../../contract/organisation.ts'
import type { Bot, Observe } from '../../contract/ports.ts'
import type { Reply } from '../../contract/reply.ts'
import type { Request } from '../../contract/request.ts'
import type { Outgoing } from '../../web/endpoint.ts'
import { renderMessage, renderPressed } from './render.ts'

export type Turn = Readonly<{ organisation: Organisation; request: Request; isInvoke: boolean }>

export type TurnOptions = Readonly<{
  bot: Bot
  observe: Observe
  /** An activity that gets no reply, and why. */
  onDropped: (reason: string) => void
  /** Names a failure in the log and to the user. */
  newReference: () => string
  /** An answer that takes longer shows that the bot is typing; most take less. */
  typingAfterMs?: number
}>

export async function answer(
  context: TurnContext,
  turn: Turn,
  options: TurnOptions,
): Promise<Outgoing> {
  return turn.isInvoke
    ? answerInvoke(context, turn, options)
    : answerMessage(context, turn, options)
}

async function answerMessage(
  context: TurnContext,
  turn: Turn,
  options: TurnOptions,
): Promise<Outgoing> {
  const reply = await whileTyping(context, replyTo(turn, options), options.typingAfterMs)
  await send(context, renderMessage(reply), turn, options)
  return { status: 200 }
}

/** The response itself is the reply to a pressed button, sometimes with a message beside it. */
async function answerInvoke(
  context: TurnContext,
  turn: Turn,
  options: TurnOptions,
): Promise<Outgoing> {
  const { request } = turn
  const verb = request.kind === 'action' ? request.action.verb : undefined
  const { message, response } = renderPressed(await replyTo(turn, options), verb)
  if (message !== undefined) await send(context, message, turn, options)
  return response
}

/** The adapter's error border: whatever broke, the user hears of it and the log knows where. */
async function replyTo({ organisation, request }: Turn, options: TurnOptions): Promise<Reply> {
  try {
    return await options.bot(request)
  } catch (error) {
    const reference = fail(options, organisation, error)
    return { kind: 'failure', language: request.speaker.language, reference, organisation }
  }
}

/** A message that cannot be delivered ends the turn, not the process. */
async function send(
  context: TurnContext,
  message: Partial<SdkActivity>,
  { organisation }: Turn,
  options: TurnOptions,
): Promise<void> {
  try {
    await context.sendActivity(message)
  } catch (error) {
    if (isGone(error)) options.onDropped('conversation-gone')
    else fail(options, organisation, error)
  }
}

/** Blocked, removed or left: nothing to repair. */
function isGone(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: unknown } // of the SDK's RestError
  return statusCode === 403 || statusCode === 404
}

export function fail(
  options: Pick<TurnOptions, 'observe' | 'newReference'>,
  organisation: Organisation,
  error: unknown,
): string {
  const reference = options.newReference()
  options.observe({ kind: 'failed', organisation: organisation.id, reference, error })
  return reference
}

const TYPING_AFTER_MS = 300

async function whileTyping(
  context: TurnContext,
  reply: Promise<Reply>,
  afterMs = TYPING_AFTER_MS,
): Promise<Reply> {
  let typing: Promise<unknown> = Promise.resolve()
  const timer = setTimeout(() => {
    typing = context.sendActivity({ type: 'typing' }).catch(() => undefined) // only a courtesy
  }, afterMs)
  const said = await reply
  clearTimeout(timer)
  await typing // or it would come after the answer
  return said
}
