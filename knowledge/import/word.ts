/** Word: reads the text of a .docx, with its headings, lists, tables and notes. */
import { zipSync } from 'fflate'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast'
import mammoth from 'mammoth'
import type { RootContent } from 'mdast'
import { Refuse } from './imported.ts'
import type { Blocks } from './structure.ts'
import { wordHtml } from './word-html.ts'
import { wordParts } from './word-parts.ts'
import type { ZipEntry } from './zip-entries.ts'

/** @throws Refuse for what is no document of Word, or one that is damaged */
export async function readWord(entries: readonly ZipEntry[], fileTitle: string): Promise<Blocks> {
  const { files, styleMap, counts } = wordParts(entries)
  const { root, title, counts: more } = wordHtml(fromHtml(await htmlOf(files, styleMap), FRAGMENT))
  return {
    blocks: blocksOf(root),
    ...(title === undefined ? {} : { title }),
    fileTitle,
    counts: { ...counts, ...more },
    formatted: true,
  }
}

const FRAGMENT = { fragment: true } as const

async function htmlOf(
  files: Readonly<Record<string, Uint8Array>>,
  styleMap: readonly string[],
): Promise<string> {
  const zip = zipSync(files, { level: 0 })
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const options = {
    styleMap: [...styleMap],
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  }
  try {
    return (await mammoth.convertToHtml({ buffer }, options)).value
  } catch {
    throw new Refuse('broken') // it holds no text where every Word file has it
  }
}

/** Headings tell by which names links know them. */
const heading: Handle = (state, node: Element) => {
  const result = defaultHandlers.h1(state, node)
  const anchors = String(node.properties['dataAnchors'] ?? '')
  return anchors === '' ? result : { ...result, data: { anchors: anchors.split(' ') } }
}

const HANDLERS = { h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading }

function blocksOf(root: Root): readonly RootContent[] {
  const tree = toMdast(root, { document: true, handlers: HANDLERS })
  return tree.type === 'root' ? tree.children : []
}
