/** Handbook probes: a call of every method that keeps handbooks, drafts and what is known of them. */
import type { Stores } from '../../bot/storage/storage.ts'
import type { Probes } from './poll-probes.ts'

const NOW = 1_000_000

const FILES = new Map([['01.md', '## Printen\n\nNee.\n']])
const HANDBOOK = { files: FILES, author: '1001', note: 'n', publishedAt: NOW - 1 }
const HELPFUL = { question: 'mag dit', section: 's', day: '2026-11-20' }
const DOCUMENT = {
  ...{ id: 'document', name: 'a.docx', platform: 'teams' as const, link: 'sealed' },
  ...{ sender: 'person', createdAt: 1 },
}
const IN_DOUBT = {
  ...{ id: 'in-doubt', name: 'a.docx', sender: 'person', basedOn: 1 },
  inDoubt: { files: [], notes: [], doubts: [], answers: [] },
}
const answered = (one: typeof IN_DOUBT) => ({
  ...one,
  inDoubt: { ...one.inDoubt, answers: ['a'] },
})
const REVIEWED = { draft: 'draft', hash: 'a'.repeat(64), against: 1 }
const CONFLICT = { kind: 'conflict', ids: ['a'] } as const
const HANDBOOK_DRAFT = { ...HANDBOOK, id: 'draft', basedOn: 1, createdAt: 1 }

/** One of everything. */
export async function fillHandbooks(stores: Filled, organisation: string): Promise<void> {
  await stores.handbooks.publish(organisation, HANDBOOK, 0)
  await stores.handbooks.keepDraft(organisation, HANDBOOK_DRAFT)
  await stores.draftReviews.keep(organisation, REVIEWED, CONFLICT)
  await stores.helpfulQuestions.add(organisation, HELPFUL)
  await stores.documents.add(organisation, DOCUMENT)
  await stores.documents.keepInDoubt(organisation, IN_DOUBT, 1)
}

type Kept = 'handbooks' | 'draftReviews' | 'documents' | 'helpfulQuestions'
type Filled = Pick<Stores, Kept>

export const HANDBOOK_PROBES: Pick<Probes, Kept> = {
  handbooks: {
    current: (stores, o) => stores.handbooks.current(o),
    at: (stores, o) => stores.handbooks.at(o, NOW),
    version: (stores, o) => stores.handbooks.version(o, 1),
    versions: (stores, o) => stores.handbooks.versions(o),
    draft: (stores, o) => stores.handbooks.draft(o, 'draft'),
    drafts: (stores, o) => stores.handbooks.drafts(o),
    publish: (stores, o) => stores.handbooks.publish(o, HANDBOOK, 1),
    keepDraft: (stores, o) => stores.handbooks.keepDraft(o, { ...HANDBOOK_DRAFT, note: 'new' }),
    removeDraft: (stores, o) => stores.handbooks.removeDraft(o, 'draft'),
  },
  draftReviews: {
    find: (stores, o) => stores.draftReviews.find(o, 'draft'),
    accept: (stores, o) => stores.draftReviews.accept(o, REVIEWED, 'person'),
    ask: (stores, o) => stores.draftReviews.ask(o, REVIEWED, NOW),
    keep: (stores, o) => stores.draftReviews.keep(o, { ...REVIEWED, against: 2 }, CONFLICT),
    remove: (stores, o) => stores.draftReviews.remove(o, 'draft'),
  },
  documents: {
    waiting: (stores, o) => stores.documents.waiting(o),
    inDoubt: (stores, o) => stores.documents.inDoubt(o, 'in-doubt'),
    add: (stores, o) => stores.documents.add(o, { ...DOCUMENT, id: 'another' }),
    keepInDoubt: (stores, o) => stores.documents.keepInDoubt(o, answered(IN_DOUBT), 2),
    take: (stores, o) => stores.documents.take(o, 'document'),
    remove: (stores, o) => stores.documents.remove(o, 'in-doubt'),
    forgetBefore: (stores, o) => stores.documents.forgetBefore(o, NOW),
  },
  helpfulQuestions: {
    list: (stores, o) => stores.helpfulQuestions.list(o),
    add: (stores, o) => stores.helpfulQuestions.add(o, { ...HELPFUL, question: 'en dit' }),
    forgetBefore: (stores, o) => stores.helpfulQuestions.forgetBefore(o, '2099-01-01'),
  },
}
