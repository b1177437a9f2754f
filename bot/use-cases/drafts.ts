/** Drafts: what the handbook may become: shown, thrown away, or put on top of what came meanwhile. */
import { mergeHandbooks } from '../../knowledge/merge-handbooks.ts'
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { readLayered, withBase } from '../publishing/base.ts'
import { changeOf } from '../publishing/changes.ts'
import { reviewReply } from '../publishing/review-reply.ts'
import { draftView } from '../publishing/views.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

const MAX_DRAFTS = 10

export async function showDrafts(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const all = await stores.handbooks.drafts(organisation.id)
  if (all.length === 0) return notice('no-drafts', language)
  const drafts = await Promise.all(all.slice(0, MAX_DRAFTS).map((one) => draftView(one, tools)))
  return { kind: 'drafts', drafts, timeZone: organisation.timeZone, language }
}

export async function showDraft(
  { draftId }: Extract<Action, { verb: 'show-draft' }>,
  tools: Tools,
): Promise<Reply> {
  const shown = await reviewReply(draftId, tools.actor.person ?? '', tools)
  return shown ?? notice('no-such-draft', tools.language)
}

/** The whole difference of one section, which a card with others shows the beginning of. */
export async function showChange(
  { draftId, sectionId }: Extract<Action, { verb: 'show-change' }>,
  { organisation, stores, language }: Tools,
): Promise<Reply> {
  const draft = await stores.handbooks.draft(organisation.id, draftId)
  const base = draft && (await stores.handbooks.version(organisation.id, draft.basedOn))
  if (draft === undefined || base === undefined) return notice('no-such-draft', language)
  const read = async ({ files }: Pick<typeof draft, 'files'>) =>
    readLayered(await withBase(files, organisation, stores.handbooks))
  const change = changeOf(sectionId, await read(base), await read(draft))
  if (change === undefined) return notice('draft-changed', language)
  return { kind: 'change', draftId, change, language }
}

export async function discardDraft(
  { draftId, hash }: Extract<Action, { verb: 'discard-draft' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, actor, language, now } = tools
  const draft = await stores.handbooks.draft(organisation.id, draftId)
  if (draft === undefined) return notice('no-such-draft', language)
  if (draft.hash !== hash) return notice('draft-changed', language)
  await stores.handbooks.removeDraft(organisation.id, draftId)
  await stores.draftReviews.remove(organisation.id, draftId)
  const entry = { actor: actor.person ?? '', action: 'draft-discarded', object: draftId }
  await stores.audit.append(organisation.id, entry, now)
  return notice('draft-discarded', language)
}

/** Where both changed the same section, one of the two texts is taken; the draft waits for a look. */
export async function rebaseDraft(
  { draftId, hash, side }: Extract<Action, { verb: 'rebase-draft' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language } = tools
  const { handbooks } = stores
  const draft = await handbooks.draft(organisation.id, draftId)
  if (draft === undefined) return notice('no-such-draft', language)
  if (draft.hash !== hash) return notice('draft-changed', language)
  const current = await handbooks.current(organisation.id)
  const base = await handbooks.version(organisation.id, draft.basedOn)
  const theirs = current && (await handbooks.version(organisation.id, current.number))
  if (base === undefined || theirs === undefined) return notice('no-such-version', language)
  const versions = { base: base.files, mine: draft.files, theirs: theirs.files }
  const { files } = mergeHandbooks(versions, side)
  await handbooks.keepDraft(organisation.id, { ...draft, files, basedOn: theirs.number })
  // Its text may be what it was: what stood in its way does not any more.
  await stores.draftReviews.remove(organisation.id, draftId)
  return showDraft({ verb: 'show-draft', draftId }, tools)
}
