/** Join: parts as blocks; what belongs close together is one block, as Slack puts space between. */
import type { Button, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types'
import { rowsOf } from './buttons.ts'
import { MAX_HEADER, MAX_TEXT_OBJECT } from './limits.ts'
import type { Part, ShownBlock, TextPart } from './part.ts'
import { lengthOf } from './table.ts'
import { asText, withMark } from './walk.ts'
import { oneLine, plain, textElement } from './words.ts'

/** A block, whether it may go when there is too much, and with which others. */
export type Piece = Readonly<{ block: ShownBlock; gives: boolean; unit: number }>

/** More in one block is a wall of text, and goes as a whole when there is too much. */
const MAX_JOINED = 2_500

type Open = Readonly<
  { gives: boolean; unit: number } & (
    | { kind: 'text'; elements: readonly RichTextBlockElement[]; length: number }
    | { kind: 'small'; text: string }
    | { kind: 'buttons'; buttons: readonly Button[] }
    | { kind: 'block'; block: ShownBlock }
  )
>

export function join(parts: readonly Part[]): readonly Piece[] {
  const joined: Open[] = []
  let links: readonly Button[] = []
  for (const part of withHeaders(parts)) {
    if (!staysInText(part)) {
      joined.push(...linked(links, joined.at(-1)))
      links = []
    }
    if (part.kind === 'text') links = [...links, ...part.links]
    add(joined, { ...part, gives: part.gives ?? false, unit: part.unit ?? 0 })
  }
  joined.push(...linked(links, joined.at(-1)))
  return joined.flatMap(piecesOf)
}

function linked(links: readonly Button[], last: Open | undefined): readonly Open[] {
  if (links.length === 0) return []
  return [{ kind: 'buttons', buttons: unique(links), gives: true, unit: last?.unit ?? 0 }]
}

/** Buttons that the words of a text lead to come when all of the text has been said. */
const staysInText = (part: Part): boolean =>
  part.kind === 'text' || (part.kind === 'block' && part.block.type === 'table')

const unique = (buttons: readonly Button[]): readonly Button[] => [
  ...new Map(buttons.map((button) => [`${button.value}`, button])).values(),
]

/** The first one, and large ones; others are bold, as a page of headers is loud. */
function withHeaders(parts: readonly Part[]): readonly Part[] {
  let isFirst = true
  return parts.map((part): Part => {
    if (part.kind !== 'header') return part
    const { text, large, tight, gives, unit } = part
    const shown = oneLine(text)
    const isHeader = (isFirst || large) && shown.length <= MAX_HEADER && shown !== ''
    isFirst = false
    const about = { gives: isHeader ? false : gives, unit } as const
    return isHeader
      ? { kind: 'block', block: { type: 'header', text: plain(shown, MAX_HEADER) }, ...about }
      : { ...asText(text, { bold: true }), tight, ...about }
  })
}

type Known = Part & Readonly<{ gives: boolean; unit: number }>

function add(joined: Open[], part: Known): void {
  const last = joined.at(-1)
  const merged = last && merge(last, part)
  if (merged) joined[joined.length - 1] = merged
  else if (part.kind !== 'divider' || mayDivide(last)) joined.push(opened(part))
}

/** A line below a header, at the top or twice says nothing. */
const mayDivide = (last: Open | undefined): boolean =>
  last !== undefined && !(last.kind === 'block' && ['header', 'divider'].includes(last.block.type))

function opened(part: Known): Open {
  const { gives, unit } = part
  switch (part.kind) {
    case 'text':
      return {
        kind: 'text',
        elements: withText([], part),
        length: lengthOf(part.elements),
        gives,
        unit,
      }
    case 'small':
      return { kind: 'small', text: part.text, gives, unit }
    case 'buttons':
      return { kind: 'buttons', buttons: part.buttons, gives, unit }
    case 'block':
      return { kind: 'block', block: part.block, gives, unit }
    case 'header':
    case 'divider':
      return { kind: 'block', block: { type: 'divider' }, gives, unit }
  }
}

/** Undefined when they stay apart. */
function merge(last: Open, part: Known): Open | undefined {
  const gives = last.gives && part.gives
  if (last.kind === 'buttons' && part.kind === 'buttons' && last.unit !== part.unit && !part.gives)
    return undefined
  if (last.kind === 'buttons' && part.kind === 'buttons')
    return { ...last, gives, buttons: [...last.buttons, ...part.buttons] }
  if (last.kind === 'small' && part.kind === 'small' && part.tight)
    return { ...last, gives, text: `${last.text}\n${part.text}` }
  if (last.kind !== 'text' || part.kind !== 'text' || !part.tight) return undefined
  const length = last.length + lengthOf(part.elements)
  if (length > MAX_JOINED) return undefined
  return { ...last, gives, length, elements: withText(last.elements, part) }
}

function withText(
  before: readonly RichTextBlockElement[],
  part: TextPart,
): readonly RichTextBlockElement[] {
  const last = before.at(-1)
  const elements = [...part.elements]
  if (part.form === 'bullet' || part.form === 'ordered') return withItem(before, part)
  if (part.form === 'preformatted') return [...before, preformatted(elements)]
  const type = part.form === 'quote' ? 'rich_text_quote' : 'rich_text_section'
  if (last?.type !== type) return [...before, { type, elements }]
  const more = [...last.elements, textElement('\n'), ...elements]
  return [...before.slice(0, -1), { type, elements: more }]
}

const preformatted = (elements: readonly RichTextElement[]): RichTextBlockElement => ({
  type: 'rich_text_preformatted',
  elements: elements.filter((element) => element.type === 'text' || element.type === 'link'),
})

/** Slack numbers a list from 1: an item that comes after something else says its own number. */
function withItem(
  before: readonly RichTextBlockElement[],
  { form, mark, indent, elements }: TextPart,
): readonly RichTextBlockElement[] {
  const style = form === 'bullet' ? 'bullet' : 'ordered'
  const item: RichTextSection = { type: 'rich_text_section', elements: [...elements] }
  const last = before.at(-1)
  const isSame =
    last?.type === 'rich_text_list' && last.style === style && (last.indent ?? 0) === indent
  const place = isSame ? last.elements.length + 1 : 1
  if (style === 'ordered' && mark !== `${place}.`) {
    return withText(before, withMark({ ...asText(''), elements }, mark))
  }
  if (isSame) return [...before.slice(0, -1), { ...last, elements: [...last.elements, item] }]
  const list: RichTextBlockElement = { type: 'rich_text_list', style, elements: [item] }
  return [...before, indent > 0 ? { ...list, indent } : list]
}

function piecesOf(open: Open): readonly Piece[] {
  const { gives, unit } = open
  return blocksOf(open).map((block) => ({ block, gives, unit }))
}

function blocksOf(open: Open): readonly ShownBlock[] {
  switch (open.kind) {
    case 'text':
      return [{ type: 'rich_text', elements: [...open.elements] }]
    case 'small':
      return inBits(open.text).map((text) => ({ type: 'context', elements: [plain(text)] }))
    case 'buttons':
      return rowsOf(open.buttons)
    case 'block':
      return [open.block]
  }
}

const inBits = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${MAX_TEXT_OBJECT}}`, 'gu')) ?? ['']
