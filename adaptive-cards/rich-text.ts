/**
 * Rich text: a handbook's Markdown tree as card elements.
 *
 * Everything becomes runs, so nothing in a handbook is ever parsed a second time. Elements come
 * one by one and bounded in size, so that a card can stop when it is full.
 */
import type { ITextRun } from '@microsoft/teams.cards'
import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast'
import type { RichText } from '../knowledge/handbook.ts'
import { textOf } from '../knowledge/safe-text.ts'
import { marked, richText, run } from './elements.ts'
import type { Block } from './fit.ts'
import { clipRuns, runsOf } from './inline.ts'
import { tableBlocks } from './table.ts'

type Place = Readonly<{ depth: number; level: number; mark?: string }>

/** Deeper nesting is shown as plain text: nobody reads it, and the stack is finite. */
const MAX_DEPTH = 8

/** Levels that still get an indent: on a phone a deeper one leaves no room for words. */
const MAX_INDENT = 2

/** Bytes of one paragraph: some 1,500 words. */
const MAX_PARAGRAPH = 10_000

export function* blocks(root: RichText): Generator<Block> {
  for (const node of root.children) yield* blockOf(node, { depth: 0, level: -1 })
}

function* blockOf(
  node: RootContent | BlockContent | DefinitionContent,
  place: Place,
): Generator<Block> {
  if (place.depth > MAX_DEPTH)
    return yield inPlace(paragraph([run(textOf(node, MAX_PARAGRAPH))]), place)

  switch (node.type) {
    case 'paragraph':
      return yield inPlace(paragraph(runsOf(node.children)), place)
    case 'heading':
      return yield inPlace(
        paragraph(runsOf(node.children, { weight: 'Bolder', size: 'Medium' })),
        place,
      )
    case 'list':
      return yield* listBlocks(node.children, node.ordered ? (node.start ?? 1) : undefined, place)
    case 'blockquote':
      return yield* quoteBlocks(node.children, place)
    case 'table':
      return yield* tableBlocks(node)
    case 'code':
      return yield inPlace(code(node.value), place)
    case 'html':
      return yield inPlace(paragraph([run(node.value)]), place)
    case 'thematicBreak':
    case 'definition':
    case 'yaml':
      return
    default:
      return yield inPlace(paragraph([run(textOf(node, MAX_PARAGRAPH))]), place)
  }
}

function* listBlocks(
  items: readonly ListItem[],
  start: number | undefined,
  { depth, level }: Place,
): Generator<Block> {
  for (const [index, item] of items.entries()) {
    const mark = start === undefined ? '•' : `${start + index}.`
    const inner = { depth: depth + 1, level: Math.min(level + 1, MAX_INDENT) }
    for (const [nth, child] of item.children.entries())
      yield* blockOf(child, nth === 0 ? { ...inner, mark } : inner)
  }
}

function* quoteBlocks(
  children: readonly (BlockContent | DefinitionContent)[],
  place: Place,
): Generator<Block> {
  for (const child of children)
    for (const { element, cut } of blockOf(child, { ...place, depth: place.depth + 1 }))
      yield {
        element: { type: 'Container', style: 'emphasis', spacing: 'Small', items: [element] },
        cut,
      }
}

/** Puts a list item's block under its mark; blocks outside lists stay as they are. */
function inPlace({ element, cut }: Block, { level, mark = '' }: Place): Block {
  return { element: level < 0 ? element : marked(mark, element, level), cut }
}

function code(value: string): Block {
  const { element, cut } = paragraph([run(value, { fontType: 'Monospace' })])
  return { element: { type: 'Container', style: 'emphasis', items: [element] }, cut }
}

function paragraph(runs: Iterable<ITextRun>): Block {
  const { inlines, cut } = clipRuns(runs, MAX_PARAGRAPH)
  return { element: richText(inlines.length > 0 ? inlines : [run(' ')]), cut }
}
