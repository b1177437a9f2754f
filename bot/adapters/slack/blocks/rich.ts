/** Rich: runs of a card as rich text, in which Slack reads nothing. */
import type { IRichTextBlock, ITextRun } from '@microsoft/teams.cards'
import type { Button, RichTextElement } from '@slack/types'
import type { Language } from '../../../../knowledge/language.ts'
import { safeUrl } from '../../../../knowledge/safe-text.ts'
import { sectionLink } from './buttons.ts'
import { MAX_URL } from './limits.ts'
import { type Style, textElement } from './words.ts'

export function runsOf({ inlines = [] }: IRichTextBlock): readonly ITextRun[] {
  return inlines.flatMap((inline): ITextRun[] => {
    if (typeof inline === 'string') return [{ type: 'TextRun', text: inline }]
    return inline.type === 'TextRun' ? [inline] : []
  })
}

export const wordsOf = (runs: readonly ITextRun[]): string => runs.map(({ text }) => text).join('')

export type Rich = Readonly<{ elements: readonly RichTextElement[]; links: readonly Button[] }>

export function richOf(runs: readonly ITextRun[], language: Language): Rich {
  const shown = runs.filter(({ text }) => text !== '')
  if (wordsOf(shown).trim() === '') return { elements: [], links: [] }
  const links = shown.flatMap(({ selectAction }) => {
    const link = selectAction?.type === 'Action.Execute' && sectionLink(selectAction, language)
    return link ? [link] : []
  })
  return { elements: shown.map(elementOf), links }
}

function elementOf(run: ITextRun): RichTextElement {
  const { text, selectAction } = run
  const style = styleOf(run)
  const address =
    selectAction?.type === 'Action.OpenUrl' ? safeUrl(selectAction.url ?? '') : undefined
  if (address === undefined || address.href.length > MAX_URL) return textElement(text, style)
  const styled = Object.keys(style).length > 0 ? { style } : {}
  return { type: 'link', url: address.href, text, ...styled }
}

function styleOf({ weight, italic, strikethrough, fontType }: ITextRun): Style {
  return {
    ...(weight === 'Bolder' ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(strikethrough ? { strike: true } : {}),
    ...(fontType === 'Monospace' ? { code: true } : {}),
  }
}
