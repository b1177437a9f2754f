/** A bot with the sample handbook, which takes seconds to index: for tests of what people ask. */
import { filesIn } from '../../knowledge/handbook-files.ts'
import { type KnowledgeBase, openKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { WATERVEEN } from '../knowledge/waterveen.ts'
import { aBotOf } from './a-bot.ts'

/** Read and indexed once for each test file. */
export const sample: KnowledgeBase = await openKnowledgeBase(filesIn(WATERVEEN))

export const aBot = (knowledge: KnowledgeBase = sample) => aBotOf(knowledge)
