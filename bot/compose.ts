/** Compose: builds the bot for a list of organisations, with their handbooks read and indexed. */
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { createBot, type Served } from './bot.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Bot, Clock, Observe } from './contract/ports.ts'

export type BotSettings = Readonly<{
  organisations: readonly Organisation[]
  observe: Observe
  clock: Clock
}>

/** @throws Error that lists what is wrong with a handbook, thesaurus or calibration. */
export async function composeBot({ organisations, observe, clock }: BotSettings): Promise<Bot> {
  const served = new Map<string, Served>()
  for (const organisation of organisations) {
    const knowledge = await openKnowledgeBase(organisation.handbook)
    served.set(organisation.id, { organisation, knowledge })
  }
  return createBot({ served, observe, clock })
}
