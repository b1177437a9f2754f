/** Exports: rows of the files with results, which hold what the pages show and nothing besides. */
import type { Language } from '../../../knowledge/language.ts'
import { dayOf } from '../../contract/texts/long-moments.ts'
import type { Messages } from '../../contract/texts/nl.ts'
import { figureOf, lowResponsePhrase } from '../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell, Change, Plan, ResponseCell } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { type RoundUnit, WHOLE } from '../../polls/units.ts'
import { cellOf, responseOf } from '../../results/figures.ts'
import { mergedFor, unitsFor } from '../../results/viewer.ts'
import { localDate } from '../../working-time.ts'
import type { PageContext } from './page-context.ts'

const ROUND = ['round', 'demo', 'opened', 'closed', 'path', 'unit'] as const
const QUESTION = ['question', 'topic', 'text', 'safe'] as const
const FIGURE = ['share', 'low', 'high', 'spread'] as const
const CHANGE = ['change', 'since', 'difference', 'differenceLow', 'differenceHigh'] as const
const RESPONSE = ['eligible', 'rate', 'reached', 'reachedRate'] as const
const SHOWN = ['state', 'words', 'answers'] as const

/** In the order in which they stand in a file; only of the columns named there. */
export const RESULT_COLUMNS = [...ROUND, ...QUESTION, ...SHOWN, ...FIGURE, ...CHANGE] as const
export const RESPONSE_COLUMNS = [...ROUND, ...SHOWN, ...RESPONSE] as const
export const ALL_COLUMNS = ['kind', ...RESULT_COLUMNS, ...RESPONSE] as const

export type Column = (typeof ALL_COLUMNS)[number]
export type Value = string | number
/** What is not known, or not shown, is not there: no zero stands for it. */
export type Row = Readonly<Partial<Record<Column, Value>>>

type Rows = Readonly<{ results: readonly Row[]; response: readonly Row[] }>

/** Of the round that the context is about, for the units that the viewer may see; tree order. */
export function rowsOf(context: PageContext): Rows {
  const { plan, viewer } = context
  if (plan === undefined) return { results: [], response: [] }
  const about = roundPart(plan, context)
  const units = unitsFor(plan, viewer).map((unit) => ({
    unit,
    part: { ...about, ...unitPart(unit, context.language) },
  }))
  return {
    results: units.flatMap(({ unit, part }) => resultRows(plan, unit, part, context)),
    response: units.map(({ unit, part }) => ({ ...part, ...responsePart(plan, unit, context) })),
  }
}

function roundPart(plan: Plan, { language, organisation }: PageContext): Row {
  const texts = textsFor(language)
  return {
    round: plan.round,
    demo: plan.demo ? texts.yes : texts.no,
    opened: localDate(plan.opensAt, organisation.timeZone),
    closed: localDate(plan.closesAt, organisation.timeZone),
  }
}

function unitPart({ path, name }: RoundUnit, language: Language): Row {
  const unit = path === WHOLE ? textsFor(language).pageWhole({ organisation: name }) : name
  return { path, unit }
}

function resultRows(
  plan: Plan,
  { path }: RoundUnit,
  part: Row,
  context: PageContext,
): readonly Row[] {
  const { language } = context
  return plan.questions.map((question) => ({
    kind: textsFor(language).exportKindQuestion,
    ...part,
    ...questionPart(question, language),
    ...cellPart(cellOf(plan, path, question.id), question, context),
  }))
}

function questionPart({ id, areaName, text, ...question }: Question, language: Language): Row {
  const safe = question.options.filter(({ value }) => question.favourable.includes(value))
  return {
    question: id,
    topic: areaName[language],
    text: text[language],
    safe: safe.map((option) => option.text[language]).join(' | '),
  }
}

function cellPart(cell: Cell, question: Question, context: PageContext): Row {
  const { language } = context
  const seen = { state: stateOf(cell, textsFor(language)), words: wordsOf(cell, language) }
  switch (cell.state) {
    case 'hidden':
    case 'band':
      return seen
    case 'extreme':
      return { ...seen, answers: cell.answers }
    case 'percentage':
      return {
        ...seen,
        ...{ answers: cell.answers, share: cell.favourable, ...cell.interval },
        ...(cell.distribution && { spread: spreadOf(cell.distribution, question, language) }),
        ...(cell.change && changePart(cell.change, context)),
      }
  }
}

function stateOf({ state }: Cell, texts: Messages): string {
  const words = {
    hidden: texts.exportHidden,
    band: texts.exportBand,
    extreme: texts.exportExtreme,
    percentage: texts.exportPercentage,
  }
  return words[state]
}

function wordsOf(cell: Cell, language: Language): string {
  return figureOf({ question: '', favourable: '', section: undefined, cell }, language).headline
}

/** "Nooit: 12% | Soms: 30%", in the order in which they could be chosen. */
function spreadOf(
  shares: Readonly<Record<string, number>>,
  { options }: Question,
  language: Language,
): string {
  return options
    .flatMap(({ value, text }) => {
      const share = shares[value]
      return share === undefined ? [] : [`${text[language]}: ${share}%`]
    })
    .join(' | ')
}

function changePart({ verdict, sinceAt, difference }: Change, context: PageContext): Row {
  const texts = textsFor(context.language)
  const words = {
    better: texts.pageFoundBetter,
    worse: texts.pageFoundWorse,
    'no-evidence': texts.exportUnchanged,
  }
  return {
    change: words[verdict],
    since: localDate(sinceAt, context.organisation.timeZone),
    difference: difference.estimate,
    differenceLow: difference.low,
    differenceHigh: difference.high,
  }
}

function responsePart(plan: Plan, { path }: RoundUnit, { language }: PageContext): Row {
  const { reached, rate } = plan.coverage
  return {
    kind: textsFor(language).exportKindResponse,
    ...tookPart(responseOf(plan, path), language),
    ...(path === WHOLE && { reached, reachedRate: rate }),
  }
}

function tookPart(response: ResponseCell, language: Language): Row {
  const texts = textsFor(language)
  if (response.state === 'hidden')
    return { state: texts.exportHidden, words: wordsOf(response, language) }
  const { answers, eligible, rate } = response
  const words = lowResponsePhrase({ response }, language)
  return { state: texts.exportShown, answers, eligible, rate, ...(words && { words }) }
}

export function titlesIn(language: Language): Readonly<Record<Column, string>> {
  const texts = textsFor(language)
  return {
    ...{ kind: texts.exportKind, round: texts.pageRoundHead, demo: texts.exportDemo },
    ...{ opened: texts.exportOpened, closed: texts.pageClosed },
    ...{ path: texts.exportPath, unit: texts.pageUnit },
    ...{ question: texts.exportQuestionId, topic: texts.exportTopic, text: texts.exportQuestion },
    ...{ safe: texts.exportFavourable, state: texts.exportState, words: texts.exportWords },
    ...{ answers: texts.pageAnswers, share: texts.exportShare },
    ...{ low: texts.exportLow, high: texts.exportHigh, spread: texts.exportSpread },
    ...{ change: texts.exportChange, since: texts.exportSince },
    ...{ difference: texts.exportDifference, differenceLow: texts.exportDifferenceLow },
    differenceHigh: texts.exportDifferenceHigh,
    ...{ eligible: texts.exportEligible, rate: texts.exportRate },
    ...{ reached: texts.exportReached, reachedRate: texts.exportReachedRate },
  }
}

/** Where the figures come from, when they are shown and how to read them: sentences, in order. */
export function notesOf(context: PageContext): readonly string[] {
  const { plan, language } = context
  const texts = textsFor(language)
  if (plan === undefined) return []
  return [
    ...sourceNotes(context, plan),
    ...thresholdNotes(plan, texts),
    ...[texts.pageAboutInterval, texts.pageAboutVerdict, texts.pageAboutNonResponse],
    ...[texts.pageAboutLow, texts.pageAboutHonest, texts.pageAboutNoScale],
    ...[texts.pageAboutNoJudge, texts.pageAboutNoRank],
  ]
}

function sourceNotes(context: PageContext, plan: Plan): readonly string[] {
  const { organisation, language, viewer, now } = context
  const texts = textsFor(language)
  const day = (at: number) => dayOf(at, organisation.timeZone, language)
  const { name, ciso } = organisation
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    mergedFor(plan, viewer),
  )
  return [
    ...(plan.demo ? [texts.pollDemo] : []),
    texts.exportSource({ organisation: name, from: day(plan.opensAt), until: day(plan.closesAt) }),
    texts.exportMade({ date: day(now) }),
    ...(list === '' ? [] : [texts.pageMerged({ list })]),
    texts.pageContact({ name: ciso.name, email: ciso.email }),
    texts.pageMethod,
  ]
}

function thresholdNotes({ thresholds }: Plan, texts: Messages): readonly string[] {
  return [
    texts.pageAboutEligible({ amount: String(thresholds.eligible) }),
    texts.pageAboutAnswers({ amount: String(thresholds.answers) }),
    texts.pageAboutPercentage({ amount: String(thresholds.percentage) }),
    texts.pageAboutDistribution({ amount: String(thresholds.distribution) }),
    ...[texts.pageAboutExtreme, texts.pageAboutRemainder],
    ...[texts.pageAboutSensitive, texts.pageAboutRounded],
  ]
}
