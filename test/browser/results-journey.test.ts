/**
 * From "resultaten" in the chat to the page: the CISO in Microsoft's Agents Playground, on a
 * history that `npm run polls -- demo` made. The tests follow each other as one story.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { runCommandIn } from '../cli/run-command.ts'
import { type Playground, startPlayground } from '../stand-ins/playground.ts'
import { type ClientPage, openClient, startBrowser } from './client-page.ts'

const WATERVEEN = fileURLToPath(new URL('../../bot/cli/playground/waterveen.yaml', import.meta.url))
const PICTURE = fileURLToPath(new URL('../screenshots/results-page.png', import.meta.url))
const DEMO = ['demo', '--people', '2000', '--rounds', '6']

let folder: string
let playground: Playground
let browser: Browser
let ciso: ClientPage
let link: string
let tab: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'results-journey-'))
  const variables = { DATA_DIR: join(folder, 'data'), ORGANISATIONS: WATERVEEN }
  const { code, errors } = await runCommandIn(variables, 'polls', ...DEMO)
  expect([code, errors]).toEqual([0, ''])
  playground = startPlayground([], { ...variables, LOG_LEVEL: 'warn' })
  browser = await startBrowser()
  ciso = await openClient(browser, (await playground.addresses).ciso)
  await ciso.page.getByRole('textbox').last().waitFor()
  await ciso.page.getByRole('button', { name: 'Hide log panel' }).click()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('shows the CISO the findings in the chat, as made-up ones', async () => {
  await ciso.say('resultaten')

  const card = ciso.lastCard('Resultaten van de peiling')
  await card.getByRole('button', { name: 'Cijfers per vraag' }).waitFor()
  const text = (await card.textContent()) ?? ''
  expect(text).toContain('Voorbeeldcijfers')
  expect(text).toMatch(/\d+%/)
})

it('gives a link, which leads through one button to the page', async () => {
  await ciso
    .lastCard('Resultaten van de peiling')
    .getByRole('button', { name: 'Open de resultatenpagina' })
    .click()
  const card = ciso.lastCard('De link werkt één keer')
  const opening = ciso.page.context().waitForEvent('page')
  await card.getByText('Open de resultatenpagina').click()
  tab = await opening
  await tab.setViewportSize({ width: 1_200, height: 900 })
  link = tab.url()
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/results\/enter\//)

  await tab.getByRole('button', { name: 'Open de resultaten' }).click()

  await tab.getByRole('heading', { name: 'Zo veilig werken we thuis' }).waitFor()
  expect(new URL(tab.url()).pathname).toBe('/results')
  expect(await tab.getByRole('img').count()).toBeGreaterThan(0)
  expect(await tab.textContent('body')).toContain('Voorbeeldcijfers')
  await stopDays(tab)
  await tab.screenshot({ path: PICTURE })
})

it('lets them look around without the link', async () => {
  await tab.getByRole('link', { name: 'Rondes' }).click()

  await tab.getByText('Gesloten rondes, de nieuwste eerst').waitFor()
  expect(await tab.locator('tbody tr').count()).toBe(6)
})

it('gives the figures as a file', async () => {
  const downloading = tab.waitForEvent('download')
  await tab.getByRole('link', { name: 'Download als CSV' }).click()

  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^vraagbaak-\d{4}-\d\d-\d\d\.csv$/)
  expect(await download.failure()).toBeNull()
})

it('opens nothing for who uses the same link after them', async () => {
  const other = await browser.newPage({ locale: 'nl-NL' })
  await other.goto(link)
  await other.getByRole('button', { name: 'Open de resultaten' }).click()

  await other.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
  await other.goto(new URL('/results', link).href)
  await other.getByRole('heading', { name: 'Je bent niet ingelogd' }).waitFor()
})

it('never breaks, in a browser or in the bot', () => {
  expect(ciso.errors).toEqual([])
  expect(playground.output()).toMatch(/^Vraagbaak is ready: .*\n.*\n.*half a minute\.\n$/)
})

/** The six rounds in the order of the page, newest first; then the last day of the newest. */
const DAYS = [
  ...['6 oktober 2026', '25 augustus 2026', '14 juli 2026', '2 juni 2026'],
  ...['21 april 2026', '10 maart 2026', '12 oktober 2026'],
].map((day) => day.replaceAll(' ', '\u00a0'))

/** The same days whenever it is taken, so that the picture changes only when the page does. */
async function stopDays(page: Page): Promise<void> {
  const day = /\d{1,2}\s[a-z]{3,9}\s20\d\d/.source
  await page.evaluate(`{
    const left = ${JSON.stringify(DAYS)}
    const shown = new Map()
    const stopped = (day) => {
      if (!shown.has(day)) shown.set(day, left.shift() ?? day)
      return shown.get(day)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() !== null) {
      const text = texts.currentNode
      text.data = text.data.replace(/${day}/g, stopped)
    }
  }`)
}
