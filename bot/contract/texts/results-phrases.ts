/** Results phrases: sentences about what came out of a round, for who may see it. */
import type { Language } from '../../../knowledge/language.ts'
import type { ReplyOf } from '../reply.ts'
import type { HeadlineView, ResultsView, UnitName } from '../results.ts'
import { amountOf, dayOf } from './long-moments.ts'
import { shortList } from './poll-phrases.ts'
import { textsFor } from './texts.ts'

/** More of them are a list to look up in, and not something to choose from. */
export const MAX_UNITS = 8

const MAX_NAME = 80

/** A finding in words, the question that it is about, and the share. */
export type HeadlineWords = Readonly<{ finding: string; question: string; share: string }>

export function headlineWords(
  { topic, question, favourable, finding, percent, sinceAt }: HeadlineView,
  { timeZone, language }: Pick<ReplyOf<'results'>, 'timeZone' | 'language'>,
): HeadlineWords {
  const texts = textsFor(language)
  const date = sinceAt === undefined ? '' : dayOf(sinceAt, timeZone, language)
  const words = {
    better: texts.resultsBetter({ topic, date }),
    worse: texts.resultsWorse({ topic, date }),
    unchanged: texts.resultsUnchanged({ topic, date }),
    lowest: texts.resultsLowest({ topic }),
    highest: texts.resultsHighest({ topic }),
  }
  const share = texts.resultsSafely({ rate: String(percent), answer: favourable })
  return { finding: words[finding], question, share }
}

/** What they asked for and do not see here, and why; first of all that is said. */
export function apartPhrases({ refused, merged }: ResultsView, language: Language) {
  const texts = textsFor(language)
  const name = refused === undefined ? '' : shortName(refused)
  return [
    ...(refused === undefined ? [] : [texts.resultsRefused({ name })]),
    ...(merged.length === 0 ? [] : [texts.resultsMerged({ list: shortList(merged, language) })]),
  ]
}

/** What is hidden, and how to read the rest. */
export function hiddenPhrases({ units, minimum }: ResultsView, language: Language) {
  const texts = textsFor(language)
  const hidden = amountOf(units.hidden, language)
  const whole = amountOf(units.shown + units.hidden, language)
  return [
    ...(units.hidden === 0 ? [] : [texts.resultsHidden({ hidden, whole })]),
    texts.pollMinimum({ amount: amountOf(minimum, language) }),
  ]
}

/** How many more units there are than those shown; undefined when there are none. */
export function morePhrase(left: number, language: Language): string | undefined {
  const amount = amountOf(left, language)
  return left > 0 ? textsFor(language).resultsMore({ amount }) : undefined
}

/** "Sociaal Domein/Jeugd", to tell it from others of that name. */
export const placeOf = ({ path, name }: UnitName): string => (path === '' ? name : path)

export function choicePhrase({ asked, language }: ReplyOf<'results-choice'>): string {
  return textsFor(language).resultsChoiceText({ name: shortName(asked) })
}

export function linkPhrases({ minutes, organisation, language }: ReplyOf<'results-link'>) {
  const texts = textsFor(language)
  return [
    texts.resultsLinkText({ organisation: organisation.name }),
    texts.resultsLinkOnce({ count: minutes }),
    texts.resultsLinkYours,
  ]
}

/** By characters, so that none is cut in half. */
function shortName(name: string): string {
  const characters = [...name]
  return characters.length > MAX_NAME ? `${characters.slice(0, MAX_NAME - 1).join('')}…` : name
}
