/**
 * Count a reply: how often the handbook was asked and what it said, for the report on its use.
 *
 * Part of the transaction that makes the reply durable, so it counts what was said and nothing twice.
 * What is said from memory while the store is down is not counted. Who asked, and where, is not looked
 * at: a question in a shared room counts like any other.
 */
import type { Reply } from '../contract/reply.ts'
import type { ReplyKind } from '../storage/reply-counts.ts'
import { localWeek } from '../working-time.ts'
import type { HandbookCommand } from './from-handbook.ts'
import type { Tools } from './tools.ts'

export async function countReply(
  reply: Reply,
  verb: HandbookCommand['verb'],
  { organisation, stores, now }: Pick<Tools, 'organisation' | 'stores' | 'now'>,
): Promise<void> {
  const kind = kindOf(reply, verb)
  if (kind === undefined) return
  const section = reply.kind === 'answer' ? { section: reply.section.id } : {}
  const week = localWeek(now, organisation.timeZone)
  await stores.replyCounts.count(organisation.id, week, { kind, ...section })
}

/** Undefined for what answers no question, such as help or a chapter to leaf through. */
function kindOf(reply: Reply, verb: HandbookCommand['verb']): ReplyKind | undefined {
  switch (reply.kind) {
    case 'answer':
    case 'suggestions':
    case 'incident':
      return reply.kind
    case 'no-answer':
      if (verb === 'none-of-these') return verb
      return reply.elsewhere === undefined ? 'no-answer' : 'elsewhere'
    default:
      return undefined
  }
}
