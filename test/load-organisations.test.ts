/** Load the organisations file: a mistake is named with file, line and field before the bot starts. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../bot/load-organisations.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'

const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-organisations-'))
const file = join(folder, 'ours.yaml')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TENANT = '00000000-0000-4000-8000-00000000000a'
const GOOD = `organisations:
  - id: lindedam
    name: gemeente Lindedam
    tenants: [${TENANT}]
    timeZone: Europe/Amsterdam
    languages: [nl]
    incidentDesk:
      telephone: 088-000 0199
      url: https://intranet.lindedam.example/meldpunt
    ciso:
      name: Joris Hartland
      email: ciso@lindedam.example
    workingHours:
      from: 09:00
      to: 17:00
    closedDays: [2027-05-14]
    delivery:
      bulkPerSecond: 10
    retention:
      questionDays: 0
    sampleRoster: people.csv
    handbook: ./handbook
    polls:
      panelAbove: 2000
      keepYears: 3
      questions: ./questions.yaml
      thresholds:
        eligible: 12
        answers: 6
        percentage: 12
        distribution: 40
        eitherSide: 3
`

function load(content: string) {
  writeFileSync(file, content)
  return loadOrganisations(file)
}

function refusalOf(content: string): string {
  try {
    load(content)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

it('reads every field, with paths relative to the file', () => {
  expect(load(GOOD)).toEqual([
    {
      id: 'lindedam',
      name: 'gemeente Lindedam',
      tenants: [TENANT],
      timeZone: 'Europe/Amsterdam',
      languages: ['nl'],
      incidentDesk: {
        telephone: '088-000 0199',
        url: 'https://intranet.lindedam.example/meldpunt',
      },
      ciso: { name: 'Joris Hartland', email: 'ciso@lindedam.example' },
      workingHours: { from: '09:00', to: '17:00' },
      closedDays: ['2027-05-14'],
      delivery: { bulkPerSecond: 10 },
      retention: { questionDays: 0 },
      publishing: { approval: 'sensitive' },
      tellChanges: true,
      acknowledgements: { named: false },
      sampleRoster: join(folder, 'people.csv'),
      handbook: join(folder, 'handbook'),
      polls: {
        panelAbove: 2000,
        keepYears: 3,
        questions: join(folder, 'questions.yaml'),
        thresholds: { eligible: 12, answers: 6, percentage: 12, distribution: 40, eitherSide: 3 },
      },
    },
  ])
})

it('finds the judged questions beside the file, when it names any', () => {
  const named = GOOD.replace('./handbook', './handbook\n    goldenQuestions: ./golden.jsonl')

  expect(load(named)).toMatchObject([{ goldenQuestions: join(folder, 'golden.jsonl') }])
  expect(load(GOOD)[0]).not.toHaveProperty('goldenQuestions')
})

it('fills in what may be left out', () => {
  const short = GOOD.replace(/ {4}workingHours[\s\S]+people\.csv\n| {4}polls[\s\S]+/g, '')

  expect(load(short)).toMatchObject([
    {
      workingHours: { from: '09:15', to: '16:00' },
      closedDays: [],
      delivery: { bulkPerSecond: 20 },
      retention: { questionDays: 30 },
      polls: { panelAbove: 5000, thresholds: DEFAULT_THRESHOLDS },
    },
  ])
})

it.each([
  ['the sample', SAMPLE_ORGANISATIONS],
  [
    'that of the playground',
    fileURLToPath(new URL('../bot/cli/playground/waterveen.yaml', import.meta.url)),
  ],
])('reads %s', (_what, path) => {
  expect(loadOrganisations(path)).toMatchObject([
    { id: 'waterveen', sampleRoster: expect.stringMatching(/waterveen-people\.csv$/) },
  ])
})

it.each([
  [
    'a field that is misspelt',
    'workingHours:',
    'workinghours:',
    13,
    '"workinghours" is not a field',
  ],
  ['one within another', '      url:', '      phone: 1\n      url:', 9, '"phone" is not a field'],
  ['one of the file itself', 'organisations:', 'version: 2\norganisations:', 1, '"version" is not'],
  ['an id with capitals', 'id: lindedam', 'id: Lindedam', 2, '"organisations.0.id" use lower case'],
  ['a missing name', '    name: gemeente Lindedam\n', '', 2, '"organisations.0.name" is missing'],
  ['a tenant that is no id', TENANT, 'ours', 4, '"organisations.0.tenants.0" '],
  [
    'an unknown time zone',
    '/Amsterdam',
    '/Lindedam',
    5,
    '"organisations.0.timeZone" must be an IANA',
  ],
  ['an unknown language', '[nl]', '[fy]', 6, '"organisations.0.languages.0" '],
  ['no language', '[nl]', '[]', 6, '"organisations.0.languages" '],
  [
    'a telephone that is none',
    '088-000 0199',
    'intern',
    8,
    '"organisations.0.incidentDesk.telephone"',
  ],
  ['a desk without https', 'https:', 'http:', 9, '"organisations.0.incidentDesk.url" '],
  ['an address that is none', 'ciso@', 'ciso ', 12, '"organisations.0.ciso.email" '],
  [
    'a time that is none',
    '09:00',
    '9 uur',
    14,
    '"organisations.0.workingHours.from" must be a time',
  ],
  ['hours backwards', 'from: 09:00', 'from: 18:00', 14, '"organisations.0.workingHours" from must'],
  ['a day that is none', '2027-05-14', '14-05-2027', 16, '"organisations.0.closedDays.0" '],
  ['too fast a rate', 'Second: 10', 'Second: 60', 18, '"organisations.0.delivery.bulkPerSecond" '],
  ['days beyond the limit', 'Days: 0', 'Days: 90', 20, '"organisations.0.retention.questionDays" '],
  ['half a day', 'Days: 0', 'Days: 0.5', 20, '"organisations.0.retention.questionDays" '],
  ['no handbook', 'handbook: ./handbook', "handbook: ''", 22, '"organisations.0.handbook" '],
  [
    'a unit of fewer people than can be hidden in one',
    'eligible: 12',
    'eligible: 9',
    28,
    '"organisations.0.polls.thresholds.eligible" ',
  ],
  [
    'figures of fewer people',
    'answers: 6',
    'answers: 4',
    29,
    '"organisations.0.polls.thresholds.answers" ',
  ],
  [
    'percentages of fewer answers',
    'percentage: 12',
    'percentage: 9',
    30,
    '"organisations.0.polls.thresholds.percentage" ',
  ],
  [
    'thresholds that contradict each other',
    'percentage: 12',
    'percentage: 50',
    28,
    '"organisations.0.polls.thresholds" percentage must not',
  ],
  ['no organisation', /\n[\s\S]*$/, ' []', 1, '"organisations" '],
  ['bad YAML', 'name: gemeente', 'name: [gemeente', 4, ''],
])('refuses %s', (...[_what, from, to, line, message]) => {
  const refusal = refusalOf(GOOD.replace(from, to))

  expect(refusal.split('\n')[0]).toContain(`${file}, line ${line}: ${message}`)
})

it('tells all problems at once', () => {
  const refusal = refusalOf(GOOD.replace('[nl]', '[fy]').replace('Days: 0', 'Days: 90'))

  expect(refusal.split('\n').map((line) => line.match(/line \d+/)?.[0])).toEqual([
    'line 6',
    'line 20',
  ])
})

it.each([
  ['id', GOOD.slice(GOOD.indexOf('\n') + 1).replace(TENANT, ''), '"lindedam" stands here twice'],
  [
    'tenant, also in capitals',
    GOOD.slice(GOOD.indexOf('\n') + 1)
      .replace('id: lindedam', 'id: waterveen')
      .replace(TENANT, TENANT.toUpperCase()),
    `"${TENANT}" stands here twice`,
  ],
])('refuses two organisations with one %s', (_what, second, message) => {
  expect(refusalOf(GOOD + second)).toContain(`${file}, line 33: "organisations.1" ${message}`)
})

it('says what to set when the file is not there', () => {
  expect(() => loadOrganisations('/nergens.yaml')).toThrow(
    '/nergens.yaml cannot be read: ORGANISATIONS is the path of your organisations file',
  )
})

describe('an organisation that builds on another', () => {
  const second = (id: string, more: string) =>
    GOOD.replace('organisations:\n', '')
      .replace('id: lindedam', `id: ${id}`)
      .replace('name: gemeente Lindedam', `name: Regio ${id}`)
      .replace(`[${TENANT}]`, '[]')
      .concat(more)
  const ours = (buildsOn: string) => `${GOOD}    buildsOn: ${buildsOn}\n`

  it('gets the name of what it builds on, wherever that stands', () => {
    const [one, regio] = load(ours('regio') + second('regio', ''))

    expect(one?.buildsOn).toEqual({ id: 'regio', name: 'Regio regio' })
    expect(regio).not.toHaveProperty('buildsOn')
  })

  it.each([
    ['is not there', ours('nergens'), '"nergens", and no organisation here has that id'],
    ['is itself', ours('lindedam'), 'names the organisation itself'],
    [
      'builds on another too',
      ours('regio') + second('regio', '    buildsOn: lindedam\n'),
      'names "regio", which builds on "lindedam" itself',
    ],
  ])('is refused when what it names %s, with file and field', (_, content, words) => {
    expect(refusalOf(content)).toMatch(
      new RegExp(`^${file}, line \\d+: "organisations.0.buildsOn" `),
    )
    expect(refusalOf(content)).toContain(words)
  })
})
