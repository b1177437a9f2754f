/** Sensitive: whatever way a link, number or address is put into a text, a second person looks at it (S14). */
import fc from 'fast-check'
import { sensitiveIn } from '../../bot/publishing/sensitive.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const HEAD = '---\ntitle: Thuiswerken\nowner: ciso@waterveen.example\nreview: 2099-01-01\n---\n\n'
const BODY =
  '**Nee, print op kantoor.** Bel 088-000 0200 of kijk op https://print.example/a.\n\n' +
  'Kantoor is open van 08.30 tot 17.00 uur. Zie ook `brief.pdf` en versie 3.2 van 2026-03-01.\n'
type Parts = Readonly<{
  head?: string
  title?: string
  meta?: string
  body?: string
  settings?: Readonly<Record<string, string>>
}>

function filesOf({
  head = HEAD,
  title = 'Mag dit?',
  meta = '',
  body = BODY,
  settings = {},
}: Parts) {
  const block = meta === '' ? '' : `<!-- vraagbaak\n${meta}\n-->\n`
  const text = `${head}## ${title} {#dit}\n${block}\n${body}\n## Mag dat? {#dat}\n\nDat [mag][a].\n`
  return new Map([['01.md', text], ...Object.entries(settings)])
}
const read = (files: HandbookFiles) => ({ files, handbook: readHandbook(files).handbook })
const found = (after: Parts, before: Parts = {}) =>
  sensitiveIn(read(filesOf(before)), read(filesOf(after)))
const adding = (text: string) => found({ body: `${BODY}\n${text}\n` })

describe('what needs a second person', () => {
  it.each<[string, string, string]>([
    ['a link in words', 'links', 'Zie [de site](https://evil.example/x).'],
    ['a bare host', 'links', 'Kijk op evil.example.'],
    ['a host of Cyrillic letters', 'links', 'Kijk op рrint.example.'],
    ['a host with an accent of its own', 'links', 'Kijk op pri\u0301nt.example.'],
    ['a host with other dots', 'links', 'Kijk op evil。example'],
    ['a host written wide', 'links', 'Kijk op ｅｖｉｌ．ｅｘａｍｐｌｅ'],
    ['a host with a dot that is escaped', 'links', 'Kijk op evil\\.example voor meer.'],
    ['a host with a dot as an entity', 'links', 'Kijk op evil&period;example voor meer.'],
    ['a host with marks in it', 'links', 'Kijk op evil.**example** voor meer.'],
    ['a host with invisible characters', 'links', 'Kijk op evil\u200b.\u200bexample voor meer.'],
    ['a host that is named as a file', 'links', 'Zie [de lijst](https://evil.md/x) nu.'],
    ['a host that looks like a file', 'links', 'Kijk op evil.zip nu.'],
    ['another page of the same host', 'links', 'Of https://print.example/b.'],
    ['a host without a dot', 'links', 'Zie [de site](https://intranet/x).'],
    ['an address of numbers', 'links', 'Zie [de site](https://2130706433/x).'],
    ['a link without its scheme', 'links', 'Zie [de site](//evil).'],
    ['a link by reference', 'links', 'Zie [de site][b].\n\n[b]: https://evil.example'],
    ['an autolink', 'links', '<https://evil.example>'],
    ['an anchor', 'links', '<a href="https://evil.example">hier</a>'],
    ['a picture', 'links', '![plaatje](https://evil.example/a.png)'],
    ['a host in a table', 'links', '| a | b |\n|---|---|\n| evil.example | 1 |'],
    ['a link of another kind', 'links', 'Zie [dit](ms-word:ofe) nu.'],
    ['a host in words', 'links', 'Ga naar evil (punt) example nu.'],
    ['an address to mail', 'mail', 'Mail helpdesk@evil.example.'],
    ['a link to mail', 'mail', 'Mail [ons](mailto:helpdesk@evil.example).'],
    ['an address to mail in words', 'mail', 'Mail helpdesk (at) evil nu.'],
    ['a number', 'telephone', 'Bel 0900-1234.'],
    ['a link to call', 'telephone', '[Bel](tel:0900-1234)'],
    ['a number with dots', 'telephone', 'Bel 09.00.12.34.56 nu.'],
    ['a number with spaces', 'telephone', 'Bel 0 9 0 0 1 2 3 4 nu.'],
    ['a number with hard spaces', 'telephone', 'Bel 09\u00a000\u00a012\u00a034 nu.'],
    ['a number with dashes', 'telephone', 'Bel 0900–12–34 nu.'],
    ['a number after a dash', 'telephone', 'Tel.-0900123456 nu.'],
    ['a number in other digits', 'telephone', 'Bel ０９００１２３４ nu.'],
    ['a number in Arabic digits', 'telephone', 'Bel ٠٩٠٠١٢٣٤ nu.'],
    ['a number with marks in it', 'telephone', 'Bel 09**00**12*34* nu.'],
    ['a number with escapes', 'telephone', 'Bel 09\\-00\\-12\\-34 nu.'],
    ['a number of entities', 'telephone', 'Bel &#48;&#57;&#48;&#48;&#49;&#50;&#51; nu.'],
    ['a number in pieces', 'telephone', 'Bel 088, dan 123 en dan 4567.'],
    ['a number in words', 'telephone', 'Bel nul negen nul nul een twee drie vier.'],
    ['a number in a table', 'telephone', '| a | b |\n|---|---|\n| 0900 | 1234 |'],
    ['a number that looks like a date', 'telephone', 'Bel 0881-23-45 nu.'],
    ['a short number', 'telephone', 'Bel 1199 bij nood.'],
    ['something to install', 'software', 'Installeer het programma.'],
    ['something to install, hidden', 'software', 'In\u00adstalleer het programma.'],
  ])('is %s', (_, kind, text) => {
    expect(adding(text)).toContain(kind)
  })

  it.each<[string, string, Parts]>([
    ['a number in a title', 'telephone', { title: 'Bel 0900-1234?' }],
    ['a host in a title', 'links', { title: 'Kijk op evil.example' }],
    ['another owner', 'mail', { meta: 'owner: ander@evil.example' }],
    ['first aid', 'incident', { meta: 'incident: [malware]' }],
    ['a number that is gone', 'telephone', { body: BODY.replace('088-000 0200', 'ons') }],
    ['a link that is gone', 'links', { body: BODY.replace('https://print.example/a', 'ons') }],
    ['a link of a whole chapter', 'links', { head: `${HEAD}[a]: https://evil.example\n\n` }],
    ['a host in the name of a chapter', 'links', { head: HEAD.replace('Thuis', 'evil.example ') }],
    [
      'a number in the name of the handbook',
      'telephone',
      { settings: { 'handbook.yaml': 'title: "Bel 0900-1234"\n' } },
    ],
    ['words for what is elsewhere', 'elsewhere', { settings: { 'elsewhere.yaml': '[]\n' } }],
  ])('is %s', (_, kind, after) => {
    expect(found(after)).toContain(kind)
  })

  it('is two links or numbers that change places', () => {
    const body = 'Incident? Bel 0800 1111. Lunch? Bel 0800 2222.\n'
    const swapped = 'Incident? Bel 0800 2222. Lunch? Bel 0800 1111.\n'

    expect(found({ body: swapped }, { body })).toContain('telephone')
  })

  it.each<[string, Parts]>([
    ['other words', { body: BODY.replace('Nee, print', 'Nee, druk') }],
    ['a sentence more', { body: `${BODY}\nDoe het vandaag, en niet later dan 24 uur erna.\n` }],
    ['example questions, which nobody is shown', { meta: 'questions: ["bel ik 0900-1234"]' }],
    ['the name of a file', { body: `${BODY}\nZie handleiding.pdf.\n` }],
    ['a link to another section', { body: `${BODY}\nZie [dat](#dat).\n` }],
    ['a date', { body: `${BODY}\nVanaf 2027-01-01.\n` }],
  ])('is not %s', (_, after) => {
    expect(found(after)).toEqual([])
  })

  const place = fc.constantFrom(
    (text: string) => `Zie ${text} nu.`,
    (text: string) => `- Eerst\n- ${text}`,
    (text: string) => `> ${text}`,
    (text: string) => `**${text}**`,
    (text: string) => `| a |\n|---|\n| ${text} |`,
    (text: string) => `Eerst dit:\n\n\`\`\`\n${text}\n\`\`\``,
    (text: string) => `### ${text}`,
  )
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 12 })
  const label = fc.string({ unit: fc.constantFrom(...'abcdefghijкëо'), minLength: 2, maxLength: 8 })
  const grouped = fc
    .tuple(
      digits,
      fc.constantFrom('', ' ', '-', '.', '/', ' - ', '\u00a0'),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([all, between, size]) => (all.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between))

  it.each([
    ['telephone', grouped.map((one) => `0${one}`)],
    ['links', fc.tuple(label, label).map((both) => both.join('.'))],
    ['mail', fc.tuple(label, label).map(([one, two]) => `${one}@${two}.example`)],
  ] as const)('is any %s, wherever it is put', (kind, value) => {
    fc.assert(
      fc.property(value, place, (text, put) => {
        expect(adding(put(text))).toContain(kind)
      }),
      { numRuns: 60 },
    )
  })
})
