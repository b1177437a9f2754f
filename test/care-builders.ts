/** Care builders: valid values of reading receipts, reviews and the crisis sheet for tests. */
import type { CareReply, ReadSection, ReviewLine } from '../bot/contract/care.ts'
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'

/** As long as a hash of a text. */
export const SOME_WORDS = 'w'.repeat(43)

const link = { id: 'incident-melden', title: 'Hoe meld ik een incident?' }

const other = { id: 'incident-daarna', title: 'Wat gebeurt er daarna?' }

export function aReviewLine(change: Partial<ReviewLine> = {}): ReviewLine {
  return {
    ...{ section: link, number: '2.1', review: '2026-12-08', overdue: false, words: SOME_WORDS },
    ...change,
  }
}

export function aReadSection(change: Partial<ReadSection> = {}): ReadSection {
  return {
    section: link,
    countedOn: '2026-11-30',
    units: [
      ...[
        { path: '', name: 'gemeente Lindedam', people: 120 },
        { path: 'Ruimte', name: 'Ruimte', people: 60 },
      ].map((unit) => ({ ...unit, confirmed: { kind: 'about', percent: 60 } as const })),
    ],
    merged: ['Griffie'],
    ...change,
  }
}

const nl = { language: 'nl' } as const

type CareKind = Extract<Reply['kind'], CareReply['kind']>

/** One of every kind. */
export function careReplies(organisation: Organisation): {
  readonly [K in CareKind]: ReplyOf<K>
} {
  const sections = [aReviewLine(), aReviewLine({ section: other, overdue: true, number: '2.2' })]
  return {
    'to-read': { ...nl, kind: 'to-read', sections: [link] },
    'read-receipts': { ...nl, kind: 'read-receipts', sections: [aReadSection()] },
    reviews: { ...nl, kind: 'reviews', sections, more: 3, editor: true },
    'review-confirmed': { ...nl, kind: 'review-confirmed', by: 'kim@lindedam.example', sections },
    'crisis-sheet': {
      ...{ ...nl, kind: 'crisis-sheet', organisation },
      sections: [{ section: link, steps: ['Bel het meldpunt.', 'Wis niets.'] }],
    },
  }
}
