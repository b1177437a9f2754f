/** Hostile documents: each gets a reason, soon, and what there was stays as it was. */
import type { HandbookFiles } from '../../../knowledge/handbook-files.ts'
import { importDocument } from '../../../knowledge/import/import-document.ts'
import type { Imported } from '../../../knowledge/import/imported.ts'
import { readDocument } from '../../../knowledge/import/read-document.ts'
import { plainTextOf } from '../../../knowledge/markdown.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import {
  aWordFile,
  aZip,
  documentXml,
  h1,
  h2,
  p,
  relation,
  relations,
  STYLES,
} from './a-word-file.ts'

const CURRENT: HandbookFiles = new Map([
  ['01-werken.md', '---\ntitle: Werken\n---\n\n## Printen {#printen}\n\nPrint op kantoor.\n'],
])
const GOOD = h1('Werken') + h2('Printen') + p('Print op kantoor.')
const CHAPTER = '## Printen {#printen}\n\nPrint op kantoor.\n'

const read = (name: string, content: Uint8Array | string): Promise<Imported> =>
  readDocument({ name, bytes: Buffer.from(content) }, CURRENT, {})
const reasonOf = (imported: Imported) => (imported.kind === 'refused' ? imported.reason : 'read')
const reason = async (name: string, content: Uint8Array | string) =>
  reasonOf(await read(name, content))

/** The first byte of every listed entry's field is changed, as somebody with a hex editor would. */
function patched(zip: Uint8Array, offset: number, bytes: readonly number[]): Buffer {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4))
    for (const [index, byte] of bytes.entries()) copy[at + offset + index] = byte
  return copy
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
const LAUGHS =
  '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
const word = (body: string, parts = {}) => aWordFile(body, parts)
const symbolicLink = () =>
  patched(patched(aZip({ '01.md': '/etc/passwd' }), 5, [3]), 38, [0, 0, 0xff, 0xa1])

describe('refuses', () => {
  it.each<[string, string, () => Uint8Array | string, string]>([
    ['nothing', 'a.docx', () => '', 'no-text'],
    ['a picture named as Word', 'a.docx', () => PNG, 'wrong-type'],
    ['a picture named as Markdown', 'a.md', () => PNG, 'bad-encoding'],
    ['a program', 'a.docx', () => 'MZ\x90\0\x03', 'wrong-type'],
    ['a page named as Word', 'a.docx', () => '<html><h1>Hoi</h1></html>', 'wrong-type'],
    ['a Word file of before 2007', 'a.doc', () => Buffer.concat([OLE, PNG]), 'wrong-type'],
    [
      'a Word file with a password',
      'a.docx',
      () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['an encrypted zip', 'a.zip', () => patched(aZip({ '01.md': CHAPTER }), 8, [1]), 'encrypted'],
    ['half a Word file', 'a.docx', () => word(GOOD).slice(0, 900), 'broken'],
    [
      'a Word file with other bytes in it',
      'a.docx',
      () => {
        const bytes = word(GOOD)
        bytes.fill(0xaa, 60, 90)
        return bytes
      },
      'broken',
    ],
    ['another Office file', 'a.xlsx', () => aZip({ 'xl/workbook.xml': '<x/>' }), 'wrong-type'],
    [
      'a Word file without a document',
      'a.docx',
      () => aZip({ '[Content_Types].xml': '<x/>', 'word/x.xml': '<x/>' }),
      'broken',
    ],
    [
      'a document type that reads a file',
      'a.docx',
      () =>
        word('', {
          'word/document.xml': documentXml(
            p('&x;'),
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
          ),
        }),
      'unsafe',
    ],
    [
      'a text that grows as it is read',
      'a.docx',
      () => word('', { 'word/document.xml': documentXml(p('&c;'), LAUGHS) }),
      'unsafe',
    ],
    [
      'a document type in the styles',
      'a.docx',
      () => word(GOOD, { 'word/styles.xml': `<!doctype x><w:styles>${STYLES}</w:styles>` }),
      'unsafe',
    ],
    [
      'parts in another encoding',
      'a.docx',
      () => word(GOOD, { 'word/document.xml': Buffer.from([0x3c, 0xff, 0x3c]) }),
      'bad-encoding',
    ],
    [
      'many zeros in little space',
      'a.docx',
      () => word(GOOD, { 'word/media/a.png': new Uint8Array(8e6) }),
      'too-large-unpacked',
    ],
    [
      'more than 50 MB unpacked',
      'a.zip',
      () => patched(aZip({ '01.md': CHAPTER }), 24, [0, 0, 0, 4]),
      'too-large-unpacked',
    ],
    [
      'a list that tells too small a size',
      'a.zip',
      () => patched(aZip({ '01.md': CHAPTER }), 24, [9, 0, 0, 0]),
      'broken',
    ],
    [
      'more than 1,000 files',
      'a.zip',
      () => aZip(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.md`, 'x']))),
      'too-many-parts',
    ],
    ['a zip in a zip', 'a.zip', () => aZip({ '01.md': CHAPTER, 'meer.zip': 'PK' }), 'bad-names'],
    ['a way out of the folder', 'a.zip', () => aZip({ '../01.md': CHAPTER }), 'bad-names'],
    ['a way out with other slashes', 'a.zip', () => aZip({ '..\\01.md': CHAPTER }), 'bad-names'],
    ['a name from the root', 'a.zip', () => aZip({ '/etc/01.md': CHAPTER }), 'bad-names'],
    ['a name on a drive', 'a.zip', () => aZip({ 'C:/01.md': CHAPTER }), 'bad-names'],
    ['a symbolic link', 'a.zip', symbolicLink, 'bad-names'],
    [
      'the same name twice',
      'a.zip',
      () =>
        Buffer.from(
          Buffer.from(aZip({ '01.md': CHAPTER, '02.md': CHAPTER }))
            .toString('latin1')
            .replaceAll('02.md', '01.md'),
          'latin1',
        ),
      'bad-names',
    ],
    ['a zip without a chapter', 'a.zip', () => aZip({ 'foto.png': PNG }), 'wrong-type'],
    [
      'settings that grow as they are read',
      'a.zip',
      () =>
        aZip({ '01.md': CHAPTER, 'handbook.yaml': 'a: &a [x,x]\nb: &b [*a,*a]\ntitle: [*b,*b]' }),
      'broken-settings',
    ],
    [
      'Markdown in an old encoding',
      'a.md',
      () => Buffer.from('# Caf\xe9\n\nx', 'latin1'),
      'bad-encoding',
    ],
    ['Markdown without headings', 'a.md', () => 'Alleen tekst.', 'no-headings'],
    [
      '500 nested lists',
      'a.md',
      () => `# A\n\n${Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')}`,
      'too-many-parts',
    ],
    ['Word text without headings', 'a.docx', () => word(p('Alleen tekst.')), 'no-headings'],
    ['a Word file without text', 'a.docx', () => word(''), 'no-text'],
    [
      'tables in tables without end',
      'a.docx',
      () =>
        word('<w:tbl><w:tr><w:tc>'.repeat(3000) + p('x') + '</w:tc></w:tr></w:tbl>'.repeat(3000)),
      'broken',
    ],
    ['what only begins as a PDF', 'a.pdf', () => '%PDF-1.7\nen dan niets', 'broken'],
  ])('%s', async (_, name, content, expected) => {
    expect(await reason(name, content())).toBe(expected)
  })

  it('more than 10 MB, before anything looks at it', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024)

    expect(await importDocument({ name: 'a.docx', bytes }, CURRENT)).toEqual({
      ...{ kind: 'refused', reason: 'too-large' },
    })
  })
})

describe('reads, without what could do harm', () => {
  const filesOf = (imported: Imported) => (imported.kind === 'read' ? imported.files : new Map())

  it('a Word file with macros, remote pictures and templates, and other files in it', async () => {
    const bytes = word(GOOD, {
      'word/vbaProject.bin': 'Sub AutoOpen()',
      'word/embeddings/Blad1.xlsx': 'PK',
      'word/_rels/document.xml.rels': relations(
        relation('rId8', 'attachedTemplate', 'http://127.0.0.1:1/x.dotm') +
          relation('rId9', 'image', 'file:///etc/passwd'),
      ),
    })

    const imported = await importDocument({ name: 'a.docm', bytes }, CURRENT)

    expect(imported).toMatchObject({
      kind: 'read',
      notes: [
        { kind: 'embedded-dropped', count: 1 },
        { kind: 'macro-dropped', count: 1 },
      ],
    })
    expect([...filesOf(imported)]).toEqual([...CURRENT])
  })

  it('typed comments, HTML, front matter and ids as the text that they are', async () => {
    const typed = [
      '<!-- vraagbaak\nkeywords: [x]\n-->',
      '---',
      'owner: dief@x.example',
      '<script>alert(1)</script>',
      '## Nieuwe kop {#nieuw}',
      '[x](javascript:alert(1))',
      '| a | b |',
      '&lt;b&gt;',
    ]
    const bytes = word(h1('Werken') + h2('Printen') + typed.map(p).join(''))

    const [text = ''] = filesOf(await read('a.docx', bytes)).values()

    const { handbook, problems } = readHandbook(new Map([['01.md', text]]))
    expect(problems).toEqual([])
    expect(handbook.sections.map(({ id, keywords }) => [id, keywords])).toEqual([['printen', []]])
    const plain = handbook.sections.map(({ content }) => plainTextOf(content)).join()
    for (const line of typed) expect(plain).toContain(line.replace(/\s+/g, ' '))
  })

  it('UTF-16 with its mark', async () => {
    const bytes = Buffer.from(`\uFEFF# Werken\n\n## Café {#cafe}\n\nKoffie.`, 'utf16le')

    expect([...filesOf(await read('a.md', bytes)).values()].join()).toContain('## Café {#cafe}')
  })

  it('a YAML bomb in the front matter as text, which the check then reports', async () => {
    const bomb = '---\na: &a [x]\nb: [*a, *a]\n---\n\n## Printen {#printen}\n\nNee.\n'

    expect((await read('bom.md', bomb)).kind).toBe('read')
  })

  it.each([
    [
      '1,000 sections',
      Array.from({ length: 1000 }, (_, i) => `## Kop ${i} x\n\nTekst ${i}.\n`).join('\n'),
    ],
    ['a paragraph of a megabyte', `## Lang\n\n${'woord '.repeat(170_000)}`],
    [
      'a table of 100 by 50',
      `## T\n\n${['|a'.repeat(50), '|-'.repeat(50), ...Array(100).fill('|x'.repeat(50))].join('|\n')}|`,
    ],
    [
      '50 nested lists',
      `# A\n\n${Array.from({ length: 50 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')}`,
    ],
  ])('%s', async (_, text) => {
    expect((await read('a.md', text)).kind).toBe('read')
  })
})
