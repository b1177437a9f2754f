/** Publishing slots: where words of a handbook, its editors and their files stand on cards. */
import { MAX_LOST_SHOWN, MAX_SECTION, type Piece } from '../../bot/contract/publishing.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { aReply } from '../builders.ts'
import { aChangeView, aDraftView, aReview, aVersionView } from '../publishing-builders.ts'

const person = (name: string) => ({ kind: 'person', name: name || 'x' }) as const
const pieces = (text: string): readonly Piece[] => [
  { kind: 'same', text: 'Zo: ' },
  { kind: 'removed', text },
  { kind: 'same', text: ' en ' },
  { kind: 'added', text },
]
const changed = (change: Parameters<typeof aChangeView>[0]) => ({
  ...{ shown: [aChangeView(change)], total: 1 },
})
const lost = (question: string) => ({
  ...{ question: question || 'x', source: 'golden' as const },
  ...{ before: 'answered' as const, after: 'lost' as const },
})
const gate = (questions: readonly string[]) => ({
  ...{ asked: 500, lost: questions.map(lost), gained: questions.map(lost) },
})
const doubt = (title: string) => ({
  ...{ title, candidates: [{ id: 'printen', title, likeness: 0.5 }] },
})

export const PUBLISHING_SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'author of a version': (name) =>
    aReply('versions', { versions: [aVersionView({ by: person(name) })] }),
  'reason of a version': (note) => aReply('versions', { versions: [aVersionView({ note })] }),
  'title of a change': (title) => aReply('difference', { changes: changed({ title }) }),
  'text that changed': (text) =>
    aReply('difference', { changes: changed({ pieces: pieces(text) }) }),
  'text that would come back': (text) =>
    aReply('rollback-confirm', { changes: changed({ pieces: pieces(text) }) }),
  'text that was published': (text) =>
    aReply('published', { changes: changed({ pieces: pieces(text) }) }),
  'text of a change': (text) => aReply('change', { change: aChangeView({ pieces: pieces(text) }) }),
  'reason of a draft': (note) => aReply('drafts', { drafts: [aDraftView({ note })] }),
  'author of a draft': (name) =>
    aReply('draft-review', { draft: aDraftView({ by: person(name) }) }),
  'text of a draft': (text) =>
    aReply('draft-review', { review: aReview({ changes: changed({ pieces: pieces(text) }) }) }),
  'section with a problem': (title) =>
    aReply('draft-review', {
      review: aReview({
        problems: [
          { severity: 'error', rule: 'owner', message: title, section: { id: 'x', title } },
        ],
      }),
    }),
  'lost question to tick': (question) =>
    aReply('draft-review', { review: aReview({ gate: gate([question]) }) }),
  'lost question that was accepted': (question) =>
    aReply('draft-review', {
      ...{ review: aReview({ gate: gate([question]) }), acceptedBy: person('ciso') },
    }),
  'title in the form': (title) => aReply('section-form', { title }),
  'text in the form': (text) => aReply('section-form', { text }),
  'questions in the form': (question) => aReply('section-form', { questions: [question] }),
  'what somebody else wrote': (theirs) => aReply('section-form', { theirs }),
  'my text of two': (mine) =>
    aReply('draft-conflict', { conflicts: [{ id: 'a', title: 'A', mine, theirs: 'B' }] }),
  'title of what both changed': (title) =>
    aReply('draft-conflict', { conflicts: [{ id: 'a', title, mine: 'A', theirs: 'B' }] }),
  'own version below a base that changed': (own) => aReply('base-changed', { own }),
  'name of the base that changed': (base) => aReply('base-changed', { base: base || 'x' }),
  'question about a past day': (question) => aReply('as-of', { question }),
  'name of a file': (name) => aReply('document-received', { name }),
  'name of a file that is refused': (name) => aReply('document-refused', { name }),
  'name of a file that was read': (name) => aReply('document-read', { name }),
  'section of a file': (title) => aReply('document-doubts', { doubts: [doubt(title)] }),
}

type Fill = (length: number) => string

/** As long as the contract lets each be. */
export function largestPublishing(of: Fill): readonly Reply[] {
  const note = of(300)
  const by = person(of(200))
  const one = aChangeView({ title: of(300), pieces: pieces(of(700)) })
  const changes = { shown: Array.from({ length: 60 }, () => one), total: 999 }
  const version = aVersionView({ by, approver: by, note })
  const draft = aDraftView({ by, note })
  const questions = Array.from({ length: MAX_LOST_SHOWN + 5 }, () => of(500))
  const section = { id: 'x', title: of(300) }
  const problem = { severity: 'error', rule: 'owner', message: of(300), section } as const
  const problems = Array.from({ length: 40 }, () => problem)
  const review = aReview({ changes, problems, gate: gate(questions) })
  const whole = aChangeView({ title: of(300), pieces: pieces(of(MAX_SECTION)) })
  const name = of(120)
  const text = of(MAX_SECTION)
  const conflict = { id: 'a', title: of(300), mine: text, theirs: text }
  return [
    aReply('versions', { versions: Array.from({ length: 10 }, () => version) }),
    aReply('difference', { changes }),
    aReply('rollback-confirm', { changes, version }),
    aReply('published', { changes, version }),
    aReply('drafts', { drafts: Array.from({ length: 10 }, () => draft) }),
    aReply('draft-kept', { draft }),
    aReply('draft-review', { draft, review }),
    aReply('draft-review', { draft, review, acceptedBy: by }),
    aReply('change', { change: whole }),
    aReply('draft-conflict', { draft, conflicts: Array.from({ length: 9 }, () => conflict) }),
    aReply('section-form', {
      ...{ title: of(200), text, note, theirs: text },
      questions: Array.from({ length: 4 }, () => of(499)),
    }),
    aReply('base-changed', { base: of(200), change: whole, own: text }),
    aReply('as-of', {
      ...{ question: of(500), versions: Array.from({ length: 10 }, () => version) },
    }),
    aReply('document-received', { name }),
    aReply('document-refused', { name }),
    aReply('document-read', { name }),
    aReply('document-doubts', {
      ...{ name, total: 99 },
      doubts: Array.from({ length: 8 }, () => doubt(of(300))),
    }),
  ]
}
