/**
 * The bot in Microsoft's Agents Playground: what an employee sees and presses in Teams.
 *
 * The client keeps its conversations as long as it runs, and threads only for its first page: so
 * it is started once, and the tests follow each other as one visit.
 */
import type { Browser, Page } from 'playwright-core'
import { type Playground, startPlayground } from '../stand-ins/playground.ts'
import { type ClientPage, openClient, startBrowser } from './client-page.ts'

const SOURCE = /Bron: Handboek informatieveiligheid · versie/

let playground: Playground
let browser: Browser
let client: ClientPage
let page: Page

beforeAll(async () => {
  playground = startPlayground()
  browser = await startBrowser()
  client = await openClient(browser, (await playground.addresses).employee)
  page = client.page
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

it('greets who has just installed it', async () => {
  // The client installs the bot when it can talk to it, so from here on it takes messages.
  await client.lastCard('Hoi, ik ben Vraagbaak').waitFor()
  await page.getByRole('button', { name: 'Hide log panel' }).click()

  const card = client.lastCard('Hoi, ik ben Vraagbaak')
  await card.getByRole('button', { name: 'Mag ik thuis printen?' }).waitFor()
  await card.getByRole('button', { name: 'Alle onderwerpen' }).waitFor()
})

it('offers a choice when it is not sure, and gives what was chosen in its place', async () => {
  await client.say('iets over mail')
  const choices = client.lastCard('Bedoel je een van deze?').getByRole('button')
  const chosen = (await choices.first().getAttribute('aria-label')) ?? ''
  await client.picture(
    'suggestions',
    client.saying('iets over mail').last(),
    client.lastCard('Bedoel je een van deze?'),
  )

  await choices.first().click()

  await client.lastCard(chosen).getByText(SOURCE).waitFor()
  expect(await page.getByText('Bedoel je een van deze?').count()).toBe(0)
})

it('answers a question from the handbook, with its source', async () => {
  await client.say('mag ik een brief scannen met camscanner')

  await client
    .lastCard(/Nee,.*gratis scan-app/)
    .getByText(SOURCE)
    .waitFor()
})

it('gives the number to call to who reports an incident', async () => {
  await client.say('net op een link geklikt en mijn wachtwoord ingevuld')

  const card = client.lastCard('Meld dit nu')
  await card.getByText('Bel 088-000 0100', { exact: true }).waitFor()
  await card.getByText('Open het meldpunt').waitFor()
  await card.getByRole('button', { name: 'Lees meer' }).waitFor()
  await client.picture(
    'answer',
    client.saying('mag ik een brief scannen met camscanner').last(),
    card,
  )
})

it('opens the whole section in the place of its answer', async () => {
  await client.say('mag ik mijn wachtwoord met een collega delen')
  const card = client.lastCard(SOURCE)
  await card.getByRole('button', { name: 'Hele paragraaf' }).click()

  await client.lastCard('Zie ook:').getByText(SOURCE).waitFor()
  expect(await client.lastCard('Zie ook:').getByText('Was dit nuttig?').count()).toBe(0)
  await client.picture(
    'section',
    client.saying('mag ik mijn wachtwoord met een collega delen').last(),
    client.lastCard('Zie ook:'),
  )
})

it('says whom to ask about what the handbook is not for', async () => {
  await client.say('hoe laat gaat de kantine open')

  const card = client.lastCard(/Daar ga ik niet over|Dat weet ik niet/)
  await card.waitFor()
  expect(await card.getByText(SOURCE).count()).toBe(0)
  await client.picture('no-answer', client.saying('hoe laat gaat de kantine open').last(), card)
})

it('admits that it does not know when none of the choices is right', async () => {
  await client.say('iets met mail')

  await client
    .lastCard('Bedoel je een van deze?')
    .getByRole('button', { name: 'Geen van deze' })
    .click()

  await client.lastCard('Dat weet ik niet').getByRole('button', { name: 'Vraag de CISO' }).waitFor()
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
  await client.send('Vraagbaak mag ik thuis printen', () => post.click())

  const posts = page.getByRole('group').filter({ hasText: 'Vraagbaak mag ik thuis printen' })
  await posts.locator('.ac-adaptiveCard').getByText(SOURCE).waitFor()
  await client.wholePicture('team')
})

it('never breaks in the browser', () => {
  expect(client.errors).toEqual([])
})
