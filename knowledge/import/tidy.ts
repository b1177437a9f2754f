/** Tidy: blocks as a handbook holds them, whatever they came from. */
import type { ListItem, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { plainTextOf } from '../markdown.ts'
import { tidyInline } from './tidy-inline.ts'

/** Levels one and two are chapters and sections. */
const INNER_HEADING = 3
const DEEPEST = 6

/** Deeper nested than this nobody reads; what is below is kept as text. */
const MAX_NESTING = 50

export function tidy(blocks: readonly RootContent[], nesting = 0): RootContent[] {
  return blocks.flatMap((block) => tidyBlock(block, nesting))
}

function tidyBlock(block: RootContent, nesting: number): RootContent[] {
  if (nesting > MAX_NESTING) return paragraphOf([{ type: 'text', value: plainTextOf(block) }])
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block.children)
    case 'heading':
      return headingOf(block.depth, block.children)
    case 'list':
      return listOf(block.ordered === true, block.children, nesting)
    case 'table':
      return tableOf(block)
    case 'blockquote': {
      const children = tidy(block.children, nesting + 1).filter(isInFlow)
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }
    case 'code':
      return [{ type: 'code', lang: null, meta: null, value: block.value }]
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }]
    default:
      return looseOf(block)
  }
}

/** Text that stands in no paragraph becomes one; anything else is nothing to read. */
function looseOf(block: RootContent): Paragraph[] {
  const inline = isInline(block) ? [block] : []
  return paragraphOf(inline)
}

const INLINE = new Set(['text', 'strong', 'emphasis', 'link', 'inlineCode', 'delete'])
const isInline = (node: RootContent): node is PhrasingContent => INLINE.has(node.type)

const FLOW = new Set(['paragraph', 'heading', 'list', 'table', 'blockquote', 'code'])
type InFlow = ListItem['children'][number]
const isInFlow = (node: RootContent): node is InFlow =>
  FLOW.has(node.type) || node.type === 'thematicBreak'

function paragraphOf(children: readonly PhrasingContent[]): Paragraph[] {
  const tidied = tidyInline(children)
  return tidied.length === 0 ? [] : [{ type: 'paragraph', children: tidied }]
}

function headingOf(depth: number, children: readonly PhrasingContent[]): RootContent[] {
  const tidied = tidyInline(children.map((child) => (child.type === 'break' ? SPACE : child)))
  if (tidied.length === 0) return []
  const inner = Math.min(DEEPEST, Math.max(INNER_HEADING, depth))
  return [{ type: 'heading', depth: inner === 3 ? 3 : inner === 4 ? 4 : 5, children: tidied }]
}

const SPACE: PhrasingContent = { type: 'text', value: ' ' }

function listOf(ordered: boolean, items: readonly ListItem[], nesting: number): RootContent[] {
  const children = items.flatMap((item): ListItem[] => {
    const inner = tidy(item.children, nesting + 1).filter(isInFlow)
    return inner.length === 0 ? [] : [{ type: 'listItem', spread: false, children: inner }]
  })
  if (children.length === 0) return []
  return [{ type: 'list', ordered, start: ordered ? 1 : null, spread: false, children }]
}

/** A reader adds an empty head to a table that had none: its first row is one then. */
function tableOf({ children }: Table): RootContent[] {
  const rows = children.map((row) => row.children.map(cellOf))
  const filled = rows.filter((row) => row.some((cell) => cell.children.length > 0))
  if (filled.length === 0) return []
  const width = Math.max(...filled.map((row) => row.length))
  const padded = filled.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () =>
      cellOf({ type: 'tableCell', children: [] }),
    ),
  ])
  const align = Array.from({ length: width }, () => null)
  return [
    {
      type: 'table',
      align,
      children: padded.map((cells) => ({ type: 'tableRow', children: cells })),
    },
  ]
}

/** Markdown has one line for a cell: its paragraphs follow each other on it. */
function cellOf({ children }: TableCell): TableCell {
  return { type: 'tableCell', children: tidyInline(children.flatMap((child) => inlineOf(child))) }
}

/** A reader of HTML leaves blocks in cells, which the types do not know. */
function inlineOf(node: RootContent | ListItem): PhrasingContent[] {
  if (node.type === 'break') return [SPACE]
  if (node.type === 'paragraph' || node.type === 'heading')
    return [...node.children.flatMap(inlineOf), SPACE]
  if (node.type === 'listItem' || node.type === 'list' || node.type === 'blockquote')
    return [...node.children.flatMap(inlineOf), SPACE]
  return isInline(node) ? [node] : []
}
