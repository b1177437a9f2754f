/** Views: versions and drafts as they are shown. */
import type {
  ApprovalReason,
  DraftView,
  PublishingReply,
  Review,
  VersionView,
} from '../contract/publishing.ts'
import type { Grant } from '../contract/role.ts'
import type { DraftReview } from '../storage/draft-reviews.ts'
import type { DraftInfo, VersionInfo } from '../storage/handbooks.ts'
import type { Stores } from '../storage/storage.ts'
import { byName, COMMAND_LINE } from './by-name.ts'

export type ViewTools = Readonly<{
  organisation: Readonly<{ id: string; publishing: { approval: 'sensitive' | 'always' } }>
  stores: Pick<Stores, 'people' | 'draftReviews'>
}>

export async function versionView(
  { number, publishedAt, author, approver, note, restores }: VersionInfo,
  { organisation, stores }: ViewTools,
): Promise<VersionView> {
  const nameOf = (id: string) => byName(id, organisation.id, stores.people)
  return {
    ...{ number, publishedAt, note },
    by: await nameOf(author),
    ...(approver === undefined ? {} : { approver: await nameOf(approver) }),
    ...(restores === undefined ? {} : { restores }),
  }
}

export async function draftView(
  { id, hash, basedOn, author, note, createdAt }: DraftInfo,
  { organisation, stores }: ViewTools,
): Promise<DraftView> {
  const known = await stores.draftReviews.find(organisation.id, id)
  const by = await byName(author, organisation.id, stores.people)
  const asked = known?.hash === hash && known.askedAt !== undefined
  return { id, hash, basedOn, by, note, createdAt, asked }
}

type ReviewReply = Extract<PublishingReply, { kind: 'draft-review' }>

/** @param reader roster id of who looks at it */
export async function draftReview(
  draft: DraftInfo,
  known: DraftReview &
    Readonly<{ report: { kind: 'review'; review: Review; base?: number | undefined } }>,
  reader: string,
  tools: ViewTools & Readonly<{ organisation: { timeZone: string } }>,
): Promise<ReviewReply> {
  const { organisation, stores } = tools
  const { review, base } = known.report
  const author = await stores.people.byId(organisation.id, draft.author)
  const reasons = reasonsFor(review, author?.roles ?? [], organisation)
  const view = { ...(await draftView(draft, tools)), ...(base === undefined ? {} : { base }) }
  const { acceptedBy } = known
  return {
    ...{ kind: 'draft-review', draft: view, review, reasons, timeZone: organisation.timeZone },
    may: may({
      ...{ review, reasons, isMine: draft.author === reader },
      asked: view.asked || draft.author === COMMAND_LINE,
    }),
    ...(acceptedBy === undefined
      ? {}
      : { acceptedBy: await byName(acceptedBy, organisation.id, stores.people) }),
  }
}

/** Why the author alone is not enough. */
export function reasonsFor(
  { sensitive }: Pick<Review, 'sensitive'>,
  author: readonly Grant[],
  { publishing }: ViewTools['organisation'],
): readonly ApprovalReason[] {
  const isCiso = author.some(({ role }) => role === 'ciso')
  const isDeputy = !isCiso && author.some(({ role }) => role === 'deputy')
  return [
    ...sensitive,
    ...(isDeputy ? (['deputy'] as const) : []),
    ...(publishing.approval === 'always' ? (['always'] as const) : []),
  ]
}

type Standing = Readonly<{
  review: Review
  reasons: readonly ApprovalReason[]
  isMine: boolean
  asked: boolean
}>

function may({ review, reasons, isMine, asked }: Standing): ReviewReply['may'] {
  if (review.problems.some(({ severity }) => severity === 'error')) return 'repair'
  if (reasons.length === 0) return isMine ? 'publish' : 'approve'
  if (!isMine) return asked ? 'approve' : 'unasked'
  return asked ? 'wait' : 'ask'
}
