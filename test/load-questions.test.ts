/** Load questions: a municipality adds to the bank, and is told of a mistake by file, line and field. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadOrganisations } from '../bot/load-organisations.ts'
import { loadBank } from '../bot/load-questions.ts'
import { Question } from '../bot/polls/question.ts'

const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-questions-'))
const file = join(folder, 'own.yaml')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const OWN = `areas:
  balie: { nl: Balie, en: Front desk }
questions:
  - id: L01
    text:
      nl: Ik laat een bezoeker nooit alleen.
      en: I do not leave a visitor alone.
    scale: agreement
    area: balie
    section: kantoor-bezoek
    favourable: [eens, helemaal_eens]
    sensitive: true
  - id: L02
    text:
      nl: Wie bel je als een bezoeker verdwaalt?
      en: Whom do you call when a visitor gets lost?
    scale: quiz
    options:
      - { value: balie, nl: de balie, en: the front desk }
      - { value: niemand, nl: niemand, en: nobody }
    area: balie
    section: kantoor-bezoek
    favourable: [balie]
  - id: P11
    text:
      nl: Ik vergrendel mijn scherm als ik wegloop.
      en: I lock my screen when I walk away.
    scale: frequency
    area: werkplek
    section: kantoor-scherm
    favourable: [altijd]
`
const ours = loadBank({ polls: {} })

function load(content: string) {
  writeFileSync(file, content)
  return loadBank({ polls: { questions: file } })
}

function refusalOf(content: string): string {
  try {
    load(content)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

it('adds questions to ours, and puts one with the same id in its place', () => {
  const bank = load(OWN)

  expect(bank.questions.size).toBe(42)
  expect(bank.questions.get('P11')?.section).toBe('kantoor-scherm')
  expect(bank.questions.get('P12')).toEqual(ours.questions.get('P12'))
  expect(bank.questions.get('L02')?.options.map(({ value }) => value)).toEqual([
    'balie',
    'niemand',
    'weet_niet',
    'liever_niet',
  ])
  expect(bank.questions.get('L01')).toMatchObject({
    sensitive: true,
    organisationOnly: false,
    reportOn: [],
    areaName: { nl: 'Balie', en: 'Front desk' },
  })
  for (const question of bank.questions.values()) expect(Question.parse(question)).toEqual(question)
})

it('keeps our series, until the file has one', () => {
  const modules = 'modules:\n  - title: { nl: Bezoek, en: Visitors }\n    questions: [L01, P20]\n'

  expect(load(OWN)).toMatchObject({ anchors: ours.anchors, modules: ours.modules })
  expect(load(`${OWN}${modules}`)).toMatchObject({
    anchors: ours.anchors,
    modules: [{ title: { nl: 'Bezoek', en: 'Visitors' }, questions: ['L01', 'P20'] }],
  })
  expect(load(`${OWN}anchors: [L01, P36]\n`).anchors).toEqual(['L01', 'P36'])
  expect(load('').questions).toEqual(ours.questions)
})

describe('a mistake is told with file, line and field', () => {
  const line = (number: number, words: string) => `${file}, line ${number}: ${words}`

  it.each([
    ['a scale of its own', 'scales:\n  yesno: []\n', 1, '"scales" is not a field'],
    ['an unknown scale', OWN.replace('agreement', 'stars'), 8, '"questions.0.scale"'],
    ['an unknown area', OWN.replace('area: balie', 'area: kelder'), 9, '"questions.0.area" must'],
    ['an id twice', OWN.replace('id: L02', 'id: L01'), 13, '"questions.1.id" stands here twice'],
    [
      'a favourable answer that is not there',
      OWN.replace('[eens, helemaal_eens]', '[eens, ja]'),
      11,
      '"questions.0.favourable.1" must be one of helemaal_oneens,',
    ],
    [
      'a favourable answer outside the percentages',
      OWN.replace('[balie]', '[weet_niet]'),
      23,
      '"questions.1.favourable.0" must be one of balie, niemand',
    ],
    [
      'an answer of a quiz twice',
      OWN.replace('value: niemand', 'value: balie'),
      19,
      '"questions.1.options" has the same value twice',
    ],
    [
      'answers where the scale has them',
      OWN.replace('scale: quiz', 'scale: yesno'),
      19,
      '"questions.1.options" must be given for a quiz',
    ],
    [
      'an answer to report that is not there',
      OWN.replace('sensitive: true', 'reportOn: [ja]'),
      12,
      '"questions.0.reportOn.0"',
    ],
    [
      'a national figure that is not there',
      OWN.replace('sensitive: true', 'national: { figure: x, counts: [eens] }'),
      12,
      '"questions.0.national.figure" must be one of informatieveiligheid-afgenomen,',
    ],
    [
      'a missing text',
      OWN.replace(/ {6}en: I do not.*\n/, ''),
      6,
      '"questions.0.text.en" is missing',
    ],
    ['an unknown anchor', 'anchors: [P01, L09]\n', 1, '"anchors.1" is no known question'],
    [
      'an unknown question in a module',
      'modules:\n  - title: { nl: A, en: A }\n    questions: [L09]\n',
      3,
      '"modules.0.questions.0" is no known question',
    ],
  ])('%s', (_what, content, number, words) => {
    expect(refusalOf(content)).toContain(line(number, words))
  })

  it('a file that is not there, with what to do', () => {
    const missing = join(folder, 'missing.yaml')

    expect(() => loadBank({ polls: { questions: missing } })).toThrow(
      /missing\.yaml cannot be read: polls\.questions in your organisations file/,
    )
  })
})

it('is found from the organisations file, relative to it', () => {
  const organisations = join(folder, 'sub', 'ours.yaml')
  mkdirSync(join(folder, 'sub'))
  writeFileSync(file, OWN)
  writeFileSync(
    organisations,
    `organisations:
  - id: lindedam
    name: gemeente Lindedam
    tenants: []
    timeZone: Europe/Amsterdam
    languages: [nl]
    incidentDesk: { telephone: 088-000 0199, url: "https://intranet.lindedam.example/meldpunt" }
    ciso: { name: Joris Hartland, email: ciso@lindedam.example }
    polls: { questions: ../own.yaml, panelAbove: 900 }
    handbook: ./handbook
`,
  )
  const [organisation] = loadOrganisations(organisations)

  expect(organisation?.polls).toMatchObject({ questions: file, panelAbove: 900 })
  expect(organisation && loadBank(organisation).questions.has('L01')).toBe(true)
})
