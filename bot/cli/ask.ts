/** `npm run ask -- "vraag" [--json] [--handbook DIR]`: one question on the terminal; without a question, a chat. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chat } from '../adapters/terminal/terminal.ts'
import { composeBot } from '../compose.ts'
import type { AskJson } from '../contract/json.ts'
import type { Bot } from '../contract/ports.ts'
import type { Hit, Reply } from '../contract/reply.ts'
import type { Speaker } from '../contract/request.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { plainText } from '../plain-text.ts'
import { runCommand } from './run-command.ts'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, handbook: { type: 'string' } },
  })
  const [organisation] = loadOrganisations(process.env['ORGANISATIONS'] ?? SAMPLE_ORGANISATIONS)
  if (organisation === undefined) throw new Error('the organisations file names no organisation')

  const handbook = values.handbook ? resolve(values.handbook) : organisation.handbook
  const bot = await composeBot({
    organisations: [{ ...organisation, handbook }],
    observe: () => {},
    clock: Date.now,
  })
  const speaker: Speaker = {
    organisation: organisation.id,
    person: 'terminal',
    conversation: 'terminal',
    shared: false,
    language: organisation.languages[0] ?? 'nl',
  }
  const question = positionals.join(' ')
  if (question === '') await chat(bot, { input: process.stdin, output: process.stdout, speaker })
  else console.log(await answerTo(question, { bot, speaker, json: values.json }))
}

type Asking = Readonly<{ bot: Bot; speaker: Speaker; json: boolean }>

async function answerTo(text: string, { bot, speaker, json }: Asking): Promise<string> {
  const reply = await bot({ kind: 'message', text, speaker })
  return json ? JSON.stringify(asJson(reply), null, 2) : plainText(reply)
}

const asJson = (reply: Reply): AskJson => ({
  kind: reply.kind,
  sections: [...sectionsOf(reply)],
  text: plainText(reply),
  confidence: 'confidence' in reply ? reply.confidence : 0,
})

function sectionsOf(reply: Reply): readonly Hit[] {
  if (reply.kind === 'answer') return [reply.section, ...reply.related]
  if (reply.kind === 'suggestions') return reply.sections
  if (reply.kind === 'incident' && reply.section) return [{ ...reply.section, score: 1 }]
  return []
}

await runCommand(main)
