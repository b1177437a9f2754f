/** Evaluate: how well a knowledge base answers judged questions. */
import type { Band } from './confidence.ts'
import type { KnowledgeBase } from './knowledge-base.ts'
import type { Trial } from './questions.ts'
import { triage } from './triage.ts'

/** What one question got: an incident block, or what the search found. */
export type Outcome = Readonly<{
  trial: Trial
  incident: boolean
  band: Band
  confidence: number
  /** Ids, best first. */
  sections: readonly string[]
  tookMs: number
}>

/** Field names are those of `npm run evaluate -- --json`. */
export type Evaluation = Readonly<{
  questions: number
  answerable: number
  /** Mean reciprocal rank of the first right section among ten; over the answerable questions. */
  mrr10: number
  recall1: number
  recall3: number
  recall10: number
  /** Of the answerable questions, as shares: what the employee saw. */
  band: Readonly<{
    answerRight: number
    answerWrong: number
    suggestedRight: number
    suggestedWrong: number
    refused: number
  }>
  /** Of the unanswerable questions, as counts. */
  unanswerable: Readonly<{ answered: number; suggested: number; refused: number }>
  incident: Readonly<{ caught: number; missed: number; falseAlarms: number }>
  latencyMs: Readonly<{ p50: number; p99: number }>
}>

const CHOICES = 3

export const tryOut = (knowledge: KnowledgeBase, trials: readonly Trial[]): readonly Outcome[] =>
  trials.map((trial) => {
    const started = performance.now()
    const incident = triage(trial.question) !== undefined
    const { band, confidence, hits } = knowledge.find(trial.question, remembered(knowledge, trial))
    const sections = hits.map(({ item }) => item.id)
    return { trial, incident, band, confidence, sections, tookMs: performance.now() - started }
  })

/** What the bot remembers after the earlier turns of a dialogue. */
const remembered = (knowledge: KnowledgeBase, { earlier }: Trial): string | undefined =>
  earlier.reduce<string | undefined>(
    (memory, turn) => knowledge.find(turn, memory).readAs,
    undefined,
  )

export function evaluate(outcomes: readonly Outcome[]): Evaluation {
  const answerable = outcomes.filter(({ trial }) => trial.answerable)
  const unanswerable = outcomes.filter(({ trial }) => !trial.answerable)
  const share = (holds: (outcome: Outcome) => boolean) =>
    ratio(answerable.filter(holds).length, answerable.length)
  const count = (band: Band) => unanswerable.filter((one) => shown(one) === band).length
  const took = outcomes.map(({ tookMs }) => tookMs).sort((a, b) => a - b)

  return {
    questions: outcomes.length,
    answerable: answerable.length,
    mrr10: ratio(
      answerable.reduce((sum, one) => sum + (isRanked(one) ? 1 / rankOf(one) : 0), 0),
      answerable.length,
    ),
    recall1: share((one) => rankOf(one) <= 1),
    recall3: share((one) => rankOf(one) <= 3),
    recall10: share((one) => rankOf(one) <= 10),
    band: {
      answerRight: share((one) => shown(one) === 'answer' && isRight(one)),
      answerWrong: share((one) => shown(one) === 'answer' && !isRight(one)),
      suggestedRight: share((one) => shown(one) === 'suggest' && rankOf(one) <= CHOICES),
      suggestedWrong: share((one) => shown(one) === 'suggest' && rankOf(one) > CHOICES),
      refused: share((one) => shown(one) === 'none'),
    },
    unanswerable: {
      answered: count('answer'),
      suggested: count('suggest'),
      refused: count('none'),
    },
    incident: {
      caught: outcomes.filter(({ trial, incident }) => trial.incident && incident).length,
      missed: outcomes.filter(({ trial, incident }) => trial.incident && !incident).length,
      falseAlarms: outcomes.filter(({ trial, incident }) => !trial.incident && incident).length,
    },
    latencyMs: { p50: percentile(took, 0.5), p99: percentile(took, 0.99) },
  }
}

/** Rank of the first right section, from 1; infinite when it was not among those found. */
export function rankOf({ sections, trial }: Outcome): number {
  const place = sections.findIndex((id) => trial.sections.includes(id))
  return place === -1 ? Number.POSITIVE_INFINITY : place + 1
}

const isRanked = (outcome: Outcome): boolean => Number.isFinite(rankOf(outcome))

/** An incident block is a direct answer: right for an incident, wrong for anything else. */
const shown = ({ incident, band }: Outcome): Band => (incident ? 'answer' : band)
const isRight = (outcome: Outcome): boolean =>
  outcome.incident ? outcome.trial.incident : rankOf(outcome) === 1

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
