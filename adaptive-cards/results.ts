/** Results: what somebody should know first of a unit, to be read in ten seconds. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import type { HeadlineView, ResultsView } from '../bot/contract/results.ts'
import {
  lowResponsePhrase,
  responseLines,
  resultRoundPhrase,
} from '../bot/contract/texts/poll-result-phrases.ts'
import {
  apartPhrases,
  headlineWords,
  hiddenPhrases,
  MAX_UNITS,
  morePhrase,
} from '../bot/contract/texts/results-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
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
import { type Block, fittedCard } from './fit.ts'
import { labelled, MAX_QUESTION_TEXT } from './poll-parts.ts'

const MAX_NAME = 200

export function resultsCard(reply: ReplyOf<'results'>): IAdaptiveCard {
  const { language, view } = reply
  const texts = textsFor(language)
  const low = lowResponsePhrase(view, language)
  const round = resultRoundPhrase(view, reply)

  return fittedCard(rows(view), ({ elements }) =>
    card(language, [
      view.demo ? box('warning', [text(texts.pollDemo, { weight: 'Bolder' })]) : undefined,
      heading(texts.resultsTitle),
      text(clip(view.unit.name, MAX_NAME) || '…', { weight: 'Bolder' }, { spacing: 'Small' }),
      smallPrint(round, { spacing: 'None' }),
      ...apartPhrases(view, language).map((phrase) => box('emphasis', [text(phrase)])),
      ...labelled(responseLines(view, language)),
      low === undefined ? undefined : text(low),
      ...headlines(reply),
      ...suggestion(reply),
      actions(reply),
      ...others(reply, elements),
      ...hiddenPhrases(view, language).map((phrase, index) =>
        smallPrint(
          phrase,
          index === 0 ? { separator: true, spacing: 'Large' } : { spacing: 'Small' },
        ),
      ),
      view.hasEarlier ? smallPrint(texts.resultsEarlier, { spacing: 'Small' }) : undefined,
    ]),
  )
}

function headlines(reply: ReplyOf<'results'>): readonly Element[] {
  const { view, language } = reply
  return view.headlines.length === 0
    ? [text(textsFor(language).resultsNoHeadlines)]
    : view.headlines.map((headline) => headlineElement(headline, reply))
}

function headlineElement(headline: HeadlineView, reply: ReplyOf<'results'>): Element {
  const { finding, question, share } = headlineWords(headline, reply)
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      text(clip(finding, MAX_QUESTION_TEXT), { weight: 'Bolder', size: 'Medium' }),
      smallPrint(clip(question, MAX_QUESTION_TEXT) || '…', { spacing: 'None' }),
      text(share, {}, { spacing: 'None' }),
    ],
  }
}

function suggestion({ view, language }: ReplyOf<'results'>): readonly Element[] {
  if (view.suggestion === undefined) return []
  const { question, section } = view.suggestion
  const texts = textsFor(language)
  return [
    box('emphasis', [
      heading(texts.resultsSuggestion, 'Medium'),
      text(clip(question, MAX_QUESTION_TEXT) || '…'),
      smallPrint(texts.resultsSuggestionWhy, { spacing: 'Small' }),
      row(section.title, { verb: 'show-section', sectionId: section.id, below: true }),
    ]),
  ]
}

function actions({ view, page, language }: ReplyOf<'results'>): Element {
  const texts = textsFor(language)
  const figures = { verb: 'show-figures', roundId: view.round, unit: view.unit.path } as const
  return buttons(
    button(texts.resultsFigures, figures),
    ...(page ? [button(texts.resultsOpenPage, { verb: 'open-results' })] : []),
  )
}

function* rows({ round, others }: ResultsView): Generator<Block> {
  for (const { path, name } of others.slice(0, MAX_UNITS)) {
    const action = { verb: 'show-results', round, unit: path } as const
    yield { element: row(clip(name, MAX_NAME), action), cut: false }
  }
}

function others(
  { view, language }: ReplyOf<'results'>,
  shown: readonly Element[],
): readonly Element[] {
  if (view.others.length === 0) return []
  const more = morePhrase(view.others.length - shown.length, language)
  return [
    heading(textsFor(language).resultsOthers, 'Medium'),
    ...shown,
    ...(more === undefined ? [] : [smallPrint(more, { spacing: 'Small' })]),
  ]
}
