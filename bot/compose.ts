/** Compose: builds the bot for a list of organisations, with their handbooks read and indexed. */
import { filesIn } from '../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type Bot, type BotParts, createBot } from './bot.ts'
import type { Organisation } from './contract/organisation.ts'
import { loadBank } from './load-questions.ts'
import type { Served } from './served.ts'

export type BotSettings = Omit<BotParts, 'served'> &
  Readonly<{ organisations: readonly Organisation[] }>

/** @throws Error that lists what is wrong with a handbook, thesaurus or calibration. */
export async function composeBot({ organisations, ...parts }: BotSettings): Promise<Bot> {
  return createBot({ served: await openHandbooks(organisations), ...parts })
}

/** By the organisation's id; for what knows handbooks beside the bot, such as a weekly chore. */
export async function openHandbooks(
  organisations: readonly Organisation[],
): Promise<ReadonlyMap<string, Served>> {
  const served = new Map<string, Served>()
  for (const organisation of organisations) {
    const knowledge = await openKnowledgeBase(filesIn(organisation.handbook))
    served.set(organisation.id, { organisation, knowledge, bank: loadBank(organisation) })
  }
  return served
}
