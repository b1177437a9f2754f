/** Waterveen: the sample municipality with its handbook and its judged questions. */

import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bot } from '../bot/bot.ts'
import { composeBot } from '../bot/compose.ts'
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply } from '../bot/contract/reply.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../bot/load-organisations.ts'
import { derivedKeys } from '../bot/round-keys.ts'
import { createSecret } from '../bot/secret.ts'
import type { Handbook } from '../knowledge/handbook.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { readTrials, type Trial } from '../knowledge/questions.ts'
import { readHandbook } from '../knowledge/read-handbook.ts'

export const HANDBOOK_FOLDER = fileURLToPath(new URL('../knowledge/handbook', import.meta.url))
const GOLDEN_FOLDER = new URL('../knowledge/golden/', import.meta.url)

export const readWaterveen = (): Handbook => readHandbook(filesIn(HANDBOOK_FOLDER)).handbook

/** Undefined, and said so, when the file is not there. */
export function goldenTrials(name: string): readonly Trial[] | undefined {
  const file = fileURLToPath(new URL(`${name}.jsonl`, GOLDEN_FOLDER))
  if (existsSync(file)) return readTrials(file)

  console.error(`LEFT OUT: knowledge/golden/${name}.jsonl does not exist`)
  return undefined
}

/** What employees ask: the development half of the golden set. */
export const goldenQuestions = (): readonly string[] =>
  (goldenTrials('employees') ?? []).map(({ question }) => question)

export function waterveen(): Organisation {
  const [organisation] = loadOrganisations(SAMPLE_ORGANISATIONS)
  if (organisation === undefined) throw new Error('the sample names no organisation')
  return organisation
}

export const waterveenBot = (): Promise<Bot> =>
  composeBot({ organisations: [waterveen()], ...without })

const secret = createSecret(randomBytes(32))

/** What a bot needs beside a handbook, when nobody looks on. */
export const without = {
  observe: () => {},
  clock: Date.now,
  secret,
  keys: derivedKeys(secret),
  newId: randomUUID,
}

/**
 * Asks as somebody who never asked before, so that no question follows up on another.
 *
 * Without a store: what is measured is the way from the text to the reply.
 */
export function createAsker(bot: Bot): (text: string) => Promise<Reply> {
  let asked = 0
  return async (text) => {
    asked += 1
    const speaker = {
      organisation: 'waterveen',
      platform: 'terminal',
      person: `person ${asked}`,
      conversation: `conversation ${asked}`,
      shared: false,
      language: 'nl',
    } as const
    return bot.replyFromMemory({ kind: 'message', text, speaker })
  }
}

/** What a handbook gets whose editor wrote no example questions and keywords. */
export const bare = (handbook: Handbook): Handbook => ({
  ...handbook,
  sections: handbook.sections.map((section) => ({ ...section, keywords: [], questions: [] })),
})
