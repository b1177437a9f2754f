/** Walk: the elements of a card, which say what stands where, as parts of a Slack message. */
import type { IColumnSet, IContainer, IRichTextBlock } from '@microsoft/teams.cards'
import type { RichTextElement } from '@slack/types'
import type { Element } from '../../../../adaptive-cards/elements.ts'
import type { Language } from '../../../../knowledge/language.ts'
import { buttonParts, choiceParts, type Pressable } from './buttons.ts'
import { type CardInput, inputBlocks } from './inputs.ts'
import { MAX_TABLES } from './limits.ts'
import type { Part, TextPart } from './part.ts'
import { richOf, runsOf, wordsOf } from './rich.ts'
import { tableParts } from './table.ts'
import { oneLine, textElement } from './words.ts'

export type Place = Readonly<{
  language: Language
  surface: 'message' | 'modal'
  /** Of forms that follow each other in one modal. */
  round?: number
}>

/** Each element of the card is a unit, which goes as a whole when there is too much. */
export function walk(body: readonly Element[], place: Place): readonly Part[] {
  let tables = 0
  return body.flatMap((element, unit) => {
    const gives = mayGo(element)
    const asTable = place.surface === 'message' && element.type === 'Table' && tables++ < MAX_TABLES
    const parts = asTable ? tableParts(element, place.language, true) : partsOf(element, place)
    const isSource = (part: Part) => part.kind === 'small' && element.type === 'RichTextBlock'
    return [...parts].map((part) => ({ ...part, unit, gives: gives && !isSource(part) }))
  })
}

/** What can be pressed or filled in stays, as do the source and what asks for attention. */
function mayGo(element: Element): boolean {
  if (element.type === 'Container')
    return element.style === undefined || element.style === 'emphasis'
  return ['RichTextBlock', 'ColumnSet', 'Table'].includes(element.type)
}

/** @throws Error for an element that Slack's side does not know: add it here */
export function* partsOf(element: Element, place: Place): Generator<Part> {
  switch (element.type) {
    case 'TextBlock':
      return yield { kind: 'header', text: element.text ?? '', large: false, tight: false }
    case 'RichTextBlock':
      return yield* richParts(element, place.language)
    case 'ActionSet':
      if (element.separator) yield { kind: 'divider' }
      return yield* buttonParts(pressables(element.actions), place.language)
    case 'Container':
      return yield* containerParts(element, place)
    case 'ColumnSet':
      return yield* columnParts(element, place)
    case 'Table':
      return yield* tableParts(element, place.language, false)
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.ChoiceSet':
      return yield* inputParts(element, place)
    default:
      throw new Error(`Slack has no way to show a ${element.type}`)
  }
}

function* inputParts(input: CardInput, { language, round }: Place): Generator<Part> {
  for (const block of inputBlocks(input, language, round)) yield { kind: 'block', block }
}

export const pressables = (actions: readonly unknown[] | undefined): readonly Pressable[] =>
  (actions ?? []).filter(isPressable)

const isPressable = (action: unknown): action is Pressable =>
  typeof action === 'object' &&
  action !== null &&
  'type' in action &&
  (action.type === 'Action.Execute' || action.type === 'Action.OpenUrl')

const CLOSE: readonly unknown[] = ['None', 'Small']

function* richParts(block: IRichTextBlock, language: Language): Generator<Part> {
  const runs = runsOf(block)
  const tight = CLOSE.includes(block.spacing)
  if (block.separator && ['Medium', 'Large'].includes(block.spacing ?? '') && !isSmall(runs))
    yield { kind: 'divider' }
  if (isSmall(runs)) return yield { kind: 'small', text: wordsOf(runs), tight }
  const { elements, links } = richOf(runs, language)
  if (elements.length === 0) return
  const [only, ...others] = runs
  const isPlain = others.length === 0 && only?.selectAction === undefined
  if (isPlain && only?.weight === 'Bolder' && (only.size === 'Large' || only.size === 'ExtraLarge'))
    return yield { kind: 'header', text: only.text, large: only.size === 'ExtraLarge', tight }
  yield { kind: 'text', form: 'section', mark: '', indent: 0, elements, links, tight }
}

/** Small and bold without being subtle is a warning, which stays as large as the rest. */
const isSmall = (runs: ReturnType<typeof runsOf>): boolean =>
  runs.length > 0 &&
  runs.every(
    ({ size, weight, isSubtle, selectAction }) =>
      size === 'Small' && (isSubtle || weight !== 'Bolder') && selectAction === undefined,
  )

function* containerParts(container: IContainer, place: Place): Generator<Part> {
  const { selectAction, items = [], separator, style } = container
  if (separator) yield { kind: 'divider' }
  if (selectAction?.type === 'Action.Execute') {
    const title = titleIn(items)
    return yield* choiceParts({ title, action: selectAction }, place.language)
  }
  const parts = items.flatMap((item) => [...partsOf(item, place)])
  yield* style === 'emphasis' ? parts.map(asQuote) : parts
}

const titleIn = (elements: readonly Element[]): string =>
  elements.map((element) => runsUnder(element)[0]?.text ?? '').join(' ')

function runsUnder(element: Element | undefined): ReturnType<typeof runsOf> {
  if (element?.type === 'RichTextBlock') return runsOf(element)
  return element?.type === 'ColumnSet' ? runsUnder(element.columns?.[0]?.items?.[0]) : []
}

/** Words on a ground of their own: as a quote, which has a bar beside it. */
function asQuote(part: Part): Part {
  if (part.kind === 'header') {
    const { text, tight } = part
    return { ...asText(text, { bold: true }), form: 'quote', tight }
  }
  if (part.kind === 'small') return { ...asText(part.text), form: 'quote', tight: part.tight }
  if (part.kind !== 'text') return part
  const { elements, mark } = part
  if (elements.every(isCode)) return { ...part, form: 'preformatted', elements: elements.map(bare) }
  const before = mark === '' ? [] : [textElement(`${mark} `)]
  return { ...part, form: 'quote', mark: '', indent: 0, elements: [...before, ...elements] }
}

export function asText(text: string, style: Readonly<{ bold?: true }> = {}): TextPart {
  const elements = [textElement(text.trim() || '…', style)]
  const place = { mark: '', indent: 0, links: [], tight: false }
  return { kind: 'text', form: 'section', elements, ...place }
}

const isCode = (element: RichTextElement): boolean => element.style?.code === true

const bare = (element: RichTextElement): RichTextElement =>
  element.type === 'text' ? textElement(element.text) : element

function* columnParts(columns: IColumnSet, place: Place): Generator<Part> {
  const { selectAction, columns: [first, second] = [] } = columns
  if (selectAction?.type === 'Action.Execute') {
    const [title, detail] = runsUnder(first?.items?.[0])
    const choice = { title: title?.text ?? '', action: selectAction }
    const more = detail === undefined ? {} : { detail: oneLine(detail.text) }
    return yield* choiceParts({ ...choice, ...more }, place.language)
  }
  const width = first?.width
  if (typeof width === 'string' && width.endsWith('px')) {
    const mark = wordsOf(runsUnder(first?.items?.[0]))
    const indent = Math.max(0, Math.round(Number.parseInt(width, 10) / 20) - 1)
    return yield* markedParts(second?.items?.[0], { mark, indent }, place)
  }
  for (const item of [first, second].flatMap((column) => column?.items ?? []))
    yield* partsOf(item, place)
}

type Mark = Readonly<{ mark: string; indent: number }>

/** One paragraph is an item of a list; where more belongs to it, the mark stands before the words. */
function markedParts(content: Element | undefined, mark: Mark, place: Place): readonly Part[] {
  const parts = content === undefined ? [] : [...partsOf(content, place)]
  if (content?.type === 'RichTextBlock' && mark.mark !== '')
    return parts.map((part) => asItem(part, mark))
  return parts.map((part, index) => {
    if (part.kind !== 'text') return part
    return index === 0 && mark.mark !== '' ? withMark(part, mark.mark) : { ...part, tight: true }
  })
}

function asItem(part: Part, { mark, indent }: Mark): Part {
  const said = part.kind === 'small' ? asText(part.text) : part
  if (said.kind !== 'text') return said
  return { ...said, form: mark === '•' ? 'bullet' : 'ordered', mark, indent, tight: true }
}

export const withMark = (part: TextPart, mark: string): TextPart => ({
  ...part,
  elements: [textElement(`${mark} `), ...part.elements],
})
