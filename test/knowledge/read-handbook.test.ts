/** Reading a handbook: its format, what is optional in it, and input that must not break the reader. */

import { filesIn } from '../../knowledge/handbook-files.ts'
import { searchableText } from '../../knowledge/markdown.ts'
import { readHandbook, slug } from '../../knowledge/read-handbook.ts'
import { aFolder, removeFolders, WATERVEEN } from './waterveen.ts'

afterAll(removeFolders)

const read = (files: Readonly<Record<string, string | Buffer>>) =>
  readHandbook(filesIn(aFolder(files)))
const oneFile = (source: string | Buffer) => read({ '05-thuis.md': source })
const idsOf = (source: string) => oneFile(source).handbook.sections.map(({ id }) => id)
const rulesOf = (source: string | Buffer) => oneFile(source).problems.map(({ rule }) => rule)

const CHAPTER = `---
title: Thuiswerken
language: nl
owner: ciso@waterveen.example
review: 2027-03-01
---

## Mag ik thuis printen? {#thuis-printen}
<!-- vraagbaak
keywords: [printen, printer]
questions: ["kan ik ff iets printen"]
bio: ["8.19.01"]
source: "beleid"
confirm: "naam van de printer"
audience: everyone
incident: [general]
-->

**Nee.** Print op kantoor.

1. Bewaar het stuk.
2. Print het *morgen*.

**Zie ook:** [wifi](#thuis-wifi), [wifi](#thuis-wifi)

## Hoe maak ik mijn wifi veilig? {#thuis-wifi}

Kies een lang wachtwoord.
`

describe('a chapter', () => {
  it('is read in full', () => {
    const { handbook, problems } = oneFile(CHAPTER)

    expect(problems).toEqual([])
    expect(handbook.chapters[0]).toMatchObject({ number: 1, title: 'Thuiswerken' })
    expect(handbook.sections[0]).toMatchObject({
      id: 'thuis-printen',
      title: 'Mag ik thuis printen?',
      number: '1.1',
      chapter: 'Thuiswerken',
      keywords: ['printen', 'printer'],
      questions: ['kan ik ff iets printen'],
      incident: ['general'],
      confirm: 'naam van de printer',
      owner: 'ciso@waterveen.example',
      review: '2027-03-01',
      steps: ['Bewaar het stuk.', 'Print het morgen.'],
      seeAlso: ['thuis-wifi'],
      file: '05-thuis.md',
      line: 8,
    })
  })

  it('leads with its first paragraph', () => {
    const [section] = oneFile(CHAPTER).handbook.sections

    expect(section && searchableText(section.shortAnswer)).toBe('Nee. Print op kantoor.')
  })

  it('keeps the comment block and the ids out of the text', () => {
    const texts = oneFile(CHAPTER).handbook.sections.map(({ content }) => searchableText(content))

    expect(texts.join()).not.toMatch(/vraagbaak|keywords|\{#|wifi\b.*wifi/)
  })

  it.each([
    ['a byte order mark', `\uFEFF${CHAPTER}`],
    ['line ends of Windows', CHAPTER.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', CHAPTER.replaceAll('\n', '\r')],
    ['spaces behind the front matter', CHAPTER.replace('2027-03-01\n---', '2027-03-01\n---  ')],
  ])('is read the same with %s', (_, source) => {
    const { sections } = oneFile(CHAPTER).handbook

    expect(oneFile(source).handbook.sections).toEqual(sections)
  })

  it('needs no front matter, and is then named after its file', () => {
    const { handbook, problems } = oneFile('## Kop {#kop}\n\nTekst.\n')

    expect(handbook.sections[0]).toMatchObject({ chapter: '05-thuis', line: 1 })
    expect(handbook.sections[0]).not.toHaveProperty('owner')
    expect(problems).toEqual([])
  })

  it('starts a section at level two only, and drops what stands before the first', () => {
    const { sections } = oneFile(
      '# Titel\n\nInleiding.\n\n## A {#a}\n\n### Diep\n\nTekst.',
    ).handbook

    expect(sections).toHaveLength(1)
    expect(sections[0] && searchableText(sections[0].content)).toBe('Diep\nTekst.')
  })
})

describe('ids', () => {
  it('are the slug of chapter and heading when none is given, with a warning', () => {
    const source = '---\ntitle: 5. Privé & thuis\n---\n## Mag ik 2 reünies?\n\nNee.'

    expect(idsOf(source)).toEqual(['prive-thuis-mag-ik-2-reunies'])
    expect(oneFile(source).problems).toMatchObject([
      { severity: 'warning', rule: 'no-id', line: 4, file: '05-thuis.md' },
    ])
  })

  it('are numbered from the second on when a heading repeats', () => {
    expect(idsOf('## A\n\na\n\n## A\n\nb\n\n## A\n\nc')).toEqual([
      'thuis-a',
      'thuis-a~2',
      'thuis-a~3',
    ])
  })

  it('fit in a button, however long the heading, and stay apart', () => {
    const ids = idsOf(`## ${'lange kop '.repeat(40)}\n\na\n\n## ${'lange kop '.repeat(41)}\n\nb`)

    expect(new Set(ids).size).toBe(2)
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100)
  })

  it.each([
    ['用户手册', 'sectie'],
    ['?!', 'sectie'],
    ['8.19 Scannen', 'scannen'],
    ['  Privé—mail ', 'prive-mail'],
  ])('the slug of "%s" is "%s"', (text, expected) => {
    expect(slug(text)).toBe(expected)
  })

  it('take no braces in the middle of a heading for an id', () => {
    expect(oneFile('## Wat is {#x} hier?\n\na').handbook.sections[0]?.title).toBe(
      'Wat is {#x} hier?',
    )
  })
})

describe('what is wrong', () => {
  it.each([
    ['front matter with a date in words', '---\ntitle: A\nreview: binnenkort\n---', 3, '"review"'],
    ['an owner without address', '---\nowner: de CISO\n---', 2, '"owner"'],
    ['an unknown language', '---\nlanguage: fr\n---', 2, '"language"'],
    ['an unknown field', '---\ntitle: A\nauteur: B\n---', 3, '"auteur"'],
    ['front matter that is a list', '---\n- a\n---', 2, 'expected object'],
    ['broken front matter', '---\ntitle: [a\n---', 2, ''],
  ])('is told with file, line and field: %s', (_, front, line, message) => {
    const [problem] = oneFile(`${front}\n## A {#a}\n\nb`).problems

    expect(problem).toMatchObject({
      file: '05-thuis.md',
      line,
      rule: 'front-matter',
      severity: 'error',
    })
    expect(problem?.message).toContain(message)
  })

  it.each([
    ['an unknown field', 'trefwoorden: [a]', 6, '"trefwoorden"'],
    ['an unknown kind of incident', 'keywords: [a]\nincident: [brand]', 7, '"incident.0"'],
    ['a word instead of a list', 'keywords: printen', 6, '"keywords"'],
    ['an empty keyword', 'keywords: ["  "]', 6, '"keywords.0"'],
    ['a file type without quotes', 'keywords: [*.pdf, *.doc]', 6, 'quotes'],
    ['the same field twice', 'keywords: [a]\nkeywords: [b]', 7, 'unique'],
  ])('is told about a comment block with %s', (_, yaml, line, message) => {
    const source = `---\ntitle: A\n---\n## A {#a}\n<!-- vraagbaak\n${yaml}\n-->\n\nTekst.`
    const { problems, handbook } = oneFile(source)

    expect(problems).toMatchObject([{ file: '05-thuis.md', line, rule: 'section-metadata' }])
    expect(problems[0]?.message).toContain(message)
    expect(handbook.sections).toHaveLength(1)
  })

  it('is told of all chapters at once', () => {
    const { problems } = read({
      'a.md': '---\nx: 1\n---\n## A {#a}',
      'b.md': '---\ny: 1\n---\n## B {#b}',
    })

    expect(problems.map(({ file }) => file)).toEqual(['a.md', 'b.md'])
  })

  it('is a warning when a file has no section: no headings, or another encoding', () => {
    expect(rulesOf('Alleen tekst.')).toEqual(['no-sections'])
    expect(rulesOf('')).toEqual(['no-sections'])
    expect(rulesOf(Buffer.from(`\uFEFF${CHAPTER}`, 'utf16le'))).toEqual(['no-sections'])
  })

  it('is an error for a folder without chapters', () => {
    expect(() => readHandbook(filesIn('/nergens'))).toThrow('/nergens does not exist')
    expect(() => read({ 'README.md': '## A', 'a.txt': '' })).toThrow('holds no Markdown file')
  })
})

describe('the handbook as a whole', () => {
  it('is named by handbook.yaml', () => {
    const about = 'title: Veilig werken\nversion: 7\ninForce: 2026-11-01\n'
    const { handbook } = read({ 'a.md': '## A {#a}\n\nb', 'handbook.yaml': about })

    expect(handbook).toMatchObject({ title: 'Veilig werken', version: '7', inForce: '2026-11-01' })
  })

  it.each([
    ['title:\nversion: ""', 'line 2: "version"'],
    ['version:', 'line 1: "version"'],
    ['inForce: morgen', 'line 1: "inForce"'],
    [`version: "${'9'.repeat(41)}"`, 'line 1: "version"'],
  ])('refuses "%s" with file, line and field', (about, place) => {
    expect(() => read({ 'a.md': '## A {#a}', 'handbook.yaml': about })).toThrow(
      `handbook.yaml, ${place}`,
    )
  })

  it('has a version of its own for every text', () => {
    const versions = ['a', 'b', 'b'].map((text) => oneFile(`## A {#a}\n\n${text}`).handbook.version)

    expect(versions[0]).not.toBe(versions[1])
    expect(versions[1]).toBe(versions[2])
  })

  it('numbers chapters in order of file name, README left out', () => {
    const { handbook } = read({
      '2.md': '## B {#b}',
      '1.md': '## A {#a}',
      'README.md': '## C {#c}',
    })

    expect(handbook.sections.map(({ id, number }) => `${number} ${id}`)).toEqual(['1.1 a', '2.1 b'])
    expect(handbook.byId.get('b')?.title).toBe('B')
  })

  it('reads the sample without a problem', () => {
    const { handbook, problems } = readHandbook(filesIn(WATERVEEN))

    expect(problems).toEqual([])
    expect(handbook.sections.length).toBeGreaterThanOrEqual(100)
  })
})

/** Eight levels of nine references each: 43 million values when expanded. */
const BOMB = `a: &a [${'x, '.repeat(8)}x]\n${[...'bcdefgh']
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`)
  .join('\n')}`

describe('hostile input', () => {
  it.each([
    ['a paragraph of 1 MB', `## A {#a}\n\n${'woord '.repeat(170_000)}`],
    [
      'a wide table',
      `## A {#a}\n\n|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}\n${`|${'b|'.repeat(50)}\n`.repeat(100)}`,
    ],
    [
      'lists in lists',
      `## A {#a}\n\n${Array.from({ length: 100 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')}`,
    ],
    ['quotes in quotes', `## A {#a}\n\n${'>'.repeat(1_000)} diep`],
    ['stars without end', `## A {#a}\n\n${'*'.repeat(1_000)}a${'*'.repeat(1_000)}`],
    ['brackets without end', `## A {#a}\n\n${'['.repeat(5_000)}a${']'.repeat(5_000)}`],
    ['raw HTML', '## A {#a}\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>'],
    ['broken UTF-8', Buffer.from([...Buffer.from('## A {#a}\n\nx '), 0xc3, 0x28, 0xff, 0xfe])],
    ['a comment that never ends', '## A {#a}\n<!-- vraagbaak\nkeywords: [a]\n'],
    ['NUL', '## A {#a}\n\nx\u0000y'],
  ])('%s is read', (_, source) => {
    const { handbook, problems } = oneFile(source)

    expect(handbook.sections.map(({ content }) => typeof searchableText(content))).toEqual([
      'string',
    ])
    expect(problems).toEqual([])
  })

  it.each([
    ['front matter', `---\n${BOMB}\n---\n## A {#a}\n\nb`, 'front-matter'],
    ['a comment block', `## A {#a}\n<!-- vraagbaak\n${BOMB}\n-->\n\nb`, 'section-metadata'],
  ])('a YAML bomb in %s is a problem with its line, and not expanded', (_, source, rule) => {
    expect(oneFile(source).problems).toMatchObject([{ rule, line: expect.any(Number) }])
  })

  it('a YAML bomb in handbook.yaml is refused', () => {
    expect(() => read({ 'a.md': '## A {#a}', 'handbook.yaml': BOMB })).toThrow(
      'handbook.yaml, line 2',
    )
  })

  it('10,000 sections are read, with ids of their own', () => {
    const source = Array.from({ length: 10_000 }, () => '## Kop\n\ntekst\n').join('\n')

    expect(new Set(idsOf(source)).size).toBe(10_000)
  }, 30_000)
})
