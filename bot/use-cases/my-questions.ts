/** My questions: what somebody asked a human, newest first, and what came of it. */
import type { MyQuestion, Reply } from '../contract/reply.ts'
import type { Escalation } from '../storage/escalations.ts'
import { ownTags } from './asker.ts'
import { humanAnswer } from './escalation-view.ts'
import type { Tools } from './tools.ts'

const MAX_SHOWN = 10

export async function myQuestions(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const found: Escalation[] = []
  for (const tag of ownTags(tools))
    found.push(...(await stores.escalations.ofAsker(organisation.id, tag)))
  const newest = found.sort((a, b) => b.askedAt - a.askedAt).slice(0, MAX_SHOWN)
  const questions = newest.map((escalation) => ownView(escalation, tools))
  return { kind: 'my-questions', questions, organisation, language }
}

function ownView(escalation: Escalation, tools: Tools): MyQuestion {
  const { number, question, askedAt, state, outcome } = escalation
  const answer = outcome && humanAnswer(outcome, tools)
  return { number, question, askedAt, state, ...(answer === undefined ? {} : { answer }) }
}
