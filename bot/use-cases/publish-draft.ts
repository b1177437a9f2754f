/** Publish a draft: after it was looked at, by a second person where that is needed. */
import type { Action } from '../contract/action.ts'
import { type GateView, MAX_LOST_SHOWN, REST, type Review } from '../contract/publishing.ts'
import type { Notice, Reply } from '../contract/reply.ts'
import { COMMAND_LINE } from '../publishing/by-name.ts'
import { editors } from '../publishing/editors.ts'
import { publishDraft as publish } from '../publishing/publish.ts'
import { freshReview, reviewReply } from '../publishing/review-reply.ts'
import { reasonsFor } from '../publishing/views.ts'
import type { DraftReview } from '../storage/draft-reviews.ts'
import type { HandbookDraft } from '../storage/handbooks.ts'
import { notice } from './notice.ts'
import { published } from './published.ts'
import type { Tools } from './tools.ts'

type Sent = Extract<Action, { verb: 'publish-draft' | 'ask-approval' }>

export async function publishDraft(
  sent: Extract<Action, { verb: 'publish-draft' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, actor, language, now } = tools
  const found = await findReady(sent, tools)
  if (!isReady(found)) return found
  const { draft, review } = found
  const refusal = await refusalOf(found, tools)
  if (refusal !== undefined) return notice(refusal, language)

  const order = { organisation: organisation.id, actor: actor.person ?? '', now }
  const done = await publish({ ...draft, isChecked: true }, order, stores)
  if (done.kind !== 'published') return notice(REFUSALS[done.kind], language)
  await stores.draftReviews.remove(organisation.id, draft.id)
  return published(done.number, review.changes, tools)
}

/**
 * Two people must have seen all of it: who changed it last asks for the other on the card that shows
 * everything. Else an author whose words somebody else took along could approve them.
 */
async function refusalOf(
  { draft, review, known }: Ready,
  { organisation, stores, actor }: Tools,
): Promise<Notice | undefined> {
  const author = await stores.people.byId(organisation.id, draft.author)
  if (reasonsFor(review, author?.roles ?? [], organisation).length === 0) return undefined
  if (draft.author === actor.person) return 'approval-needed'
  const isAsked = known.askedAt !== undefined || draft.author === COMMAND_LINE
  return isAsked ? undefined : 'approval-unasked'
}

const REFUSALS = {
  missing: 'no-such-draft',
  changed: 'draft-changed',
  outdated: 'draft-changed',
  broken: 'draft-broken',
} as const satisfies Record<string, Notice>

export async function askApproval(
  sent: Extract<Action, { verb: 'ask-approval' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, speaker, actor, language, now } = tools
  const found = await findReady(sent, tools)
  if (!isReady(found)) return found
  const { draft, known } = found
  if (draft.author !== actor.person) return notice('approval-unasked', language)
  const others = await editors(draft.author, { ...tools, platform: speaker.platform })
  if (others.length === 0) return notice('nobody-to-approve', language)
  if (!(await stores.draftReviews.ask(organisation.id, known, now)))
    return notice('approval-asked', language)
  for (const other of others) await show(draft, other, tools)
  const entry = { actor: actor.person ?? '', action: 'approval-asked', object: draft.id }
  await stores.audit.append(organisation.id, entry, now)
  return (
    (await reviewReply(draft.id, actor.person ?? '', tools)) ?? notice('approval-asked', language)
  )
}

type Other = Awaited<ReturnType<typeof editors>>[number]

async function show({ id: draftId, hash }: HandbookDraft, other: Other, tools: Tools) {
  const { organisation, stores, newId, now } = tools
  const content = await reviewReply(draftId, other.id, { ...tools, language: other.language })
  if (content === undefined) return
  const about = { id: newId(), organisation: organisation.id, class: 'escalation' } as const
  const dedupeKey = `approval:${draftId}:${hash}:${other.id}`
  await stores.outbox.post({ ...about, dedupeKey, address: other.address, content }, now)
}

type Ready = Readonly<{ draft: HandbookDraft; known: DraftReview; review: Review }>

const isReady = (found: Ready | Reply): found is Ready => 'known' in found

/** Looked at as it is now, over the base that holds, without errors, and with every lost question accepted by somebody. */
async function findReady(sent: Sent, tools: Tools): Promise<Ready | Reply> {
  const { organisation, stores, actor, language } = tools
  const draft = await stores.handbooks.draft(organisation.id, sent.draftId)
  if (draft === undefined) return notice('no-such-draft', language)
  if (draft.hash !== sent.hash) return notice('draft-changed', language)
  const known = await freshReview(draft, tools)
  if (known?.report.kind !== 'review' || known.report.base !== sent.base)
    return (
      (await reviewReply(draft.id, actor.person ?? '', tools)) ?? notice('no-such-draft', language)
    )

  const { review } = known.report
  if (review.problems.some(({ severity }) => severity === 'error'))
    return notice('draft-broken', language)
  const isAccepted = await accept(known, review.gate, sent, tools)
  return isAccepted ? { draft, known, review } : notice('lost-not-accepted', language)
}

/** By who asked for a second person, else by who publishes it. */
async function accept(
  known: DraftReview,
  gate: GateView | undefined,
  { accepted }: Sent,
  { organisation, stores, actor }: Tools,
): Promise<boolean> {
  if (known.acceptedBy !== undefined || gate === undefined || gate.lost.length === 0) return true
  if (!isAllAccepted(accepted, gate)) return false
  return stores.draftReviews.accept(organisation.id, known, actor.person ?? '')
}

function isAllAccepted(accepted: string, { lost }: GateView): boolean {
  const count = lost.length
  const named = new Set(accepted.split(',').map((one) => one.trim()))
  const shown = Array.from({ length: Math.min(count, MAX_LOST_SHOWN) }, (_, place) => `${place}`)
  return [...shown, ...(count > MAX_LOST_SHOWN ? [REST] : [])].every((one) => named.has(one))
}
