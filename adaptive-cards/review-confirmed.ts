/** Review confirmed: an owner says that sections still hold; the CISO takes that over. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, clip, heading, text } from './elements.ts'
import { fittedCard } from './fit.ts'
import { confirmAll, reviewRows } from './review-rows.ts'

const MAX_NAME = 200

export function reviewConfirmedCard({
  language,
  by,
  sections,
}: ReplyOf<'review-confirmed'>): IAdaptiveCard {
  const texts = textsFor(language)
  return fittedCard(reviewRows(sections, texts.reviewYes, language), ({ elements }) =>
    card(language, [
      heading(texts.reviewConfirmedTitle),
      text(texts.reviewConfirmedBy({ name: clip(by, MAX_NAME) })),
      ...elements,
      confirmAll(sections.slice(0, elements.length || undefined), language),
    ]),
  )
}
