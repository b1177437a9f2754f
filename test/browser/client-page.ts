/** Client page: Microsoft's Agents Playground in a browser, as one of its users sees it. */
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

const environment: Readonly<{ CHROMIUM?: string }> = process.env
const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url))

const WIDTH = 760
/** Around a picture: the line with the time, and the edge of the card. */
const ABOVE = 32
const BELOW = 10

export type ClientPage = Readonly<{
  page: Page
  /** What broke in the page. */
  errors: readonly Error[]
  /** Resolves when the client shows it. */
  say: (text: string) => Promise<void>
  /** Presses whatever sends this text. */
  send: (text: string, press: () => Promise<void>) => Promise<void>
  /** What was said, not what is being typed. */
  saying: (text: string) => Locator
  /** The newest card, once it says this. */
  lastCard: (text: string | RegExp) => Locator
  /** The conversation from one thing down to another, in the folder of screenshots. */
  picture: (name: string, from: Locator, to: Locator) => Promise<void>
  wholePicture: (name: string) => Promise<void>
}>

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  })
}

export async function openClient(browser: Browser, address: string): Promise<ClientPage> {
  const page = await browser.newPage({ locale: 'nl-NL', viewport: { width: WIDTH, height: 1_700 } })
  page.setDefaultTimeout(30_000)
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  // Its fonts are Microsoft's, from the internet.
  await page.route(
    (url) => !url.href.startsWith(address),
    (route) => route.abort(),
  )
  const sending = await orderly(page)
  await page.goto(address)

  const saying = (text: string) => sayingOn(page, text)
  const send: ClientPage['send'] = (text, press) => sending(saying(text), press)
  return {
    page,
    errors,
    say: async (text) => {
      const box = page.getByRole('textbox').last()
      await box.click()
      await box.pressSequentially(text)
      await send(text, () => page.keyboard.press('Enter'))
    },
    send,
    saying,
    lastCard: (text) => page.locator('.ac-adaptiveCard').last().filter({ hasText: text }),
    picture: (name, from, to) => picture(page, name, { from, to }),
    wholePicture: async (name) => {
      await stopClocks(page)
      await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, animations: 'disabled' })
    },
  }
}

function sayingOn(page: Page, text: string): Locator {
  const said = page.locator(':not([role=textbox] *)')
  return page.getByText(text, { exact: true }).and(said).filter({ visible: true })
}

/**
 * A reply that overtakes its question would stand above it for good, so replies wait for it. And
 * what comes before the page has read who it is for would be lost, so that waits until the page
 * asks to be installed, the last thing it does while it opens.
 */
async function orderly(page: Page) {
  let shownFirst: Promise<unknown> = page.waitForResponse(/\/installation$/)
  shownFirst.catch(() => undefined) // the test that waits for a message tells it
  await page.routeWebSocket(/\/_ws_conversation\//, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => void shownFirst.then(() => socket.send(message)))
  })

  return async (saying: Locator, press: () => Promise<void>): Promise<void> => {
    const earlier = await saying.count()
    let show: () => void = () => undefined
    shownFirst = new Promise<void>((resolve) => {
      show = resolve
    })
    await press()
    await saying.nth(earlier).waitFor()
    show()
  }
}

type Span = Readonly<{ from: Locator; to: Locator }>
type Bounds = Readonly<{ top: number; bottom: number }>

async function picture(page: Page, name: string, span: Span): Promise<void> {
  const { top, bottom } = await boundsOf(span)
  await stopClocks(page)
  await page.screenshot({
    path: `${SCREENSHOTS}${name}.png`,
    animations: 'disabled',
    clip: { x: 0, y: top - ABOVE, width: WIDTH, height: bottom - top + ABOVE + BELOW },
  })
}

/** The client scrolls, and draws a message anew when it was sent: waits until both stand still. */
async function boundsOf(span: Span, before?: Bounds): Promise<Bounds> {
  await span.to.waitFor()
  const [above, below] = [await span.from.boundingBox(), await span.to.boundingBox()]
  if (above === null || below === null) return boundsOf(span)

  const bounds = { top: above.y, bottom: below.y + below.height }
  const isStill = before?.top === bounds.top && before.bottom === bounds.bottom
  return isStill ? bounds : boundsOf(span, bounds)
}

/** Every message at the same time of day, so that a picture changes only when the bot does. */
async function stopClocks(page: Page): Promise<void> {
  await page
    .getByText(/^(\d+[-/]\d+, )?\d+:\d\d( [AP]M)?$/)
    .evaluateAll((times: Array<{ textContent: string }>) => {
      for (const time of times) time.textContent = '10:15'
    })
  await page.locator('.ac-textRun').evaluateAll((runs: Array<{ textContent: string }>) => {
    const moment = /(tot\s)?\b(ma|di|wo|do|vr|za|zo)\s\d+\s[a-z]{3}\s\d\d:\d\d/g
    for (const run of runs) {
      const text = run.textContent
      const stopped = text.replace(moment, (_all, until) =>
        until === undefined ? 'ma 7 dec 10:15' : `${until}do 10 dec 10:15`,
      )
      if (stopped !== text) run.textContent = stopped
    }
  })
}
