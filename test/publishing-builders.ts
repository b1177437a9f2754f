/** Publishing builders: valid values of versions and drafts for tests. */
import type { DocumentReply } from '../bot/contract/documents.ts'
import type {
  ChangeView,
  DraftView,
  PublishingReply,
  Review,
  VersionView,
} from '../bot/contract/publishing.ts'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'

/** Monday 23 November 2026, 10:05 in Amsterdam. */
const AT = Date.UTC(2026, 10, 23, 9, 5)

export function aVersionView(change: Partial<VersionView> = {}): VersionView {
  const by = { kind: 'person', name: 'ciso@lindedam.example' } as const
  return { number: 14, publishedAt: AT, by, note: 'Printers thuis', ...change }
}

export function aChangeView(change: Partial<ChangeView> = {}): ChangeView {
  return {
    ...{ kind: 'changed', id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' },
    ...{ number: '5.3', parts: ['text'] },
    pieces: [
      { kind: 'removed', text: 'Nee' },
      { kind: 'added', text: 'Ja' },
      { kind: 'same', text: ', op kantoor.' },
    ],
    ...change,
  }
}

export function aDraftView(change: Partial<DraftView> = {}): DraftView {
  return {
    ...{ id: '44444444-4444-4444-8444-444444444444', hash: 'a'.repeat(64), basedOn: 13 },
    ...{ by: { kind: 'person', name: 'ciso@lindedam.example' }, note: 'Printers thuis' },
    ...{ createdAt: AT, asked: false },
    ...change,
  }
}

export function aReview(change: Partial<Review> = {}): Review {
  const lost = { question: 'mag ik thuis printen', source: 'golden' } as const
  const gained = { question: 'waar print ik nu', source: 'gap' } as const
  return {
    changes: { shown: [aChangeView()], total: 3 },
    problems: [
      {
        ...{ severity: 'warning', rule: 'near-duplicate', message: 'is like another' },
        section: { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' },
      },
    ],
    gate: {
      asked: 420,
      lost: [{ ...lost, before: 'answered', after: 'suggested' }],
      gained: [{ ...gained, before: 'lost', after: 'answered' }],
    },
    sensitive: ['telephone'],
    ...change,
  }
}

type PublishingKind = Extract<Reply['kind'], (PublishingReply | DocumentReply)['kind']>

/** One of each kind. */
export function publishingReplies(): { readonly [K in PublishingKind]: ReplyOf<K> } {
  const nl = { language: 'nl' } as const
  const timeZone = 'Europe/Amsterdam'
  const changes = { shown: [aChangeView()], total: 2 }
  const { id: draftId } = aDraftView()
  const sent = { draft: aDraftView(), timeZone }
  const name = 'Handboek 2027.docx'
  const candidates = [{ id: 'printen', title: 'Mag ik thuis printen?', likeness: 0.5 }]
  return {
    'document-received': { ...nl, kind: 'document-received', name },
    'document-refused': { ...nl, kind: 'document-refused', name, reason: 'encrypted' },
    'document-doubts': {
      ...{ ...nl, kind: 'document-doubts', documentId: draftId, name, settled: 0, total: 9 },
      ...{ doubts: [{ title: 'Papier thuis', candidates }], incomplete: false },
    },
    'document-read': {
      ...{ ...nl, kind: 'document-read', name, draftId },
      notes: [{ kind: 'image-dropped', count: 2 }],
    },
    versions: {
      ...nl,
      kind: 'versions',
      versions: [aVersionView(), aVersionView({ number: 13 })],
      timeZone,
    },
    difference: { ...nl, kind: 'difference', from: 12, to: 14, changes },
    'rollback-confirm': {
      ...{ ...nl, kind: 'rollback-confirm', version: aVersionView({ number: 12 }) },
      ...{ current: 14, changes, timeZone },
    },
    drafts: { ...nl, kind: 'drafts', drafts: [aDraftView()], timeZone },
    'section-form': {
      ...{ ...nl, kind: 'section-form', draftId, basedOn: 13, chapters: [] },
      section: { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?', number: '5.3' },
      ...{ title: 'Mag ik thuis printen?', text: '**Nee.** Print op kantoor.' },
      ...{ questions: ['kan ik ff iets printen'], note: 'Printers thuis', theirs: 'Print elders.' },
      problem: 'changed-meanwhile',
    },
    'draft-kept': { ...nl, kind: 'draft-kept', draft: aDraftView() },
    'draft-review': {
      ...{ ...nl, kind: 'draft-review', ...sent, review: aReview() },
      ...{ reasons: ['telephone'], may: 'ask' },
    },
    change: { ...nl, kind: 'change', draftId, change: aChangeView() },
    'draft-conflict': {
      ...{ ...nl, kind: 'draft-conflict', ...sent, current: aVersionView() },
      conflicts: [{ id: 'a', title: 'Mag ik thuis printen?', mine: 'Ja.', theirs: 'Nee.' }],
    },
    published: {
      ...{ ...nl, kind: 'published', version: aVersionView(), changes, mine: true, timeZone },
    },
  }
}
