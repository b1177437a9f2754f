/** The results site in a browser: from a link on another site to the pages, and out again. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { createWebServer, type WebServer } from '../../bot/web/server.ts'
import { type ASite, aSiteFor } from '../web/a-site.ts'

const environment: Readonly<{ CHROMIUM?: string }> = process.env
let browser: Browser
let context: BrowserContext
let web: WebServer
let elsewhere: Server
let a: ASite
/** For a browser, localhost is another site than 127.0.0.1. */
let teams: string
let page: string
let link: string

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: environment.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}, 60_000)
afterAll(() => browser.close())

beforeEach(async () => {
  let own = ''
  a = await aSiteFor({ address: () => own })
  web = createWebServer({
    endpoints: {},
    pages: { prefix: '/results', site: a.site },
    ready: async () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: () => undefined,
    onBroken: (error) => {
      throw error
    },
  })
  own = `http://127.0.0.1:${await web.listen(0, '127.0.0.1')}`
  link = await a.linkFor('ciso')
  page = ''
  elsewhere = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end(page),
  )
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  teams = `http://localhost:${(elsewhere.address() as AddressInfo).port}/` // it listens on a port
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await web.stop()
  elsewhere.closeAllConnections()
  elsewhere.close()
  await a.storage.close()
})

async function enterFromElsewhere() {
  page = `<a href="${link}">Open</a>`
  const tab = await context.newPage()
  await tab.goto(teams)
  await tab.getByText('Open').click()
  await tab.getByRole('button').click()
  await tab.waitForURL('**/results')
  return tab
}

it('a link on another site leads through one button to the pages', async () => {
  const tab = await enterFromElsewhere()

  expect(await tab.textContent('body')).toContain('overview nl waterveen')
  expect(new URL(tab.url()).pathname + new URL(tab.url()).search).toBe('/results')
  expect(await tab.evaluate('document.cookie')).toBe('')
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: 'vraagbaak', httpOnly: true, sameSite: 'Lax', path: '/' })
})

it('looking at the link three times beforehand does not use it up', async () => {
  for (let look = 0; look < 3; look++) {
    const preview = await browser.newContext()
    await (await preview.newPage()).goto(link)
    await preview.close()
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
  }

  const tab = await enterFromElsewhere()
  expect(await tab.textContent('body')).toContain('overview')
})

it('who comes back from another site is still in', async () => {
  const tab = await enterFromElsewhere()
  page = `<a href="${new URL('/results/rounds', link).href}">Back</a>`
  await tab.goto(teams)
  await tab.getByText('Back').click()
  await tab.waitForURL('**/results/rounds')

  expect(await tab.textContent('body')).toContain('rounds')
})

it('a form on another site signs nobody in', async () => {
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  const action = new URL('/results/enter', link).href
  page = `<form method="post" action="${action}"><input name="token" value="${token}"><button>Go</button></form>`
  const tab = await context.newPage()
  await tab.goto(teams)
  await tab.getByText('Go').click()
  await tab.waitForURL('**/results/enter')

  expect(await context.cookies()).toEqual([])
  expect((await (await enterFromElsewhere()).textContent('body')) ?? '').toContain('overview')
})

it('a page of another site can neither frame the pages nor read them', async () => {
  const tab = await enterFromElsewhere()
  const own = new URL('/results', link).href
  page = `<iframe src="${own}"></iframe>`
  await tab.goto(teams)
  const read = await tab.evaluate(
    `fetch(${JSON.stringify(own)}, { credentials: 'include' }).then(() => 'read', () => 'refused')`,
  )
  const [, framed] = tab.frames()

  expect(read).toBe('refused')
  expect(framed?.url()).toMatch(/^chrome-error:/)
})
