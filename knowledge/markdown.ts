/** Markdown: the one place that parses it, and plain text of what was parsed. */
import type { List, Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as textOf } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'

export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
}

/** The text of a node on one line, blocks separated by a space. */
export function plainTextOf(node: Nodes): string {
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
    return (node.children as Nodes[])
      .map(plainTextOf)
      .filter(Boolean)
      .join(isInline(node) ? '' : ' ')
  }
  return textOf(node, { includeHtml: false }).replace(/\s+/g, ' ')
}

const INLINE = new Set(['emphasis', 'strong', 'link', 'delete', 'linkReference'])
const isInline = (node: Nodes): boolean => INLINE.has(node.type)

/** Targets of the links to other sections (`[title](#id)`), in order, without repeats. */
export function linkedSections(node: Nodes): readonly string[] {
  const found = new Set<string>()
  walk(node, (child) => {
    if (child.type === 'link' && child.url.startsWith('#')) found.add(child.url.slice(1))
  })
  return [...found]
}

export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

export const asRoot = (children: readonly RootContent[]): Root => ({
  type: 'root',
  children: [...children],
})

export const isNumberedList = (node: RootContent): node is List =>
  node.type === 'list' && node.ordered === true

/** The text to search in: without "see also" lines, which are about other sections. */
export function searchableText(root: Root): string {
  return root.children
    .filter((block) => !isSeeAlso(block))
    .map((block) => plainTextOf(block))
    .join('\n')
}

/** A paragraph of which all but a label is links to other sections. */
export function isSeeAlso(block: RootContent): boolean {
  if (block.type !== 'paragraph' || linkedSections(block).length === 0) return false
  const beside = block.children.filter((child) => child.type !== 'link')
  return beside.every((child) => plainTextOf(child).replace(/[^\p{L}]/gu, '').length <= 10)
}

/** Forgets where in the file each node stood: more than half of a tree's memory. */
export function withoutPositions(root: Root): Root {
  walk(root, (node) => {
    delete node.position
  })
  return root
}
