/** Result: what the plan of a round lets be said of a unit, question by question. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { NationalView, PollResultView, QuestionResult } from '../contract/poll.ts'
import type { Cell, Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { WHOLE } from '../polls/units.ts'
import { cellOf, responseOf } from '../results/figures.ts'
import { countBelow, nameIn } from '../results/results-view.ts'
import type { Served } from '../served.ts'
import { localDate } from '../working-time.ts'

export type ResultContext = Omit<Served, 'knowledge'> &
  Readonly<{ knowledge: Pick<KnowledgeBase, 'handbook'>; language: Language }>

/**
 * A filter over the plan: nothing here is worked out from finer figures.
 *
 * @param unit path of a unit of the round; '' for the whole organisation
 */
export function resultOf(plan: Plan, unit: string, context: ResultContext): PollResultView {
  const { round, demo, opensAt, closesAt, coverage, thresholds } = plan
  return {
    ...{ round, demo, opensAt, closesAt },
    ...(unit === WHOLE ? { coverage } : { unit: nameIn(plan, unit) }),
    response: responseOf(plan, unit),
    questions: plan.questions.map((question) =>
      questionResult(question, cellOf(plan, unit, question.id), context),
    ),
    units: countBelow(plan, unit),
    minimum: thresholds.answers,
  }
}

function questionResult(question: Question, cell: Cell, context: ResultContext): QuestionResult {
  const { language, knowledge } = context
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
