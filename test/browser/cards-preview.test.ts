/** Every card, drawn by a browser: accessible in three themes, and nothing cut off on a phone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { previewPage } from '../../bot/cli/preview/preview-page.ts'
import { THEMES } from '../../bot/cli/preview/themes.ts'

const packages = createRequire(import.meta.url)
const AXE = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8')
const environment: Readonly<{ CHROMIUM?: string }> = process.env
const PREVIEW = 'http://preview.example/'

/** Target size is not among axe's defaults; it is part of WCAG 2.2 AA. */
const RUN_AXE = `axe.run(document, {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
})`

let browser: Browser
let page: Page
const errors: Error[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  })
  page = await browser.newPage({ viewport: { width: 1_000, height: 900 } })
  page.on('pageerror', (error) => errors.push(error))
  const body = previewPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }))
}, 60_000)

afterAll(() => browser.close())

describe.each(Object.keys(THEMES))('cards in %s', (theme) => {
  beforeAll(async () => {
    await page.goto('about:blank')
    await page.goto(`${PREVIEW}#${theme},nl`)
  })

  it('are drawn without errors, on a desktop and on a phone', async () => {
    const samples = await page.locator('article').count()

    expect(samples).toBeGreaterThan(11)
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(2 * samples)
    expect(errors).toEqual([])
  })

  it('have no accessibility faults', async () => {
    await page.evaluate(AXE)
    const { violations } = await page.evaluate<AxeResults>(RUN_AXE)

    expect(
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      ),
    ).toEqual([])
  }, 60_000)
})

describe('cards on a phone', () => {
  beforeAll(() => page.goto(`${PREVIEW}#light,nl`))

  it.each(['.phone .ac-adaptiveCard', '.phone .ac-actionSet', '.phone .ac-pushButton > div'])(
    'show %s in full width',
    async (selector) => {
      const elements = page.locator(selector)
      const cut = await elements.evaluateAll(
        (all: Array<{ scrollWidth: number; clientWidth: number }>) =>
          all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
      )

      expect(await elements.count()).toBeGreaterThan(0)
      expect(cut).toBe(0)
    },
  )
})
