/** Safe text: what may be shown of text that others wrote, on any platform. */
import type { Nodes } from 'mdast'

/** Tab and other white space that would break a line or a terminal. */
const WHITE_SPACE = /[\t\v\f\r\u0085\u2028\u2029]+/g

/**
 * C0 and C1 controls except line feed, direction overrides and isolates, invisible joiners that
 * can hide a word (not the two that emoji and Persian need), and tag characters.
 *
 * @see https://www.unicode.org/reports/tr36/ Unicode Security Considerations, 2.10 and 3.6
 */
const INVISIBLE =
  /(?!\n)\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu

const LONE_SURROGATE = /\p{Surrogate}/gu

export function safeText(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd')
}

/** The address in its normal form when it is https or mailto, else undefined. */
export function safeUrl(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'mailto:') return url
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  return url
}

/** Id of the section that a link such as `#incident-melden` points to. */
export function sectionOfLink(address: string): string | undefined {
  return /^#([^\s#]{1,100})$/u.exec(address)?.[1]
}

/**
 * Text of a tree without its form.
 *
 * @param limit characters after which the rest is left out.
 */
export function textOf(tree: Nodes, limit = Number.POSITIVE_INFINITY): string {
  const parts: string[] = []
  let length = 0
  for (const node of nodesOf(tree)) {
    if (length >= limit) break
    const text = ownText(node)
    parts.push(text)
    length += text.length
  }
  return safeText(parts.join('').slice(0, limit)).replace(/\s+/g, ' ').trim()
}

/** In order of reading. Not recursive: a handbook may nest deeper than the stack. */
function* nodesOf(tree: Nodes): Generator<Nodes> {
  const ahead: Nodes[] = [tree]
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    yield node
    if ('children' in node) for (const child of node.children.toReversed()) ahead.push(child)
  }
}

function ownText(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  return ['break', 'paragraph', 'listItem', 'tableCell', 'heading'].includes(node.type) ? ' ' : ''
}
