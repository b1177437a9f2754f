/** Answer: the handbook's short answer first, then where it stands and what else there is. */
import type { IAdaptiveCard, IColumnSet } from '@microsoft/teams.cards'
import type { Paragraph } from 'mdast'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { RichText } from '../knowledge/handbook.ts'
import {
  button,
  buttons,
  card,
  clip,
  type Element,
  richText,
  smallPrint,
  text,
} from './elements.ts'
import { fitInto } from './fit.ts'
import { clipRuns, runsOf } from './inline.ts'
import { maskedNote, prefilled, sectionRows, sourceLines, wholeSectionButton } from './parts.ts'
import { blocks } from './rich-text.ts'

const MAX_TITLE = 300
const MAX_HEADLINE_BYTES = 2_000
const MAX_LEAD_BYTES = 5_000
const MAX_PASSAGE_BYTES = 5_000
const MAX_RELATED = 3

export function answerCard(reply: ReplyOf<'answer'>): IAdaptiveCard {
  const { language, section, lead, passage, source, related, masked } = reply
  const texts = textsFor(language)

  return card(language, [
    text(clip(section.title, MAX_TITLE), { size: 'Small', isSubtle: true, weight: 'Bolder' }),
    ...leadElements(lead),
    ...(passage ? fitInto(blocks(passage), MAX_PASSAGE_BYTES).elements : []),
    maskedNote(masked, language),
    ...sourceLines(source, language),
    buttons(wholeSectionButton(section, language)),
    ...sectionRows(texts.notWhatYouMeant, related.slice(0, MAX_RELATED)),
    rating(reply),
  ])
}

/** The bold words that a short answer opens with become its headline. */
function leadElements(lead: RichText): readonly Element[] {
  const [first, ...rest] = lead.children
  const [opening, ...words] = first?.type === 'paragraph' ? first.children : []
  if (opening?.type !== 'strong') return fitInto(blocks(lead), MAX_LEAD_BYTES).elements

  const style = { size: 'Large', weight: 'Bolder' } as const
  const headline = clipRuns(runsOf(opening.children, style), MAX_HEADLINE_BYTES).inlines
  const others = words.length > 0 ? [withoutLeadingSpace(words), ...rest] : rest
  const remainder = fitInto(blocks({ type: 'root', children: others }), MAX_LEAD_BYTES).elements
  return [richText(headline, { spacing: 'Small' }), ...remainder]
}

function withoutLeadingSpace([next, ...rest]: Paragraph['children']): Paragraph {
  if (next === undefined) return { type: 'paragraph', children: [] }
  const trimmed = next.type === 'text' ? { ...next, value: next.value.trimStart() } : next
  return { type: 'paragraph', children: [trimmed, ...rest] }
}

/** Only "no" takes the question along: it may go on to the CISO. */
function rating({ section, source, question, language }: ReplyOf<'answer'>): IColumnSet {
  const texts = textsFor(language)
  const rated = { verb: 'rate-answer', sectionId: section.id, version: source.version } as const
  const helped = {
    ...button(texts.yes, { ...rated, helpful: true }),
    tooltip: texts.ratedHelpfulTooltip,
  }
  const didNot = {
    ...button(texts.no, { ...rated, helpful: false, question: prefilled(question) }),
    tooltip: texts.ratedUnhelpfulTooltip,
  }

  return {
    type: 'ColumnSet',
    separator: true,
    spacing: 'Large',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'Center',
        items: [smallPrint(texts.helpfulQuestion)],
      },
      { type: 'Column', width: 'auto', items: [buttons(helped, didNot)] },
    ],
  }
}
