/** Plain results: what came out of a round, as text alone. */
import type { ReplyOf } from './contract/reply.ts'
import type { HeadlineView } from './contract/results.ts'
import {
  lowResponsePhrase,
  responseLines,
  resultRoundPhrase,
} from './contract/texts/poll-result-phrases.ts'
import {
  apartPhrases,
  choicePhrase,
  headlineWords,
  hiddenPhrases,
  linkPhrases,
  MAX_UNITS,
  morePhrase,
  placeOf,
} from './contract/texts/results-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'

export function results(reply: ReplyOf<'results'>): readonly Part[] {
  const { view, language } = reply
  const texts = textsFor(language)
  const low = lowResponsePhrase(view, language)
  const round = resultRoundPhrase(view, reply)
  return [
    view.demo ? wrap(texts.pollDemo) : undefined,
    [texts.resultsTitle, wrap(line(view.unit.name)), wrap(round)].join('\n'),
    ...apartPhrases(view, language).map((phrase) => wrap(line(phrase))),
    responseLines(view, language)
      .map(([label, value]) => wrap(`${label} ${value}`))
      .join('\n'),
    low && wrap(low),
    ...(view.headlines.length === 0
      ? [wrap(texts.resultsNoHeadlines)]
      : view.headlines.map((headline) => headlineText(headline, reply))),
    ...choices(reply),
    [...hiddenPhrases(view, language), ...(view.hasEarlier ? [texts.resultsEarlier] : [])]
      .map((phrase) => wrap(phrase))
      .join('\n'),
  ]
}

function headlineText(headline: HeadlineView, reply: ReplyOf<'results'>): string {
  const { finding, question, share } = headlineWords(headline, reply)
  return [finding, question, share].map((phrase) => wrap(line(phrase))).join('\n')
}

/** Numbered through, in the order of the card. */
function choices({ view, page, language }: ReplyOf<'results'>): readonly Part[] {
  const texts = textsFor(language)
  const { suggestion } = view
  const buttons = [texts.resultsFigures, ...(page ? [texts.resultsOpenPage] : [])]
  const from = suggestion === undefined ? 1 : 2
  const shown = view.others.slice(0, MAX_UNITS)
  const more = morePhrase(view.others.length - shown.length, language)
  const rows = numbered(
    shown.map(({ name }) => line(name)),
    from + buttons.length,
  )
  return [
    suggestion && suggestionText(suggestion, texts),
    numbered(buttons, from),
    shown.length === 0 ? undefined : `${texts.resultsOthers}\n${rows}`,
    more && wrap(more),
  ]
}

function suggestionText(
  { question, section }: NonNullable<ReplyOf<'results'>['view']['suggestion']>,
  texts: ReturnType<typeof textsFor>,
): string {
  return [
    texts.resultsSuggestion,
    wrap(line(question)),
    wrap(texts.resultsSuggestionWhy),
    numbered([line(section.title)]),
  ].join('\n')
}

export function resultsChoice(reply: ReplyOf<'results-choice'>): readonly Part[] {
  const { units, language } = reply
  const shown = units.slice(0, MAX_UNITS)
  const more = morePhrase(units.length - shown.length, language)
  return [
    line(textsFor(language).resultsChoiceTitle),
    wrap(line(choicePhrase(reply))),
    numbered(shown.map((unit) => line(placeOf(unit)))),
    more && wrap(more),
  ]
}

export function resultsLink(reply: ReplyOf<'results-link'>): readonly Part[] {
  const texts = textsFor(reply.language)
  return [
    line(texts.resultsLinkTitle),
    ...linkPhrases(reply).map((phrase) => wrap(line(phrase))),
    reply.url,
    numbered([texts.resultsBack]),
  ]
}
