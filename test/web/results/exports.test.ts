/** Exports: both files hold every figure of the plan that the viewer may see, and no other. */
import { strict as assert } from 'node:assert'
import type { Cell, Plan } from '../../../bot/polls/plan.ts'
import { unitsFor } from '../../../bot/results/viewer.ts'
import { csvOf } from '../../../bot/web/results/csv.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { xlsxOf } from '../../../bot/web/results/xlsx.ts'
import { localDate } from '../../../bot/working-time.ts'
import { aDemoContext, aViewer, newest } from './demo-context.ts'
import { type Cells, readCsv, readXlsx } from './read-exports.ts'

let ciso: PageContext
let contexts: Readonly<Record<string, PageContext>>

beforeAll(async () => {
  const demo = await aDemoContext({ people: 500, rounds: 2 })
  ciso = { ...demo, ...newest([withEveryState(planOf(demo)), ...demo.plans.slice(1)]) }
  const manager = (...units: readonly string[]) => ({
    ...ciso,
    viewer: aViewer(...units.map((unit) => ({ role: 'manager', unit }) as const)),
  })
  contexts = {
    ciso,
    'ciso in English': { ...ciso, language: 'en' },
    'an earlier round': { ...ciso, plan: ciso.plans[1] ?? planOf(ciso) },
    'manager of a team': manager('Sociaal Domein/Jeugd'),
    'manager of departments': { ...manager('Ruimte', 'Griffie'), language: 'en' },
    'manager of what is too small': manager('Bestuur/Kabinet/Balie'),
  }
})

const contextOf = (name: string): PageContext => {
  const context = contexts[name]
  assert(context, `no context "${name}"`)
  return context
}

const planOf = ({ plan }: PageContext): Plan => {
  assert(plan, 'no round has closed')
  return plan
}

/** What a made-up history seldom has: nearly all alike, and a fall since the round before. */
function withEveryState(plan: Plan): Plan {
  const difference = { estimate: -9, low: -15, high: -3 }
  const change = {
    verdict: 'worse',
    since: 'before',
    sinceAt: plan.opensAt - 1,
    difference,
  } as const
  const own: readonly Cell[] = [
    { state: 'extreme', side: 'at-most-20', answers: 44 },
    { state: 'extreme', side: 'at-least-80', answers: 45 },
    { state: 'band', band: 'low' },
    {
      ...{ state: 'percentage', favourable: 0, interval: { low: 0, high: 7 }, answers: 46 },
      change,
    },
  ]
  const cells = plan.cells.map((one, place) => ({ ...one, cell: own[place] ?? one.cell }))
  return { ...plan, cells }
}

const NAMES = [
  ...['ciso', 'ciso in English', 'an earlier round'],
  ...['manager of a team', 'manager of departments', 'manager of what is too small'],
]

/** Places of the columns: what they are called is for people. */
const PATH = 5
const QUESTION = 7
const STATE = 11
const FIGURES = 13
const RESPONSE = 23

describe.each(NAMES)('files of %s', (name) => {
  it('have one row for each unit and question of the plan, with all its figures', () => {
    const context = contextOf(name)
    const plan = planOf(context)
    const [, ...rows] = readCsv(csvOf(context))
    const results = rows.filter((row) => row[QUESTION] !== '')
    const units = unitsFor(plan, context.viewer)
    const expected = units.flatMap(({ path }) =>
      plan.questions.map(({ id }) => [path, id, ...figuresIn(plan, path, id, context)]),
    )

    expect(
      results.map((row) => [row[PATH], row[QUESTION], ...row.slice(FIGURES, RESPONSE)]),
    ).toEqual(expected)
    expect(rows.slice(results.length).map((row) => row[PATH])).toEqual(units.map((one) => one.path))
  })

  it('have the response of each unit, and for the whole how many were reached', () => {
    const context = contextOf(name)
    const { response, coverage } = planOf(context)
    const rows = readCsv(csvOf(context)).slice(1)
    const parts = rows.filter((row) => row[QUESTION] === '')

    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      const cell = response.find(({ unit }) => unit === part[PATH])?.cell
      const reached = part[PATH] === '' ? [coverage.reached, coverage.rate] : ['', '']
      const took = cell?.state === 'shown' ? [cell.answers, cell.eligible, cell.rate] : ['', '', '']
      expect([part[FIGURES], ...part.slice(RESPONSE)]).toEqual([...took, ...reached])
      expect(part.slice(FIGURES + 1, RESPONSE).join('')).toBe('')
    }
  })

  it('say the same in a workbook as in a table', async () => {
    const context = contextOf(name)
    const [head = [], ...rows] = readCsv(csvOf(context))
    const { sheets } = readXlsx(await xlsxOf(context))
    const [results = [], response = [], notes = []] = [...sheets.values()]

    const asked = [head, ...rows.filter((row) => row[QUESTION] !== '')]
    const took = [head, ...rows.filter((row) => row[QUESTION] === '')]
    expect(results.map(plain)).toEqual(asked.map((row) => plain(row.slice(1, RESPONSE))))
    expect(response.map(plain)).toEqual(
      took.map((row) =>
        plain([
          ...row.slice(1, QUESTION),
          ...row.slice(STATE, FIGURES + 1),
          ...row.slice(RESPONSE),
        ]),
      ),
    )
    expect(notes.length).toBeGreaterThan(10)
  })
})

/** A row of a sheet ends with its last value, and has nothing before a text. */
const plain = (row: Cells[number]): Cells[number] =>
  row
    .slice(0, row.findLastIndex((value) => value !== '') + 1)
    .map((value) => (typeof value === 'string' ? value.replace(/^'/, '') : value))

/** From the plan, without the code under test; as in the columns from the answers on. */
function figuresIn(plan: Plan, path: string, id: string, context: PageContext) {
  const { language, organisation } = context
  const cell = plan.cells.find(({ unit, question }) => unit === path && question === id)?.cell
  if (cell?.state === 'extreme') return [cell.answers, ...Array(9).fill('')]
  if (cell?.state !== 'percentage') return Array(10).fill('')
  const { answers, favourable, interval, distribution, change } = cell
  const options = plan.questions.find((question) => question.id === id)?.options ?? []
  const spread = Object.entries(distribution ?? {}).map(([value, share]) => {
    const option = options.find((one) => one.value === value)
    return `${option?.text[language]}: ${share}%`
  })
  return [
    ...[answers, favourable, interval.low, interval.high],
    inOrderOf(
      spread,
      options.map(({ text }) => text[language]),
    ).join(' | '),
    ...(change === undefined
      ? ['', '', '', '', '']
      : [
          VERDICTS[language][change.verdict],
          localDate(change.sinceAt, organisation.timeZone),
          ...[change.difference.estimate, change.difference.low, change.difference.high],
        ]),
  ]
}

const inOrderOf = (parts: readonly string[], starts: readonly string[]): readonly string[] =>
  starts.flatMap((start) => parts.filter((part) => part.startsWith(`${start}: `)))

const VERDICTS = {
  nl: { better: 'Beter', worse: 'Slechter', 'no-evidence': 'Geen aantoonbare verandering' },
  en: { better: 'Better', worse: 'Worse', 'no-evidence': 'No demonstrable change' },
} as const

describe('a figure', () => {
  it('has the state that it has in the plan, in words, and only then a number', () => {
    const rows = readCsv(csvOf(ciso)).slice(1)
    const states = new Map<string, number>()
    for (const { unit, question, cell } of planOf(ciso).cells) {
      const row = rows.find((one) => one[PATH] === unit && one[QUESTION] === question) ?? []
      expect(row[STATE]).toBe(STATES[cell.state])
      if (cell.state === 'hidden' || cell.state === 'band')
        expect(row.slice(STATE).join('')).not.toMatch(/\d/)
      states.set(cell.state, (states.get(cell.state) ?? 0) + 1)
    }

    expect([...states.keys()].toSorted()).toEqual(['band', 'extreme', 'hidden', 'percentage'])
  })

  it('says why it is not there', () => {
    const reasons = planOf(ciso).cells.flatMap(({ cell }) =>
      cell.state === 'hidden' ? [cell.reason] : [],
    )
    const words = readCsv(csvOf(ciso))
      .filter((row) => row[STATE] === STATES.hidden && row[QUESTION] !== '')
      .map((row) => row[STATE + 1])

    expect(words).toHaveLength(reasons.length)
    expect(new Set(words).size).toBe(new Set(reasons).size)
    expect(words).not.toContain('')
  })

  it('that fell is a number below zero in both files, and not text', async () => {
    const { xml } = readXlsx(await xlsxOf(ciso))

    expect(csvOf(ciso)).toContain(';"Slechter";')
    expect(csvOf(ciso)).toContain(';-9;-15;-3;')
    expect(xml).toMatch(/<c r="T\d+"><v>-9<\/v>/)
  })
})

const STATES = {
  ...{ hidden: 'geen cijfer', band: 'laag, midden of hoog' },
  ...{ extreme: 'een grens', percentage: 'een percentage' },
} as const

const SECRET = 918_273

describe('what is not for the viewer', () => {
  it('stands in neither file: no unit of another, no size of any', async () => {
    const context = contextOf('manager of a team')
    const plan = planOf(context)
    const seen = new Set(unitsFor(plan, context.viewer).map(({ path }) => path))
    const secret = { state: 'extreme', side: 'at-most-20', answers: SECRET } as const
    const took = { state: 'shown', answers: SECRET, eligible: SECRET, rate: 50 } as const
    const told: Plan = {
      ...plan,
      units: plan.units.map((unit) => ({ ...unit, own: SECRET, eligible: SECRET, staff: SECRET })),
      cells: plan.cells.map((one) => (seen.has(one.unit) ? one : { ...one, cell: secret })),
      response: plan.response.map((one) => (seen.has(one.unit) ? one : { ...one, cell: took })),
    }
    const files = [csvOf({ ...context, plan: told }), await textOf({ ...context, plan: told })]
    const others = plan.units.filter(({ path }) => !seen.has(path))

    expect(others.length).toBeGreaterThan(10)
    for (const file of files) {
      expect(file).not.toContain(String(SECRET))
      for (const { path } of others) expect(file).not.toMatch(new RegExp(`[">]${path}[<"]`))
    }
  })

  it('is also every other round', async () => {
    const rounds = ciso.plans.slice(1).map(({ round }) => round)

    expect(rounds).toHaveLength(1)
    for (const file of [csvOf(ciso), await textOf(ciso)])
      for (const round of rounds) expect(file).not.toContain(round)
  })
})

const textOf = async (context: PageContext) => readXlsx(await xlsxOf(context)).xml
