/** Changed answers: what the handbook says now where somebody got an answer before. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { changedTitle, versionsPhrase } from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { moreLine, toldBlocks } from './change-parts.ts'
import { button, buttons, card, heading, smallPrint } from './elements.ts'
import { type Fitted, fittedCard } from './fit.ts'

export function changedAnswersCard(reply: ReplyOf<'changed-answers'>): IAdaptiveCard {
  return fittedCard(toldBlocks(reply.changes, reply.language), (shown) => cardWith(reply, shown))
}

function cardWith(reply: ReplyOf<'changed-answers'>, { elements }: Fitted): IAdaptiveCard {
  const { language, changes, more } = reply
  const texts = textsFor(language)
  return card(language, [
    heading(changedTitle(reply)),
    ...elements,
    moreLine(more + changes.length - elements.length, language),
    smallPrint(versionsPhrase(reply), { separator: true, spacing: 'Medium' }),
    smallPrint(texts.changedWhy, { spacing: 'Small' }),
    buttons(button(texts.stopTellingButton, { verb: 'stop-telling' })),
  ])
}
