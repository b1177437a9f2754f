/** Use page: for who sees all, every figure rounded and in words, and what is withheld drawn as such. */
import { removeDemoUse, storeDemoUse } from '../../../bot/cli/polls/demo-use.ts'
import type { Storage } from '../../../bot/storage/storage.ts'
import { overviewPage } from '../../../bot/web/results/overview-page.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { usePage } from '../../../bot/web/results/use-page.ts'
import { views } from '../../../bot/web/results/views.ts'
import { INJECTIONS } from '../../adaptive-cards/injections.ts'
import { engines } from '../../storage/engines.ts'
import { aSiteFor } from '../a-site.ts'
import { fiveWhoAsk } from './a-use-page.ts'
import { aDemoContext, aViewer } from './demo-context.ts'

const LAST = '2026-W47' // the last whole week of the demo's clock
let context: PageContext
let usual: PageContext
let storage: Storage

beforeAll(async () => {
  const { plan: _, ...demo } = await aDemoContext({ people: 100, rounds: 1 })
  usual = { ...demo, plans: [] }
})
beforeEach(async () => {
  context = usual
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  storage = await sqlite.open()
})
afterEach(() => storage.close())

const demo = (people = 2_000) =>
  storage.transaction((stores) => storeDemoUse({ ...context, people, seed: 1 }, stores))
const shown = (change: Partial<PageContext> = {}) =>
  usePage({ ...context, ...change }, storage.stores)
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
/** From a heading to the next. */
const partOf = (page: string, heading: string) =>
  page.split('<h2>').find((part) => part.startsWith(heading)) ?? ''

describe('without a question', () => {
  it('every figure says that it is withheld, and none is a zero', async () => {
    const page = await shown()
    const figures = textOf(page.slice(page.indexOf('<main'), page.indexOf('Hoe tellen we?')))

    expect(partOf(page, 'Waar gaan de vragen over?')).toContain('<b>te weinig vragen</b>')
    expect(partOf(page, 'Helpen de teksten?')).toContain('<b>te weinig beoordelingen</b>')
    expect(page.match(/class="gap"/g)).toHaveLength(13)
    expect(page.match(/<td[^>]*class="h"[^>]*>te weinig vragen/g)).toHaveLength(6)
    expect(page).not.toMatch(/<rect/)
    expect(figures).not.toMatch(/\b0 %|ongeveer|minder dan/)
  })
})

describe('with made-up questions', () => {
  it.each([
    ['late on a Sunday after the clock went back', '2026-11-22T22:30:00Z'],
    ['late on the Sunday itself', '2026-10-25T22:30:00Z'],
    ['early on a Monday after it went forward', '2026-04-12T22:30:00Z'],
    ['in the first hour of a year', '2026-12-31T23:10:00Z'],
  ])('has some in each of its weeks, %s', async (_name, moment) => {
    context = { ...context, now: Date.parse(moment) }
    await demo()

    expect(await shown()).not.toContain('class="gap"')
  })

  it('says that they are made up, and nothing of it is left once they are removed', async () => {
    await demo()
    expect(await shown()).toContain('zijn verzonnen')
    expect(await shown({ language: 'en' })).toContain('are made up')

    await storage.transaction((stores) => removeDemoUse('waterveen', stores))
    const page = await shown()
    expect(page).not.toContain('verzonnen')
    expect(page).not.toContain('ongeveer')
  })

  it.each(['nl', 'en'] as const)('is a whole page that is light enough: %s', async (language) => {
    await demo()
    const page = await shown({ language })

    expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`))
    expect(page).not.toMatch(/<script|<link (?!rel="icon" href="data:,")|\sstyle=|undefined|NaN/)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<h3|<h4/)
    for (const [table] of page.matchAll(/<table.*?<\/table>/gs)) {
      expect(table).toMatch(/<thead>.*<th scope="col">/s)
      expect(table).toContain('<th scope="row">')
      expect(table.includes('<caption>') || page.includes(`</summary>${table}`)).toBe(true)
    }
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000)
  })

  it('draws every week as high as the table behind says', async () => {
    await demo()
    const part = partOf(await shown(), 'Hoe vaak is er geen antwoord?')
    const [, table = ''] = /<tbody>(.*?)<\/tbody>/s.exec(part) ?? []
    const told = [...table.matchAll(/<td>[^<]*?(\d+)%/g)].map(([, share]) => Number(share))
    const bars = [...part.matchAll(/<rect class="f1"[^>]*height="([\d.]+)"/g)]

    expect(told).toHaveLength(13)
    // 150 points for the 50 percent of the scale.
    expect(bars.map(([, height]) => Number(height))).toEqual(
      told.toReversed().map((share) => share * 3),
    )
    expect(new Set(told).size).toBeGreaterThan(1)
    for (const share of told) expect(share % 5).toBe(0)
  })

  it('names ten texts, tells rounded numbers only, and draws what it tells', async () => {
    await demo()
    const part = partOf(await shown(), 'Waar gaan de vragen over?')
    const rows = [...part.matchAll(/ongeveer ([\d.]+)<\/td>.*?width="(\d+)"/gs)]
    const told = rows.map(([, amount = '']) => Number(amount.replace('.', '')))

    expect(told).toHaveLength(10)
    for (const amount of told) expect(amount % 10).toBe(0)
    expect(rows.map(([, , width]) => Number(width))).toEqual(
      told.map((amount) => Math.round((100 * amount) / (told[0] ?? 0))),
    )
  })
})

it('tells what is missing and what waits in words that name nobody', async () => {
  await fiveWhoAsk(storage.stores, context)

  const page = await shown()

  expect(textOf(partOf(page, 'Waar helpt'))).toMatch(
    /drone Er was geen antwoord minder dan 10 § 1.*De tekst hielp niet minder dan 10/,
  )
  expect(textOf(partOf(page, 'Vragen aan de CISO'))).toContain(
    'Nog open 5 De oudste wacht 5 werkdagen',
  )
  expect(page).not.toMatch(/Kim|tag-\d|V-2026|mag ik een/)
})

it('keeps names and titles that would be markup text', async () => {
  await demo()
  for (const injection of INJECTIONS) {
    const sections = context.handbook.sections.map((section) => ({
      ...{ ...section, title: injection, chapter: injection },
    }))
    const byId = new Map(sections.map((section) => [section.id, section]))
    const handbook = { ...context.handbook, sections, byId }
    const organisation = { ...context.organisation, name: injection }

    const page = await shown({ handbook, organisation })

    expect(page).not.toMatch(/<(script|img|iframe|at)\b|<svg onload|[\u202a-\u202e]/)
  }
})

it('stands in the menu of who sees all, and of nobody else', () => {
  const manager = aViewer({ role: 'manager', unit: 'Ruimte' })
  const auditor = aViewer({ role: 'auditor' })

  expect(overviewPage(context)).toContain('>Gebruik van het handboek</a>')
  expect(overviewPage({ ...context, viewer: auditor })).toContain('/results/use?')
  expect(overviewPage({ ...context, viewer: manager })).not.toContain('/results/use')
})

it('is there for who sees all, is noted, and is not found by a manager', async () => {
  const site = await aSiteFor({ views })
  await site.storage.stores.replyCounts.count('lindedam', LAST, { kind: 'answer' })
  const [ciso, manager] = [await site.signIn('ciso'), await site.signIn('manager')]

  const [own, others] = [
    await site.get('/results/use', ciso),
    await site.get('/results/use', manager),
  ]

  expect([own.status, others.status]).toEqual([200, 404])
  expect(own.body).toContain('<h1>Gebruik van het handboek</h1>')
  expect(others.body).not.toContain('Gebruik van het handboek')
  const notes = await site.storage.stores.audit.list('waterveen')
  expect(notes.map(({ actor, details }) => [actor, details])).toEqual([['ciso', { page: 'use' }]])
  await site.storage.close()
})
