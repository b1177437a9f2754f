/** Review rows: sections to look at again, with what says that they still hold. */
import type { ReviewLine } from '../bot/contract/care.ts'
import { reviewDatePhrase } from '../bot/contract/texts/care-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { button, buttons, type Element, row, smallPrint } from './elements.ts'
import type { Block } from './fit.ts'

/** @param yes what the button says */
export function* reviewRows(
  sections: readonly ReviewLine[],
  yes: string,
  language: Language,
): Generator<Block> {
  for (const line of sections) {
    const { section, number } = line
    const show = { verb: 'show-section', sectionId: section.id, below: true } as const
    const items: Element[] = [
      row(`${number} ${section.title}`, show),
      smallPrint(reviewDatePhrase(line, language), { spacing: 'None' }),
      row(yes, confirming([line]), number),
    ]
    const element = { type: 'Container', separator: true, spacing: 'Medium', items } as const
    yield { element, cut: false }
  }
}

/** One for all that are in sight, where there are several; before it is known which: of all. */
export function confirmAll(
  sections: readonly ReviewLine[],
  language: Language,
): Element | undefined {
  if (sections.length < 2) return undefined
  return buttons(button(textsFor(language).reviewsAllYes, confirming(sections)))
}

const confirming = (sections: readonly ReviewLine[]) =>
  ({
    verb: 'confirm-reviews',
    sections: sections.map(({ section, words }) => ({ id: section.id, words })),
  }) as const
