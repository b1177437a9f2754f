/** Open escalation: the question that a button is about, when there is still something to do for it. */
import type { Notice } from '../contract/reply.ts'
import type { Escalation } from '../storage/escalations.ts'
import type { Tools } from './tools.ts'

export type Found =
  | Readonly<{ escalation: Escalation; problem?: never }>
  | Readonly<{ escalation?: never; problem: Notice }>

export async function findOpen(id: string, { organisation, stores }: Tools): Promise<Found> {
  const escalation = await stores.escalations.find(organisation.id, id)
  if (escalation === undefined) return { problem: 'unknown-escalation' }
  return escalation.state === 'open' ? { escalation } : { problem: 'already-handled' }
}
