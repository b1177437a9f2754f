/** At: which version held on a day, and what it would have answered; for an inquiry. */
import { loadStorageConfig } from '../../config.ts'
import type { Organisation } from '../../contract/organisation.ts'
import type { Reply } from '../../contract/reply.ts'
import { openStorage } from '../../open-storage.ts'
import { plainText } from '../../plain-text.ts'
import { createPast } from '../../publishing/past.ts'
import type { Storage } from '../../storage/storage.ts'
import { asOf, saidFrom } from '../../use-cases/as-of.ts'
import { chooseOrganisation } from '../choose-organisation.ts'
import type { HandbookCommand } from './with-handbooks.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** @throws Error that says what is wrong with the day */
export async function at(command: HandbookCommand): Promise<readonly string[]> {
  const [date = '', question = ''] = command.words
  if (!DAY.test(date) || isNoDay(date))
    throw new Error(`"${date}" is no day: give one such as 2026-05-03`)
  const organisation = chooseOrganisation(command.organisation)
  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    return [plainText(await answer(date, question, organisation, storage))]
  } finally {
    await storage.close()
  }
}

/** Not in a transaction: making a version ready takes long, and a bot may be running. */
async function answer(
  date: string,
  question: string,
  organisation: Organisation,
  { stores }: Storage,
): Promise<Reply> {
  const tools = { organisation, stores, language: 'en', now: Date.now() } as const
  const found = await asOf(date, tools)
  if (found.kind === 'notice') throw new Error(plainText(found))
  if (question === '') return found.reply
  const knowledge = await createPast(stores.handbooks).open(organisation, found.held)
  return { ...found.reply, ...saidFrom(knowledge, question, tools, date) }
}

function isNoDay(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date
}
