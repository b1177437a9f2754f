/** Publishing parts: what cards about versions and drafts of the handbook have in common. */
import type { IRichTextBlock } from '@microsoft/teams.cards'
import type { Changes, ChangeView, Piece } from '../bot/contract/publishing.ts'
import { changePhrase, readable } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { type Element, richText, run, smallPrint, text } from './elements.ts'
import type { Block } from './fit.ts'

/** Bold came, struck through went; beside other words that a legend explains, never by colour alone. */
export function difference(pieces: readonly Piece[]): IRichTextBlock {
  const runs = readable(pieces).map(({ kind, text: words }) => {
    if (kind === 'added') return run(words, { weight: 'Bolder' })
    return kind === 'removed' ? run(words, { strikethrough: true, isSubtle: true }) : run(words)
  })
  return richText(runs, { spacing: 'Small' })
}

/** @param detail below each, such as a button to the whole of it */
export function* changeBlocks(
  { shown }: Changes,
  language: Language,
  detail: (change: ChangeView) => Element | undefined = () => undefined,
): Generator<Block> {
  for (const change of shown) {
    const title = text(changePhrase(change, language), { weight: 'Bolder' }, { separator: true })
    const below = detail(change)
    const items: Element[] = [
      title,
      ...(change.pieces.length > 0 ? [difference(change.pieces)] : []),
      ...(below === undefined ? [] : [below]),
    ]
    yield { element: { type: 'Container', spacing: 'Medium', items }, cut: false }
  }
}

/** How many there are, what the marks mean, and how many are left out. */
export function changesIntro({ total, shown }: Changes, language: Language): readonly Element[] {
  const texts = textsFor(language)
  if (total === 0) return [text(texts.differenceNone)]
  const hasMarks = shown.some(({ pieces }) => pieces.length > 0)
  return [
    text(texts.changesCount({ count: total })),
    ...(hasMarks ? [smallPrint(texts.changeLegend, { spacing: 'Small' })] : []),
  ]
}

/** @param count of those that the card holds */
export function changesRest(
  { total }: Changes,
  count: number,
  language: Language,
): Element | undefined {
  const left = total - count
  if (left <= 0) return undefined
  return smallPrint(textsFor(language).changesMore({ count: left }), { spacing: 'Medium' })
}
