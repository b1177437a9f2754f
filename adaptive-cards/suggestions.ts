/** Suggestions: a choice of sections when the bot is not sure which one is meant. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, choice, heading } from './elements.ts'
import { incidentReminder, maskedNote, prefilled } from './parts.ts'

export function suggestionsCard(reply: ReplyOf<'suggestions'>): IAdaptiveCard {
  const { language, sections, organisation, masked, question } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.suggestionsTitle),
    ...sections.map(({ id, title }) => choice(title, { verb: 'show-section', sectionId: id })),
    buttons(button(texts.noneOfThese, { verb: 'none-of-these', question: prefilled(question) })),
    maskedNote(masked, language),
    incidentReminder(organisation, language),
  ])
}
