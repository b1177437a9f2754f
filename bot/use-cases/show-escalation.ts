/** Show an escalation: one open question, with what can be done with it. */
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { escalationCard } from './escalation-view.ts'
import { notice } from './notice.ts'
import { findOpen } from './open-escalation.ts'
import type { Tools } from './tools.ts'

export async function showEscalation(
  { escalationId }: Extract<Action, { verb: 'show-escalation' }>,
  tools: Tools,
): Promise<Reply> {
  const { escalation, problem } = await findOpen(escalationId, tools)
  if (problem !== undefined) return notice(problem, tools.language)
  return escalationCard(escalation, 'opened', tools)
}
