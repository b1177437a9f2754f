/** Reviews: sections that somebody must look at again, to the owner or the CISO. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { reviewTexts } from '../bot/contract/texts/care-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading, smallPrint, text } from './elements.ts'
import { fittedCard } from './fit.ts'
import { confirmAll, reviewRows } from './review-rows.ts'

export function reviewsCard({
  language,
  sections,
  more,
  editor,
}: ReplyOf<'reviews'>): IAdaptiveCard {
  const texts = textsFor(language)
  const { intro, yes } = reviewTexts(editor, language)
  return fittedCard(reviewRows(sections, yes, language), ({ elements }) => {
    const left = more + sections.length - elements.length
    return card(language, [
      heading(texts.reviewsTitle),
      text(intro),
      ...elements,
      left > 0
        ? smallPrint(texts.reviewsMore({ count: left }), { separator: true, spacing: 'Medium' })
        : undefined,
      confirmAll(sections.slice(0, elements.length || undefined), language),
    ])
  })
}
