/** Handbook Markdown becomes card elements that Teams draws and never parses again. */
import type { Link, List, ListItem, Paragraph, Root, Text } from 'mdast'
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { Fitted } from '../../adaptive-cards/fit.ts'
import { fitInto, MAX_CARD_BYTES } from '../../adaptive-cards/fit.ts'
import { blocks } from '../../adaptive-cards/rich-text.ts'
import { aReply, richTextOf } from '../builders.ts'
import { lintProblems } from './card-lint.ts'
import { nodesOfType, payloadsOf, runTexts, urlsOf } from './nodes.ts'
import { schemaProblems } from './schema.ts'

const elementsOf = (markdown: string): Fitted['elements'] =>
  fitInto(blocks(richTextOf(markdown)), MAX_CARD_BYTES).elements

const runsOf = (markdown: string) =>
  nodesOfType(elementsOf(markdown), 'TextRun').map(({ type: _, ...run }) => run)

describe('paragraphs', () => {
  it('keep bold, italic and code', () => {
    expect(runsOf('Een **vet *en schuin* woord** en `code`')).toEqual([
      { text: 'Een ' },
      { text: 'vet ', weight: 'Bolder' },
      { text: 'en schuin', weight: 'Bolder', italic: true },
      { text: ' woord', weight: 'Bolder' },
      { text: ' en ' },
      { text: 'code', fontType: 'Monospace' },
    ])
  })

  it('show HTML as it was typed', () => {
    expect(runTexts(elementsOf('Let <b>op</b>\n\n<div>blok</div>'))).toEqual(
      expect.arrayContaining(['<b>', '</b>', '<div>blok</div>']),
    )
  })

  it('show an image by its description', () => {
    const elements = elementsOf('![Foto van een pas](https://intranet.example/pas.png)')

    expect(runTexts(elements)).toEqual(['Foto van een pas'])
    expect(nodesOfType(elements, 'Image')).toEqual([])
  })
})

describe('links', () => {
  it('to a section become a button for that section', () => {
    expect(payloadsOf(elementsOf('[printen](#thuis-printen)'))).toContainEqual({
      verb: 'show-section',
      sectionId: 'thuis-printen',
    })
  })

  it('to a site show where they lead', () => {
    const elements = elementsOf('[het zaaksysteem](https://zaken.waterveen.example/a?b=c)')

    expect(urlsOf(elements)).toEqual(['https://zaken.waterveen.example/a?b=c'])
    expect(runTexts(elements)).toEqual(['het zaaksysteem', ' (zaken.waterveen.example)'])
  })

  it('do not repeat an address that stands there already', () => {
    const elements = elementsOf('<https://zaken.waterveen.example/a> en <mailto:a@b.example>')

    expect(runTexts(elements).join('')).not.toContain('(')
    expect(urlsOf(elements)).toEqual(['https://zaken.waterveen.example/a', 'mailto:a@b.example'])
  })

  it('reveal a look-alike host', () => {
    expect(runTexts(elementsOf('[intranet](https://intranet.wаterveen.example)'))).toEqual([
      'intranet',
      expect.stringMatching(/^ \(intranet\.xn--/),
    ])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'tel:+31880000100',
    'http://intranet.example',
    'https://intranet.example@evil.example/',
    'ms-word:ofe|u|https://evil.example/x.docx',
    '//evil.example',
    'pagina.html',
    '#',
  ])('to %s stay plain text', (address) => {
    const elements = elementsOf(`[woorden](<${address}>)`)

    expect(runsOf(`[woorden](<${address}>)`)).toEqual([{ text: 'woorden' }])
    expect([...urlsOf(elements), ...payloadsOf(elements)]).toEqual([])
  })
})

describe('lists', () => {
  it('keep their marks and numbers', () => {
    expect(runTexts(elementsOf('3. drie\n4. vier\n   - punt'))).toEqual([
      '3.',
      'drie',
      '4.',
      'vier',
      '•',
      'punt',
    ])
  })

  it('put a second paragraph under the first, without a mark', () => {
    const [, second] = elementsOf('- een\n\n  twee')

    expect(runTexts(second)).toEqual(['twee'])
    expect(second).toMatchObject({ type: 'ColumnSet' })
  })
})

describe('tables', () => {
  const row = (cells: number, text: string) => `|${` ${text} |`.repeat(cells)}`

  it('of three columns stay tables, the first row being a header', () => {
    const markdown = [row(3, 'Kop'), row(3, '---'), row(3, 'cel')].join('\n')
    const [table] = elementsOf(markdown)

    expect(table).toMatchObject({ type: 'Table', firstRowAsHeaders: true })
    expect(nodesOfType(table, 'TableRow')).toHaveLength(2)
  })

  it('that are wider become one block a row', () => {
    const [first] = elementsOf('|A|B|C|D|\n|---|---|---|---|\n|1|2|3|4|')

    expect(runTexts(first).join('')).toBe('1\nB: 2\nC: 3\nD: 4')
  })
})

describe('huge sections', () => {
  const text = (value: string): Text => ({ type: 'text', value })
  const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] })

  const table = (rows: number, columns: number): Root => ({
    type: 'root',
    children: [
      {
        type: 'table',
        children: Array.from({ length: rows }, () => ({
          type: 'tableRow',
          children: Array.from({ length: columns }, () => ({
            type: 'tableCell',
            children: [text('vertrouwelijk')],
          })),
        })),
      },
    ],
  })

  const nested = (depth: number): Root => {
    let list: List = { type: 'list', children: [] }
    for (let level = 0; level < depth; level += 1)
      list = { type: 'list', children: [{ type: 'listItem', children: [paragraph('x'), list] }] }
    return { type: 'root', children: [list] }
  }

  const links = Array.from({ length: 5_000 }, (_, i): Link => {
    return { type: 'link', url: `#sectie-${i}`, children: [text(`link ${i}`)] }
  })
  const items = Array.from({ length: 10_000 }, (): ListItem => {
    return { type: 'listItem', children: [paragraph('punt')] }
  })

  // Trees and not Markdown, because parsing would take most of the time.
  const rootOf = (...children: Root['children']): Root => ({ type: 'root', children })

  it.each<{ name: string; content: Root }>([
    { name: 'a table of 1,000 rows and 50 columns', content: table(1_000, 50) },
    { name: 'a table of 1,000 rows and 3 columns', content: table(1_000, 3) },
    { name: '500 nested lists', content: nested(500) },
    { name: '500 nested quotes', content: richTextOf(`${'>'.repeat(500)} diep`) },
    { name: '10,000 items', content: rootOf({ type: 'list', children: items }) },
    { name: 'a paragraph of 1 MB', content: rootOf(paragraph('woord '.repeat(170_000))) },
    { name: 'a word of 1 MB', content: rootOf(paragraph('é'.repeat(500_000))) },
    { name: 'quotation marks of 1 MB', content: rootOf(paragraph('"'.repeat(1_000_000))) },
    {
      name: '5,000 links in one paragraph',
      content: rootOf({ type: 'paragraph', children: links }),
    },
    { name: 'code of 1 MB', content: rootOf({ type: 'code', value: 'x\n'.repeat(500_000) }) },
  ])('$name fits the card, quickly', ({ content }) => {
    const reply = aReply('section', { content, related: [] })
    const before = performance.now()
    const card = cardFor(reply)
    const tookMs = performance.now() - before

    expect(lintProblems(card)).toEqual([])
    expect(schemaProblems(card)).toEqual([])
    expect(tookMs).toBeLessThan(1_000)
  })

  it('fit in an answer too, as short answer and as passage', () => {
    const huge = rootOf(paragraph('"'.repeat(1_000_000)))
    const bold = rootOf({
      type: 'paragraph',
      children: [{ type: 'strong', children: [text('é'.repeat(1_000_000))] }, text(' en zo')],
    })
    const cards = [huge, bold].map((lead) => cardFor(aReply('answer', { lead, passage: huge })))

    expect(cards.flatMap(lintProblems)).toEqual([])
  })

  it('say that they were cut, and show their beginning', () => {
    const content = richTextOf(`${'Bewaar dit goed. '.repeat(30)}\n\n`.repeat(200))
    const texts = runTexts(cardFor(aReply('section', { content })))

    expect(texts.join('\n')).toMatch(/^Mag ik thuis printen\?\nBewaar dit goed\..*/)
    expect(texts).toContain('Deze paragraaf is te lang voor de chat. Lees de rest in het handboek.')
  })

  it('that fit are not said to be cut', () => {
    expect(runTexts(cardFor(aReply('section'))).join()).not.toMatch(/te lang voor de chat/)
  })

  it('of 10,000 titles in a chapter fit too', () => {
    const sections = Array.from({ length: 10_000 }, (_, i) => ({
      id: `s${i}`,
      title: `Titel ${i}`,
    }))
    const card = cardFor(aReply('chapter', { sections }))

    expect(lintProblems(card)).toEqual([])
    expect(runTexts(card).join()).toMatch(/meer dan hier past/)
  })
})
