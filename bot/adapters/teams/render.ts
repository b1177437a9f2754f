/** Render: a reply as Teams shows it, as a message or as the answer to a pressed button. */
import type { Activity as SdkActivity } from 'botframework-schema'
import { cardFor } from '../../../adaptive-cards/card-for.ts'
import type { Action } from '../../contract/action.ts'
import type { Reply } from '../../contract/reply.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { plainText } from '../../plain-text.ts'
import type { Outgoing } from '../../web/endpoint.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'

/** Teams shows it in notifications, and a screen reader reads it. */
const MAX_SUMMARY = 300

/** `text` stays empty: beside a card, Teams would show both. */
export function renderMessage(reply: Reply): Partial<SdkActivity> {
  return {
    type: 'message',
    summary: shorten(plainText(reply)),
    attachments: [{ contentType: CARD, content: cardFor(reply) }],
  }
}

/** What a pressed button does to the card it stands on. */
const EFFECT: Readonly<Record<Action['verb'], 'replaces-card' | 'sends-message'>> = {
  ask: 'sends-message',
  'show-help': 'sends-message',
  'show-section': 'replaces-card',
  'show-chapter': 'replaces-card',
  'show-chapters': 'replaces-card',
  'none-of-these': 'replaces-card',
  'rate-answer': 'replaces-card',
}

export type Pressed = Readonly<{
  /** Absent when the reply goes into the card's own place. */
  message?: Partial<SdkActivity>
  response: Outgoing
}>

/** @param verb absent for a button that the bot cannot read. */
export function renderPressed(reply: Reply, verb: Action['verb'] | undefined): Pressed {
  if (reply.kind === 'notice' || reply.kind === 'failure')
    return { response: invokeResponse(TEXT, plainText(reply)) }
  if (verb !== undefined && EFFECT[verb] === 'replaces-card')
    return { response: invokeResponse(CARD, cardFor(reply)) }

  const seeBelow = textsFor(reply.language).answeredBelow
  return { message: renderMessage(reply), response: invokeResponse(TEXT, seeBelow) }
}

function invokeResponse(type: typeof CARD | typeof TEXT, value: unknown): Outgoing {
  return { status: 200, body: { statusCode: 200, type, value } }
}

function shorten(text: string): string {
  return text.length <= MAX_SUMMARY ? text : `${text.slice(0, MAX_SUMMARY - 1)}…`
}
