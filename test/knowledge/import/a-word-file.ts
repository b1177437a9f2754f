/** Word files that a test writes itself: the few parts that every one has. */
import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

/** As a Dutch Word names them: the ids are Dutch, the names are not. */
export const STYLES = [
  style('Kop1', 'heading 1'),
  style('Kop2', 'heading 2'),
  style('Kop3', 'heading 3'),
  style('Titel', 'Title'),
  style('Inhopg1', 'toc 1'),
  style('Gemeentekop', 'Gemeente kop', '<w:basedOn w:val="Kop2"/>'),
  style('Omtrek', 'Eigen stijl', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
].join('')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (text: string, form = '') =>
  `<w:r>${form === '' ? '' : `<w:rPr>${form}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
export const bold = (text: string) => run(text, '<w:b/>')
export const paragraph = (content: string, styleId = '') =>
  `<w:p>${styleId === '' ? '' : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`}${content}</w:p>`
export const p = (text: string) => paragraph(run(text))
export const h1 = (text: string) => paragraph(run(text), 'Kop1')
export const h2 = (text: string) => paragraph(run(text), 'Kop2')
export const h3 = (text: string) => paragraph(run(text), 'Kop3')
export const item = (text: string, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export type Parts = Readonly<Record<string, string | Uint8Array>>

const LEVELS = Array.from(
  { length: 9 },
  (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`,
).join('')

/** @param body what stands in the document, @param parts more of the zip, or other parts instead */
export function aWordFile(body: string, parts: Parts = {}): Uint8Array {
  const all: Parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': relations(''),
    'word/styles.xml': `${HEAD}<w:styles ${W}>${STYLES}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': documentXml(body),
    ...parts,
  }
  return aZip(all)
}

export const documentXml = (body: string, prolog = '') =>
  `${HEAD}${prolog}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`

export const relations = (more: string) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/>${more}</Relationships>`

export const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`

export function aZip(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files, { mtime: new Date('2026-01-01'), level: 6 })
}
