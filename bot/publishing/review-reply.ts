/** Review reply: what somebody gets to see of a draft: what it would do, what stands in its way, or that it waits. */
import { sectionTexts } from '../../knowledge/edit-section.ts'
import type { Language } from '../../knowledge/language.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import type { DraftReview } from '../storage/draft-reviews.ts'
import type { HandbookDraft } from '../storage/handbooks.ts'
import type { Stores } from '../storage/storage.ts'
import { baseVersion } from './base.ts'
import { draftReview, draftView, versionView } from './views.ts'

export type ReviewTools = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'people' | 'draftReviews' | 'handbooks'>
  language: Language
}>

type ReviewReply = ReplyOf<'draft-review'> | ReplyOf<'draft-conflict'> | ReplyOf<'draft-kept'>

/** @param reader roster id. Undefined when there is no such draft. */
export async function reviewReply(
  draftId: string,
  reader: string,
  tools: ReviewTools,
): Promise<ReviewReply | undefined> {
  const { organisation, stores, language } = tools
  const draft = await stores.handbooks.draft(organisation.id, draftId)
  if (draft === undefined) return undefined
  const known = await freshReview(draft, tools)
  if (known === undefined)
    return { kind: 'draft-kept', draft: await draftView(draft, tools), language }
  const { report } = known
  if (report.kind === 'conflict') return conflictReply(draft, report.ids, tools)
  return { ...(await draftReview(draft, { ...known, report }, reader, tools)), language }
}

/** Of this text, compared with what holds now, here and in the base. */
export async function freshReview(
  draft: Pick<HandbookDraft, 'id' | 'hash'>,
  { organisation, stores }: ReviewTools,
): Promise<DraftReview | undefined> {
  const known = await stores.draftReviews.find(organisation.id, draft.id)
  const current = await stores.handbooks.current(organisation.id)
  if (known?.hash !== draft.hash || known.against !== current?.number) return undefined
  const { report } = known
  if (report.kind === 'conflict') return known
  const base = await baseVersion(organisation, stores.handbooks)
  return report.base === base?.number ? known : undefined
}

async function conflictReply(
  draft: HandbookDraft,
  ids: readonly string[],
  tools: ReviewTools,
): Promise<ReplyOf<'draft-conflict'> | undefined> {
  const { organisation, stores, language } = tools
  const info = await stores.handbooks.current(organisation.id)
  const current = info && (await stores.handbooks.version(organisation.id, info.number))
  if (current === undefined) return undefined
  const mine = readHandbook(draft.files).handbook
  const theirs = readHandbook(current.files).handbook
  const mineTexts = sectionTexts(draft.files, mine)
  const theirTexts = sectionTexts(current.files, theirs)
  const conflicts = ids.map((id) => ({
    id,
    title: (mine.byId.get(id) ?? theirs.byId.get(id))?.title ?? id,
    mine: mineTexts.get(id) ?? '',
    theirs: theirTexts.get(id) ?? '',
  }))
  return {
    kind: 'draft-conflict',
    draft: await draftView(draft, tools),
    current: await versionView(current, tools),
    conflicts,
    timeZone: organisation.timeZone,
    language,
  }
}
