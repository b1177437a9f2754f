/** Document refused: why nothing came of a file, and what to do. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { documentRefusalPhrase } from '../bot/contract/texts/document-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading, smallPrint, text } from './elements.ts'

export function documentRefusedCard(reply: ReplyOf<'document-refused'>): IAdaptiveCard {
  const { language, name, reason } = reply
  const texts = textsFor(language)
  return card(language, [
    heading(texts.documentRefusedTitle),
    smallPrint(name, { spacing: 'Small' }),
    text(documentRefusalPhrase(reason, language)),
    smallPrint(texts.documentRefusedSame, { spacing: 'Medium' }),
  ])
}
