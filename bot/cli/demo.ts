/** `npm run demo`: the story so far on the terminal, told by the same bot as everywhere. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Choices, choicesOf, readLine } from '../adapters/terminal/terminal.ts'
import { composeBot } from '../compose.ts'
import type { Bot } from '../contract/ports.ts'
import type { Speaker } from '../contract/request.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { plainText } from '../plain-text.ts'
import { runCommand } from './run-command.ts'

/** What somebody types; a number is a choice of the reply before it. */
type Scene = Readonly<{ heading: string; lines: readonly string[] }>

const SCENES: readonly Scene[] = [
  {
    heading: 'Slordig gevraagd, toch het antwoord uit het handboek, met de bron',
    lines: ["kan ik ff een brief scannen met m'n mobiel, camscanner ofzo"],
  },
  { heading: 'De hele paragraaf, zoals hij in het handboek staat', lines: ['1'] },
  { heading: 'Niet zeker? Dan een keuze', lines: ['iets over mail', '1'] },
  {
    heading: 'Doorvragen, zonder alles te herhalen',
    lines: ['mag ik zelf programmas op mijn laptop zetten', 'en op mijn telefoon?'],
  },
  {
    heading: 'Er is net iets gebeurd: eerst handelen',
    lines: ['shit, op een link geklikt in een mail en mn wachtwoord ingevuld'],
  },
  {
    heading: 'Gegevens van een inwoner worden niet gelezen en niet bewaard',
    lines: ['mag ik het bsn 111222333 van een inwoner mailen'],
  },
  { heading: 'Eerlijk nee, met iemand die het wel weet', lines: ['hoe laat gaat de kantine open'] },
  { heading: 'Asked in English', lines: ['can I use chatgpt at work?'] },
]

/** Time to read along; a file or a test has no need of it. */
const PAUSE_MS = process.stdout.isTTY ? 450 : 0

async function main(): Promise<void> {
  const organisations = loadOrganisations(SAMPLE_ORGANISATIONS)
  const bot = await composeBot({ organisations, observe: () => {}, clock: Date.now })
  const speaker: Speaker = {
    organisation: organisations[0]?.id ?? '',
    person: 'demo',
    conversation: 'demo',
    shared: false,
    language: 'nl',
  }
  await tell(SCENES, bot, speaker)
}

async function tell(scenes: readonly Scene[], bot: Bot, speaker: Speaker): Promise<void> {
  let choices: Choices = []
  for (const [index, { heading, lines }] of scenes.entries()) {
    console.log(`\n=== ${index + 1}. ${heading}`)
    for (const text of lines) {
      console.log(`\n> ${text}\n`)
      await pause(PAUSE_MS)
      const reply = await bot(readLine(text, choices, speaker))
      choices = choicesOf(reply)
      console.log(plainText(reply))
    }
  }
}

await runCommand(main)
