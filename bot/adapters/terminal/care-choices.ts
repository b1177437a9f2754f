/** Care choices: what the numbers after reading receipts, reviews and the crisis sheet stand for. */
import type { Action } from '../../contract/action.ts'
import type { ReviewLine } from '../../contract/care.ts'
import type { Reply, ReplyOf } from '../../contract/reply.ts'

/** In the order in which plainText numbers them. */
export function careChoicesOf(reply: Reply): readonly Action[] {
  switch (reply.kind) {
    case 'to-read':
      return reply.sections.map(({ id }) => show(id))
    case 'reviews':
    case 'review-confirmed':
      return reviewChoices(reply.sections)
    case 'crisis-sheet':
      return reply.sections.map(({ section }) => show(section.id))
    default:
      return []
  }
}

const show = (sectionId: string): Action => ({ verb: 'show-section', sectionId, below: true })

export function acknowledgeChoice({ section, acknowledge }: ReplyOf<'section'>): readonly Action[] {
  if (acknowledge === undefined) return []
  return [{ verb: 'acknowledge', sectionId: section.id, words: acknowledge.words }]
}

function reviewChoices(sections: readonly ReviewLine[]): readonly Action[] {
  const confirm = (some: readonly ReviewLine[]): Action => ({
    verb: 'confirm-reviews',
    sections: some.map(({ section, words }) => ({ id: section.id, words })),
  })
  const each = sections.flatMap((one) => [show(one.section.id), confirm([one])])
  return sections.length < 2 ? each : [...each, confirm(sections)]
}
