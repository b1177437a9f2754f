/** Fit: cuts what is too much for Slack, and says so where it is cut; what can be pressed stays whole. */
import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from '@slack/types'
import { clip } from '../../../../adaptive-cards/elements.ts'
import type { Piece } from './join.ts'
import {
  MAX_BLOCKS_MESSAGE,
  MAX_BLOCKS_TEXT,
  MAX_BLOCKS_VIEW,
  MAX_VIEW_TEXT,
  TEXT_OF_A_BLOCK,
} from './limits.ts'
import type { ShownBlock } from './part.ts'
import { plain } from './words.ts'

type Room = Readonly<{ blocks: number; text: number }>

export const ROOM: Readonly<Record<'message' | 'view', Room>> = {
  message: { blocks: MAX_BLOCKS_MESSAGE, text: MAX_BLOCKS_TEXT },
  view: { blocks: MAX_BLOCKS_VIEW, text: MAX_VIEW_TEXT },
}

/** A beginning of a paragraph that is shorter says nothing. */
const LEAST = 200

/** @param more says that there is more than is shown */
export function cutToFit(
  pieces: readonly Piece[],
  room: Room,
  more: string,
): readonly ShownBlock[] {
  if (fits(pieces, room)) return pieces.map(({ block }) => block)
  const withoutLines = pieces.filter(({ block }) => block.type !== 'divider')
  if (fits(withoutLines, room)) return withoutLines.map(({ block }) => block)

  const note = noteOf(more)
  let cut: Cut = { left: withoutLines, at: withoutLines.length }
  while (cut.left.length > 0 && !fits([...cut.left, note], room)) cut = less(cut, note, room)
  return cut.left.toSpliced(cut.at, 0, note).map(({ block }) => block)
}

const noteOf = (more: string): Piece => ({
  block: { type: 'context', elements: [plain(more)] },
  gives: false,
  unit: -1,
})

/** What is left, and where the first of what is not left stood. */
type Cut = Readonly<{ left: readonly Piece[]; at: number }>

/** One thing of a list goes with all that belongs to it; of a text the beginning stays. */
function less({ left }: Cut, note: Piece, room: Room): Cut {
  const index = mostGiving(left, left.length < room.blocks)
  const last = left[index]
  if (last === undefined) return { left: left.slice(0, -1), at: left.length - 1 }
  const short = shortened(last, [...left, note], room)
  if (short !== undefined) return { left: left.with(index, short), at: index + 1 }
  const goes = (piece: Piece): boolean => piece.gives && piece.unit === last.unit
  return { left: left.filter((piece) => !goes(piece)), at: left.findIndex(goes) }
}

/** Long texts before the rows below them, which are what somebody goes on with. */
function mostGiving(pieces: readonly Piece[], hasBlocksLeft: boolean): number {
  const isLong = ({ gives, block }: Piece) =>
    gives && block.type === 'rich_text' && textIn(block) >= LEAST
  const long = hasBlocksLeft ? pieces.findLastIndex(isLong) : -1
  return long >= 0 ? long : pieces.findLastIndex(({ gives }) => gives)
}

function fits(pieces: readonly Piece[], { blocks, text }: Room): boolean {
  return pieces.length <= blocks && weightOf(pieces) <= text
}

const weightOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { block }) => sum + textIn(block) + TEXT_OF_A_BLOCK, 0)

/** Characters of all words in it, those of buttons and options too. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textIn(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, held]) =>
      sum + (key === 'text' && typeof held === 'string' ? held.length : textIn(held)),
    0,
  )
}

/** The beginning of a text, where that makes it fit. */
function shortened(piece: Piece, pieces: readonly Piece[], room: Room): Piece | undefined {
  const { block } = piece
  if (block.type !== 'rich_text' || pieces.length > room.blocks) return undefined
  const left = textIn(block) - (weightOf(pieces) - room.text)
  return left < LEAST ? undefined : { ...piece, block: beginning(block, left) }
}

function beginning({ elements }: RichTextBlock, length: number): RichTextBlock {
  const shown: RichTextBlockElement[] = []
  let left = length
  for (const element of elements) {
    if (left <= 0) break
    const part = partOf(element, left)
    left -= textIn(element)
    shown.push(part)
  }
  return { type: 'rich_text', elements: shown }
}

function partOf(element: RichTextBlockElement, length: number): RichTextBlockElement {
  switch (element.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return { ...element, elements: [...firstOf(element.elements, length)] }
    case 'rich_text_preformatted':
      return { ...element, elements: [...firstOf(element.elements, length)] }
    case 'rich_text_list':
      return { ...element, elements: [...firstItems(element.elements, length)] }
  }
}

function firstItems(items: readonly RichTextSection[], length: number): readonly RichTextSection[] {
  const shown: RichTextSection[] = []
  let left = length
  for (const item of items) {
    if (left <= 0) break
    shown.push({ ...item, elements: [...firstOf(item.elements, left)] })
    left -= textIn(item)
  }
  return shown
}

function firstOf<E extends RichTextElement>(elements: readonly E[], length: number): readonly E[] {
  const shown: E[] = []
  let left = length
  for (const element of elements) {
    if (left <= 0) break
    const text = 'text' in element ? (element.text ?? '') : ''
    shown.push(text.length > left ? { ...element, text: clip(text, left) } : element)
    left -= text.length
  }
  return shown
}
