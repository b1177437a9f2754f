/** The pages with results in a browser: accessible, on a phone, on paper, and without a script. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { SECURITY_HEADERS } from '../../bot/web/results/layout.ts'
import type { PageContext } from '../../bot/web/results/page-context.ts'
import { aUsePage } from '../web/results/a-use-page.ts'
import { otherPages, resultPages } from '../web/results/all-pages.ts'
import { aDemoContext, aViewer } from '../web/results/demo-context.ts'

const packages = createRequire(import.meta.url)
const AXE = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8')
const environment: Readonly<{ CHROMIUM?: string }> = process.env
const SITE = 'https://pages.example/'
const RUN_AXE = `axe.run(document, {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
})`

/** How often each percentage stands in a text. */
function figuresIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [figure] of text.matchAll(/\d+%/g)) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  return counts
}

/** What a reader of the file sees; each sheet ends with a form feed. */
const pdfText = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })

let browser: Browser
let pages: Readonly<Record<string, string>>
/** What the browser complained of, such as a style that the policy refuses. */
const complaints: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const ciso = await aDemoContext({ people: 2_000, rounds: 6 })
  pages = {
    ...chosenPages(ciso),
    ...someOthers(ciso),
    use: await aUsePage(ciso),
    'manager, in English': managerPage(ciso),
  }
}, 60_000)

afterAll(() => browser.close())

/** One of each kind: the others differ in their figures only. */
function chosenPages(context: PageContext): Readonly<Record<string, string>> {
  const all = resultPages(context)
  const [asked] = context.plan?.questions ?? []
  const names = ['overview', 'rounds', `question ${asked?.id}`, 'unit Sociaal Domein']
  return Object.fromEntries(names.map((name) => [name, all[name] ?? '']))
}

function someOthers(context: PageContext): Readonly<Record<string, string>> {
  const all = otherPages(context)
  const names = ['about', 'sign-in', 'no-rights', 'sign-in failed', 'tab']
  return Object.fromEntries(names.map((name) => [name, all[name] ?? '']))
}

function managerPage(context: PageContext): string {
  const viewer = aViewer({ role: 'manager', unit: 'Sociaal Domein/Jeugd' })
  return resultPages({ ...context, viewer, language: 'en' })['overview'] ?? ''
}

async function opened(body: string, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options)
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!/^(https:\/\/pages.example\/|data:)/.test(request.url())) complaints.push(request.url())
  })
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', headers: { ...SECURITY_HEADERS }, body }),
  )
  await page.goto(SITE)
  return page
}

const DESKTOP = { width: 1_200, height: 900 }
const VIEWS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: DESKTOP },
  dark: { viewport: DESKTOP, colorScheme: 'dark' },
  'forced colours': { viewport: DESKTOP, forcedColors: 'active' },
  phone: { viewport: { width: 360, height: 740 } },
}

/** Every page once; in the other views those that have something which the others have as well. */
const namesIn = (view: string): readonly string[] =>
  view === 'light' ? Object.keys(pages) : ['overview', 'unit Sociaal Domein', 'use', 'tab']

describe.each(Object.entries(VIEWS))('pages in %s', (view, options) => {
  it('have no accessibility faults, with all that can be unfolded unfolded', async () => {
    const faults: string[] = []
    for (const name of namesIn(view)) {
      // The policy would refuse the tool itself, so it alone goes without.
      const page = await opened(pages[name] ?? '', { ...options, bypassCSP: true })
      await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })",
      )
      await page.evaluate(AXE)
      const { violations } = await page.evaluate<AxeResults>(RUN_AXE)
      for (const { id, nodes } of violations)
        for (const { html } of nodes) faults.push(`${name}: ${id}: ${html.slice(0, 160)}`)
      await page.close()
    }

    expect(faults).toEqual([])
  }, 120_000)
})

describe('pages', () => {
  it('need no scrolling sideways at 320 pixels, which is 400 % of 1280', async () => {
    for (const [name, body] of Object.entries(pages)) {
      const page = await opened(body, { viewport: { width: 320, height: 640 } })
      await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })",
      )
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      await page.close()

      expect(`${name}: ${width}`).toBe(`${name}: 320`)
    }
  })

  it('are gone through with the keyboard in the order of reading, and what has the focus is seen', async () => {
    const page = await opened(pages['overview'] ?? '', { viewport: DESKTOP })
    const seen: string[] = []
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate<string>('document.activeElement.textContent.trim()'))
      expect(
        await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle'),
      ).toBe('solid')
    }

    expect(seen.slice(0, 7)).toEqual([
      ...['Ga naar de inhoud', 'Overzicht', 'Rondes', 'Gebruik van het handboek'],
      ...['Zo lees je dit', 'English', 'Uitloggen'],
    ])
    expect(seen[8]).toBe('Toon')
    await page.close()
  })

  it('show on paper what is folded on the screen', async () => {
    const page = await opened(pages['overview'] ?? '', { viewport: DESKTOP })
    const shownRows = () =>
      page
        .locator('details td')
        .evaluateAll(
          (cells: Array<{ checkVisibility: (options: object) => boolean }>) =>
            cells.filter((cell) => cell.checkVisibility({ contentVisibilityAuto: true })).length,
        )
    expect(await shownRows()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await page.locator('details td').last().waitFor()

    expect(await shownRows()).toBe(await page.locator('details td').count())
    expect(await page.locator('.menu').isVisible()).toBe(false)
    await page.close()
  })

  it('are printed with every figure, on sheets of A4', async () => {
    const page = await opened(pages['overview'] ?? '', { viewport: DESKTOP })
    await page.emulateMedia({ media: 'print' })
    const inTables = figuresIn((await page.locator('main td').allTextContents()).join(' '))

    const printed = pdfText(await page.pdf({ format: 'A4' }))

    expect(inTables.size).toBeGreaterThan(20)
    const missing = [...inTables].filter(
      ([figure, times]) => (figuresIn(printed).get(figure) ?? 0) < times,
    )
    expect(missing).toEqual([])
    expect(printed.split('\f').length - 1).toBeGreaterThan(2)
    await page.close()
  })

  it('are kept as pictures, to look at', async () => {
    for (const [name, file, options] of [
      ['overview', 'results-overview', VIEWS['light']],
      ['use', 'results-use', VIEWS['light']],
      ['manager, in English', 'results-phone', VIEWS['phone']],
    ] as const) {
      const page = await opened(pages[name] ?? '', options ?? {})
      await page.screenshot({ path: `test/screenshots/${file}.png` })
      await page.close()
    }
  })

  it('ask for nothing elsewhere and break no rule of their own policy', () => {
    expect(complaints).toEqual([])
  })
})
