/** Draft kept: the change is safe, and what it would do is being worked out. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, text } from './elements.ts'

export function draftKeptCard({ language, draft }: ReplyOf<'draft-kept'>): IAdaptiveCard {
  const texts = textsFor(language)
  return card(language, [
    heading(texts.draftKeptTitle),
    text(texts.draftKeptText),
    text(texts.draftKeptReview),
    buttons(button(texts.draftKeptAgain, { verb: 'show-draft', draftId: draft.id })),
  ])
}
