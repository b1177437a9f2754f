/** Plain layout: lines of text that read well on a terminal of 80 columns. */

import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'
import type { Source } from './contract/reply.ts'
import { sourcePhrase } from './contract/texts/phrases.ts'
import { textsFor } from './contract/texts/texts.ts'

/** A paragraph of a reply, or nothing. */
export type Part = string | undefined

/** Columns of a terminal that nobody made wider. */
export const WIDTH = 80

/** Wraps between words; the first line starts with the mark and the others are indented by as much. */
export function wrap(text: string, mark = '', width = WIDTH): string {
  const indent = ' '.repeat(mark.length)
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, Math.max(20, width - mark.length)))
    .map((line, index) => (index === 0 ? mark : indent) + line)
    .map((line) => line.trimEnd())
    .join('\n')
}

/** @param from the number of the first item. */
export function numbered(items: readonly string[], from = 1): string {
  const width = String(items.length - 1 + from).length
  return items
    .map((item, index) => wrap(item, `${String(index + from).padStart(width)}. `))
    .join('\n')
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}

/** Text of others on one line. */
export function line(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim()
}

/** Where a quote comes from. */
export function sourcePart(source: Source, language: Language): string {
  const overdue = source.reviewOverdue ? `\n${wrap(textsFor(language).sourceOverdue)}` : ''
  return wrap(safeText(sourcePhrase(source, language))) + overdue
}
