/** Messages: what may stand in one, and how it is kept. */
import { checkBlocks, isTooLong } from './check-blocks.ts'
import { isRecord } from './check-kit.ts'
import { refuse, type Said } from './method.ts'
import { APP, BOT, BOT_ID, TEAM } from './people.ts'
import { type State, withBlockIds } from './state.ts'
import type { Json, SlackMessage } from './types.ts'

export type Content = Readonly<{ text: string; blocks: readonly Json[] }>

export type Read = Readonly<{ refused: Said }> | Readonly<{ refused?: never; content: Content }>

/** @param isMeasured whether all texts together may be too long: not for a response_url */
export function contentOf({ text: said, blocks: built }: Json, isMeasured: boolean): Read {
  const text = typeof said === 'string' ? said : ''
  const blocks = Array.isArray(built) && built.length === 0 ? undefined : built
  if (text === '' && blocks === undefined) return { refused: { error: 'no_text' } }
  if (text.length > 40_000) return { refused: { error: 'msg_too_long' } }
  return blocks === undefined
    ? { content: { text, blocks: [] } }
    : readBlocks(text, blocks, isMeasured)
}

function readBlocks(text: string, blocks: unknown, isMeasured: boolean): Read {
  if (!Array.isArray(blocks)) return { refused: { error: 'invalid_blocks_format' } }
  const problems = checkBlocks(blocks, 'message')
  if (problems.length > 0) return { refused: refuse('invalid_blocks', problems) }
  if (isMeasured && isTooLong(blocks)) return { refused: { error: 'msg_blocks_too_long' } }
  return { content: { text, blocks: blocks.filter(isRecord) } }
}

export type Place = Readonly<{
  channel: string
  threadTs?: string | undefined
  ephemeralFor?: string | undefined
}>

export function addMessage(
  state: State,
  { channel, threadTs, ephemeralFor }: Place,
  { text, blocks }: Content,
  user = BOT,
): SlackMessage {
  const message: SlackMessage = {
    channel,
    ts: state.newTs(),
    ...(threadTs && { threadTs }),
    user,
    text,
    blocks: withBlockIds(state, blocks),
    ...(ephemeralFor && { ephemeralFor }),
    isEdited: false,
    at: state.now(),
  }
  state.messages.set(message.ts, message)
  state.changed()
  if (user === BOT && ephemeralFor === undefined) state.echo.of(message, 'new')
  return message
}

export function changeMessage(
  state: State,
  message: SlackMessage,
  { text, blocks }: Content,
): SlackMessage {
  const changed = { ...message, text, blocks: withBlockIds(state, blocks), isEdited: true }
  state.messages.set(message.ts, changed)
  state.filled.delete(message.ts)
  state.changed()
  if (message.ephemeralFor === undefined) state.echo.of(changed, 'changed')
  return changed
}

/** As Slack shows a message in answers and payloads. */
export function messageObject({ user, text, ts, threadTs, blocks, isEdited }: SlackMessage): Json {
  const ofBot = user === BOT ? { bot_id: BOT_ID, app_id: APP } : {}
  return {
    type: 'message',
    user,
    ts,
    text,
    team: TEAM,
    ...ofBot,
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(isEdited && { edited: { user, ts } }),
  }
}
