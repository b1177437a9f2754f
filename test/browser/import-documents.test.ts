/** Documents as an office program writes them, brought as a handbook. Needs LibreOffice Writer. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { importDocument } from '../../knowledge/import/import-document.ts'
import type { Read } from '../../knowledge/import/imported.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/documents/', import.meta.url))
const MISSING =
  'soffice does not run: install LibreOffice Writer, on Debian the package libreoffice-writer-nogui'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-documents-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const PDF = (options: Readonly<Record<string, Readonly<{ type: string; value: string }>>>) =>
  `pdf:writer_pdf_Export:${JSON.stringify(options)}`
const TAGGED = PDF({ UseTaggedPDF: { type: 'boolean', value: 'true' } })
const UNTAGGED = PDF({ UseTaggedPDF: { type: 'boolean', value: 'false' } })
const LOCKED = PDF({
  EncryptFile: { type: 'boolean', value: 'true' },
  DocumentOpenPassword: { type: 'string', value: 'geheim' },
})

/** What LibreOffice makes of a fixture. */
function converted(fixture: string, format: string) {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const source = join(FIXTURES, fixture)
  const writer = fixture.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : []
  const options = [`-env:UserInstallation=${profile}`, '--headless', ...writer]
  const ran = spawnSync('soffice', [...options, '--convert-to', format, '--outdir', folder, source])
  if (ran.status !== 0) throw new Error(`${MISSING} (${ran.error?.message ?? ran.stderr})`)
  const name = basename(fixture).replace(/\.\w+$/, `.${/^\w+/.exec(format)?.[0]}`)
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
}

async function read(
  fixture: string,
  format: string,
  current: HandbookFiles = new Map(),
): Promise<Read> {
  const imported = await importDocument(converted(fixture, format), current)
  if (imported.kind === 'read') return imported
  throw new Error(imported.reason)
}

const sectionsIn = ({ files }: Read) => {
  const { handbook, problems } = readHandbook(files)
  expect(problems).toEqual([])
  return handbook.sections.map(({ chapter, title }) => `${chapter}: ${title}`)
}

const SECTIONS = [
  'Thuiswerken: Thuiswerken',
  'Thuiswerken: Mag ik thuis printen?',
  'Thuiswerken: Welke apparaten mag ik gebruiken?',
  'Incidenten: Hoe meld ik een datalek?',
]

/** Accepted changes, a note in brackets, lists in lists, a link to a section, and a table. */
const WORKING = `
**Nee.** Print op kantoor of in de bibliotheek. (Zie artikel 5 van de regeling.)

1. Bewaar het stuk.
   - In het zaaksysteem.
   - Nooit op een stick.
2. Print het morgen.

## Welke apparaten mag ik gebruiken? {#thuiswerken-welke-apparaten-mag-ik-gebruiken}

Kijk in de tabel, en lees ook [Mag ik thuis printen?](#thuiswerken-mag-ik-thuis-printen)

| Apparaat | Mag het? |
| - | - |
| Laptop van de gemeente | Ja, altijd |
| Eigen tablet | Alleen via de portal \\| niet voor dossiers |

Vraag bij twijfel de servicedesk.
`

/** What was typed stays text; what stood in a box stands below it. */
const INCIDENTS = `
Bel meteen het meldpunt. Typ nooit \\<!-- vraagbaak keywords: \\[x] --> of # kop of {#id} in een mail.

Let op:

Het meldpunt is dag en nacht open.

### Wat je klaarlegt

- Wat er gebeurde.
- Wanneer het gebeurde.
`

it('reads a Word file with all that Word files have', async () => {
  const imported = await read('handboek.fodt', 'docx')

  expect(sectionsIn(imported)).toEqual(SECTIONS)
  const [working = '', incidents = ''] = imported.files.values()
  expect(working).toContain(WORKING)
  expect(incidents).toContain(INCIDENTS)
  expect(Object.fromEntries(imported.notes.map(({ kind, count }) => [kind, count]))).toEqual({
    'contents-dropped': 1,
    'tracked-changes-accepted': 2,
    'text-box-moved': 1,
    'header-footer-dropped': 2,
    'footnotes-inlined': 1,
    'image-dropped': 1,
    'text-before-first-heading': 1,
    'chapter-added': 2,
  })
})

it('finds nothing new in the same Word file, and keeps what a PDF does not tell', async () => {
  const { files } = await read('handboek.fodt', 'docx')

  expect([...(await read('handboek.fodt', 'docx', files)).files]).toEqual([...files])
  const { files: fromPaper, doubts } = await read('handboek.fodt', TAGGED, files)
  expect(doubts).toEqual([])
  expect(fromPaper.get('02-incidenten.md')).toContain('### Wat je klaarlegt')
  expect(fromPaper.get('01-thuiswerken.md')).toContain('[Mag ik thuis printen?](#thuiswerken-')
})

it('reads a tagged PDF with its headings, lists and tables', async () => {
  const imported = await read('handboek.fodt', TAGGED)

  expect(sectionsIn(imported)).toEqual(SECTIONS)
  const [working = ''] = imported.files.values()
  expect(working).toContain(
    '1. Bewaar het stuk.\n   - In het zaaksysteem.\n   - Nooit op een stick.\n2. Print',
  )
  expect(working).toContain('| Laptop van de gemeente | Ja, altijd |')
})

it('guesses headings and lists of a PDF without tags, and says so', async () => {
  const imported = await read('handboek.fodt', UNTAGGED)

  expect(sectionsIn(imported)).toEqual(SECTIONS)
  expect(imported.notes.map(({ kind }) => kind)).toContain('headings-guessed')
  expect([...imported.files.values()].join()).toContain('\n1. Bewaar het stuk.')
})

it('reads rules with numbered articles as one chapter', async () => {
  const imported = await read('oude-stijlen.html', 'docx:MS Word 2007 XML')

  expect(sectionsIn(imported)).toEqual(['oude stijlen: Begrippen', 'oude stijlen: Bezoekers'])
  const [text = ''] = imported.files.values()
  expect(text).toContain('- Schrijf de naam op.\n  - Ook van een kind.\n- Geef een pas.')
  expect(text).toContain('| Monteur | Geel |')
})

it('refuses a PDF that asks for a password', async () => {
  expect(await importDocument(converted('handboek.fodt', LOCKED), new Map())).toEqual({
    ...{ kind: 'refused', reason: 'encrypted' },
  })
})
