/** Result: what the plan of a round lets be said of the whole organisation. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { NationalView, PollResultView, QuestionResult } from '../contract/poll.ts'
import type { Cell, Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { WHOLE } from '../polls/units.ts'
import type { Served } from '../served.ts'
import { localDate } from '../working-time.ts'

export type ResultContext = Omit<Served, 'knowledge'> &
  Readonly<{ knowledge: Pick<KnowledgeBase, 'handbook'>; language: Language }>

/** A filter over the plan: nothing here is worked out from finer figures. */
export function resultOf(plan: Plan, context: ResultContext): PollResultView {
  const { round, demo, opensAt, closesAt, coverage, thresholds } = plan
  return {
    ...{ round, demo, opensAt, closesAt, coverage },
    response: wholeOf(plan.response) ?? HIDDEN,
    questions: plan.questions.map((question) => questionResult(question, plan, context)),
    units: shownUnits(plan),
    minimum: thresholds.answers,
  }
}

const HIDDEN = { state: 'hidden', reason: 'too-few' } as const

function wholeOf<C>(cells: readonly Readonly<{ unit: string; cell: C }>[]): C | undefined {
  return cells.find(({ unit }) => unit === WHOLE)?.cell
}

function shownUnits({ units, response }: Plan): PollResultView['units'] {
  const parts = response.filter(({ unit }) => unit !== WHOLE)
  const shown = parts.filter(({ cell }) => cell.state === 'shown').length
  return { shown, hidden: units.length - 1 - shown }
}

function questionResult(question: Question, plan: Plan, context: ResultContext): QuestionResult {
  const { language, knowledge } = context
  const cell = wholeOf(plan.cells.filter((one) => one.question === question.id)) ?? HIDDEN
  const section = knowledge.handbook.byId.get(question.section)
  const national = nationalOf(question, cell, context)
  const since = sinceOf(cell)
  return {
    question: question.text[language],
    favourable: favourableWords(question, language),
    cell,
    ...(since === undefined ? {} : { since: localDate(since, context.organisation.timeZone) }),
    ...(national === undefined ? {} : { national }),
    section: section && { id: section.id, title: section.title },
  }
}

function favourableWords({ options, favourable }: Question, language: Language): string {
  const words = options.filter(({ value }) => favourable.includes(value))
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  return or.format(words.map(({ text }) => text[language]))
}

const sinceOf = (cell: Cell): number | undefined =>
  cell.state === 'percentage' ? cell.change?.sinceAt : undefined

/** As context only: another group, another year, another wording. */
function nationalOf(
  question: Question,
  cell: Cell,
  { bank, language }: ResultContext,
): NationalView | undefined {
  const { national } = question
  const figure = national && bank.figures.get(national.figure)
  if (national === undefined || figure === undefined) return undefined
  const own = ownShare(question, cell)
  return {
    figure: figure.display[language],
    label: figure.label[language],
    ...(own === undefined ? {} : { own }),
    ...(national.note === undefined ? {} : { note: national.note[language] }),
    source: bank.study.source[language],
    caveat: bank.study.caveat[language],
  }
}

/** Beside a national figure few answers of our own would say nothing. */
const MIN_OWN = 30

/** The share that gave the answer which the figure counts: the favourable ones, or all others. */
function ownShare({ national, favourable, options }: Question, cell: Cell) {
  if (national === undefined || cell.state !== 'percentage' || cell.answers < MIN_OWN)
    return undefined
  const substantive = options.filter((option) => option.substantive).map(({ value }) => value)
  const others = substantive.filter((value) => !favourable.includes(value))
  const { answers } = cell
  if (isSame(national.counts, favourable)) return { percent: cell.favourable, answers }
  if (isSame(national.counts, others)) return { percent: 100 - cell.favourable, answers }
  return undefined
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((value) => others.includes(value))
