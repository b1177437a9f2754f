/** No answer: the bot admits it, and points to a person. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, heading, text } from './elements.ts'
import { chaptersButton, cisoButton, incidentReminder, maskedNote } from './parts.ts'

export function noAnswerCard(reply: ReplyOf<'no-answer'>): IAdaptiveCard {
  const { language, organisation, masked } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.noAnswerTitle),
    text(texts.noAnswerText),
    text(texts.noAnswerHuman(organisation.ciso)),
    text(texts.noAnswerRephrase),
    buttons(cisoButton(organisation, language), chaptersButton(language)),
    maskedNote(masked, language),
    incidentReminder(organisation, language),
  ])
}
