/** Plain layout: lines of text that read well on a terminal of 80 columns. */

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
