/** Import: which section of a document is which of the handbook, and what of both is kept. */
import fc from 'fast-check'
import type { HandbookFiles } from '../../../knowledge/handbook-files.ts'
import type { Imported, Read } from '../../../knowledge/import/imported.ts'
import { readDocument } from '../../../knowledge/import/read-document.ts'
import { settleDoubts } from '../../../knowledge/import/settle-doubts.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import { aWordFile, aZip, bold, h1, h2, h3, item, p, paragraph, run, table } from './a-word-file.ts'

const LONG = 'Bel het meldpunt zodra je merkt dat gegevens van inwoners op straat liggen.'
const WORKING = `---
# Wijzig hier niets zonder overleg.
title: Thuiswerken
owner: ciso@waterveen.example
review: 2031-01-01
---

## Mag ik thuis printen? {#printen}
<!-- vraagbaak
keywords: [printer]
-->

**Nee.** Print op
kantoor.

*  Kies een printer.

## Hoe beveilig ik mijn wifi? {#wifi}

Kies een lang wachtwoord voor je router en zet de
beveiliging van het netwerk op WPA3.
`
const INCIDENTS = `---
title: Incidenten
owner: ciso@waterveen.example
review: 2031-01-01
---

## Hoe meld ik een datalek? {#datalek}
<!-- vraagbaak
incident: [general]
-->

${LONG}
`
const CURRENT: HandbookFiles = new Map([
  ['01-thuiswerken.md', WORKING],
  ['02-incidenten.md', INCIDENTS],
  ['handbook.yaml', 'title: Handboek\n'],
])

const documentOf = (name: string, content: Uint8Array | string) => ({
  ...{ name, bytes: Buffer.from(content) },
})
const readAs = (name: string, content: Uint8Array | string, current = CURRENT): Promise<Imported> =>
  readDocument(documentOf(name, content), current, {})

async function read(name: string, content: Uint8Array | string, current = CURRENT): Promise<Read> {
  const imported = await readAs(name, content, current)
  if (imported.kind === 'read') return imported
  throw new Error(imported.reason)
}
const readWord = (body: string, current = CURRENT) => read('boek.docx', aWordFile(body), current)

const PRINTING =
  paragraph(`${bold('Nee.')}${run(' Print op kantoor.')}`) + item('Kies een printer.')
const WIFI = p(
  'Kies een lang wachtwoord voor je router en zet de beveiliging van het netwerk op WPA3.',
)
const SAME =
  h1('1 Thuiswerken') +
  h2('1.1 Mag ik thuis printen?') +
  PRINTING +
  h2('1.2 Hoe beveilig ik mijn wifi?') +
  WIFI
const idsIn = ({ files }: Pick<Read, 'files'>) =>
  readHandbook(files).handbook.sections.map(({ id }) => id)

describe('a Word document', () => {
  it('that says the same in another form changes not one byte', async () => {
    const { files, doubts } = await readWord(SAME)

    expect([...files]).toEqual([...CURRENT])
    expect(doubts).toEqual([])
  })

  it('keeps ids, keywords and front matter under other numbers, titles and an other order', async () => {
    const body =
      h1('3. Thuiswerken') +
      h2('3.1 Je wifi thuis') +
      WIFI +
      h2('3.2 Mag ik thuis printen?') +
      p('Ja, dat mag vanaf nu.')
    const { files, doubts } = await readWord(body)

    expect(doubts).toEqual([])
    const text = files.get('01-thuiswerken.md') ?? ''
    expect(text).toContain('# Wijzig hier niets zonder overleg.\ntitle: Thuiswerken\n')
    expect(text).toContain(
      '## Je wifi thuis {#wifi}\n\nKies een lang wachtwoord voor je router en zet de\n',
    )
    expect(text).toContain(
      '## Mag ik thuis printen? {#printen}\n<!-- vraagbaak\nkeywords: [printer]\n-->\n\nJa, dat',
    )
    expect(files.get('02-incidenten.md')).toBe(INCIDENTS)
  })

  it('asks about a section that is half the same, and does what is answered', async () => {
    const body =
      h1('Thuiswerken') +
      h2('Draadloos') +
      p(
        'Kies een lang wachtwoord voor je router en vraag de servicedesk wie je daarbij helpen kan.',
      ) +
      h2('Mag ik thuis printen?') +
      PRINTING +
      paragraph(run('x'))
    const { files, doubts } = await readWord(body)

    expect(doubts).toMatchObject([
      { madeId: 'thuiswerken-draadloos', title: 'Draadloos', candidates: [{ id: 'wifi' }] },
    ])
    const [likeness = 0] = doubts.flatMap(({ candidates }) => candidates.map((one) => one.likeness))
    expect(likeness).toBeGreaterThan(0.4)
    expect(likeness).toBeLessThan(0.7)
    const same = settleDoubts(files, new Map([['thuiswerken-draadloos', 'wifi']]), CURRENT)
    expect(idsIn({ files: same })).toEqual(['wifi', 'printen', 'datalek'])
    const fresh = settleDoubts(files, new Map([['thuiswerken-draadloos', undefined]]), CURRENT)
    expect(fresh).toEqual(files)
  })

  it('gives an id once, and asks when two sections are alike', async () => {
    const body = h1('Nieuw') + h2('Een') + WIFI + h2('Twee') + WIFI
    const { files, doubts } = await readWord(body)

    expect(doubts.map(({ title }) => title)).toEqual(['Een', 'Twee'])
    const [one = '', two = ''] = doubts.map(({ madeId }) => madeId)
    const settled = settleDoubts(
      files,
      new Map([
        [one, 'wifi'],
        [two, 'wifi'],
      ]),
      CURRENT,
    )
    expect(idsIn({ files: settled })).toEqual(['printen', 'datalek', 'wifi', two])
  })

  it('moves a section that it has in another chapter, and leaves the rest of the old one', async () => {
    const { files } = await readWord(h1('Netwerken') + h2('Hoe beveilig ik mijn wifi?') + WIFI)

    expect(files.get('01-thuiswerken.md')).not.toContain('{#wifi}')
    expect(files.get('01-thuiswerken.md')).toContain('{#printen}')
    expect(files.get('03-netwerken.md')).toContain('{#wifi}')
    expect(files.get('03-netwerken.md')).toContain('owner: ciso@waterveen.example')
  })

  it('renames a chapter whose sections it has', async () => {
    const { files, notes } = await readWord(SAME.replace('1 Thuiswerken', '1 Werken op afstand'))

    expect(notes).toEqual([])
    expect(files.get('01-thuiswerken.md')).toBe(
      WORKING.replace('title: Thuiswerken', 'title: Werken op afstand'),
    )
  })

  it('has an id in its heading, which wins', async () => {
    const { files } = await readWord(h1('Thuiswerken') + h2('Heel anders {#printen}') + p('Iets.'))

    expect(files.get('01-thuiswerken.md')).toContain('## Heel anders {#printen}\n<!-- vraagbaak')
  })

  it('with only headings of level one is one chapter', async () => {
    const body =
      paragraph(run('Zo werken wij'), 'Titel') + h1('Eerst') + p('a') + h1('Dan') + p('b')
    const { files } = await readWord(body, new Map())

    expect([...files.keys()]).toEqual(['01-zo-werken-wij.md'])
    expect(idsIn({ files })).toEqual(['zo-werken-wij-eerst', 'zo-werken-wij-dan'])
  })

  it('keeps lists in lists, tables and deeper headings, and drops its table of contents', async () => {
    const body =
      paragraph(run('1 Eerst 2'), 'Inhopg1') +
      h1('Eerst') +
      item('a') +
      item('b', 1) +
      item('c', 7) +
      h3('Dieper') +
      table([
        ['x', 'y | z'],
        ['1', '2'],
      ])
    const { files, notes } = await readWord(body, new Map())

    expect([...files.values()].join()).toContain('- a\n  - b\n    - ')
    expect([...files.values()].join()).toContain(
      '### Dieper\n\n| x | y \\| z |\n| - | - |\n| 1 | 2 |',
    )
    expect(notes).toContainEqual({ kind: 'contents-dropped', count: 1 })
  })

  it.each([
    ['built on a heading', paragraph(run('Mag dat?'), 'Gemeentekop')],
    ['with an outline level', paragraph(run('Mag dat?'), 'Omtrek')],
  ])('knows a style %s', async (_, heading) => {
    const { files } = await readWord(h1('A') + heading + p('Ja.'), new Map())

    expect([...files.values()].join()).toContain('## Mag dat? {#')
  })

  it('without styles has its bold lines as headings, and says that it guessed', async () => {
    const body = paragraph(bold('Mag dat?')) + p('Ja.') + paragraph(bold('En dit?')) + p('Nee.')
    const { files, notes } = await readWord(body, new Map())

    expect(readHandbook(files).handbook.sections).toHaveLength(2)
    expect(notes).toContainEqual({ kind: 'headings-guessed', count: 2 })
  })

  it.each([
    ['1. Eerst', 'Eerst'],
    ['2.3 Wifi', 'Wifi'],
    ['2.3.1) Wifi', 'Wifi'],
    ['Artikel 4. Wifi', 'Wifi'],
    ['72 uur om te melden', '72 uur om te melden'],
    ['2', '2'],
  ])('calls "%s" "%s"', async (written, title) => {
    const { files } = await readWord(h1(written) + p('x'), new Map())

    expect(readHandbook(files).handbook.sections.map((section) => section.title)).toEqual([title])
  })
})

describe('Markdown', () => {
  it('of one chapter replaces that chapter, as it was written', async () => {
    const text = WORKING.replace('lang wachtwoord', '*lang*   wachtwoord')

    const { files } = await read('01-thuiswerken.md', text)

    expect([...files]).toEqual(
      [...CURRENT].map(([name, was]) => [name, was === WORKING ? text : was]),
    )
  })

  it('of one chapter without ids and comments keeps those that there are', async () => {
    const text = `# Thuiswerken\n\n## Mag ik thuis printen?\n\nJa.\n`

    const { files } = await read('thuis.md', text)

    expect(files.get('01-thuiswerken.md')).toContain(
      '{#printen}\n<!-- vraagbaak\nkeywords: [printer]',
    )
  })

  it('in a zip is the whole handbook, with the settings that it does not hold', async () => {
    const text = '## Hoe meld ik een lek?\n\nBel meteen.\n'
    const zip = aZip({ 'boek/01-lek.md': text, 'boek/README.md': 'x', 'boek/02.md': INCIDENTS })

    const { files, notes } = await read('boek.zip', zip)

    expect(Object.fromEntries(files)).toEqual({
      ...{ '01-lek.md': text, '02.md': INCIDENTS, 'handbook.yaml': 'title: Handboek\n' },
    })
    expect(notes).toEqual([{ kind: 'files-skipped', count: 1 }])
  })

  it('in a zip whose sections lost their ids gets them back', async () => {
    const zip = aZip({ '01.md': WORKING.replace(' {#wifi}', '').replace(' {#printen}', '') })

    expect(idsIn(await read('boek.zip', zip))).toEqual(['printen', 'wifi'])
  })
})

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '# ',
            '## x',
            '{#id}',
            '<!-- vraagbaak',
            '-->',
            '**',
            '_a_',
            '`',
            '[x](#y)',
            '---',
            '1. ',
          ],
          ...[
            '|',
            '\\',
            '<b>',
            '&amp;',
            '    ',
            '- ',
            '~',
            '===',
            '> ',
            '![',
            '$',
            'http://x.example',
            ':',
          ],
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  )
  const block = fc.oneof(
    text.map(p),
    text.map((value) => paragraph(bold(value) + run(value))),
    fc.tuple(text, fc.integer({ min: 0, max: 8 })).map(([value, level]) => item(value, level)),
    fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }).map(table),
    text.map(h3),
  )
  const section = fc
    .tuple(text, fc.array(block, { maxLength: 4 }))
    .map(([title, blocks]) => h2(`Kop ${title}`) + blocks.join(''))
  const body = fc
    .array(section, { minLength: 1, maxLength: 4 })
    .map((all) => h1('Deel') + all.join(''))

  it('reads back without problems of its own, and brought again it changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (content) => {
        const bytes = aWordFile(xmlSafe(content))
        const first = await read('a.docx', bytes, new Map())
        const { handbook, problems } = readHandbook(first.files)
        expect(problems).toEqual([])
        expect(new Set(handbook.sections.map(({ id }) => id)).size).toBe(handbook.sections.length)
        expect(handbook.sections).toHaveLength(content.split('"Kop2"').length - 1)
        const again = await read('a.docx', bytes, first.files)
        expect([...again.files]).toEqual([...first.files])
        expect(again.doubts).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 30_000)
})

/** Characters that no XML can hold. */
const xmlSafe = (xml: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  xml.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
