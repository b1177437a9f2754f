/** Escalated: the question is on its way to a human, under this number. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, heading, text } from './elements.ts'
import { maskedNote, myQuestionsButton, quoted } from './parts.ts'

export function escalatedCard(reply: ReplyOf<'escalated'>): IAdaptiveCard {
  const { language, number, question, withName, masked } = reply
  const texts = textsFor(language)
  const known = withName ? texts.escalatedWithName : texts.escalatedWithoutName

  return card(language, [
    heading(texts.escalatedTitle),
    text(texts.escalatedNumber({ number }), { weight: 'Bolder' }, { spacing: 'Small' }),
    quoted(question),
    maskedNote(masked, language),
    text(`${known} ${texts.escalatedNext}`),
    buttons(myQuestionsButton(language)),
  ])
}
