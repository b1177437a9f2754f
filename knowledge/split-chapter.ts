/** Split a chapter: pieces of its Markdown that mean the same one by one as they do together. */

export type Piece = Readonly<{
  text: string
  /** Lines before it. */
  line: number
}>

/** Holds for all of a file, or may hold a line that only looks like a heading. */
const REACHES_FURTHER = /\]:|```|~~~|<(?:script|pre|style|textarea)|<\?|<![A-Z[]/i
const HEADING = /^##[ \t]/

/**
 * A piece is cut off before a heading of level two, which is where a section starts; all pieces
 * together are the text. Where that could change what the text means, it is not cut.
 */
export function splitChapter(body: string): readonly Piece[] {
  if (REACHES_FURTHER.test(body)) return [{ text: body, line: 0 }]
  const lines = body.split('\n')
  const starts = startsOf(lines)
  return starts.map((line, place) => ({
    text: lines.slice(line, starts[place + 1]).join('\n'),
    line,
  }))
}

/** A blank line ends what a heading would otherwise be part of; a comment goes on until its end. */
function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  let isComment = false
  lines.forEach((text, line) => {
    if (!isComment && HEADING.test(text) && lines[line - 1]?.trim() === '') starts.push(line)
    isComment = isOpenAfter(text, isComment)
  })
  return starts
}

function isOpenAfter(line: string, wasOpen: boolean): boolean {
  const opened = line.lastIndexOf('<!--')
  const closed = line.lastIndexOf('-->')
  return opened === -1 && closed === -1 ? wasOpen : opened > closed
}
