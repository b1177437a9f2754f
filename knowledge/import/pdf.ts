/** PDF: reads the text of a PDF, best effort: it is paper, and its headings may have to be guessed. */
import type { RootContent } from 'mdast'
import { getDocumentProxy } from 'unpdf'
import { Refuse } from './imported.ts'
import { linesOf, type PdfLine } from './pdf-lines.ts'
import { blocksOfTree, type PdfNode } from './pdf-tagged.ts'
import { blocksOfLines } from './pdf-untagged.ts'
import type { Blocks } from './structure.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const MAX_PAGES = 1000

/** @throws Refuse for a PDF that is locked, damaged, too long, or holds no text */
export async function readPdf(bytes: Uint8Array, fileTitle: string): Promise<Blocks> {
  const pdf = await open(bytes)
  if (pdf.numPages > MAX_PAGES) throw new Refuse('too-many-parts')
  const named = await titleOf(pdf)
  const pages = await pagesOf(pdf)
  const { blocks, title = named, guessed } = isTagged(pages) ? tagged(pages) : untagged(pages)
  const counts = { 'headings-guessed': guessed }
  return { blocks, ...(title === undefined ? {} : { title }), fileTitle, counts, formatted: false }
}

const isTagged = (pages: readonly Page[]): boolean =>
  pages.some(({ tree }) => tree !== undefined && hasHeading(tree))

type Found = Readonly<{ blocks: readonly RootContent[]; title?: string; guessed: number }>

function tagged(pages: readonly Page[]): Found {
  const blocks = pages.map(({ tree, texts }) => (tree ? blocksOfTree(tree, texts) : []))
  return { blocks: joinPages(blocks), guessed: 0 }
}

function untagged(pages: readonly Page[]): Found {
  const found = blocksOfLines(pages.map(({ lines }) => lines))
  return { ...found, guessed: found.blocks.filter(({ type }) => type === 'heading').length }
}

/** No script in it runs, and no font or picture of it is drawn. */
async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes.slice(), { isEvalSupported: false, stopAtErrors: false })
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new Refuse(locked ? 'encrypted' : 'broken')
  }
}

async function titleOf(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata()
  const title: unknown = 'Title' in info ? info.Title : undefined
  const text = typeof title === 'string' ? title.trim() : ''
  return text === '' || /\.(docx?|odt|pdf)$/i.test(text) ? undefined : text.slice(0, 100)
}

type Page = Readonly<{
  tree: PdfNode | undefined
  /** By the id of what is marked in the page. */
  texts: ReadonlyMap<string, string>
  lines: readonly PdfLine[]
}>

async function pagesOf(pdf: Pdf): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const tree: PdfNode | null = await page.getStructTree()
    pages.push({ tree: tree ?? undefined, ...linesOf(items) })
    page.cleanup()
  }
  return pages
}

const hasHeading = ({ role = '', children = [] }: PdfNode): boolean =>
  /^H\d?$/.test(role) || children.some(hasHeading)

/** A paragraph or a list that goes on over the page is one. */
function joinPages(pages: readonly (readonly RootContent[])[]): readonly RootContent[] {
  const all: RootContent[] = []
  for (const blocks of pages) {
    const last = all.at(-1)
    const [first, ...rest] = blocks
    const joined = first === undefined || last === undefined ? undefined : join(last, first)
    if (joined === undefined) all.push(...blocks)
    else all.splice(-1, 1, joined, ...rest)
  }
  return all
}

function join(last: RootContent, first: RootContent): RootContent | undefined {
  if (last.type === 'list' && first.type === 'list' && last.ordered === first.ordered)
    return { ...last, children: [...last.children, ...first.children] }
  if (last.type !== 'paragraph' || first.type !== 'paragraph') return undefined
  const [end] = last.children.slice(-1)
  if (end?.type !== 'text' || /[.!?:;)]\s*$/.test(end.value)) return undefined
  return { ...last, children: [...last.children, { type: 'text', value: ' ' }, ...first.children] }
}
