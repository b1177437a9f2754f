/** Pressed: what a pressed button does to the card that it stands on, the same on every platform. */
import type { Action } from './contract/action.ts'
import type { Reply } from './contract/reply.ts'
import type { Request } from './contract/request.ts'

type Effect = 'replaces-card' | 'sends-message'

/**
 * What a pressed button does to the card it stands on.
 *
 * A card that is replaced changes for who pressed only, also where others read along. The incident
 * card is never replaced: its telephone number must stay in sight.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/sequential-workflows
 */
const EFFECT: Readonly<Record<Action['verb'], Effect>> = {
  ask: 'sends-message',
  'show-help': 'sends-message',
  'show-section': 'replaces-card',
  'show-chapter': 'replaces-card',
  'show-chapters': 'replaces-card',
  'none-of-these': 'replaces-card',
  'rate-answer': 'replaces-card',
  'give-reason': 'replaces-card',
  'ask-human': 'replaces-card',
  escalate: 'replaces-card',
  'my-questions': 'sends-message',
  'open-questions': 'sends-message',
  'show-escalation': 'sends-message',
  'answer-escalation': 'replaces-card',
  'answer-with-section': 'replaces-card',
  'close-escalation': 'replaces-card',
  'propose-section': 'replaces-card',
  'report-incident': 'sends-message',
  'send-incident': 'replaces-card',
  'answer-poll': 'replaces-card',
  'decline-poll': 'replaces-card',
  'my-poll': 'replaces-card',
  'rejoin-polls': 'replaces-card',
  'show-polls': 'sends-message',
  'edit-polls': 'replaces-card',
  'plan-polls': 'replaces-card',
  'confirm-polls': 'replaces-card',
  'stop-polls': 'replaces-card',
  'confirm-stop-polls': 'replaces-card',
  'show-results': 'replaces-card',
  'show-figures': 'sends-message',
  'open-results': 'replaces-card', // as a message it would be stored, and it is a key
  acknowledge: 'replaces-card', // answered by a notice: the text stays in sight
  'show-to-read': 'sends-message',
  'show-read-receipts': 'sends-message',
  'show-reviews': 'sends-message',
  'confirm-reviews': 'sends-message', // the card has others to look at
  'show-crisis-sheet': 'sends-message',
  'tell-me': 'replaces-card',
  'stop-telling': 'replaces-card',
  announce: 'sends-message',
  'plan-announcement': 'replaces-card',
  'confirm-announcement': 'replaces-card',
  'show-announcements': 'sends-message',
  'cancel-announcement': 'replaces-card',
  'show-versions': 'sends-message',
  'show-difference': 'sends-message',
  'roll-back': 'replaces-card',
  'confirm-roll-back': 'replaces-card',
  'show-drafts': 'sends-message',
  'show-draft': 'replaces-card',
  'show-change': 'sends-message',
  'discard-draft': 'replaces-card',
  'edit-section': 'replaces-card',
  'write-section': 'sends-message',
  'save-section': 'replaces-card',
  'rebase-draft': 'replaces-card',
  'take-base-text': 'replaces-card',
  'publish-draft': 'replaces-card',
  'settle-document': 'replaces-card',
  'ask-approval': 'replaces-card',
  'forget-me': 'sends-message',
  'confirm-forget-me': 'replaces-card',
}

/** Of these a message would tell everybody who reads along what only the asker may see. */
const FOR_ONE_PERSON: ReadonlySet<Action['verb']> = new Set([
  'my-questions',
  'open-questions',
  'show-escalation',
  'show-polls',
  'show-figures',
  'show-to-read',
  'show-read-receipts',
  'show-reviews',
  'confirm-reviews',
  'announce',
  'show-announcements',
  'show-versions',
  'show-difference',
  'show-drafts',
  'show-change',
  'write-section',
  'forget-me',
])

/** True when the reply is a message of its own, false when it goes into the answer to the button. */
export function isMessage(reply: Reply, request: Request): boolean {
  switch (request.kind) {
    case 'message':
    case 'document':
    case 'joined':
      return true
    case 'unknown-action':
      return false
    case 'action':
      if (reply.kind === 'notice' || reply.kind === 'failure') return false
      return isBelow(reply, request.action, request.speaker.shared)
  }
}

function isBelow(reply: Reply, action: Action, shared: boolean): boolean {
  if (shared && FOR_ONE_PERSON.has(action.verb)) return false
  if (action.verb === 'show-section' && action.below) return true
  if (reply.kind === 'tell-me-offer') return true // the answer that helped stays in sight
  return EFFECT[action.verb] === 'sends-message'
}

/** True when the card that a button stands on has had its turn. */
export const replacesCard = (request: Request): boolean =>
  request.kind === 'action' && EFFECT[request.action.verb] === 'replaces-card'
