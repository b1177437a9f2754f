/** Scenes: what the people of the demo type and press, in order. */
import type { Action } from '../../contract/action.ts'
import type { Reply, ReplyOf } from '../../contract/reply.ts'

export type Role = 'employee' | 'ciso' | 'deputy'

export type Said = Readonly<{
  who: Role
  /** What they type, a number being a choice of what they saw last; or the button that they press. */
  says: string
  /** What the button sends, made from what they saw last. */
  press?: (seen: Reply) => Action
}>

export type Step =
  | Said
  /** Time passes, until the next round of the poll opens, the one that is open closes, or people work. */
  | Readonly<{ passes: string; until: 'opening' | 'closing' | 'working' }>
  /** So many colleagues answer the poll that the employee saw last. */
  | Readonly<{ colleagues: number }>

export type Scene = Readonly<{ heading: string; steps: readonly Step[] }>

const employee = (...lines: readonly string[]): readonly Step[] =>
  lines.map((says) => ({ who: 'employee', says }))

export const pressed = (who: Role, says: string, press: (seen: Reply) => Action): Step => ({
  who,
  says: `[${says}]`,
  press,
})

export const SCENES: readonly Scene[] = [
  {
    heading: 'Slordig gevraagd, toch het antwoord uit het handboek, met de bron',
    steps: employee("kan ik ff een brief scannen met m'n mobiel, camscanner ofzo"),
  },
  { heading: 'De hele paragraaf, zoals hij in het handboek staat', steps: employee('1') },
  { heading: 'Niet zeker? Dan een keuze', steps: employee('iets over mail', '1') },
  {
    heading: 'Doorvragen, zonder alles te herhalen',
    steps: employee('mag ik zelf programmas op mijn laptop zetten', 'en op mijn telefoon?'),
  },
  {
    heading: 'Gegevens van een inwoner worden niet gelezen en niet bewaard',
    steps: employee('mag ik het bsn 111222333 van een inwoner mailen'),
  },
  {
    heading: 'Eerlijk nee, met iemand die het wel weet',
    steps: employee('hoe laat gaat de kantine open'),
  },
  { heading: 'Asked in English', steps: employee('can I use chatgpt at work?') },
  {
    heading: 'Er is net iets gebeurd: eerst handelen, dan melden',
    steps: [
      ...employee('shit, op een link geklikt in een mail en mn wachtwoord ingevuld'),
      pressed('employee', 'Meld dit', reportIncident),
      pressed('employee', 'Verstuur', sendIncident),
    ],
  },
  {
    heading: 'Weet het handboek het niet? Dan de CISO, ook zonder je naam',
    steps: [
      ...employee('mag ik met onze drone over het havenfeest vliegen'),
      pressed('employee', 'Vraag de CISO', askHuman),
      pressed('employee', 'Verstuur zonder mijn naam', escalate),
      pressed('ciso', 'Verstuur antwoord', answerIt),
      ...employee('mijn vragen'),
    ],
  },
]

function reportIncident(seen: Reply): Action {
  return { verb: 'report-incident', incident: seen.kind === 'incident' ? seen.incident : 'general' }
}

function sendIncident(seen: Reply): Action {
  if (seen.kind !== 'incident-form') throw unexpected(seen)
  return {
    verb: 'send-incident',
    formId: seen.formId,
    incident: seen.incident,
    what: 'Ik vulde mijn wachtwoord in op een nagemaakte pagina.',
    when: 'vijf minuten geleden',
    devices: 'mijn laptop',
    personalData: 'unknown',
    callBack: '06-12345678',
  }
}

function askHuman(seen: Reply): Action {
  if (seen.kind !== 'no-answer') throw unexpected(seen)
  return { verb: 'ask-human', question: seen.question, origin: 'no-answer' }
}

function escalate(seen: Reply): Action {
  if (seen.kind !== 'human-form') throw unexpected(seen)
  const { formId, question, origin } = seen
  return { verb: 'escalate', formId, question, name: 'without-name', origin }
}

function answerIt(seen: Reply): Action {
  if (seen.kind !== 'escalation') throw unexpected(seen)
  return {
    verb: 'answer-escalation',
    escalationId: seen.escalation.id,
    answer: 'Nee. Boven publiek vliegen we niet. De afdeling Communicatie heeft beelden voor je.',
  }
}

/** @throws Error when they saw something else */
export function as<K extends Reply['kind']>(kind: K, seen: Reply): ReplyOf<K> {
  if (seen.kind !== kind) throw unexpected(seen)
  return seen as ReplyOf<K> // its kind was compared just now
}

const unexpected = ({ kind }: Reply): Error =>
  new Error(`the demo did not expect to see "${kind}" here`)
