/**
 * Draft worker: works out what each draft would do, and tells its author; beside the turns, because
 * asking a draft hundreds of questions takes longer than anybody waits for an answer.
 *
 * It looks for what is not done yet instead of being told, so nothing is forgotten by a restart.
 */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { layered } from '../../knowledge/layers.ts'
import { mergeHandbooks } from '../../knowledge/merge-handbooks.ts'
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { GateView } from '../contract/publishing.ts'
import type { Reply } from '../contract/reply.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import type { Report } from '../storage/draft-reviews.ts'
import type { DraftInfo, HandbookDraft, VersionInfo } from '../storage/handbooks.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { baseOf, baseVersion } from './base.ts'
import { isEditor } from './editors.ts'
import { reviewOf } from './review.ts'
import { freshReview, reviewReply } from './review-reply.ts'

export type DraftWorkerParts = Readonly<{
  storage: Storage
  organisations: readonly Organisation[]
  /** Makes a draft ready to be asked; the same text is ready at once when it is published. */
  prepare: (organisation: string, files: HandbookDraft['files']) => Promise<KnowledgeBase>
  /** What holds now; undefined while it is being replaced. */
  serving: (organisation: string, version: number) => KnowledgeBase | undefined
  gate: (organisation: Organisation, draft: KnowledgeBase, now: KnowledgeBase) => Promise<GateView>
  newId: () => string
  clock: () => number
  platform?: Platform
}>

/** @returns what was done, a word for each draft */
export type DraftWorker = (organisation: string) => Promise<readonly string[]>

export function createDraftWorker(parts: DraftWorkerParts): DraftWorker {
  return async (id) => {
    const organisation = parts.organisations.find((one) => one.id === id)
    if (organisation === undefined) return []
    const { stores } = parts.storage
    const current = await stores.handbooks.current(id)
    const base = await baseVersion(organisation, stores.handbooks)
    const done: string[] = []
    for (const draft of await stores.handbooks.drafts(id)) {
      const word = current && (await workOn(draft, { ...parts, organisation, current, base }))
      if (word !== undefined) done.push(word)
    }
    return done
  }
}

type Working = DraftWorkerParts &
  Readonly<{
    organisation: Organisation
    current: VersionInfo
    /** Of the base handbook; undefined without one. */
    base: VersionInfo | undefined
  }>

async function workOn(info: DraftInfo, parts: Working): Promise<string | undefined> {
  const { storage, organisation, current } = parts
  const tools = { organisation, stores: storage.stores, language: 'nl' } as const
  if ((await freshReview(info, tools)) !== undefined) return undefined
  const draft = await storage.stores.handbooks.draft(organisation.id, info.id)
  if (draft === undefined) return undefined
  if (draft.basedOn !== current.number) return rebase(draft, parts)
  const report = await review(draft, parts)
  if (report === undefined) return undefined
  await keep(draft, report, parts)
  return 'reviewed'
}

/** On top of what somebody else published meanwhile, unless both changed the same. */
async function rebase(draft: HandbookDraft, parts: Working): Promise<string> {
  const { storage, organisation, current } = parts
  const { handbooks } = storage.stores
  const base = await handbooks.version(organisation.id, draft.basedOn)
  const theirs = await handbooks.version(organisation.id, current.number)
  if (base === undefined || theirs === undefined)
    throw new Error(`a version that draft ${draft.id} was made from is not in the store`)
  const versions = { base: base.files, mine: draft.files, theirs: theirs.files }
  const { files, conflicts } = mergeHandbooks(versions)
  if (conflicts.length > 0) {
    await keep(draft, { kind: 'conflict', ids: conflicts }, parts)
    return 'conflict'
  }
  await storage.transaction(async (stores) => {
    if (!(await isSame(draft, stores, parts))) return
    await stores.handbooks.keepDraft(organisation.id, { ...draft, files, basedOn: current.number })
  })
  return 'rebased'
}

async function review(draft: HandbookDraft, parts: Working): Promise<Report | undefined> {
  const { storage, organisation, current, base, prepare, gate } = parts
  const { handbooks } = storage.stores
  const version = await handbooks.version(organisation.id, current.number)
  const now = parts.serving(organisation.id, current.number)
  if (version === undefined || now === undefined) return undefined
  if (now.handbook.base?.version !== (base && `${base.number}`)) return undefined // it is replaced first
  const below = base && (await baseOf(organisation, handbooks, base))
  const asking = async () => gate(organisation, await prepare(organisation.id, draft.files), now)
  const texts = [await layered(draft.files, below), await layered(version.files, below)] as const
  const report = { kind: 'review', review: await reviewOf(...texts, asking) } as const
  return base === undefined ? report : { ...report, base: base.number }
}

/** With what its author hears of it, once. */
async function keep(draft: HandbookDraft, report: Report, parts: Working): Promise<void> {
  const { storage, organisation, current } = parts
  const of = { draft: draft.id, hash: draft.hash, against: current.number }
  await storage.transaction(async (stores) => {
    if (!(await isSame(draft, stores, parts))) return
    if (await stores.draftReviews.keep(organisation.id, of, report))
      await tellAuthor(draft, stores, parts)
  })
}

/** Nobody changed, published or discarded it meanwhile. */
async function isSame(
  { id, hash, basedOn }: HandbookDraft,
  { handbooks }: Stores,
  { organisation, current }: Working,
): Promise<boolean> {
  const draft = await handbooks.draft(organisation.id, id)
  const newest = await handbooks.current(organisation.id)
  return draft?.hash === hash && draft.basedOn === basedOn && newest?.number === current.number
}

async function tellAuthor(draft: DraftInfo, stores: Stores, parts: Working): Promise<void> {
  const { organisation, platform, newId, clock } = parts
  const author = await stores.people.byId(organisation.id, draft.author)
  const address = author && addressOf(author, preferredOf(organisation, platform))
  if (author === undefined || address === undefined || !isEditor(author)) return
  const language = author.language ?? organisation.languages[0] ?? 'nl'
  const content: Reply | undefined = await reviewReply(draft.id, author.id, {
    ...{ organisation, stores, language },
  })
  if (content === undefined) return
  const id = newId()
  const place = `${parts.current.number}:${parts.base?.number ?? 0}`
  const dedupeKey = `draft:${draft.id}:${draft.hash}:${place}:${content.kind}`
  const about = { id, organisation: organisation.id, class: 'answer', dedupeKey } as const
  await stores.outbox.post({ ...about, address, content }, clock())
}
