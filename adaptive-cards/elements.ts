/**
 * Elements: the few building blocks our cards are made of.
 *
 * A TextBlock parses Markdown, a TextRun never does: text of a handbook or an organisation goes
 * into runs only, a TextBlock holds words of our own catalogue.
 */
import type {
  CardElementArray,
  IActionSet,
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards'
import type { Payload } from '../bot/contract/action.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'

export type Element = CardElementArray[number]
type RunStyle = Omit<ITextRun, 'type' | 'text'>
type Placed = Pick<IRichTextBlock, 'spacing' | 'separator' | 'horizontalAlignment'>

/** Longer labels of others would push everything else off the card. */
const MAX_LABEL = 200

/** @param fallbackText for clients without Adaptive Cards, which may parse it as Markdown. */
export function card(
  language: Language,
  body: readonly (Element | undefined)[],
  fallbackText = textsFor(language).cardNotShown,
): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText,
    body: body.filter((element) => element !== undefined),
  }
}

/** Only for words of the catalogue. */
export function heading(text: string, size: 'Default' | 'Medium' | 'Large' = 'Large'): ITextBlock {
  return { type: 'TextBlock', style: 'heading', text, size, weight: 'Bolder', wrap: true }
}

export function run(text: string, style: RunStyle = {}): ITextRun {
  return { type: 'TextRun', text: safeText(text), ...style }
}

export function richText(inlines: ITextRun[], placed: Placed = {}): IRichTextBlock {
  return { type: 'RichTextBlock', ...placed, inlines }
}

export function text(value: string, style: RunStyle = {}, placed: Placed = {}): IRichTextBlock {
  return richText([run(value, style)], placed)
}

export function smallPrint(value: string, placed: Placed = {}): IRichTextBlock {
  return text(value, { size: 'Small', isSubtle: true }, placed)
}

/** A button whose payload is typed, so no card can send what the bot cannot read. */
export function button(title: string, action: Payload): IExecuteAction {
  const label = labelOf(title)
  return {
    type: 'Action.Execute',
    title: label,
    verb: action.verb,
    data: action,
    fallback: { type: 'Action.Submit', title: label, data: action },
  }
}

/** @param url must be https or mailto: Teams does nothing with tel. */
export function link(title: string, url: string): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: labelOf(title), url }
}

type Button = IExecuteAction | IOpenUrlAction

/** Side by side as far as a phone has room: what does not fit there is cut off. */
export function buttons(...actions: readonly Button[]): IActionSet | IContainer {
  const rows = rowsOf(actions).map((row): IActionSet => ({ type: 'ActionSet', actions: row }))
  const [first, ...others] = rows
  if (first === undefined || others.length === 0)
    return { type: 'ActionSet', spacing: 'Medium', actions: [...actions] }
  const below = others.map((row): IActionSet => ({ ...row, spacing: 'Small' }))
  return { type: 'Container', spacing: 'Medium', items: [first, ...below] }
}

function rowsOf(actions: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  for (const action of actions) {
    const row = rows.at(-1)
    const fits = row !== undefined && widthOf([...row, action]) <= PHONE_WIDTH
    if (fits) row.push(action)
    else rows.push([action])
  }
  return rows
}

/** Measured on a phone of 360 pixels, where a letter of a button is 7 wide. */
const PHONE_WIDTH = 266
const LETTER_WIDTH = 7.2
const BUTTON_PADDING = 36

const widthOf = (row: readonly Button[]): number =>
  row.reduce((sum, { title = '' }) => sum + title.length * LETTER_WIDTH + BUTTON_PADDING, 0)

/** A button for a long title: Teams cuts those of actions off, a container lets them wrap. */
export function choice(title: string, action: Payload): IContainer {
  return {
    type: 'Container',
    style: 'emphasis',
    showBorder: true,
    roundedCorners: true,
    spacing: 'Small',
    selectAction: button(title, action),
    items: [withChevron([run(labelOf(title), { weight: 'Bolder', color: 'Accent' })])],
  }
}

/** A quieter choice: one line in a list of many, high enough for a thumb. */
export function row(title: string, action: Payload, detail?: string): IColumnSet {
  const label = run(labelOf(title), { color: 'Accent' })
  const runs = detail
    ? [label, run(` ${detail.replaceAll(' ', '\u00a0')}`, { size: 'Small', isSubtle: true })]
    : [label]
  const shape = { spacing: 'Small', minHeight: '28px' } as const
  const name = detail ? `${title} ${detail}` : title
  return { ...withChevron(runs), ...shape, selectAction: button(name, action) }
}

/** Never empty: a screen reader must have something to say. */
export function labelOf(title: string): string {
  return clip(safeText(title).trim(), MAX_LABEL) || '…'
}

function withChevron(inlines: ITextRun[]): IColumnSet {
  const chevron = text('›', { color: 'Accent', weight: 'Bolder' })
  const centred = { type: 'Column', verticalContentAlignment: 'Center' } as const
  return {
    type: 'ColumnSet',
    columns: [
      { ...centred, width: 'stretch', items: [richText(inlines)] },
      { ...centred, width: 'auto', items: [chevron] },
    ],
  }
}

/** A block with a mark before it, such as the bullet or number of a list. */
export function marked(mark: string, content: Element, level = 0): IColumnSet {
  const markRun = text(mark, { weight: 'Bolder' }, { horizontalAlignment: 'Right' })
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: `${20 * (level + 1)}px`, items: mark === '' ? [] : [markRun] },
      { type: 'Column', width: 'stretch', spacing: 'Small', items: [content] },
    ],
  }
}

/** Text on a ground of its own; the words must say what the colour says. */
export function box(style: 'emphasis' | 'attention' | 'warning', items: Element[]): IContainer {
  return { type: 'Container', style, roundedCorners: true, spacing: 'Medium', items }
}

/** At most so many UTF-16 units, and no half of a character. */
export function clip(value: string, length: number): string {
  if (value.length <= length) return value
  const beginning = value.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  return `${beginning.trimEnd()}…`
}
