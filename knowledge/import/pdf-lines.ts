/** PDF lines: the pieces of text of a page, as marked by the writing program and as they stand on it. */

/** Of what the PDF reader gives, the part that is used. */
export type PdfItem =
  | Readonly<{
      str: string
      height: number
      width: number
      transform: readonly number[]
      hasEOL: boolean
    }>
  | Readonly<{ type: string; id?: string; tag?: string }>

export type PdfLine = Readonly<{
  text: string
  /** Of its letters, in points. */
  height: number
  /** From the left and from the bottom of the page. */
  x: number
  y: number
}>

export type PdfText = Readonly<{ texts: ReadonlyMap<string, string>; lines: readonly PdfLine[] }>

export function linesOf(items: readonly PdfItem[]): PdfText {
  const texts = new Map<string, string>()
  const lines: PdfLine[] = []
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((mark) => mark !== undefined)
      if (id !== undefined) texts.set(id, joinText(texts.get(id) ?? '', item))
      addToLines(lines, item)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id)
  }
  return { texts, lines: lines.filter(({ text }) => text.trim() !== '') }
}

/** A number or a bullet, which stands apart from what follows it. */
export const LABEL = /^\s*(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|[•▪◦·‣–\uf0b7\uf0a7o-])\s*$/u

type Piece = Extract<PdfItem, { str: string }>

/** A word that was broken at the end of a line is one again. */
function joinText(before: string, { str, hasEOL }: Piece): string {
  const text = before + str
  if (!hasEOL) return text
  return text.endsWith('\u00ad') ? text.slice(0, -1) : `${text} `
}

function addToLines(lines: PdfLine[], { str, height, transform }: Piece): void {
  const [, , , size = height, x = 0, y = 0] = transform
  const last = lines.at(-1)
  if (str === '') return
  if (last !== undefined && Math.abs(last.y - y) < Math.max(2, last.height / 2) && x >= last.x) {
    const tall = str.trim() === '' ? last.height : Math.max(last.height, size)
    const between = LABEL.test(last.text) ? ' ' : ''
    lines[lines.length - 1] = { ...last, text: last.text + between + str, height: tall }
  } else lines.push({ text: str, height: Math.abs(size), x, y })
}
