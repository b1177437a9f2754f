/** Chapter: the sections of one topic. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf, SectionLink } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, clip, row, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

const MAX_TITLE = 300

export function chapterCard({ language, chapter, sections }: ReplyOf<'chapter'>): IAdaptiveCard {
  const texts = textsFor(language)
  const title = clip(`${chapter.number}. ${chapter.title}`, MAX_TITLE)

  return fittedCard(rows(sections), ({ elements, cut }) =>
    card(language, [
      text(title, { size: 'Large', weight: 'Bolder' }),
      ...elements,
      cut ? smallPrint(texts.moreTopics, { spacing: 'Medium' }) : undefined,
      buttons(button(texts.backToChapters, { verb: 'show-chapters' })),
    ]),
  )
}

function* rows(sections: readonly SectionLink[]): Generator<Block> {
  for (const { id, title } of sections) {
    const element = row(title, { verb: 'show-section', sectionId: id })
    yield { element: { ...element, separator: true, spacing: 'Medium' }, cut: false }
  }
}
