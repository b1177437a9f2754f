/**
 * A question travels from an employee to the CISO and back, and a report reaches the CISO: two
 * people in Microsoft's Agents Playground, each in a client of their own. The tests follow each
 * other as one story.
 */
import type { Browser, Locator } from 'playwright-core'
import { type Playground, startPlayground } from '../stand-ins/playground.ts'
import { type ClientPage, openClient, startBrowser } from './client-page.ts'

const TYPED = 'wie voert de eenden in de vijver'
const ASKED = 'Mag ik tijdens mijn werk de eenden in de vijver voeren?'
const ANSWER = 'Dat mag in je pauze. Neem je laptop mee of vergrendel hem.'
const TOLD = 'net op een link geklikt en mijn wachtwoord ingevuld'

let playground: Playground
let browser: Browser
let employee: ClientPage
let ciso: ClientPage
/** As the employee was told them. */
let question = ''
let report = ''

beforeAll(async () => {
  playground = startPlayground()
  browser = await startBrowser()
  const addresses = await playground.addresses
  employee = await openClient(browser, addresses.employee)
  ciso = await openClient(browser, addresses.ciso)
  for (const { page, lastCard } of [employee, ciso]) {
    await lastCard('Hoi, ik ben Vraagbaak').waitFor()
    await page.getByRole('button', { name: 'Hide log panel' }).click()
  }
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

it('sends a question that the handbook does not know to the CISO, without a name', async () => {
  await employee.say(TYPED)
  await press(employee, 'Dat weet ik niet', 'Vraag de CISO')
  const form = employee.lastCard('Verstuur zonder mijn naam')
  const box = form.getByRole('textbox')
  await box.waitFor()
  expect(await box.inputValue()).toBe(TYPED)
  await box.fill(ASKED)
  await employee.picture('human-form', employee.saying(TYPED).last(), form)
  await form.getByRole('button', { name: 'Verstuur zonder mijn naam' }).click()

  const sent = employee.lastCard('Je vraag is verstuurd')
  await sent.getByText('De CISO ziet niet wie je bent.').waitFor()
  question = numberIn(await textOf(sent), 'V')
  await employee.picture('escalated', employee.saying(TYPED).last(), sent)
})

it('shows the CISO the question, and not who asked', async () => {
  const card = ciso.lastCard('Vraag van een medewerker')
  await card.getByText(ASKED).waitFor()

  const text = await textOf(card)
  expect(text).toContain(question)
  expect(text).toContain('Gevraagd zonder naam')
  expect(await ciso.page.content()).not.toMatch(/noor\.hofland|waterveen-noor/i)
  await ciso.picture('escalation-ciso', card, card)
})

it('shows that it is handled when the CISO has answered', async () => {
  const card = ciso.lastCard('Vraag van een medewerker')
  await card.getByRole('textbox', { name: 'Je antwoord' }).fill(ANSWER)
  await card.getByRole('button', { name: 'Verstuur antwoord' }).click()

  const handled = ciso.lastCard('Je antwoord is verstuurd')
  await handled.getByText(ANSWER).waitFor()
  expect(await handled.getByRole('button').allTextContents()).toEqual([
    expect.stringContaining('Schrijf hier een paragraaf over'),
  ])
  await ciso.picture('escalation-handled', handled, handled)
})

it('brings the answer to who asked, under the same number', async () => {
  const card = employee.lastCard('Antwoord van de CISO')
  await card.getByText(ANSWER).waitFor()

  expect(await textOf(card)).toContain(question)
  await employee.picture('human-answer', card, card)
})

it('lists the question as answered', async () => {
  await employee.say('mijn vragen')

  const card = employee.lastCard('Mijn vragen')
  await card.getByText('beantwoord').waitFor()
  expect(await textOf(card)).toContain(question)
  await employee.picture('my-questions', employee.saying('mijn vragen').last(), card)
})

it('takes the report of an incident, and keeps the telephone number in sight', async () => {
  await employee.say(TOLD)
  await press(employee, 'Meld dit nu', 'Meld dit')
  const form = employee.lastCard('Meld het incident')
  await form
    .getByRole('textbox', { name: 'Wat is er gebeurd?' })
    .fill('Ik vulde mijn wachtwoord in.')
  await form.getByRole('textbox', { name: /nummer/ }).fill('088-000 0155')
  await employee.picture('incident-form', form, form)
  await form.getByRole('button', { name: 'Verstuur melding' }).click()

  const sent = employee.lastCard('Je melding is verstuurd')
  await sent.waitFor()
  report = numberIn(await textOf(sent), 'I')
  await employee.page.getByText('Bel 088-000 0100', { exact: true }).last().waitFor()
  await employee.picture('incident-reported', sent, sent)
})

it('brings the report to the CISO at once', async () => {
  const card = ciso.lastCard('Incident gemeld')
  await card.getByText('Ik vulde mijn wachtwoord in.').waitFor()

  const text = await textOf(card)
  expect(text).toContain(report)
  expect(text).toContain('Noor Hofland')
  await ciso.picture('incident-alert', card, card)
})

it('never breaks, in a browser or in the bot', () => {
  expect([...employee.errors, ...ciso.errors]).toEqual([])
  expect(playground.output()).toMatch(/^Vraagbaak is ready: .*\n.*\n.*half a minute\.\n$/)
})

async function press(client: ClientPage, card: string, button: string): Promise<void> {
  await client.lastCard(card).getByRole('button', { name: button, exact: true }).click()
}

const textOf = async (card: Locator): Promise<string> => (await card.textContent()) ?? ''

function numberIn(text: string, letter: 'V' | 'I'): string {
  const [number] = new RegExp(`${letter}-\\d{4}-\\d{4}`).exec(text) ?? []
  if (number === undefined) throw new Error(`there is no number in: ${text}`)
  return number
}
