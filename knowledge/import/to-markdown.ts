/** To Markdown: blocks as text that reads back as the same blocks, and whether two mean the same. */
import type { Nodes, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as serialise } from 'mdast-util-to-markdown'
import { asRoot, parseMarkdown, plainTextOf } from '../markdown.ts'
import { tidy } from './tidy.ts'

/**
 * Whatever somebody typed stays the text that it was: the serialiser escapes what would be read as
 * a heading, a comment or a link.
 */
export function toMarkdown(blocks: readonly RootContent[]): string {
  return serialise(asRoot(tidy(blocks)), {
    bullet: '-',
    emphasis: '*',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  }).trimEnd()
}

/** A title on one line, for after the number signs. */
export const titleToMarkdown = (title: string): string =>
  HARMLESS.test(title) ? title : escapedTitle(title)

/** Nothing in it means anything in Markdown. */
const HARMLESS = /^[\p{L}\p{N},.?'’()%/-]+(?: [\p{L}\p{N},.?'’()%/-]+)*$/u

const escapedTitle = (title: string): string =>
  toMarkdown([{ type: 'heading', depth: 3, children: [{ type: 'text', value: title }] }]).replace(
    /^### /,
    '',
  )

/**
 * Two texts with the same meaning read the same to an employee.
 *
 * @param formatted whether bold, italics and links are part of it
 */
export function meaningOf(markdown: string, formatted: boolean): string {
  const { children } = parseMarkdown(markdown)
  return JSON.stringify(tidy(formatted ? children : children.map(withoutForm)))
}

/** Replaces what has a form by what it says. */
function withoutForm<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node
  const children: readonly Nodes[] = node.children
  return { ...node, children: children.map(bare) }
}

const FORMS = new Set(['strong', 'emphasis', 'link', 'inlineCode'])

const bare = (node: Nodes): Nodes =>
  FORMS.has(node.type) ? { type: 'text', value: plainTextOf(node) } : withoutForm(node)
