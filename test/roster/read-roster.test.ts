/** Read a roster: what Excel and personnel systems write is understood, and mistakes are named. */
import { readRoster } from '../../bot/roster/read-roster.ts'

const HEADING = 'id,email,entra_id,slack_id,unit,roles,language'
const ENTRA = '8B1C6F0E-6a3f-4a0c-9d53-0e2f6b6d1a77'

const fileOf = (...lines: readonly string[]) => [HEADING, ...lines].join('\n')

function peopleIn(source: string) {
  const reading = readRoster(source)
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems))
  return reading.roster.people
}

function problemsIn(source: string): readonly string[] {
  const reading = readRoster(source)
  if (reading.kind === 'roster') return []
  return reading.problems.map(({ line, column, message }) => `${line} ${column ?? ''}: ${message}`)
}

describe('a good file', () => {
  it('gives people with their roles, and all units above them', () => {
    const reading = readRoster(
      fileOf(
        `1001,Noor@Lindedam.example,${ENTRA},u012ab3cd,Sociaal Domein/Jeugd,,nl`,
        '1002,,,,Ruimte,manager | ciso,EN',
        '1003,,,,Sociaal Domein/Jeugd,manager(Sociaal Domein)|Employee,',
      ),
    )

    expect(reading).toMatchObject({
      kind: 'roster',
      roster: {
        people: [
          {
            id: '1001',
            email: 'noor@lindedam.example',
            entraId: ENTRA.toLowerCase(),
            slackId: 'U012AB3CD',
            unit: 'Sociaal Domein/Jeugd',
            language: 'nl',
            roles: [],
          },
          {
            id: '1002',
            unit: 'Ruimte',
            language: 'en',
            roles: [{ role: 'manager', unit: 'Ruimte' }, { role: 'ciso' }],
          },
          { id: '1003', roles: [{ role: 'manager', unit: 'Sociaal Domein' }] },
        ],
        units: [
          { path: 'Ruimte', name: 'Ruimte' },
          { path: 'Sociaal Domein', name: 'Sociaal Domein' },
          { path: 'Sociaal Domein/Jeugd', name: 'Jeugd', parent: 'Sociaal Domein' },
        ],
      },
    })
  })

  it('leaves out what is not filled in', () => {
    expect(peopleIn(fileOf('1001,,,,,,'))).toEqual([{ id: '1001', roles: [] }])
  })

  it.each([
    ['semicolons', 'id;unit\n1001;Ruimte'],
    ['tabs', 'id\tunit\n1001\tRuimte'],
    ['columns in another order', 'unit,id\nRuimte,1001'],
    ['headings in capitals with spaces', ' Unit , ID \nRuimte,1001'],
    ['a byte order mark', '\uFEFFid,unit\n1001,Ruimte'],
    ['line ends of Windows', 'id,unit\r\n1001,Ruimte\r\n'],
    ['lines without anything in them', 'id,unit\n\n1001,Ruimte\n,\n \n'],
    ['empty cells at the end of a line', 'id,unit\n1001,Ruimte,,,'],
    ['quoted fields', '"id","unit"\n"1001","Ruimte"'],
    ['spaces around', 'id,unit\n 1001 ,  Ruimte '],
  ])('may have %s', (_what, source) => {
    expect(peopleIn(source)).toEqual([{ id: '1001', unit: 'Ruimte', roles: [] }])
  })

  it('may have a separator and a line break in a quoted field', () => {
    expect(peopleIn('id,unit,language\n1001,"Ruimte, wonen\nen groen",nl')).toMatchObject([
      { unit: 'Ruimte, wonen en groen' },
    ])
  })

  it('may have the same unit in composed and decomposed letters', () => {
    const people = peopleIn('id,unit\n1,Financi\u00ebn\n2,Financie\u0308n')

    expect(people[0]?.unit).toBe(people[1]?.unit)
  })
})

describe('a bad file', () => {
  it.each([
    ['no id', ',noor@lindedam.example,,,,,', '2 id: is missing'],
    ['an id with a space', '10 01,,,,,,', /^2 id: must be 1 to 64 letters/],
    ['an address that is none', '1001,noor,,,,,', /^2 email: must be an e-mail address/],
    ['an object id that is none', '1001,,1234,,,,', /^2 entra_id: must be an Entra object id/],
    ['a Slack name for an id', '1001,,,@noor,,,', /^2 slack_id: must be a Slack member id/],
    ['an unknown language', '1001,,,,,,fries', '2 language: must be one of nl, en'],
    ['an empty part of a unit', '1001,,,,Ruimte//Beheer,,', /^2 unit: has an empty part/],
    ['a slash at the end of a unit', '1001,,,,Ruimte/,,', /^2 unit: has an empty part/],
    ['unseen characters in a unit', '1001,,,,Ru\u200bimte,,', /^2 unit: .*cannot be seen/],
    ['an unknown role', '1001,,,,,cisoo,', /^2 roles: "cisoo" is none of employee, manager/],
    ['a role with a unit', '1001,,,,Ruimte,ciso(Ruimte),', /^2 roles: "ciso" holds for the whole/],
    ['a manager of nothing', '1001,,,,,manager,', /^2 roles: a manager needs a unit/],
    ['an unknown unit', '1001,,,,,manager(Nergens),', '2 roles: nobody is in the unit "Nergens"'],
    ['a manager of half a name', '1,,,,Ruimtelijk,manager(Ruimte),', /^2 roles: nobody is in/],
    ['too few fields', '1001,,', '2 : has 3 fields, the first line has 7'],
    ['too many fields', '1001,,,,,,,nl', '2 : has 8 fields, the first line has 7'],
    ['a quote within a field', '1001,,,,Rui"mte",,', /^2 : a quote stands in the middle/],
    ['a quote that never ends', '1001,,,,"Ruimte,,', /^2 : a field on or before this line/],
  ])('with %s names line and column', (_what, line, problem) => {
    expect(problemsIn(fileOf(line))).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ])
  })

  it.each([
    ['nothing', '', /^1 : is empty/],
    ['a heading only', HEADING, /^1 : no people follow/],
    ['no column for ids', 'email,unit\na@b.example,Ruimte', '1 id: is missing'],
    [
      'a column it does not know',
      'id,naam\n1,Noor',
      /^1 naam: is none of id, email, .*: remove it/,
    ],
    ['a column twice', 'id,unit,Unit\n1,Ruimte,Ruimte', '1 unit: stands here twice'],
  ])('with %s is refused as a whole', (_what, source, problem) => {
    expect(problemsIn(source)).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ])
  })

  it('tells everything at once, in order of line', () => {
    const source = fileOf('1001,noor,,,Ruimte//x,,', '1002,,,,,,', ',,,,,baas,xx')

    expect(problemsIn(source).map((problem) => problem.split(':')[0])).toEqual([
      '2 email',
      '2 unit',
      '4 id',
      '4 roles',
      '4 language',
    ])
  })

  it.each([
    ['id', '1001a,,,,,,', '1001A,,,,,,'],
    ['email', '1001,a@b.example,,,,,', '1002,A@B.example,,,,,'],
    ['entra_id', `1001,,${ENTRA},,,,`, `1002,,${ENTRA.toLowerCase()},,,,`],
    ['slack_id', '1001,,,U012AB,,,', '1002,,,u012ab,,,'],
  ])('with a repeated %s names both lines', (column, one, two) => {
    expect(problemsIn(fileOf(one, '1009,,,,,,', two))).toEqual([
      `4 ${column}: is the same as on line 2`,
    ])
  })

  it('with one unit written in two ways names both lines', () => {
    expect(problemsIn(fileOf('1,,,,Ruimte/Beheer,,', '2,,,,ruimte/Groen,,'))).toEqual([
      '3 unit: "ruimte" is written "Ruimte" on line 2',
    ])
  })

  it('counts lines as an editor does, also after a field of several lines', () => {
    expect(problemsIn('id,unit\r\n1,"a\r\nb"\r\n\r\n2,/')).toEqual([
      '5 unit: has an empty part between slashes',
    ])
  })
})

describe('a doubtful file', () => {
  const warningsIn = (source: string) => {
    const reading = readRoster(source)
    return reading.kind === 'roster' ? reading.warnings : []
  }

  it('warns when nobody answers questions, and of people the bot cannot recognise', () => {
    expect(warningsIn(fileOf('1001,,,,,,', `1002,,${ENTRA},,,,`))).toEqual([
      expect.stringMatching(/^nobody is ciso/),
      expect.stringMatching(/^1 without entra_id and slack_id/),
    ])
  })

  it('warns of addresses as ids', () => {
    expect(warningsIn(fileOf(`a@b.example,,${ENTRA},,,ciso,`))).toEqual([
      expect.stringMatching(/^1 ids are addresses/),
    ])
  })

  it('warns of nothing else', () => {
    expect(warningsIn(fileOf(`1001,,${ENTRA},,,ciso,`))).toEqual([])
  })
})
