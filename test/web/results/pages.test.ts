/** Pages: they show what the plan holds and the viewer may see, and nothing besides. */
import type { Plan } from '../../../bot/polls/plan.ts'
import { unitsFor } from '../../../bot/results/viewer.ts'
import { CSP, SECURITY_HEADERS } from '../../../bot/web/results/layout.ts'
import { overviewPage } from '../../../bot/web/results/overview-page.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { questionPage } from '../../../bot/web/results/question-page.ts'
import { unitPage } from '../../../bot/web/results/unit-page.ts'
import { INJECTIONS } from '../../adaptive-cards/injections.ts'
import { otherPages, resultPages } from './all-pages.ts'
import { aDemoContext, aViewer, newest } from './demo-context.ts'

let ciso: PageContext
let contexts: Readonly<Record<string, PageContext>>

beforeAll(async () => {
  ciso = await aDemoContext({ people: 1_000, rounds: 4 })
  const manager = (...units: readonly string[]) => ({
    ...ciso,
    viewer: aViewer(...units.map((unit) => ({ role: 'manager', unit }) as const)),
  })
  contexts = {
    ciso,
    'ciso in English': { ...ciso, language: 'en' },
    'an earlier round': { ...ciso, plan: ciso.plans[2] ?? planOf(ciso) },
    'before any round': { ...ciso, ...newest([]), plan: undefined as never },
    'manager of a team': manager('Sociaal Domein/Jeugd'),
    'manager of departments': { ...manager('Ruimte', 'Griffie'), language: 'en' },
    'manager of what is too small': manager('Bestuur/Kabinet/Balie'),
  }
})

const planOf = ({ plan }: PageContext): Plan => {
  if (plan === undefined) throw new Error('no round has closed')
  return plan
}

const pagesOf = (name: string): Readonly<Record<string, string>> => {
  const context = contexts[name]
  if (context === undefined) throw new Error(`no context "${name}"`)
  return { ...resultPages(context), ...otherPages(context) }
}

const NAMES = [
  ...['ciso', 'ciso in English', 'an earlier round', 'before any round'],
  ...['manager of a team', 'manager of departments', 'manager of what is too small'],
]

describe.each(NAMES)('pages of %s', (name) => {
  it('are whole documents without anything that a browser must fetch or run', () => {
    for (const page of Object.values(pagesOf(name))) {
      expect(page).toMatch(/^<!doctype html>\n<html lang="(nl|en)">/)
      expect(page).not.toMatch(
        /<script|<link (?!rel="icon" href="data:,")|<img|<iframe|\sstyle=|\son\w+=|url\((?!#)|@import/i,
      )
      expect(page.match(/<h1>/g)).toHaveLength(1)
      expect(page).not.toMatch(/undefined|NaN|\[object/)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000)
    }
  })

  it('use an id once, and only links that lead somewhere on the page or to another page', () => {
    for (const page of Object.values(pagesOf(name))) {
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, link = ''] of page.matchAll(/<a [^>]*href="([^"]*)"/g))
        expect(link).toMatch(/^(#main|\/results\/sign-in$|\/results(\/[\w./%-]*)?\?)/)
    }
  })
})

describe('figures', () => {
  it('of the heat map are those of the plan, for every unit and question', () => {
    for (const { path } of planOf(ciso).units) expectCells(unitPage(ciso, path), ciso)
    expectCells(overviewPage(ciso), ciso)
  })

  it('drawn as intervals are those of the plan', () => {
    for (const { id } of planOf(ciso).questions) expectIntervals(questionPage(ciso, id), id, ciso)
  })

  it('of every chart stand in the table behind it, and are those of the plans', () => {
    for (const page of Object.values(resultPages(ciso))) expectLabels(page)
    for (const { id } of planOf(ciso).questions) expectTrend(questionPage(ciso, id), id, ciso)
  })

  it('of how answers are spread are those of the plan, all of them', () => {
    let seen = 0
    for (const { id } of planOf(ciso).questions) {
      const found = planOf(ciso).cells.find(({ unit, question }) => unit === '' && question === id)
      const shares = found?.cell.state === 'percentage' ? (found.cell.distribution ?? {}) : {}
      const table = /id="spread-t".*?<tbody>(.*?)<\/tbody>/s.exec(questionPage(ciso, id))?.[1] ?? ''
      const drawn = [...table.matchAll(/<td>(\d+)%/g)].map(([, share]) => Number(share))
      expect(drawn).toEqual(Object.values(shares))
      seen += drawn.length
    }
    expect(seen).toBeGreaterThan(10)
  })
})

describe('what is hidden', () => {
  it('has no number, and no size of a unit is told', () => {
    const HUGE = 918_273
    const blown = planOf(ciso).units.map((unit) => ({
      ...unit,
      own: HUGE,
      eligible: HUGE,
      staff: HUGE,
    }))
    const context = { ...ciso, ...newest([{ ...planOf(ciso), units: blown }]) }

    for (const page of Object.values(resultPages(context))) expect(page).not.toMatch(/918.?273/)
  })

  it('has no digit in its cell', () => {
    const hidden = [...overviewPage(ciso).matchAll(/<td class="h"[^>]*>([^<]*)/g)]

    expect(hidden.length).toBeGreaterThan(3)
    for (const [, words] of hidden) expect(words).not.toMatch(/\d/)
  })

  it('includes other units: a manager finds neither their names nor their figures', () => {
    const context = contexts['manager of a team'] ?? ciso
    const seen = new Set(unitsFor(planOf(ciso), context.viewer).map(({ path }) => path))
    const others = planOf(ciso).units.filter(({ path }) => !seen.has(path))
    const cells = planOf(ciso).cells.map((one) =>
      seen.has(one.unit)
        ? one
        : { ...one, cell: { state: 'extreme', side: 'at-most-20', answers: 918_273 } as const },
    )
    const pages = resultPages({ ...context, ...newest([{ ...planOf(ciso), cells }]) })

    expect(others.length).toBeGreaterThan(20)
    for (const page of Object.values(pages)) {
      expect(page).not.toMatch(/918.?273|>20% of minder/)
      for (const { name } of others) expect(page).not.toContain(`>${name}<`)
    }
  })

  it('is a page that does not exist, as one that was never there', () => {
    const context = contexts['manager of a team'] ?? ciso

    expect(unitPage(context, 'Ruimte')).toBe(unitPage(context, 'Nergens'))
    expect(questionPage(context, 'P99')).toContain('Deze pagina is er niet')
  })
})

describe('names that would be markup', () => {
  it.each(INJECTIONS)('stay text: %j', (injection) => {
    const plan = planOf(ciso)
    const text = { nl: injection, en: injection }
    const [first] = plan.questions
    const renamed = {
      ...plan,
      units: plan.units.map((unit) => ({
        ...unit,
        name: unit.path === '' ? injection : `${unit.name}${injection}`,
      })),
      questions: plan.questions.map((question) => ({
        ...{ ...question, text, areaName: text },
        options: question.options.map((option) => ({ ...option, text })),
      })),
    }
    const organisation = { ...ciso.organisation, name: injection }
    const context = { ...ciso, organisation, ...newest([renamed]) }
    const pages = [
      overviewPage(context),
      unitPage(context, 'Ruimte'),
      questionPage(context, first?.id ?? ''),
    ]

    for (const page of pages)
      expect(tagsOf(page)).toEqual(
        expect.not.arrayContaining(['script', 'img', 'iframe', 'at', 'svg onload']),
      )
    for (const page of pages) expect(page).not.toMatch(/<svg onload|[\u202a-\u202e]/)
    for (const page of pages)
      for (const [, link] of page.matchAll(/href="([^"]*)"/g))
        expect(link).toMatch(/^(\/results|#main|data:,$)/)
  })
})

describe('headers', () => {
  it('allow our own style and nothing that runs', () => {
    expect(CSP).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='/)
    expect(CSP).not.toMatch(/unsafe|script-src|\*;/)
    expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(CSP)
  })
})

const tagsOf = (page: string): readonly string[] => [
  ...new Set([...page.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag ?? '')),
]

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** Path of the unit that a row links to. */
const pathIn = (row: string): string =>
  new URL(
    /href="([^"]*)"/.exec(row)?.[1]?.replaceAll('&amp;', '&') ?? '',
    'http://x.example',
  ).searchParams.get('path') ?? ''

const rowsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<tr[^>]*><th scope="row"[^>]*><a href="\/results\/units.*?<\/tr>/gs)].map(
    ([row]) => row,
  )

function expectCells(page: string, context: PageContext): void {
  const plan = planOf(context)
  for (const row of rowsOf(page)) {
    const cells = [...row.matchAll(/<td[^>]*data-of[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      textOf(cell),
    )
    expect(cells).toHaveLength(plan.questions.length)
    plan.questions.forEach(({ id }, index) => {
      const found = plan.cells.find(({ unit, question }) => unit === pathIn(row) && question === id)
      expect(numbersOf(cells[index] ?? '')).toEqual(expectedNumbers(found?.cell))
    })
  }
}

const numbersOf = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number)

function expectedNumbers(cell: Plan['cells'][number]['cell'] | undefined): readonly number[] {
  if (cell?.state === 'percentage') return [cell.favourable]
  if (cell?.state === 'extreme') return [cell.side === 'at-least-80' ? 80 : 20]
  return []
}

function expectIntervals(page: string, id: string, context: PageContext): void {
  const rows = rowsOf(page)
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const found = planOf(context).cells.find(
      ({ unit, question }) => unit === pathIn(row) && question === id,
    )
    const [, low, width] = /class="iv" x="(\d+)" y="3" width="(\d+)"/.exec(row) ?? []
    const [, share] = /class="dot" x="([\d.]+)"/.exec(row) ?? []
    if (found?.cell.state !== 'percentage') {
      expect(low).toBeUndefined()
      continue
    }
    const { favourable, interval } = found.cell
    expect([Number(low), Number(low) + Number(width), Number(share) + 0.5]).toEqual([
      interval.low,
      interval.high,
      favourable,
    ])
    expect(textOf(row)).toContain(`${interval.low}–${interval.high}%`)
  }
}

function expectTrend(page: string, id: string, context: PageContext): void {
  const table = /id="trend-t".*?<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? ''
  const drawn = [...table.matchAll(/<td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/g)]
  const plans = context.plans.filter(({ questions }) => questions.some((one) => one.id === id))
  expect(drawn).toHaveLength(plans.length)
  plans.forEach((plan, index) => {
    const cell = plan.cells.find(({ unit, question }) => unit === '' && question === id)?.cell
    if (cell?.state !== 'percentage') return
    const { favourable, interval, answers } = cell
    expect(drawn[index]?.slice(1)).toEqual([
      `${favourable}%`,
      `${interval.low}–${interval.high}%`,
      String(answers),
    ])
  })
  const points = [...page.matchAll(/<circle class="pt" cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) =>
    Math.round(((168 - Number(y)) / 154) * 100),
  )
  expect(points).toEqual(
    plans
      .toReversed()
      .flatMap(({ cells }) =>
        cells.flatMap(({ unit, question, cell }) =>
          unit === '' && question === id && cell.state === 'percentage' ? [cell.favourable] : [],
        ),
      ),
  )
}

function expectLabels(page: string): void {
  const charts = page.matchAll(/<svg role="img"(.*?)<\/svg>(.*?)<\/table>/gs)
  for (const [, svg = '', table = ''] of charts)
    for (const [, percent = ''] of svg.matchAll(/class="val"[^>]*>(\d+)%/g))
      expect(table).toContain(`<td>${percent}%</td>`)
}
