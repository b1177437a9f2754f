/** Word parts: what a Word file holds that the reader of its text does not tell. */
import { decodeText } from './file-kind.ts'
import { type NoteKind, Refuse } from './imported.ts'
import type { ZipEntry } from './zip-entries.ts'

export type WordParts = Readonly<{
  /** Only text and its form: no pictures, no macros, nothing embedded. */
  files: Readonly<Record<string, Uint8Array>>
  /** For the reader: which styles are headings, a title or a table of contents. */
  styleMap: readonly string[]
  counts: Readonly<Partial<Record<NoteKind, number>>>
}>

/** A document type can make a small text grow without end, or read another file. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i
/** As a tree it takes ten times as much memory; 300 pages take 1 to 10 MB. */
const MAX_TEXT = 12 * 1024 * 1024
const BODY = 'word/document.xml'
const TEXT_PART =
  /^(?:\[Content_Types\]|_rels\/\.|docProps\/core|word\/(?:_rels\/)?[\w.-]+)\.?[\w.]*$/

/** @throws Refuse for a part that could do harm */
export function wordParts(entries: readonly ZipEntry[]): WordParts {
  const texts = new Map<string, string>()
  const files: Record<string, Uint8Array> = {}
  const parts = entries.filter(isText)
  if (parts.reduce((sum, { size }) => sum + size, 0) > MAX_TEXT)
    throw new Refuse('too-large-unpacked')
  for (const entry of parts) {
    const bytes = entry.read()
    const text = decodeText(bytes)
    if (DOCUMENT_TYPE.test(text)) throw new Refuse('unsafe')
    texts.set(entry.name, text)
    files[entry.name] = entry.name === BODY ? Buffer.from(withoutContents(text)) : bytes
  }
  return {
    files,
    styleMap: styleMapOf(texts.get('word/styles.xml') ?? ''),
    counts: countsOf(entries, texts),
  }
}

const isText = ({ name }: ZipEntry): boolean => TEXT_PART.test(name) && /\.(?:xml|rels)$/.test(name)

function countsOf(entries: readonly ZipEntry[], texts: ReadonlyMap<string, string>) {
  const body = texts.get(BODY) ?? ''
  const named = (pattern: RegExp) => entries.filter(({ name }) => pattern.test(name)).length
  const edges = [...texts].filter(
    ([name, text]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(text),
  )
  return {
    'contents-dropped': CONTENTS_GALLERY.test(body) ? 1 : 0,
    'tracked-changes-accepted': count(body, /<w:(?:ins|del|moveTo|moveFrom) [^>]*[^/>]>/g),
    'comments-dropped': count(texts.get('word/comments.xml') ?? '', /<w:comment /g),
    'text-box-moved': count(body, /<v:textbox[ >]/g) || count(body, /<wps:txbx[ >]/g),
    'header-footer-dropped': edges.length,
    'embedded-dropped': named(/^word\/embeddings\/./),
    'macro-dropped': named(/vbaProject\.bin$/i),
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const CONTENTS_GALLERY = /<w:docPartGallery w:val="Table of Contents"/

/** Cuts out the block that Word itself knows as a table of contents. */
function withoutContents(xml: string): string {
  const gallery = CONTENTS_GALLERY.exec(xml)
  if (gallery === null) return xml
  const start = xml.lastIndexOf('<w:sdt>', gallery.index)
  if (start < 0) return xml
  let depth = 0
  for (const tag of xml.slice(start).matchAll(/<(\/?)w:sdt>/g)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return xml.slice(0, start) + xml.slice(start + tag.index + tag[0].length)
  }
  return xml
}

type Style = Readonly<{ id: string; name: string; base: string; outline?: number }>

function styleMapOf(xml: string): readonly string[] {
  const styles = (xml.match(/<w:style [^>]*w:type="paragraph".*?<\/w:style>/gs) ?? []).map(styleOf)
  const byId = new Map(styles.map((style) => [style.id, style]))
  return [
    ...styles.flatMap((style) => mappingOf(style, byId)),
    ...CONTENTS.map((name) => `p[style-name^='${name}'] => p.contents:fresh`),
    ...DEEP_LISTS,
    'strike => s',
  ]
}

function styleOf(xml: string): Style {
  const value = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? ''
  const outline = value(/<w:outlineLvl w:val="(\d)"/)
  return {
    id: value(/ w:styleId="([^"]*)"/),
    name: value(/<w:name w:val="([^"]*)"/),
    base: value(/<w:basedOn w:val="([^"]*)"/),
    ...(outline === '' ? {} : { outline: Number(outline) }),
  }
}

const CONTENTS = ['toc', 'TOC', 'Contents ', 'Inhopg', 'Kopvan']
const HEADING_NAME = /^(?:heading|kop|überschrift|titre) ?([1-6])$/i
const TITLE_NAME = /^(?:title|titel)$/i
/** What a style map can name without escapes; what cannot be named is a plain paragraph. */
const PLAIN_ID = /^[\w-]+$/

function mappingOf(style: Style, byId: ReadonlyMap<string, Style>): readonly string[] {
  if (!PLAIN_ID.test(style.id) || CONTENTS.some((name) => style.name.startsWith(name))) return []
  if (TITLE_NAME.test(style.name)) return [`p.${escaped(style.id)} => p.title:fresh`]
  const depth = depthOf(style, byId)
  return depth === undefined ? [] : [`p.${escaped(style.id)} => h${depth}:fresh`]
}

/** An identifier may not begin with a digit, unless it is escaped. */
const escaped = (id: string): string => id.replace(/^[\d-]/, '\\$&').replace(/(?<=.)-/g, '\\-')

/** The styles of a town's own template build on Word's. */
function depthOf(style: Style, byId: ReadonlyMap<string, Style>): number | undefined {
  let at: Style | undefined = style
  for (let steps = 0; at !== undefined && steps < MAX_STEPS; steps += 1) {
    const named = HEADING_NAME.exec(at.name)?.[1]
    if (named !== undefined) return Number(named)
    if (at.outline !== undefined) return at.outline < 6 ? at.outline + 1 : undefined
    at = byId.get(at.base)
  }
  return undefined
}

/** Styles that are based on each other in a circle must not hold us up. */
const MAX_STEPS = 12

/** The reader knows five levels of lists, Word nine. */
const DEEP_LISTS = [6, 7, 8, 9].flatMap((level) => {
  const above = 'ul|ol > li > '.repeat(level - 1)
  return [
    `p:unordered-list(${level}) => ${above}ul > li:fresh`,
    `p:ordered-list(${level}) => ${above}ol > li:fresh`,
  ]
})
