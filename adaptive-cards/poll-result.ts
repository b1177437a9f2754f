/** Poll result: what may be shown of each question, of all or of a unit, in words and without a verdict in colour. */
import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { QuestionResult } from '../bot/contract/poll.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import {
  figureOf,
  lowResponsePhrase,
  nationalPhrases,
  responseLines,
  resultNotes,
  resultRoundPhrase,
} from '../bot/contract/texts/poll-result-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { box, card, clip, type Element, heading, row, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'
import { labelled, MAX_QUESTION_TEXT } from './poll-parts.ts'

const MAX_CONTEXT = 500
const MAX_UNIT = 200

export function pollResultCard(reply: ReplyOf<'poll-result'>): IAdaptiveCard {
  const { language, result } = reply
  const texts = textsFor(language)
  const low = lowResponsePhrase(result, language)
  const unit = result.unit === undefined ? undefined : clip(result.unit, MAX_UNIT) || '…'

  return fittedCard(questions(reply), ({ elements, cut }) =>
    card(language, [
      result.demo ? box('warning', [text(texts.pollDemo, { weight: 'Bolder' })]) : undefined,
      heading(texts.pollResultTitle),
      unit === undefined ? undefined : text(unit, { weight: 'Bolder' }, { spacing: 'Small' }),
      smallPrint(resultRoundPhrase(result, reply), { spacing: 'Small' }),
      ...labelled(responseLines(result, language)),
      low === undefined ? undefined : text(low),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      ...notes(reply),
    ]),
  )
}

function* questions({ result, language }: ReplyOf<'poll-result'>): Generator<Block> {
  for (const question of result.questions)
    yield { element: questionElement(question, language), cut: false }
}

function questionElement(question: QuestionResult, language: Language): IContainer {
  const answer = clip(question.favourable, MAX_QUESTION_TEXT)
  const { section } = question
  const read =
    section && row(section.title, { verb: 'show-section', sectionId: section.id, below: true })
  return {
    type: 'Container',
    separator: true,
    spacing: 'Large',
    items: [
      text(clip(question.question, MAX_QUESTION_TEXT) || '…', { weight: 'Bolder' }),
      smallPrint(textsFor(language).pollFavourable({ answer }), { spacing: 'Small' }),
      ...figure(question, language),
      ...(read === undefined ? [] : [read]),
    ],
  }
}

/** A hidden figure is said as quietly as it is: only a number is large. */
function figure(question: QuestionResult, language: Language): readonly Element[] {
  const { headline, details } = figureOf(question, language)
  const size = question.cell.state === 'hidden' ? 'Default' : 'Large'
  return [
    text(headline, { size, weight: 'Bolder' }),
    ...details.map((detail) => text(detail, {}, { spacing: 'Small' })),
    ...nationalPhrases(question, language).map((phrase) =>
      smallPrint(clip(phrase, MAX_CONTEXT), { spacing: 'Small' }),
    ),
  ]
}

function notes({ result, language }: ReplyOf<'poll-result'>): readonly Element[] {
  const [first = '', ...others] = resultNotes(result, language)
  return [
    smallPrint(first, { separator: true, spacing: 'Large' }),
    ...others.map((note) => smallPrint(note, { spacing: 'Small' })),
  ]
}
