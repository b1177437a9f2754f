/** Open questions: what waits for an answer of the CISO, oldest first. */
import type { Reply } from '../contract/reply.ts'
import { viewOf } from './escalation-view.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

export async function openQuestions(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const open = await stores.escalations.open(organisation.id)
  if (open.length === 0) return notice('no-open-questions', language)
  const questions = open.map((escalation) => viewOf(escalation, tools))
  return { kind: 'open-questions', questions, timeZone: organisation.timeZone, language }
}
