/** Document received: an editor's file is safe, and is being read. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading, text } from './elements.ts'

export function documentReceivedCard(reply: ReplyOf<'document-received'>): IAdaptiveCard {
  const { language, name } = reply
  const texts = textsFor(language)
  return card(language, [
    heading(texts.documentReceivedTitle),
    text(texts.documentReceivedText({ title: name })),
    text(texts.documentReceivedSoon),
  ])
}
