/**
 * A chapter travels from a Word file to what an employee is answered, and back: the CISO sends it,
 * the deputy approves it, and the CISO takes it back. Each of the three has a client of Microsoft's
 * Agents Playground; the tests follow each other as one story. Needs LibreOffice Writer.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Browser, Locator } from 'playwright-core'
import { startPlayground } from '../stand-ins/playground.ts'
import { wordFile } from '../stand-ins/word-file.ts'
import { type ClientPage, openClient, startBrowser } from './client-page.ts'

const CHAPTER = new URL('../../knowledge/handbook/07-kantoor.md', import.meta.url)
const TITLE = 'Op kantoor'
const OLD = 'de afdruk komt er pas uit als jij bij de printer staat'
const NEW = 'je afdruk blijft vier uur voor je klaarstaan'
const OLD_NUMBER = 'Doet de printer of je pas het niet, bel dan de servicedesk: 088-000 0200'
const NEW_NUMBER = OLD_NUMBER.replace('0200', '0300')
const QUESTION = 'hoe print ik veilig op kantoor'
const NAME = 'kantoor.docx'
/** A Monday in Waterveen, so that pictures stay the same. */
const FROM = '2026-12-07T10:15:00+01:00'
/** The bot looks every two seconds, and asks a draft all questions of the handbook. */
const READING_MS = 60_000
const MOST_LOOKS = 20

let playground: ReturnType<typeof startPlayground>
let files: Server
let browser: Browser
let employee: ClientPage
let ciso: ClientPage
let deputy: ClientPage

beforeAll(async () => {
  playground = startPlayground(['--with-deputy', '--clock-from', FROM])
  files = await serving(wordFile(TITLE, changedChapter()))
  browser = await startBrowser()
  const addresses = await playground.addresses
  const open = async (address = '') => {
    const client = await openClient(browser, address)
    await client.lastCard('Hoi, ik ben Vraagbaak').waitFor()
    await client.page.getByRole('button', { name: 'Hide log panel' }).click()
    return client
  }
  employee = await open(addresses.employee)
  ciso = await open(addresses.ciso)
  deputy = await open(addresses.deputy)
}, 90_000)

afterAll(async () => {
  await browser?.close()
  files?.close()
  await playground?.stop()
})

it('answers from the version that holds', async () => {
  expect(await answered()).toContain(OLD)
})

it('reads a Word file that the CISO sends, and shows what it would change', async () => {
  await send(NAME)
  await ciso.lastCard('Ik lees je bestand').getByText(NAME).waitFor()

  const card = ciso.lastCard('Concept voor het handboek')
  await card.waitFor({ timeout: READING_MS })
  const text = await textOf(card)
  expect(text).toContain('Er verandert 1 paragraaf.')
  expect(text).toMatch(/Ik heb \d{3,} vragen gesteld aan het concept\./)
  expect(text).toContain('Een tweede persoon moet meekijken')
  expect(text).toContain('Er verandert een telefoonnummer.')
  expect(await card.getByRole('button', { name: /Publiceer/ }).count()).toBe(0)
  expect(await answered()).toContain(OLD)
})

it('asks a second person, once every question that is lost is accepted', async () => {
  const card = ciso.lastCard('Concept voor het handboek')
  for (const box of await card.getByRole('checkbox').all()) await box.check()
  await picture(ciso, 'draft-review', card)
  await card.getByRole('button', { name: 'Vraag een tweede persoon' }).click()

  await ciso.lastCard('Je collega’s is gevraagd om mee te kijken.').waitFor()
})

it('lets the deputy approve it, and answers from it within seconds', async () => {
  const card = deputy.lastCard('Concept voor het handboek')
  await card.getByText('Van ciso@waterveen.example').waitFor()
  await picture(deputy, 'draft-approve', card)
  await card.getByRole('button', { name: 'Keur goed en publiceer' }).click()

  await deputy.lastCard('Versie 2 is gepubliceerd').waitFor()
  const answer = await answeredSoon(NEW)
  expect(answer).toContain(NEW)
  expect(answer).not.toContain(OLD)
})

it('tells the CISO who approved it, with all versions', async () => {
  await ciso.lastCard('heeft het handboek gewijzigd').waitFor()
  await ciso.say('versies')

  const card = ciso.lastCard('Versies van het handboek')
  await card.getByText('Nagekeken door gerrit.zandstra@waterveen.example').waitFor()
  await picture(ciso, 'versions', card)
})

it('goes back with one button and a look at what that changes', async () => {
  const card = ciso.lastCard('Versies van het handboek')
  await card.getByRole('button', { name: 'Zet deze versie terug' }).click()
  const confirm = ciso.lastCard('Versie 1 terugzetten?')
  await confirm.getByText('Hiervoor is geen tweede persoon nodig.').waitFor()
  expect(await answered()).toContain(NEW)
  await confirm.getByRole('button', { name: 'Zet versie 1 terug' }).click()

  await ciso.lastCard('Versie 3 is gepubliceerd').waitFor()
  const answer = await answeredSoon(OLD)
  expect(answer).toContain(OLD)
  expect(answer).not.toContain(NEW)
})

it('opens a section in a form, with what it says', async () => {
  await ciso.say('wijzig paragraaf thuis printen')

  const form = ciso.lastCard('Er verandert nog niets voor medewerkers.')
  const title = form.getByRole('textbox', { name: 'Titel' })
  await title.waitFor()
  expect(await title.inputValue()).toBe('Mag ik thuis printen?')
  await picture(ciso, 'section-form', form)
})

it('never breaks, in a browser or in the bot', () => {
  expect([employee, ciso, deputy].flatMap(({ errors }) => errors)).toEqual([])
  expect(playground.output()).toMatch(/^Vraagbaak is ready: .*(\n.*){4}the deputy\.\n$/)
})

function changedChapter(): string {
  const text = readFileSync(CHAPTER, 'utf8')
  for (const part of [`title: ${TITLE}\n`, OLD, OLD_NUMBER])
    if (!text.includes(part)) throw new Error(`the sample handbook does not say: ${part}`)
  return text.replace(OLD, NEW).replace(OLD_NUMBER, NEW_NUMBER)
}

/** As OneDrive does: whoever has the address gets the file. */
async function serving(bytes: Uint8Array): Promise<Server> {
  const server = createServer((_request, response) => response.end(bytes))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** The client cannot upload, so it passes on the message as Teams makes it. */
async function send(name: string): Promise<void> {
  const bound = files.address()
  const port = typeof bound === 'object' ? bound?.port : ''
  const downloadUrl = `http://127.0.0.1:${port}/download?tempauth=abc`
  const origin = new URL(ciso.page.url()).origin
  const response = await fetch(`${origin}/_internal/v1/customActivities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: randomUUID(), channelId: 'msteams', locale: 'nl-NL' },
      serviceUrl: `${origin}/_connector`,
      from: {
        ...{ id: 'waterveen-marit', name: 'Marit Oosterveld' },
        aadObjectId: '00000000-0000-4000-8000-000000000111',
      },
      recipient: { id: '00000000-0000-4000-8000-000000000101', name: 'Vraagbaak' },
      conversation: {
        ...{ id: 'waterveen-personal-chat-waterveen-marit', conversationType: 'personal' },
        tenantId: '00000000-0000-4000-8000-000000000100',
      },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          ...{ name, content: { downloadUrl, uniqueId: randomUUID(), fileType: 'docx' } },
        },
      ],
    }),
  })
  expect(response.status).toBe(200)
}

let asked = 0
/** What the employee is told; with other words each time, because the same are taken for an echo. */
async function answered(): Promise<string> {
  asked += 1
  const answers = employee.page
    .locator('.ac-adaptiveCard')
    .filter({ hasText: 'Bron: Handboek informatieveiligheid' })
  const before = await answers.count()
  await employee.say(`${QUESTION}${'?'.repeat(asked)}`)
  await answers.nth(before).waitFor()
  return textOf(answers.nth(before))
}

/** A text that was not ready is built first, which takes as long as the machine is slow. */
async function answeredSoon(words: string, looks = MOST_LOOKS): Promise<string> {
  const answer = await answered()
  return answer.includes(words) || looks === 1 ? answer : answeredSoon(words, looks - 1)
}

/** Of one card; the minute at which it was sent is always the same. */
async function picture(client: ClientPage, name: string, card: Locator): Promise<void> {
  await client.page.locator('.ac-textRun').evaluateAll((runs: Array<{ textContent: string }>) => {
    for (const run of runs) {
      const stopped = run.textContent.replace(/\b10:1\d\b/g, '10:15')
      if (stopped !== run.textContent) run.textContent = stopped
    }
  })
  await client.picture(name, card, card)
}

const textOf = async (card: Locator): Promise<string> =>
  ((await card.textContent()) ?? '').replaceAll('\u00a0', ' ')
