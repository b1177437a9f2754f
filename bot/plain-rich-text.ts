/** Plain rich text: a handbook's Markdown tree as text, with its lists, tables and link addresses. */
import type {
  BlockContent,
  DefinitionContent,
  List,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import type { RichText } from '../knowledge/handbook.ts'
import { safeText, safeUrl, textOf } from '../knowledge/safe-text.ts'
import { WIDTH, wrap } from './plain-layout.ts'

type Block = RootContent | BlockContent | DefinitionContent
type Place = Readonly<{ depth: number; width: number }>

/** Deeper nesting loses its form: nobody reads it, and the stack is finite. */
const MAX_DEPTH = 8

export function richTextToPlain(root: RichText): string {
  return joined(root.children, { depth: 0, width: WIDTH }, '\n\n')
}

function joined(nodes: readonly Block[], place: Place, between: string): string {
  return nodes
    .map((node) => blockText(node, place))
    .filter((text) => text !== '')
    .join(between)
}

function blockText(node: Block, place: Place): string {
  if (place.depth > MAX_DEPTH) return wrap(textOf(node), '', place.width)

  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return wrap(inlineText(node.children, 0), '', place.width)
    case 'list':
      return listText(node, place)
    case 'blockquote':
      return prefixed(joined(node.children, inside(place, '> '), '\n\n'), '> ', '> ')
    case 'table':
      return tableText(node, place.width)
    case 'code':
      return prefixed(safeText(node.value), '    ', '    ')
    case 'thematicBreak':
    case 'definition':
      return ''
    default:
      return wrap(textOf(node), '', place.width)
  }
}

function listText({ children, ordered, start }: List, place: Place): string {
  return children
    .map((item, index) => {
      const mark = ordered ? `${(start ?? 1) + index}. ` : '- '
      const text = joined(item.children, inside(place, mark), '\n')
      return prefixed(text, mark, ' '.repeat(mark.length))
    })
    .join('\n')
}

const inside = ({ depth, width }: Place, mark: string): Place => {
  return { depth: depth + 1, width: width - mark.length }
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n')
}

/** One block a row, "Header: cell" a line: reads aloud as well as it reads on a screen. */
function tableText({ children }: Table, width: number): string {
  const [header, ...rows] = children
  const labels = header?.children.map((cell) => inlineText(cell.children, 0)) ?? []
  if (rows.length === 0) return labels.join(', ')
  return rows
    .map((row) =>
      row.children
        .map((cell, index) => `${labels[index] ?? ''}: ${inlineText(cell.children, 0)}`)
        .map((line, index) => wrap(line, index === 0 ? '- ' : '  ', width))
        .join('\n'),
    )
    .join('\n')
}

function inlineText(nodes: readonly PhrasingContent[], depth: number): string {
  return nodes.map((node) => inlineOf(node, depth)).join('')
}

function inlineOf(node: PhrasingContent, depth: number): string {
  if (depth > MAX_DEPTH) return textOf(node)

  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlineText(node.children, depth + 1)
    case 'link':
      return linkText(node.url, textOf(node))
    case 'break':
      return '\n'
    case 'text':
    case 'html':
    case 'inlineCode':
      return safeText(node.value).replaceAll('\n', ' ')
    default:
      return textOf(node)
  }
}

/** The address in brackets, unless the words are the address or it leads nowhere outside. */
function linkText(address: string, words: string): string {
  const url = safeUrl(address)
  if (url === undefined) return words
  const target = url.protocol === 'mailto:' ? url.pathname : url.href
  return words.includes(target) || target === `${words}/` ? words : `${words} (${target})`
}
