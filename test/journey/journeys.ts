/** Journeys: what an employee and the CISO do, one after the other, and what each of them was told. */
import {
  buttonOf,
  type Payload,
  type Platform,
  type Somebody,
  type Told,
} from '../stand-ins/platform.ts'

export type People = Readonly<{ platform: Platform; employee: Somebody; ciso: Somebody }>

/** How far a journey came, for who reads why one did not end. */
export type Progress = { at: string }

export type Asked = Readonly<{ question: string; answer: string; number: string }>

/** A question that the handbook does not know goes to the CISO, and the answer comes back. */
export async function askTheCiso(people: People, progress: Progress): Promise<Asked> {
  const { platform, employee, ciso } = people
  const word = `kwartel${letters(employee)}`
  const question = `Wie voert de ${word} in de fontein?`
  const answer = `De havenmeester voert de ${word}.`

  progress.at = 'ask'
  await platform.say(employee, `welke regels gelden voor de ${word}`)
  const unanswered = await platform.waitFor(employee, has('ask-human'))
  progress.at = 'open the form'
  const form = await platform.press(employee, button(unanswered.card, 'ask-human'))
  progress.at = 'send the form'
  const sent = await platform.press(employee, button(form.value, 'escalate'), {
    question,
    name: 'without-name',
  })
  const number = numberIn(sent.value, 'V')
  progress.at = `wait for the card of ${number}`
  const card = await platform.waitFor(
    ciso,
    (told) => has('answer-escalation')(told) && mentions(told, number),
  )
  progress.at = `answer ${number}`
  await platform.press(ciso, button(card.card, 'answer-escalation'), { answer })
  progress.at = `wait for the answer to ${number}`
  const heard = await platform.waitFor(
    employee,
    (told) => mentions(told, number) && mentions(told, answer),
  )
  progress.at = `list ${number}`
  await platform.say(employee, 'mijn vragen')
  await platform.waitFor(
    employee,
    (told) => !isSameCard(told, heard) && mentions(told, number) && mentions(told, answer),
  )
  return { question, answer, number }
}

/** An incident, reported with the form, reaches the CISO. @returns its number */
export async function reportAnIncident(people: People, progress: Progress): Promise<string> {
  const { platform, employee, ciso } = people
  progress.at = 'tell of an incident'
  await platform.say(employee, 'ik heb net op een phishinglink geklikt en mijn wachtwoord ingevuld')
  const firstAid = await platform.waitFor(employee, has('report-incident'))
  progress.at = 'open the report'
  await platform.press(employee, button(firstAid.card, 'report-incident'))
  const form = await platform.waitFor(employee, has('send-incident'))
  progress.at = 'send the report'
  const sent = await platform.press(employee, button(form.card, 'send-incident'), {
    what: `Ik klikte op een link, zegt ${letters(employee)}.`,
    callBack: '088-000 0155',
  })
  const number = numberIn(sent.value, 'I')
  progress.at = `wait for the alert of ${number}`
  await platform.waitFor(ciso, (told) => mentions(told, number))
  return number
}

export const isSameCard = (one: Told, other: Told): boolean =>
  JSON.stringify(one.card) === JSON.stringify(other.card)

export const mentions = ({ card }: Told, text: string): boolean =>
  JSON.stringify(card).includes(text)

const has =
  (verb: string) =>
  ({ card }: Told): boolean =>
    buttonOf(card, verb) !== undefined

function button(card: unknown, verb: string): Payload {
  const payload = buttonOf(card, verb)
  if (payload !== undefined) return payload
  throw new Error(`there is no button "${verb}" in ${JSON.stringify(card)}`)
}

function numberIn(card: unknown, letter: 'V' | 'I'): string {
  const [number] = new RegExp(`${letter}-\\d{4}-\\d{4,}`).exec(JSON.stringify(card)) ?? []
  if (number !== undefined) return number
  throw new Error(`there is no number ${letter}-… in ${JSON.stringify(card)}`)
}

/** Digits would be masked as personal data where they are many. */
function letters({ entraId }: Somebody): string {
  return [...entraId.slice(-4)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('')
}
