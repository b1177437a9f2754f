/** Word file: a chapter of a handbook as LibreOffice writes it for Word; ids and keywords stay behind. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** @throws Error where LibreOffice Writer is not installed. */
export function wordFile(title: string, chapter: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-word-'))
  try {
    const source = join(folder, 'chapter.html')
    writeFileSync(source, `<meta charset="utf-8"><h1>${title}</h1>${htmlOf(chapter)}`)
    const options = [
      ...[`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless'],
      ...['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'],
    ]
    const ran = spawnSync('soffice', [...options, '--outdir', folder, source])
    if (ran.status !== 0)
      throw new Error(`soffice does not run: ${ran.error?.message ?? ran.stderr}`)
    return new Uint8Array(readFileSync(join(folder, 'chapter.docx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const htmlOf = (chapter: string): string =>
  html(fromMarkdown(chapter.replace(/^---\n.*?\n---\n/s, '').replace(/<!--.*?-->/gs, '')))

/** Of what the sample handbook is written with. */
function html(node: Nodes): string {
  const inner = 'children' in node ? node.children.map(html).join('') : ''
  switch (node.type) {
    case 'heading':
      return `<h${node.depth}>${inner.replace(/ \{#.*\}$/, '')}</h${node.depth}>`
    case 'paragraph':
      return `<p>${inner}</p>`
    case 'strong':
      return `<b>${inner}</b>`
    case 'list':
      return node.ordered === true ? `<ol>${inner}</ol>` : `<ul>${inner}</ul>`
    case 'listItem':
      return `<li>${inner}</li>`
    case 'link':
      return `<a href="${node.url}">${inner}</a>`
    case 'text':
      return node.value.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    default:
      return inner
  }
}
