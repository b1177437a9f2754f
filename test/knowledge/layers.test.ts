/** Layers: an own handbook over a base, as it is read and searched. */
import { checkHandbook } from '../../knowledge/check-handbook.ts'
import { withOwnNewSection, withOwnSection } from '../../knowledge/edit-layers.ts'
import { withoutSection } from '../../knowledge/edit-section.ts'
import { readElsewhere } from '../../knowledge/elsewhere.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { layered, overrides } from '../../knowledge/layers.ts'
import { plainTextOf } from '../../knowledge/markdown.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const FRONT = (title: string, owner = 'ciso@regio.example') =>
  `---\ntitle: ${title}\nowner: ${owner}\nreview: 2099-01-01\n---\n\n`

const BASE: HandbookFiles = new Map([
  [
    '01-home.md',
    `${FRONT('Thuiswerken')}## Mag ik thuis printen? {#printen}\n<!-- vraagbaak\nkeywords: [printer] # van de regio\n-->\n\nNee.\n\n## Hoe zit het met wifi? {#wifi}\n\nSterk wachtwoord.`,
  ],
  ['02-mail.md', `${FRONT('Mail')}## Mag ik mail doorsturen? {#doorsturen}\n\nNee.\n`],
  [
    'elsewhere.yaml',
    'topics:\n  - topic: verlof\n    ask: HR van de regio\n    questions: [vrij]\n  - topic: parkeren\n    ask: de balie\n    questions: [parkeren]\n',
  ],
  ['handbook.yaml', 'title: Handboek van de regio\n'],
])

const OURS = FRONT('Thuiswerken', 'ciso@waterveen.example')
const own = (text: string, rest: Readonly<Record<string, string>> = {}): HandbookFiles =>
  new Map([['01-home.md', `${OURS}${text}`], ...Object.entries(rest)])

async function merged(files: HandbookFiles, base = BASE) {
  const { files: all, mark } = await layered(files, { name: 'Regio', version: '7', files: base })
  const reading = readHandbook(all, '14')
  return { files: all, handbook: mark(reading.handbook), reading }
}

const places = ({ sections }: Awaited<ReturnType<typeof merged>>['handbook']) =>
  sections.map(({ number, id, layer }) => [number, id, layer])

const PRINTING =
  '## Mag ik hier thuis printen? {#printen}\n\nJa, hier wel. Zie [mail](#doorsturen).\n'

describe('an own handbook over a base', () => {
  it('takes the place of a section there, and says of each whose it is', async () => {
    const { handbook, reading } = await merged(own(PRINTING))

    expect(places(handbook)).toEqual([
      ['1.1', 'printen', undefined],
      ['1.2', 'wifi', 'Regio'],
      ['2.1', 'doorsturen', 'Regio'],
    ])
    const printing = handbook.byId.get('printen')
    expect(printing && plainTextOf(printing.shortAnswer)).toContain('Ja, hier wel.')
    expect(printing && overrides(handbook, printing)).toBe(true)
    expect(handbook.chapters[0]?.sections[0]).toBe(printing)
    expect(handbook).toMatchObject({ version: '14', base: { name: 'Regio', version: '7' } })
    expect(checkHandbook(reading).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('keeps the owner of its own chapter, also in the file of another', async () => {
    const { handbook } = await merged(own(PRINTING))

    expect(handbook.sections.map(({ owner }) => owner)).toEqual([
      ...['ciso@waterveen.example', 'ciso@regio.example', 'ciso@regio.example'],
    ])
  })

  it('adds sections to the chapter of the same title, and chapters after those of the base', async () => {
    const scanner = '## Mag ik thuis scannen? {#scannen}\n\nJa.'
    const { handbook } = await merged(
      own(scanner, {
        '00-raad.md': '---\ntitle: De raad\n---\n\n## Mag een griffier dat?\n\nJa.\n',
      }),
    )

    expect(places(handbook)).toEqual([
      ['1.1', 'printen', 'Regio'],
      ['1.2', 'wifi', 'Regio'],
      ['1.3', 'scannen', undefined],
      ['2.1', 'doorsturen', 'Regio'],
      ['3.1', 'de-raad-mag-een-griffier-dat', undefined],
    ])
  })

  it('stays what it is for who reads it when it says nothing', async () => {
    const { files, handbook } = await merged(new Map())

    expect([...files]).toEqual([...BASE])
    expect(handbook.title).toBe('Handboek van de regio')
    expect(handbook.sections.every(({ layer }) => layer === 'Regio')).toBe(true)
  })

  it('wins where both set something, and joins topics that belong elsewhere', async () => {
    const elsewhere = 'topics:\n  - topic: verlof\n    ask: ons HR\n    questions: [vrij]\n'
    const { files, handbook } = await merged(
      own(PRINTING, { 'elsewhere.yaml': elsewhere, 'handbook.yaml': 'title: Ons handboek\n' }),
    )

    expect(readElsewhere(files).map(({ topic, ask }) => [topic, ask])).toEqual([
      ['verlof', 'ons HR'],
      ['parkeren', 'de balie'],
    ])
    expect(handbook.title).toBe('Ons handboek')
  })

  it('goes on as an addition when the base removes what it overrode', async () => {
    const { handbook } = await merged(
      own(PRINTING),
      new Map(
        [...BASE].map(([name, text]) => [
          name,
          text.replace(/## Mag ik thuis printen[\s\S]*(?=## Hoe)/, ''),
        ]),
      ),
    )

    expect(places(handbook)).toEqual([
      ['1.1', 'wifi', 'Regio'],
      ['1.2', 'printen', undefined],
      ['2.1', 'doorsturen', 'Regio'],
    ])
  })

  it('takes the place of a new section of the base with the id of an addition of its own', async () => {
    const addition = own('## Mag ik thuis scannen? {#scannen}\n\nJa.\n')
    const grown = new Map([...BASE, ['03-scan.md', '## Scannen {#scannen}\n\nNooit.\n']])

    expect(places((await merged(addition, grown)).handbook)).toContainEqual([
      '3.1',
      'scannen',
      undefined,
    ])
    expect((await merged(addition, grown)).handbook.sections).toHaveLength(4)
  })

  it('is refused when one of the two says twice what a section is', async () => {
    await expect(merged(own(`${PRINTING}\n${PRINTING}`))).rejects.toThrow(
      '01-home.md: the own handbook has two sections with the id "printen"',
    )
    const twice = new Map([...BASE, ['03.md', '## Nog eens {#wifi}\n\nNee.\n']])
    await expect(merged(own(PRINTING), twice)).rejects.toThrow(
      'version 7 of Regio has two sections',
    )
  })
})

describe('what an editor changes', () => {
  const words = { title: 'Mag ik thuis printen?', text: 'Soms.', questions: ['printen thuis?'] }

  it('stands in the own files only, with what the base says beside the words', async () => {
    const { files: whole } = await merged(new Map())
    const files = withOwnSection({ own: new Map(), whole }, 'printen', words)

    expect([...files.keys()]).toEqual(['01-home.md'])
    expect(files.get('01-home.md')).toContain('keywords: [printer] # van de regio')
    const { handbook } = await merged(files)
    expect(handbook.byId.get('printen')).toMatchObject({
      ...{ number: '1.1', keywords: ['printer'], questions: ['printen thuis?'] },
    })
    expect(places(handbook).map(([, , layer]) => layer)).toEqual([undefined, 'Regio', 'Regio'])
  })

  it('leaves every other own byte as it is', async () => {
    const before = own('Een inleiding.\n\n## Scannen {#scannen}\n\nJa.\n\n\n')
    const { files: whole } = await merged(before)
    const after = withOwnSection({ own: before, whole }, 'printen', words).get('01-home.md') ?? ''

    expect(after.startsWith((before.get('01-home.md') ?? '').trimEnd())).toBe(true)
    expect(
      withoutSection(new Map([['01-home.md', after]]), 'printen')
        .get('01-home.md')
        ?.trimEnd(),
    ).toBe(before.get('01-home.md')?.trimEnd())
  })

  it('is nothing when the words are those of the base', async () => {
    const { files: whole } = await merged(new Map())
    const none: HandbookFiles = new Map()
    const same = { title: 'Hoe zit het met wifi?', text: 'Sterk wachtwoord.', questions: [] }

    expect(withOwnSection({ own: none, whole }, 'wifi', same)).toBe(none)
  })

  it('adds a section to a chapter of the base under an id that is free there too', async () => {
    const { files: whole } = await merged(new Map())
    const texts = { own: new Map<string, string>(), whole }
    const files = withOwnNewSection(texts, 2, { title: 'Mag ik bcc?', text: 'Ja.', questions: [] })

    const { handbook } = await merged(files ?? new Map())
    expect(places(handbook)).toContainEqual(['2.2', 'mail-mag-ik-bcc', undefined])
  })

  it('goes with its file when nothing else stands there', () => {
    expect([...withoutSection(own(PRINTING), 'printen')]).toEqual([])
  })
})
