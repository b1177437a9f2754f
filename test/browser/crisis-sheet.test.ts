/** The crisis sheet on paper: every step of every incident, on at most two pages, with nothing fetched. */
import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'
import { crisisSections } from '../../bot/care/crisis-sections.ts'
import { crisisPage } from '../../bot/cli/handbook/crisis-page.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { anOrganisation } from '../builders.ts'

const environment: Readonly<{ CHROMIUM?: string }> = process.env
const { handbook } = readHandbook(filesIn('knowledge/handbook'), '14')
const sections = crisisSections(handbook)

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}, 60_000)
afterAll(() => browser.close())

/** As text: the page has the types of a browser, and we do not. */
const STYLE_OF = (name: string) => `getComputedStyle(document.querySelector('.call')).${name}`

const words = (text: string): string => text.replace(/\s+/g, '')

it('prints on at most two pages with every step, the number and the version', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', ({ url }) => complaints.push(url()))
  const sheet = { organisation: anOrganisation(), handbook, sections, language: 'nl' as const }
  await page.setContent(crisisPage({ ...sheet, day: '2026-11-24' }))
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })

  expect(text.split('\f').filter((sheet) => sheet.trim() !== '').length).toBeLessThanOrEqual(2)
  expect(sections.length).toBeGreaterThan(8)
  const printed = words(text)
  const missing = sections
    .flatMap(({ section, steps }) => [section.title, ...steps])
    .filter((line) => !printed.includes(words(line)))
  expect(missing).toEqual([])
  const [first] = sections
  const place = printed.indexOf(words(first?.section.title ?? 'nothing'))
  expect(printed.indexOf('088-0000199')).toBeLessThan(place)
  expect(printed).toContain(words('versie 14, afgedrukt op 24 november 2026'))
  expect(complaints).toEqual([])
})

it('is big where it must be read from afar, and in black', async () => {
  const page = await browser.newPage()
  const organisation = anOrganisation({ name: '<b>x</b>' })
  await page.setContent(
    crisisPage({ organisation, handbook, sections, day: '2026-11-24', language: 'en' }),
  )
  const call = page.locator('.call')

  expect(await call.textContent()).toContain('088-000 0199')
  expect(await page.evaluate<string>(STYLE_OF('color'))).toBe('rgb(0, 0, 0)')
  const size = await page.evaluate<string>(STYLE_OF('fontSize'))
  expect(Number.parseFloat(size)).toBeGreaterThan(30)
  expect(await page.locator('h1').textContent()).toContain('<b>x</b>')
  expect(await page.locator('script').count()).toBe(0)
})
