/** Welcome: what the bot does and keeps, and three questions to start with. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { shortPrivacyPhrase } from '../bot/contract/texts/human-phrases.ts'
import { deskOf } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, button, buttons, card, choice, heading, smallPrint, text } from './elements.ts'
import { chaptersButton } from './parts.ts'

export function welcomeCard(reply: ReplyOf<'welcome'>): IAdaptiveCard {
  const { language, organisation, examples } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.welcomeTitle),
    text(texts.welcomeIntro({ organisation: organisation.name })),
    text(texts.welcomeHuman),
    box('attention', [
      text(texts.welcomeIncident(deskOf(organisation, language)), { weight: 'Bolder' }),
    ]),
    examples.length > 0 ? heading(texts.welcomeExamples, 'Medium') : undefined,
    ...examples.map((question) => choice(question, { verb: 'ask', question })),
    buttons(chaptersButton(language), button(texts.helpButton, { verb: 'show-help' })),
    smallPrint(shortPrivacyPhrase(organisation, language), { spacing: 'Medium' }),
  ])
}
