/** Check warnings: what an editor had better look at, and no alarm about what is well. */
import { checkHandbook, checkHandbookInSteps } from '../../knowledge/check-handbook.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const FRONT = '---\ntitle: Thuis\nowner: ciso@waterveen.example\nreview: 2027-03-01\n---\n'
const filesOf = (...sections: readonly string[]): HandbookFiles =>
  new Map([['thuis.md', `${FRONT}\n${sections.join('\n')}`]])
const warningsOf = (...sections: readonly string[]) =>
  checkHandbook(readHandbook(filesOf(...sections))).map(({ severity, rule, message, line }) => ({
    ...{ severity, rule, message, line },
  }))
const rulesOf = (...sections: readonly string[]) => warningsOf(...sections).map(({ rule }) => rule)

const section = (id: string, text: string, title = `Onderwerp ${id}`) =>
  `## ${title} {#${id}}\n\n${text}\n`
const asking = (id: string, question: string, answer: string) =>
  `## Over ${id} {#${id}}\n<!-- vraagbaak\nquestions: ["${question}"]\n-->\n\n${answer}\n`

const TEXT =
  'Print vertrouwelijke stukken alleen op kantoor, haal ze meteen van de printer en gooi ze na gebruik in de afgesloten bak bij de balie van de receptie.'

describe('two sections that say much the same', () => {
  it('are told once, at the second, with the place of the first', () => {
    const changed = TEXT.replace('meteen', 'direct')

    expect(
      warningsOf(section('a', TEXT), section('b', 'Iets heel anders.'), section('c', changed)),
    ).toEqual([
      {
        severity: 'warning',
        rule: 'near-duplicate',
        line: 15,
        message: expect.stringContaining(
          '"c" says much the same as "a" (thuis.md, line 7; 96% of the words)',
        ),
      },
    ])
  })

  it('are told also when their sentences changed places', () => {
    const [one = '', other = ''] = [TEXT, TEXT.split(' ').toReversed().join(' en ')]
    const texts = [`${one}\n\n${other}`, `${other}\n\n${one}`]

    expect(rulesOf(...texts.map((text, i) => section(`s${i}`, text)))).toEqual(['near-duplicate'])
  })

  it('are not told when a third of the words is different, or they are a few words', () => {
    const half = TEXT.split(' ')
      .map((word, i) => (i % 3 === 0 ? `anders${i}` : word))
      .join(' ')

    expect(rulesOf(section('a', TEXT), section('b', half))).toEqual([])
    expect(rulesOf(section('a', 'Bel het meldpunt.'), section('b', 'Bel het meldpunt.'))).toEqual(
      [],
    )
  })

  it('are each told when there are a hundred of them', () => {
    const copies = Array.from({ length: 100 }, (_, i) => section(`s${i}`, `${TEXT} Nummer ${i}.`))

    expect(rulesOf(...copies)).toEqual(Array(99).fill('near-duplicate'))
  })
})

describe('two sections that are asked the same', () => {
  it.each([
    ['Ja, dat mag.', 'Nee, dat mag niet.'],
    ['Nooit.', 'Altijd, als je wilt.'],
    ['Je mag het thuis doen.', 'Dat mag niet.'],
    ['Yes, you may.', 'No, never.'],
    ['**Nee, print op kantoor.**', '**Ja, print thuis.**'],
  ])('are told when one says "%s" and the other "%s"', (one, other) => {
    const question = 'mag ik thuis vertrouwelijke stukken printen?'
    const told = warningsOf(
      asking('a', question, one),
      asking('b', 'Vertrouwelijke stukken thuis printen, mag dat?', other),
    )

    expect(told).toMatchObject([{ severity: 'warning', rule: 'contradiction', line: 14 }])
    expect(told[0]?.message).toContain(`"${question}"`)
  })

  it.each([
    ['agree', 'mag ik thuis stukken printen', 'Nee.', 'Nee, nooit.'],
    ['are asked something else', 'mag ik thuis stukken scannen', 'Nee.', 'Ja.'],
    ['say neither', 'mag ik thuis stukken printen', 'Print op kantoor.', 'Ja.'],
    ['begin with another word', 'mag ik thuis stukken printen', 'Jaarlijks.', 'Nee.'],
  ])('are not told when they %s', (_, question, one, other) => {
    expect(
      rulesOf(asking('a', question, one), asking('b', 'mag ik thuis stukken printen', other)),
    ).toEqual([])
  })

  it('are found among many that are asked with the same words', () => {
    const words = ['laptop', 'telefoon', 'tablet', 'scherm', 'muis', 'tas', 'pas', 'sleutel']
    const things = [...words, 'stoel', 'lamp', 'stick', 'kabel']
    const questions = things.flatMap((one) =>
      things
        .filter((other) => one < other)
        .flatMap((other) =>
          ['trein', 'auto', 'bus', 'fiets'].map((where) => `${one} ${other} ${where}`),
        ),
    )
    const last = questions.at(-1) ?? ''
    const sections = questions.map((question, i) => asking(`s${i}`, question, 'Ja.'))

    expect(rulesOf(...sections, asking('laatste', last, 'Nee.'))).toEqual(['contradiction'])
    expect(rulesOf(...sections, asking('laatste', `${last} lenen`, 'Nee.'))).toEqual([
      'contradiction',
    ])
  })
})

describe('a link', () => {
  it.each([
    ['http://intranet.waterveen.example/regels', 'insecure-link'],
    ['javascript:alert(1)', 'insecure-link'],
    ['beleid.pdf', 'insecure-link'],
    ['https://10.0.0.1/regels', 'ip-address-link'],
    ['https://0x0a000001/regels', 'ip-address-link'],
    ['https://[2001:db8::1]/', 'ip-address-link'],
    ['https://bit.ly/3abc', 'short-link'],
    ['https://WWW.TinyURL.com/abc', 'short-link'],
    ['https://intranet.waterveen.example@evil.example/', 'misleading-link'],
  ])('to %s is told as %s', (address, rule) => {
    expect(rulesOf(section('a', `Zie [de regels](${address}).`))).toEqual([rule])
  })

  it.each([
    'https://intranet.waterveen.example/regels',
    'mailto:ciso@waterveen.example',
    'tel:+31880000100',
    '#a',
    'https://notbit.ly.example/x',
  ])('to %s is not', (address) => {
    expect(rulesOf(section('a', `Zie [de regels](${address}).`))).toEqual([])
  })

  it('is told when it is written below the text', () => {
    expect(rulesOf(section('a', 'Zie [de regels][1].\n\n[1]: http://waterveen.example/'))).toEqual([
      'insecure-link',
    ])
  })
})

it('a title or example question may be so long and no longer', () => {
  const of = (title: number, question: number) =>
    `## ${'t'.repeat(title)} {#a}\n<!-- vraagbaak\nquestions: [${'q'.repeat(question)}]\n-->\n\nTekst.\n`

  expect(rulesOf(of(120, 200))).toEqual([])
  expect(warningsOf(of(121, 201)).map(({ severity, rule }) => [severity, rule])).toEqual([
    ['warning', 'long-title'],
    ['warning', 'long-question'],
  ])
})

it('finds the same beside a bot that answers', async () => {
  const reading = readHandbook(
    filesOf(section('a', TEXT), section('b', TEXT), section('c', '[x](http://x.example)')),
  )

  expect(await checkHandbookInSteps(reading)).toEqual(checkHandbook(reading))
})
