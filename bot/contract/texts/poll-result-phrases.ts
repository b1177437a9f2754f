/** Poll result phrases: figures in words, so that nothing depends on a colour or a symbol. */
import type { Language } from '../../../knowledge/language.ts'
import type { Cell, Change, HiddenReason } from '../../polls/plan.ts'
import type { NationalView, PollResultView, QuestionResult } from '../poll.ts'
import type { ReplyOf } from '../reply.ts'
import { amountOf, dayOf } from './long-moments.ts'
import { longDate } from './phrases.ts'
import { textsFor } from './texts.ts'

/** Below these the response is too low to lean on, or says little: percent. */
const LOW_RESPONSE = 40
const VERY_LOW_RESPONSE = 30

export function resultRoundPhrase(
  { opensAt, closesAt }: Pick<PollResultView, 'opensAt' | 'closesAt'>,
  { timeZone, language }: Pick<ReplyOf<'poll-result'>, 'timeZone' | 'language'>,
): string {
  const texts = textsFor(language)
  const from = dayOf(opensAt, timeZone, language)
  const until = dayOf(closesAt, timeZone, language)
  return from === until
    ? texts.pollResultDay({ day: from })
    : texts.pollResultRound({ from, until })
}

/** How many took part and, where it is known, how many were reached: a label and its value. */
export function responseLines(
  { response, coverage }: Pick<PollResultView, 'response' | 'coverage'>,
  language: Language,
): ReadonlyArray<readonly [label: string, value: string]> {
  const texts = textsFor(language)
  const share = (amount: number, whole: number, rate: number) =>
    texts.pollShare({
      amount: amountOf(amount, language),
      whole: amountOf(whole, language),
      rate: String(rate),
    })
  const took =
    response.state === 'hidden'
      ? hiddenPhrase(response.reason, language)
      : share(response.answers, response.eligible, response.rate)
  const reached = coverage && share(coverage.reached, coverage.eligible, coverage.rate)
  return [
    [texts.pollResponse, took],
    ...(reached === undefined ? [] : [[texts.pollReached, reached] as const]),
  ]
}

/** Undefined when enough took part, or when that is not shown. */
export function lowResponsePhrase(
  { response }: Pick<PollResultView, 'response'>,
  language: Language,
): string | undefined {
  const texts = textsFor(language)
  if (response.state === 'hidden' || response.rate >= LOW_RESPONSE) return undefined
  return response.rate < VERY_LOW_RESPONSE ? texts.pollResponseVeryLow : texts.pollResponseLow
}

/** A figure in words, and what must be known to read it. */
export type Figure = Readonly<{ headline: string; details: readonly string[] }>

export function figureOf({ cell, since }: QuestionResult, language: Language): Figure {
  const texts = textsFor(language)
  switch (cell.state) {
    case 'hidden':
      return { headline: hiddenPhrase(cell.reason, language), details: [] }
    case 'band':
      return { headline: bandPhrase(cell.band, language), details: [texts.pollBandWhy] }
    case 'extreme': {
      const answers = answersPhrase(cell.answers, language)
      const headline =
        cell.side === 'at-least-80'
          ? texts.pollAtLeast({ rate: '80' })
          : texts.pollAtMost({ rate: '20' })
      return { headline, details: [texts.pollExtremeWhy({ answers })] }
    }
    case 'percentage':
      return percentageOf(cell, since, language)
  }
}

type Percentage = Extract<Cell, { state: 'percentage' }>

function percentageOf(cell: Percentage, since: string | undefined, language: Language): Figure {
  const texts = textsFor(language)
  const interval = texts.pollInterval({
    low: String(cell.interval.low),
    high: String(cell.interval.high),
    answers: answersPhrase(cell.answers, language),
  })
  const change = cell.change === undefined ? [] : [changePhrase(cell.change, since, language)]
  return {
    headline: texts.pollPercentage({ rate: String(cell.favourable) }),
    details: [interval, ...change],
  }
}

function bandPhrase(band: 'low' | 'middle' | 'high', language: Language): string {
  const texts = textsFor(language)
  const words = {
    low: texts.pollBandLow,
    middle: texts.pollBandMiddle,
    high: texts.pollBandHigh,
  }
  return words[band]
}

function hiddenPhrase(reason: HiddenReason, language: Language): string {
  const texts = textsFor(language)
  const words = {
    'too-few': texts.pollHiddenFew,
    remainder: texts.pollHiddenRemainder,
    sensitive: texts.pollHiddenSensitive,
    'organisation-only': texts.pollHiddenOrganisation,
  }
  return words[reason]
}

/** @param round ISO date of the round that it is compared with, if known */
function changePhrase(
  { verdict, difference }: Change,
  round: string | undefined,
  language: Language,
): string {
  const texts = textsFor(language)
  const since =
    round === undefined ? texts.pollSinceLast : texts.pollSince({ date: longDate(round, language) })
  const ends = [difference.low, difference.high].map(Math.abs).toSorted((a, b) => a - b)
  const [low, high] = ends.map(String)
  const points = texts.points({ amount: String(Math.abs(difference.estimate)) })
  const how = { since, points, low: low ?? '', high: high ?? '' }
  if (verdict === 'no-evidence') return texts.pollNoChange({ since })
  return verdict === 'better' ? texts.pollBetter(how) : texts.pollWorse(how)
}

function answersPhrase(count: number, language: Language): string {
  return textsFor(language).answerCount({ amount: amountOf(count, language) })
}

/** The national figure as context, with who was asked and why it is no verdict. */
export function nationalPhrases(
  { national, cell }: QuestionResult,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  if (cell.state === 'hidden') return []
  if (national === undefined) return [texts.pollNationalNone]
  return national.own === undefined
    ? [texts.pollNationalLeftOut]
    : comparison(national, national.own, language)
}

function comparison(
  { figure, label, note, source, caveat }: NationalView,
  own: NonNullable<NationalView['own']>,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  const answers = answersPhrase(own.answers, language)
  return [
    texts.pollNational({ figure, label }),
    texts.pollNationalOwn({ rate: String(own.percent), answers }),
    ...(note === undefined ? [] : [note]),
    source,
    caveat,
  ]
}

/** How to read all of it together. */
export function resultNotes(
  { units, minimum }: PollResultView,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  const amount = amountOf(units.shown, language)
  const hidden = amountOf(units.hidden, language)
  return [
    ...(units.shown + units.hidden > 0 ? [texts.pollUnits({ amount, hidden })] : []),
    texts.pollMinimum({ amount: amountOf(minimum, language) }),
    texts.pollNonResponse,
  ]
}
