/** To read: sections that somebody has not confirmed yet. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading, row, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function toReadCard({ language, sections }: ReplyOf<'to-read'>): IAdaptiveCard {
  const texts = textsFor(language)
  return fittedCard(rows(sections), ({ elements, cut }) =>
    card(language, [
      heading(texts.toReadTitle),
      text(texts.toReadText),
      ...elements,
      cut ? smallPrint(texts.moreInHandbook, { spacing: 'Medium' }) : undefined,
    ]),
  )
}

function* rows(sections: ReplyOf<'to-read'>['sections']): Generator<Block> {
  for (const { id, title } of sections) {
    const action = { verb: 'show-section', sectionId: id, below: true } as const
    yield { element: row(title, action), cut: false }
  }
}
