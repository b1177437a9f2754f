/** Tagged PDF: the writing program said what is a heading, a list or a table. */
import type { ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import { LABEL } from './pdf-lines.ts'

/** Of the tree that the PDF reader gives, the part that is used; leaves name what is marked. */
export type PdfNode = Readonly<{ role?: string; id?: string; children?: readonly PdfNode[] }>

type Texts = ReadonlyMap<string, string>

export function blocksOfTree(node: PdfNode, texts: Texts): RootContent[] {
  const { role = '', children = [] } = node
  const depth = depthOf(role)
  if (depth !== undefined) return textBlock(inline(node, texts), depth)
  switch (role) {
    case 'P':
    case 'Caption':
      return paragraphOf(node, texts)
    case 'L':
      return listOf(children, texts)
    case 'Table':
      return tableOf(node, texts)
    case 'TOC':
    case 'Figure':
    case 'Artifact':
      return []
    default:
      return node.id === undefined
        ? children.flatMap((child) => blocksOfTree(child, texts))
        : textBlock(inline(node, texts))
  }
}

function depthOf(role: string): 1 | 2 | 3 | 4 | undefined {
  const digit = /^H([1-6])$/.exec(role)?.[1]
  if (role === 'Title' || digit === undefined) return undefined
  return digit === '1' ? 1 : digit === '2' ? 2 : digit === '3' ? 3 : 4
}

const phrase = (value: string): PhrasingContent[] => [{ type: 'text', value }]

function textBlock(text: string, depth?: 1 | 2 | 3 | 4): RootContent[] {
  if (text === '') return []
  const children = phrase(text)
  return [
    depth === undefined ? { type: 'paragraph', children } : { type: 'heading', depth, children },
  ]
}

const BLOCK = new Set(['P', 'L', 'Table', 'Div', 'Sect', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
const isBlock = ({ role = '' }: PdfNode): boolean => BLOCK.has(role)

/** What hangs in a paragraph, such as a text box, comes after it. */
function paragraphOf(node: PdfNode, texts: Texts): RootContent[] {
  const { children = [] } = node
  const own = { ...node, children: children.filter((child) => !isBlock(child)) }
  const inside = children.filter(isBlock).flatMap((child) => blocksOfTree(child, texts))
  return [...textBlock(inline(own, texts)), ...inside]
}

/** A number or a bullet stands apart from what follows it. */
function inline(node: PdfNode, texts: Texts): string {
  const pieces = piecesOf(node, texts).filter((piece) => piece.trim() !== '' || piece === ' ')
  const [first = '', ...rest] = pieces
  const between = LABEL.test(first) ? ' ' : ''
  return (first + between + rest.join('')).replace(/\s+/g, ' ').trim()
}

function piecesOf({ id, children = [] }: PdfNode, texts: Texts): string[] {
  if (id !== undefined) return [texts.get(id) ?? '']
  return children.flatMap((child) => piecesOf(child, texts))
}

const MARK = /^\s*(?:(\d+[.)]|[a-z][.)])|[•▪◦·‣–\uf0b7\uf0a7o-])\s+/u

function listOf(items: readonly PdfNode[], texts: Texts): RootContent[] {
  const read = items.map((item) => itemOf(item, texts))
  const children = read.map(({ item }) => item).filter((item) => item.children.length > 0)
  const ordered = read[0]?.ordered === true
  return children.length === 0 ? [] : [{ type: 'list', ordered, spread: false, children }]
}

function itemOf(node: PdfNode, texts: Texts): Readonly<{ item: ListItem; ordered: boolean }> {
  const labels = (node.children ?? []).filter(({ role }) => role === 'Lbl')
  const rest = (node.children ?? []).filter(({ role }) => role !== 'Lbl')
  const label = labels.map((each) => inline(each, texts)).join('')
  const blocks = rest.flatMap((child) => blocksOfTree(bodyOf(child), texts))
  const [first] = blocks
  const start = first?.type === 'paragraph' ? first.children[0] : undefined
  const text = start?.type === 'text' ? start.value : ''
  const mark = MARK.exec(`${label} ${text}`)
  const stripped = label === '' && mark !== null ? text.replace(MARK, '') : text
  const head = text === '' ? blocks : [...textBlock(stripped), ...blocks.slice(1)]
  const children = head.filter((block) => block.type === 'paragraph' || block.type === 'list')
  return { item: { type: 'listItem', spread: false, children }, ordered: mark?.[1] !== undefined }
}

/** Some programs put the text of an item right into its body. */
const bodyOf = (node: PdfNode): PdfNode =>
  node.role === 'LBody' && !(node.children ?? []).some(isBlock) ? { ...node, role: 'P' } : node

function tableOf(table: PdfNode, texts: Texts): RootContent[] {
  const rows = rowsOf(table).map(
    (row): TableRow => ({
      type: 'tableRow',
      children: (row.children ?? []).map((cell) => ({
        type: 'tableCell',
        children: phrase(inline(cell, texts)),
      })),
    }),
  )
  return rows.length === 0 ? [] : [{ type: 'table', children: rows }]
}

const rowsOf = ({ role, children = [] }: PdfNode): readonly PdfNode[] =>
  children.flatMap((child) => (child.role === 'TR' ? [child] : role === 'TD' ? [] : rowsOf(child)))
