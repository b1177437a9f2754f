/** Export form: files that programs and spreadsheets read as they are meant, whatever is in them. */
import { strict as assert } from 'node:assert'
import type { Plan } from '../../../bot/polls/plan.ts'
import { csvOf } from '../../../bot/web/results/csv.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { viewOf } from '../../../bot/web/results/site-views.ts'
import { views } from '../../../bot/web/results/views.ts'
import { xlsxOf } from '../../../bot/web/results/xlsx.ts'
import { safeText } from '../../../knowledge/safe-text.ts'
import { INJECTIONS } from '../../adaptive-cards/injections.ts'
import { aDemoContext } from './demo-context.ts'
import { readCsv, readXlsx } from './read-exports.ts'

let ciso: PageContext
let plan: Plan

beforeAll(async () => {
  ciso = await aDemoContext({ people: 150, rounds: 1 })
  assert(ciso.plan, 'no round has closed')
  plan = ciso.plan
})

/** Places of the columns: what they are called is for people. */
const KIND = 0
const UNIT = 6
const WIDTH = 27

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', '  =1+1', '\u200b=1+1'],
  ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '\u00a0=1+1', '\ufeff=1+1', '\u0000=1+1'],
  ...["=cmd|' /C calc'!A0", '=HYPERLINK("https://evil.example";"klik")', 'team,=1+1', 'team; @a'],
  ...['";=1+1;"', '"\r\n=1+1', "'=1+1"],
]

/** Where a spreadsheet would begin to calculate, and what it would split a cell at. */
const FORMULA = /(^|[,;])\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n\0]/u

describe('text that would be a formula or markup', () => {
  it.each([...FORMULAS, ...INJECTIONS])('stays text: %j', async (injection) => {
    const context = namedBy(injection)
    const csv = csvOf(context)
    const shown = safeText(injection).replace(/\s+/gu, ' ').trim()

    const rows = readCsv(csv)
    const names = new Set(rows.slice(1).map((row) => row[UNIT]))
    expect(names.size).toBe(1)
    const texts = rows.flat().filter((value) => typeof value === 'string')
    expect(texts.filter((text) => FORMULA.test(text))).toEqual([])
    expect(String([...names][0]).replaceAll("'", '')).toBe(shown.replaceAll("'", ''))
    const { sheets, xml } = readXlsx(await xlsxOf(context))
    expect(xml).not.toMatch(/<f>|<hyperlink/)
    expect([...sheets.values()][0]?.[1]?.[5]).toBe(shown.replaceAll('\ufffd', ''))
  })

  /** One unit and one question, to look at what becomes of their names. */
  function namedBy(injection: string): PageContext {
    const text = { nl: injection, en: injection }
    const unit = {
      path: injection,
      name: injection,
      own: 20,
      eligible: 20,
      staff: 20,
      viewers: false,
    }
    const questions = plan.questions.slice(0, 1).map((one) => ({ ...one, text, areaName: text }))
    return { ...ciso, plan: { ...plan, questions, units: [unit], cells: [], response: [] } }
  }
})

describe('the form of the files', () => {
  it('is a table with as many fields in every line, which Excel takes for UTF-8', () => {
    const csv = csvOf(ciso)
    const rows = readCsv(csv)

    expect(csv.startsWith('\ufeff"Soort regel";"Ronde";')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([WIDTH]))
    expect(new Set(rows.slice(1).map((row) => row[KIND]))).toEqual(new Set(['vraag', 'respons']))
  })

  it('is a workbook of three sheets, which says when figures are made up', async () => {
    const dutch = readXlsx(await xlsxOf(ciso)).sheets
    const english = readXlsx(await xlsxOf({ ...ciso, language: 'en' })).sheets

    expect([...dutch.keys()]).toEqual(['Resultaten', 'Respons', 'Toelichting'])
    expect([...english.keys()]).toEqual(['Results', 'Response', 'Explanation'])
    expect(dutch.get('Toelichting')?.[1]?.[0]).toMatch(/verzonnen/)
  })

  it('is only a head where no round has closed', () => {
    expect(readCsv(csvOf({ ...ciso, plans: [], plan: undefined as never }))).toHaveLength(1)
  })

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('reaches who asks for export.%s as a file, and that is noted', async (ending, type) => {
    const looking = { context: ciso, views, stores: undefined as never }
    const view = viewOf(`export.${ending}`, new URLSearchParams(), looking)
    const answer = await view?.make()

    expect(view?.audit).toMatchObject({ action: 'results-exported', details: { page: ending } })
    expect(answer?.status).toBe(200)
    expect(answer?.headers).toMatchObject({
      'Content-Type': type,
      'Content-Disposition': expect.stringMatching(
        new RegExp(`^attachment; filename="vraagbaak-[\\d-]+[.]${ending}"$`),
      ),
    })
    expect(answer?.body.length).toBeGreaterThan(1_000)
  })
})
