/** Untagged PDF: what is a heading, a paragraph or a list is guessed from how the lines stand. */
import type { ListItem, RootContent } from 'mdast'
import type { PdfLine } from './pdf-lines.ts'

/** Letters this much taller than those of the text are a heading. */
const TALLER = 1.15
/** More space than this many lines begins a paragraph. */
const GAP = 1.6
const LEVELS = 3
const MARK = /^(?:(\d+[.)])|[•▪◦·‣–\uf0b7-])\s+/u
/** "Thuiswerken ........ 12" */
const LEADER = /\.{4,}\s*\d+\s*$/

export type Guessed = Readonly<{ title?: string; blocks: readonly RootContent[] }>

export function blocksOfLines(pages: readonly (readonly PdfLine[])[]): Guessed {
  const lines = withoutEdges(pages)
    .flat()
    .filter(({ text }) => !LEADER.test(text))
  const body = bodyHeight(lines)
  const tall = lines.filter(({ height }) => Math.round(height) > body * TALLER)
  const title = titleOf(tall)
  const sizes = [...new Set(tall.filter((line) => line !== title).map(sizeOf))]
    .sort((one, other) => other - one)
    .slice(0, LEVELS)
  const blocks: RootContent[] = []
  let before: PdfLine | undefined
  for (const line of lines) {
    if (line !== title) add(blocks, line, { before, depth: sizes.indexOf(sizeOf(line)) + 1 })
    before = line
  }
  return { blocks, ...(title === undefined ? {} : { title: title.text.trim() }) }
}

const sizeOf = ({ height }: PdfLine): number => Math.round(height)

/** The first line, when nothing else is as tall and others are headings. */
function titleOf(tall: readonly PdfLine[]): PdfLine | undefined {
  const [first, ...others] = tall
  if (first === undefined || others.length < 2) return undefined
  return others.every((line) => sizeOf(line) < sizeOf(first)) ? first : undefined
}

/** What most letters of the document have. */
function bodyHeight(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { text, height } of lines) {
    const size = Math.round(height)
    letters.set(size, (letters.get(size) ?? 0) + text.length)
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

/** Lines at the same height that say the same, but for a number, on most pages. */
function withoutEdges(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  if (pages.length < 3) return pages
  const key = ({ text, y }: PdfLine) => `${Math.round(y)} ${text.replace(/\d+/g, '#').trim()}`
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const line of new Set(page.map(key))) seen.set(line, (seen.get(line) ?? 0) + 1)
  const often = pages.length / 2
  return pages.map((page) => page.filter((line) => (seen.get(key(line)) ?? 0) <= often))
}

type Where = Readonly<{ before: PdfLine | undefined; depth: number }>

function add(blocks: RootContent[], line: PdfLine, { before, depth }: Where): void {
  const text = line.text.replace(/\s+/g, ' ').trim()
  const last = blocks.at(-1)
  const goesOn = before !== undefined && follows(before, line)
  if (depth > 0) addHeading(blocks, text, depth, goesOn)
  else if (MARK.test(text)) addItem(blocks, text)
  else if (goesOn && last?.type === 'list') append(last.children.at(-1)?.children[0], text)
  else if (goesOn && last?.type === 'paragraph') append(last, text)
  else blocks.push({ type: 'paragraph', children: [{ type: 'text', value: text }] })
}

function follows(before: PdfLine, line: PdfLine): boolean {
  const gap = before.y - line.y
  return gap > 0 && gap < Math.max(before.height, line.height) * GAP
}

/** A heading may take two lines. */
function addHeading(blocks: RootContent[], text: string, depth: number, goesOn: boolean): void {
  const last = blocks.at(-1)
  const level = depth === 1 ? 1 : depth === 2 ? 2 : 3
  if (goesOn && last?.type === 'heading' && last.depth === level) append(last, text)
  else blocks.push({ type: 'heading', depth: level, children: [{ type: 'text', value: text }] })
}

function append(node: RootContent | undefined, text: string): void {
  if (node?.type !== 'paragraph' && node?.type !== 'heading') return
  const end = node.children.at(-1)
  if (end?.type === 'text') end.value = `${end.value.replace(/\u00ad$/, '')} ${text}`
}

function addItem(blocks: RootContent[], text: string): void {
  const ordered = MARK.exec(text)?.[1] !== undefined
  const item: ListItem = {
    type: 'listItem',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text.replace(MARK, '') }] }],
  }
  const last = blocks.at(-1)
  if (last?.type === 'list' && last.ordered === ordered) last.children.push(item)
  else blocks.push({ type: 'list', ordered, children: [item] })
}
