/** Compose: builds the bot for a list of organisations, with their handbooks read and indexed. */
import { filesIn } from '../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { layered } from '../knowledge/layers.ts'
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
    const base = organisations.find(({ id }) => id === organisation.buildsOn?.id)
    const below = base && { name: base.name, version: 'folder', files: filesIn(base.handbook) }
    const { files, mark } = await layered(filesIn(organisation.handbook, base !== undefined), below)
    const knowledge = await openKnowledgeBase(files, undefined, mark)
    served.set(organisation.id, { organisation, knowledge, bank: loadBank(organisation) })
  }
  return served
}
