/** Said by a human: an answer in the CISO's own words, from the handbook, or the reason for none. */
import type { HumanAnswer } from '../bot/contract/reply.ts'
import type { Language } from '../knowledge/language.ts'
import { clip, type Element, text } from './elements.ts'
import { fitInto } from './fit.ts'
import { sourceLines } from './parts.ts'
import { blocks } from './rich-text.ts'

const MAX_TITLE = 300

/** In full: the card must have room for it. */
export function saidByHuman(answer: HumanAnswer, language: Language): readonly Element[] {
  switch (answer.kind) {
    case 'text':
      return [text(answer.text || '…')]
    case 'reason':
      return [text(answer.reason || '…')]
    case 'section': {
      const { section, lead, source } = answer
      return [
        text(clip(section.title, MAX_TITLE), { weight: 'Bolder' }),
        ...fitInto(blocks(lead), MAX_LEAD_BYTES).elements,
        ...sourceLines(source, language),
      ]
    }
  }
}

const MAX_LEAD_BYTES = 8_000
