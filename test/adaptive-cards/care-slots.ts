/** Care slots: where words of a handbook and the roster stand on the cards of reading receipts and reviews. */
import { MAX_REVIEWS } from '../../bot/contract/care.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { anOrganisation, aReply } from '../builders.ts'
import { aReadSection, aReviewLine } from '../care-builders.ts'

const link = (title: string) => ({ id: 'incident-melden', title })
const SOME = { kind: 'few' } as const
const desk = (change: Parameters<typeof anOrganisation>[0]): Reply =>
  aReply('crisis-sheet', { organisation: anOrganisation(change) })

export const CARE_SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'section to read': (title) => aReply('to-read', { sections: [link(title)] }),
  'section that was read': (title) =>
    aReply('read-receipts', { sections: [aReadSection({ section: link(title) })] }),
  'unit that read it': (name) =>
    aReply('read-receipts', {
      sections: [aReadSection({ units: [{ path: 'x', name, people: 20, confirmed: SOME }] })],
    }),
  'unit that is too small': (name) =>
    aReply('read-receipts', { sections: [aReadSection({ merged: [name] })] }),
  'section to review': (title) =>
    aReply('reviews', { sections: [aReviewLine({ section: link(title) })] }),
  'date of a review': (review) => aReply('reviews', { sections: [aReviewLine({ review })] }),
  'owner who reviewed': (by) => aReply('review-confirmed', { by }),
  'section on the crisis sheet': (title) =>
    aReply('crisis-sheet', { sections: [{ section: link(title), steps: ['Bel.'] }] }),
  'step on the crisis sheet': (step) =>
    aReply('crisis-sheet', { sections: [{ section: link('Wat nu?'), steps: [step] }] }),
  'CISO on the crisis sheet': (name) => desk({ ciso: { name, email: 'ciso@lindedam.example' } }),
}

type Fill = (length: number) => string

/** As long as the contract lets each be. */
export function largestCare(of: Fill): readonly Reply[] {
  const section = { id: of(100), title: of(400) }
  const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one)
  const sections = many(MAX_REVIEWS, aReviewLine({ section, number: of(20) }))
  const unit = { path: of(400), name: of(200), people: 99_000, confirmed: SOME }
  const read = aReadSection({ section, units: many(200, unit), merged: many(20, of(200)) })
  const steps = many(3, of(600))
  const organisation = anOrganisation({
    ciso: { name: of(200), email: 'ciso@lindedam.example' },
  })
  return [
    aReply('to-read', { sections: many(100, section) }),
    aReply('read-receipts', { sections: many(10, read) }),
    aReply('reviews', { sections, more: 999 }),
    aReply('reviews', { sections: sections.slice(0, 1), more: 0, editor: false }),
    aReply('review-confirmed', { sections, by: of(400) }),
    aReply('crisis-sheet', { organisation, sections: many(30, { section, steps }) }),
  ]
}
