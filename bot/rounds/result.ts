/** Result: what the plan of a round lets be said of a unit, question by question. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { PollResultView, QuestionResult } from '../contract/poll.ts'
import type { Cell, Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { WHOLE } from '../polls/units.ts'
import { cellOf, responseOf } from '../results/figures.ts'
import { nationalOf } from '../results/national.ts'
import { countBelow, favourableWords, nameIn } from '../results/results-view.ts'
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

const sinceOf = (cell: Cell): number | undefined =>
  cell.state === 'percentage' ? cell.change?.sinceAt : undefined
