/**
 * The bot in Microsoft's Agents Playground: what an employee sees and presses in Teams.
 *
 * The client keeps its conversations as long as it runs, and threads only for its first page: so
 * it is started once, and the tests follow each other as one visit.
 */
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { type Playground, startPlayground } from '../stand-ins/playground.ts'

const environment: Readonly<{ CHROMIUM?: string }> = process.env
const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url))

const WIDTH = 760
/** Around a picture: the line with the time, and the edge of the card. */
const ABOVE = 32
const BELOW = 10
const SOURCE = /Bron: Handboek informatieveiligheid · versie/

let playground: Playground
let browser: Browser
let page: Page
const errors: Error[] = []
/** Replies wait for it: one that overtakes its question would stand above it for good. */
let shownFirst: Promise<unknown> = Promise.resolve()

beforeAll(async () => {
  playground = startPlayground()
  browser = await chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  })
  const address = await playground.address
  page = await browser.newPage({ locale: 'nl-NL', viewport: { width: WIDTH, height: 1_700 } })
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => errors.push(error))
  // Its fonts are Microsoft's, from the internet.
  await page.route(
    (url) => !url.href.startsWith(address),
    (route) => route.abort(),
  )
  await page.routeWebSocket(/\/_ws_conversation\//, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => void shownFirst.then(() => socket.send(message)))
  })
  await page.goto(address)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

it('greets who has just installed it', async () => {
  // The client installs the bot when it can talk to it, so from here on it takes messages.
  await lastCard('Hoi, ik ben Vraagbaak').waitFor()
  await page.getByRole('button', { name: 'Hide log panel' }).click()

  const card = lastCard('Hoi, ik ben Vraagbaak')
  await card.getByRole('button', { name: 'Mag ik thuis printen?' }).waitFor()
  await card.getByRole('button', { name: 'Alle onderwerpen' }).waitFor()
})

it('offers a choice when it is not sure, and gives what was chosen in its place', async () => {
  await say('iets over mail')
  const choices = lastCard('Bedoel je een van deze?').getByRole('button')
  const chosen = (await choices.first().getAttribute('aria-label')) ?? ''
  await picture('suggestions', 'iets over mail', lastCard('Bedoel je een van deze?'))

  await choices.first().click()

  await lastCard(chosen).getByText(SOURCE).waitFor()
  expect(await page.getByText('Bedoel je een van deze?').count()).toBe(0)
})

it('answers a question from the handbook, with its source', async () => {
  await say('mag ik een brief scannen met camscanner')

  await lastCard(/Nee,.*gratis scan-app/)
    .getByText(SOURCE)
    .waitFor()
})

it('gives the number to call to who reports an incident', async () => {
  await say('net op een link geklikt en mijn wachtwoord ingevuld')

  const card = lastCard('Meld dit nu')
  await card.getByText('Bel 088-000 0100', { exact: true }).waitFor()
  await card.getByText('Open het meldpunt').waitFor()
  await card.getByRole('button', { name: 'Lees meer' }).waitFor()
  await picture('answer', 'mag ik een brief scannen met camscanner', card)
})

it('opens the whole section in the place of its answer', async () => {
  await say('mag ik mijn wachtwoord met een collega delen')
  const card = lastCard(SOURCE)
  await card.getByRole('button', { name: 'Hele paragraaf' }).click()

  await lastCard('Zie ook:').getByText(SOURCE).waitFor()
  expect(await lastCard('Zie ook:').getByText('Was dit nuttig?').count()).toBe(0)
  await picture('section', 'mag ik mijn wachtwoord met een collega delen', lastCard('Zie ook:'))
})

it('says whom to ask about what the handbook is not for', async () => {
  await say('hoe laat gaat de kantine open')

  const card = lastCard(/Daar ga ik niet over|Dat weet ik niet/)
  await card.waitFor()
  expect(await card.getByText(SOURCE).count()).toBe(0)
  await picture('no-answer', 'hoe laat gaat de kantine open', card)
})

it('admits that it does not know when none of the choices is right', async () => {
  await say('iets over mail')

  await lastCard('Bedoel je een van deze?').getByRole('button', { name: 'Geen van deze' }).click()

  await lastCard('Dat weet ik niet').getByText('ciso@waterveen.example').waitFor()
})

it('answers in a team when it is mentioned', async () => {
  await page.setViewportSize({ width: 1_300, height: 1_000 })
  await page.getByRole('button', { name: 'Hide log panel' }).click() // back, now that there is room
  await page.getByRole('treeitem', { name: 'Waterveen - Veilig werken' }).click()
  await page.getByRole('button', { name: 'Post' }).waitFor()
  await page.getByRole('textbox').first().pressSequentially('@Vraag')
  await page.getByRole('menuitem', { name: 'Vraagbaak' }).click()
  await page.keyboard.type(' mag ik thuis printen')

  const post = page.getByRole('button', { name: 'Post' })
  await send('Vraagbaak mag ik thuis printen', () => post.click())

  const posts = page.getByRole('group').filter({ hasText: 'Vraagbaak mag ik thuis printen' })
  await posts.locator('.ac-adaptiveCard').getByText(SOURCE).waitFor()
  await stopClocks()
  await page.screenshot({ path: `${SCREENSHOTS}team.png`, animations: 'disabled' })
})

it('never breaks in the browser', () => {
  expect(errors).toEqual([])
})

async function say(text: string): Promise<void> {
  const box = page.getByRole('textbox').last()
  await box.click()
  await box.pressSequentially(text)
  await send(text, () => page.keyboard.press('Enter'))
}

/** Resolves when the client shows what was said. */
async function send(text: string, press: () => Promise<void>): Promise<void> {
  const earlier = await saying(text).count()
  let show: () => void = () => undefined
  shownFirst = new Promise<void>((resolve) => {
    show = resolve
  })
  await press()
  await saying(text).nth(earlier).waitFor()
  show()
}

/** What was said, not what is being typed. */
function saying(text: string): Locator {
  const said = page.locator(':not([role=textbox] *)')
  return page.getByText(text, { exact: true }).and(said).filter({ visible: true })
}

/** The newest card, once it says this. */
function lastCard(text: string | RegExp): Locator {
  return page.locator('.ac-adaptiveCard').last().filter({ hasText: text })
}

/** The conversation from this message of the employee down to the card that answers it. */
async function picture(name: string, from: string, answer: Locator): Promise<void> {
  const { top, bottom } = await boundsOf(saying(from).last(), answer)
  await stopClocks()
  await page.screenshot({
    path: `${SCREENSHOTS}${name}.png`,
    animations: 'disabled',
    clip: { x: 0, y: top - ABOVE, width: WIDTH, height: bottom - top + ABOVE + BELOW },
  })
}

type Bounds = Readonly<{ top: number; bottom: number }>

/** The client scrolls, and draws a message anew when it was sent: waits until both stand still. */
async function boundsOf(first: Locator, last: Locator, before?: Bounds): Promise<Bounds> {
  await last.waitFor()
  const [above, below] = [await first.boundingBox(), await last.boundingBox()]
  if (above === null || below === null) return boundsOf(first, last)

  const bounds = { top: above.y, bottom: below.y + below.height }
  const isStill = before?.top === bounds.top && before.bottom === bounds.bottom
  return isStill ? bounds : boundsOf(first, last, bounds)
}

/** Every message at the same time of day, so that a picture changes only when the bot does. */
async function stopClocks(): Promise<void> {
  await page
    .getByText(/^(\d+[-/]\d+, )?\d+:\d\d( [AP]M)?$/)
    .evaluateAll((times: Array<{ textContent: string }>) => {
      for (const time of times) time.textContent = '10:15'
    })
}
