/** Resolve links: links inside a document lead to sections; those that lead nowhere become text. */
import type { Nodes, RootContent } from 'mdast'
import { sectionOfLink } from '../safe-text.ts'

/** @param idOf the id of the section that an anchor stands in; undefined for none */
export function resolveLinks(
  blocks: readonly RootContent[],
  idOf: (anchor: string) => string | undefined,
): readonly RootContent[] {
  return blocks.map((block) => resolved(block, idOf))
}

function resolved<T extends Nodes>(node: T, idOf: (anchor: string) => string | undefined): T {
  if (!('children' in node)) return node
  const children: readonly Nodes[] = node.children
  return { ...node, children: children.map((child) => linked(resolved(child, idOf), idOf)) }
}

function linked(node: Nodes, idOf: (anchor: string) => string | undefined): Nodes {
  const anchor = node.type === 'link' ? sectionOfLink(node.url) : undefined
  if (node.type !== 'link' || anchor === undefined) return node
  const id = idOf(anchor)
  return id === undefined ? { ...node, url: '' } : { ...node, url: `#${id}` }
}
