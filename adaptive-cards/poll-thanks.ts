/** Poll thanks: in the place of the questions, what the handbook says about them. */
import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { Lesson } from '../bot/contract/poll.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { deskHoursPhrase } from '../bot/contract/texts/phrases.ts'
import { lessonsOf } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import {
  box,
  button,
  buttons,
  card,
  clip,
  type Element,
  heading,
  row,
  smallPrint,
  text,
} from './elements.ts'
import { type Block, fitInto, fittedCard } from './fit.ts'
import { incidentReminder } from './parts.ts'
import { MAX_QUESTION_TEXT } from './poll-parts.ts'
import { blocks } from './rich-text.ts'

const MAX_LEAD_BYTES = 2_000

/** Says nothing of what was chosen: this card stays in the conversation. */
export function pollThanksCard(reply: ReplyOf<'poll-thanks'>): IAdaptiveCard {
  const { language, report, organisation } = reply
  const texts = textsFor(language)

  return fittedCard(taught(reply), ({ elements, cut }) =>
    card(language, [
      ...(report ? [reportNow(reply)] : []),
      heading(texts.pollThanksTitle),
      text(texts.pollThanksText),
      elements.length > 0 || cut ? heading(texts.pollLessons, 'Medium') : undefined,
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      report ? undefined : incidentReminder(organisation, language),
    ]),
  )
}

function* taught(reply: ReplyOf<'poll-thanks'>): Generator<Block> {
  for (const lesson of lessonsOf(reply))
    yield { element: lessonElement(lesson, reply.language), cut: false }
}

function reportNow({ language, organisation }: ReplyOf<'poll-thanks'>): Element {
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk
  return box('attention', [
    heading(texts.pollReportTitle, 'Medium'),
    text(texts.pollReportText),
    text(texts.incidentCall({ telephone }), { size: 'Large', weight: 'Bolder' }),
    text(deskHoursPhrase(organisation, language), {}, { spacing: 'Small' }),
    buttons(button(texts.incidentFormButton, { verb: 'report-incident', incident: 'general' })),
    smallPrint(texts.pollReportApart),
  ])
}

function lessonElement({ question, right, section, lead }: Lesson, language: Language): IContainer {
  const texts = textsFor(language)
  const read =
    section && row(section.title, { verb: 'show-section', sectionId: section.id, below: true })
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text(clip(question, MAX_QUESTION_TEXT) || '…', { weight: 'Bolder' }),
      ...(right === undefined
        ? []
        : [text(texts.pollRight({ answer: clip(right, MAX_QUESTION_TEXT) }))]),
      ...(lead === undefined ? [] : fitInto(blocks(lead), MAX_LEAD_BYTES).elements),
      ...(read === undefined ? [] : [read]),
    ],
  }
}
