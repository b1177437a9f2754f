/** Telling on: somebody agreed to hear of changes; what is kept, for how long, and how to stop. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { tellingOnPhrases } from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, clip, heading, smallPrint, text } from './elements.ts'

const MAX_TITLE = 300

export function tellingOnCard(reply: ReplyOf<'telling-on'>): IAdaptiveCard {
  const { language, section } = reply
  const texts = textsFor(language)
  const title = section && clip(section.title, MAX_TITLE)
  return card(language, [
    heading(texts.tellingOnTitle),
    title === undefined ? undefined : smallPrint(texts.tellMeAbout({ title })),
    ...tellingOnPhrases(reply).map((phrase) => text(phrase, {}, { spacing: 'Small' })),
    buttons(button(texts.stopTellingButton, { verb: 'stop-telling' })),
  ])
}
