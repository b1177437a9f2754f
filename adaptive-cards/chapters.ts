/** Chapters: everything the handbook is about. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ChapterLink, ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, heading, row, smallPrint } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function chaptersCard({ language, chapters }: ReplyOf<'chapters'>): IAdaptiveCard {
  const texts = textsFor(language)

  return fittedCard(rows(chapters, language), ({ elements, cut }) =>
    card(language, [
      heading(texts.chaptersTitle),
      ...elements,
      cut ? smallPrint(texts.moreTopics, { spacing: 'Medium' }) : undefined,
    ]),
  )
}

function* rows(chapters: readonly ChapterLink[], language: Language): Generator<Block> {
  for (const { number, title, sections } of chapters) {
    const detail = textsFor(language).sectionCount({ count: sections })
    const element = row(`${number}. ${title}`, { verb: 'show-chapter', chapter: number }, detail)
    yield { element: { ...element, separator: true, spacing: 'Medium' }, cut: false }
  }
}
