/** `npm run ask -- "vraag" [--json] [--handbook DIR]`: one question on the terminal; without a question, a chat. */
import { randomBytes, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chat } from '../adapters/terminal/terminal.ts'
import { composeBot } from '../compose.ts'
import type { AskJson } from '../contract/json.ts'
import type { Hit, Reply } from '../contract/reply.ts'
import type { Speaker } from '../contract/request.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { plainText } from '../plain-text.ts'
import { derivedKeys } from '../round-keys.ts'
import { createSecret } from '../secret.ts'
import { createTalk, type Talk } from '../talk.ts'
import { runCommand } from './run-command.ts'
import { openThrowAwayStorage } from './throw-away-storage.ts'

const SECRET_BYTES = 32

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, handbook: { type: 'string' } },
  })
  const [organisation] = loadOrganisations(process.env['ORGANISATIONS'] ?? SAMPLE_ORGANISATIONS)
  if (organisation === undefined) throw new Error('the organisations file names no organisation')

  const handbook = values.handbook ? resolve(values.handbook) : organisation.handbook
  const secret = createSecret(randomBytes(SECRET_BYTES))
  const bot = await composeBot({
    organisations: [{ ...organisation, handbook }],
    observe: () => {},
    clock: Date.now,
    secret,
    keys: derivedKeys(secret),
    newId: randomUUID,
  })
  const talk = createTalk(bot, await openThrowAwayStorage())
  const speaker: Speaker = {
    organisation: organisation.id,
    platform: 'terminal',
    person: 'terminal',
    conversation: 'terminal',
    shared: false,
    language: organisation.languages[0] ?? 'nl',
  }
  const question = positionals.join(' ')
  if (question === '') await chat(talk, { input: process.stdin, output: process.stdout, speaker })
  else console.log(await answerTo(question, { talk, speaker, json: values.json }))
}

type Asking = Readonly<{ talk: Talk; speaker: Speaker; json: boolean }>

async function answerTo(text: string, { talk, speaker, json }: Asking): Promise<string> {
  const reply = await talk({ kind: 'message', text, speaker })
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
