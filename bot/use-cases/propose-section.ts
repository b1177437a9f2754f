/** Propose a section: question and answer are kept for the handbook's next version; the question stays open. */
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { escalationCard } from './escalation-view.ts'
import { notice } from './notice.ts'
import { findOpen } from './open-escalation.ts'
import type { Tools } from './tools.ts'
import { cleanText } from './typed-text.ts'

export async function proposeSection(
  { escalationId, answer: typed }: Extract<Action, { verb: 'propose-section' }>,
  tools: Tools,
): Promise<Reply> {
  const { escalation, problem } = await findOpen(escalationId, tools)
  if (problem !== undefined) return notice(problem, tools.language)

  const answer = cleanText(typed)
  await keep({ escalation: escalationId, question: escalation.question, answer }, tools)
  const card = escalationCard(escalation, 'opened', tools)
  return { ...card, proposed: true, ...(answer === '' ? {} : { draft: answer }) }
}

type Proposed = Readonly<{ escalation: string; question: string; answer: string }>

/** The same words twice are one proposal. */
async function keep(proposed: Proposed, tools: Tools): Promise<void> {
  const { organisation, stores, secret, speaker, actor, now } = tools
  const id = secret.tag('proposal', organisation.id, proposed.escalation, proposed.answer)
  const kept = await stores.proposals.list(organisation.id)
  if (kept.some((proposal) => proposal.id === id)) return

  const author = actor.person ?? speaker.person
  await stores.proposals.add(organisation.id, { ...proposed, id, author, createdAt: now })
  const entry = { actor: author, action: 'section-proposed', object: proposed.escalation }
  await stores.audit.append(organisation.id, entry, now)
}
