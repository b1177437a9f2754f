/** Inline text: phrases of Markdown as runs with bold, italic and links. */
import type { ITextRun } from '@microsoft/teams.cards'
import type { PhrasingContent } from 'mdast'
import { safeUrl, sectionOfLink, textOf } from '../knowledge/safe-text.ts'
import { button, clip, link, run } from './elements.ts'
import { bytesOf } from './fit.ts'

type Style = Pick<ITextRun, 'weight' | 'italic' | 'size'>

/** Deeper nesting is shown as plain text: nobody reads it, and the stack is finite. */
const MAX_DEPTH = 8

const MAX_TEXT = 10_000

/** Runs until the bytes are used up; the last one may be shortened. */
export function clipRuns(
  runs: Iterable<ITextRun>,
  maxBytes: number,
): { inlines: ITextRun[]; cut: boolean } {
  const inlines: ITextRun[] = []
  let room = maxBytes
  for (const next of runs) {
    const shown = { ...next, text: clip(next.text, Math.max(1, Math.floor(room / 3))) }
    const bytes = bytesOf(shown)
    if (bytes > room) return { inlines, cut: true }
    inlines.push(shown)
    room -= bytes
    if (shown.text !== next.text) return { inlines, cut: true }
  }
  return { inlines, cut: false }
}

/** @param depth of inline nesting, such as emphasis within emphasis. */
export function* runsOf(
  nodes: readonly PhrasingContent[],
  style: Style = {},
  depth = 0,
): Generator<ITextRun> {
  for (const node of nodes) yield* runOf(node, style, depth)
}

function* runOf(node: PhrasingContent, style: Style, depth: number): Generator<ITextRun> {
  if (depth > MAX_DEPTH) return yield run(textOf(node, MAX_TEXT), style)

  switch (node.type) {
    case 'strong':
      return yield* runsOf(node.children, { ...style, weight: 'Bolder' }, depth + 1)
    case 'emphasis':
      return yield* runsOf(node.children, { ...style, italic: true }, depth + 1)
    case 'link':
      return yield* linkRuns(node.url, textOf(node, MAX_TEXT), style)
    case 'inlineCode':
      return yield run(node.value, { ...style, fontType: 'Monospace' })
    case 'break':
      return yield run('\n', style)
    case 'text':
    case 'html':
      return yield run(node.value.replaceAll('\n', ' '), style)
    default:
      return yield run(textOf(node, MAX_TEXT), style)
  }
}

/** A link shows where it leads, so that its words cannot lie; an address we do not trust stays text. */
function* linkRuns(address: string, words: string, style: Style): Generator<ITextRun> {
  const section = sectionOfLink(address)
  const url = safeUrl(address)
  if (section !== undefined) {
    const selectAction = button(words, { verb: 'show-section', sectionId: section })
    return yield run(words, { ...style, color: 'Accent', selectAction })
  }
  if (url === undefined) return yield run(words, style)

  const target = url.protocol === 'mailto:' ? url.pathname : url.host
  const shown = words.includes(target) ? words : `${words} (${target})`
  yield run(words, { ...style, color: 'Accent', selectAction: link(shown, url.href) })
  if (shown !== words) yield run(` (${target})`, { ...style, isSubtle: true })
}
