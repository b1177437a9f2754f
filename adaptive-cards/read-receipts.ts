/** Read receipts: roughly how many people confirmed each section, by unit. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReadSection } from '../bot/contract/care.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { readStatePhrases, readUnitPhrase } from '../bot/contract/texts/care-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, clip, heading, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

const MAX_TITLE = 300
const MAX_LINE = 500

export function readReceiptsCard({ language, sections }: ReplyOf<'read-receipts'>): IAdaptiveCard {
  const texts = textsFor(language)
  return fittedCard(
    sections.flatMap((section) => [...linesOf(section, language)]),
    ({ elements, cut }) =>
      card(language, [
        heading(texts.readTitle),
        text(texts.readText),
        ...elements,
        cut ? smallPrint(texts.readMore, { spacing: 'Medium' }) : undefined,
      ]),
  )
}

function* linesOf(section: ReadSection, language: Language): Generator<Block> {
  const title = clip(section.section.title, MAX_TITLE)
  const placed = { separator: true, spacing: 'Large' } as const
  yield { element: text(title, { weight: 'Bolder' }, placed), cut: false }
  for (const phrase of readStatePhrases(section, language))
    yield { element: smallPrint(clip(phrase, MAX_LINE), { spacing: 'Small' }), cut: false }
  for (const unit of section.units) {
    const line = clip(readUnitPhrase(unit, language), MAX_LINE)
    yield { element: text(line, {}, { spacing: 'Small' }), cut: false }
  }
}
