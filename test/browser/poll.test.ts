/**
 * A round of a poll, from its planning to its result: the CISO and an employee in Microsoft's
 * Agents Playground, on a clock that runs fast. The tests follow each other as one story.
 */
import type { Browser, Locator } from 'playwright-core'
import { type Playground, startPlayground } from '../stand-ins/playground.ts'
import { type ClientPage, openClient, startBrowser } from './client-page.ts'

/** So that the six hours of a round last 36 seconds. */
const SPEED = 600
/** A Monday, in Waterveen. */
const FROM = '2026-12-07T07:30:00+01:00'
/** On a machine that was slower until then, the round is on Tuesday, as the form proposes. */
const STILL_TODAY = '2026-12-07T12:30:00+01:00'
/** Until Tuesday evening. */
const LONGEST_MS = 240_000
const QUESTIONS = 'Drie vragen over veilig thuiswerken'
const CONFIRM = 'Ja, vraag dit aan 25 mensen'

/** To see what the bot does meanwhile. */
const environment: Readonly<{ LOG_LEVEL?: string }> = process.env

let playground: Playground
let startedAt: number
let browser: Browser
let employee: ClientPage
let ciso: ClientPage

beforeAll(async () => {
  startedAt = Date.now()
  playground = startPlayground(['--clock-speed', String(SPEED), '--clock-from', FROM], {
    LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
  })
  browser = await startBrowser()
  const addresses = await playground.addresses
  employee = await openClient(browser, addresses.employee)
  ciso = await openClient(browser, addresses.ciso)
  for (const { page } of [employee, ciso]) {
    await page.getByRole('textbox').last().waitFor()
    await page.getByRole('button', { name: 'Hide log panel' }).click()
  }
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

it('shows the CISO what would happen, and how many people it would reach', async () => {
  await ciso.say('peilingen')
  await press(ciso, 'Er is geen peiling gepland.', 'Plan een peiling')
  const form = ciso.lastCard('Om de hoeveel weken?')
  await form.getByLabel('Hoeveel werkdagen is een ronde open?').fill('1')
  if (latestNow() < Date.parse(STILL_TODAY)) await chooseToday(form)
  await ciso.picture('poll-form', form, form)
  await form.getByRole('button', { name: 'Bekijk de planning' }).click()

  const confirm = ciso.lastCard('Klopt deze planning?')
  await confirm.getByRole('button', { name: CONFIRM }).waitFor()
  const text = await textOf(confirm)
  expect(text).toMatch(/dag [78] december 2026 om 10:00 uur 3 vragen aan 25 mensen/)
  expect(text).toContain(': 23 mensen (telt mee als geen antwoord)')
  await ciso.picture('poll-confirm', confirm, confirm)
})

it('plans it once the CISO confirms', async () => {
  await press(ciso, 'Klopt deze planning?', CONFIRM)

  await ciso.lastCard('De peiling').getByRole('button', { name: 'Stop de peiling' }).waitFor()
})

it(
  'opens by schedule, and asks both of them',
  async () => {
    const timeout = LONGEST_MS
    for (const client of [employee, ciso]) await client.lastCard(QUESTIONS).waitFor({ timeout })
    const card = employee.lastCard(QUESTIONS)
    await employee.picture('poll-questions', card, card)
  },
  LONGEST_MS,
)

it('takes the answers of both, and leaves no trace of them in the chat', async () => {
  await answer(employee, 0)
  await answer(ciso, 1)

  for (const client of [employee, ciso]) {
    expect(await client.page.getByRole('radio').count()).toBe(0)
    expect(await textOf(client.lastCard('Bedankt, verwerkt.'))).not.toMatch(/oneens|zelden/)
  }
  const thanks = employee.lastCard('Bedankt, verwerkt.')
  await employee.picture('poll-thanks', thanks, thanks)
})

it(
  'shows the CISO after it closed that there are too few answers',
  async () => {
    const told = 'Resultaten van de peiling'
    await ciso.lastCard(told).waitFor({ timeout: LONGEST_MS })
    const headlines = await textOf(ciso.lastCard(told))
    await press(ciso, told, 'Cijfers per vraag')
    const result = ciso.lastCard('Dit kwam uit de peiling')
    await result.waitFor()

    const text = await textOf(result)
    expect(text).toContain('Uitnodiging aangekomen bij: 2 van 25 (8%)')
    for (const shown of [headlines, text]) {
      expect(shown).toContain('Respons: Te weinig antwoorden om iets te laten zien.')
      expect(shown).not.toMatch(/veilig \(|% antwoordt|2 antwoorden/)
    }
    await ciso.picture('poll-result', result, result)
  },
  LONGEST_MS,
)

it('never breaks, in a browser or in the bot', () => {
  expect([...employee.errors, ...ciso.errors]).toEqual([])
  expect(playground.output()).toMatch(/^Vraagbaak is ready: .*\n.*\n.*half a minute\.\n$/)
})

/** By the clock of the bot, which started a little later. */
const latestNow = (): number => Date.parse(FROM) + (Date.now() - startedAt) * SPEED

async function chooseToday(form: Locator): Promise<void> {
  const page = form.page()
  await form.getByRole('combobox', { name: 'Op welke dag?' }).click()
  await page.getByRole('option', { name: 'maandag' }).click()
  await form.getByRole('combobox', { name: 'Vanaf welke datum?' }).click()
  await page.getByRole('gridcell', { name: /^7\b/ }).first().click()
}

/** Every question with the same option, by its place. */
async function answer(client: ClientPage, option: number): Promise<void> {
  const card = client.lastCard(QUESTIONS)
  for (const group of await card.getByRole('radiogroup').all())
    await group.getByRole('radio').nth(option).check()
  await card.getByRole('button', { name: 'Verstuur' }).click()
  await client.lastCard('Bedankt, verwerkt.').waitFor()
}

/** With spaces that may break a line. */
const textOf = async (card: Locator): Promise<string> =>
  ((await card.textContent()) ?? '').replaceAll('\u00a0', ' ')

async function press(client: ClientPage, card: string, button: string): Promise<void> {
  await client.lastCard(card).getByRole('button', { name: button, exact: true }).click()
}
