/** Render: a reply as Teams shows it, as a message or as the answer to a pressed button. */
import { cardFor } from '../../../adaptive-cards/card-for.ts'
import type { Reply } from '../../contract/reply.ts'
import type { Request } from '../../contract/request.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { plainText } from '../../plain-text.ts'
import { isMessage } from '../../pressed.ts'
import type { Outgoing } from '../../web/endpoint.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'

/** Teams shows it in notifications, and a screen reader reads it. */
const MAX_SUMMARY = 300

export type MessageOptions = Readonly<{
  /** An earlier copy may have arrived. */
  possiblyDouble?: boolean
}>

/** Beside a card, Teams shows `text` as well, so it stays empty but for a remark about the message. */
export function renderMessage(reply: Reply, { possiblyDouble }: MessageOptions = {}): object {
  const card = { contentType: CARD, content: cardFor(reply) }
  const summary = plainText(reply)
  if (possiblyDouble !== true)
    return { type: 'message', summary: shorten(summary), attachments: [card] }

  const remark = textsFor(reply.language).possiblyDouble
  return {
    type: 'message',
    text: remark,
    summary: shorten(`${remark} ${summary}`),
    attachments: [card],
  }
}

/** The answer to a pressed button, which is all there is unless the reply is a message of its own. */
export function renderPressed(reply: Reply, request: Request): Outgoing {
  if (isMessage(reply, request)) return invokeResponse(TEXT, textsFor(reply.language).answeredBelow)
  return reply.kind === 'notice' || reply.kind === 'failure'
    ? invokeResponse(TEXT, plainText(reply))
    : invokeResponse(CARD, cardFor(reply))
}

function invokeResponse(type: typeof CARD | typeof TEXT, value: unknown): Outgoing {
  return { status: 200, body: { statusCode: 200, type, value } }
}

function shorten(text: string): string {
  return text.length <= MAX_SUMMARY ? text : `${text.slice(0, MAX_SUMMARY - 1)}…`
}
