/** Reason noted: thanks, and a human can still help. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, heading, text } from './elements.ts'
import { askCisoButton, wholeSectionButton } from './parts.ts'

export function reasonNotedCard(reply: ReplyOf<'reason-noted'>): IAdaptiveCard {
  const { language, section, question } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.reasonNotedTitle),
    text(texts.reasonNotedText),
    text(texts.reasonsHuman),
    buttons(
      askCisoButton({ question, origin: 'unhelpful', section }, language),
      wholeSectionButton(section, language),
    ),
  ])
}
