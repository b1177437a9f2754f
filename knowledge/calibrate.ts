/** Calibrate: chooses the cut-offs between the bands from judged questions about one handbook. */
import { type Calibration, DEFAULT_CALIBRATION } from './confidence.ts'
import { type Outcome, rankOf } from './evaluate.ts'

/** At most this share of the direct answers may be wrong, unanswerable questions counted as wrong. */
const MAX_WRONG = 0.05
/** At least this share of the answerable questions must get an answer or a choice. */
const MIN_HELPED = 0.95

/** Fewer questions than this say too little: the default stays. */
const MIN_QUESTIONS = 30

/** Incidents never reach the search, so they do not count. Cut-offs are rounded to two decimals. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const searched = outcomes.filter(({ incident }) => !incident)
  if (searched.length < MIN_QUESTIONS) return DEFAULT_CALIBRATION
  const answerFrom = lowestSafe(searched)
  return { answerFrom, suggestFrom: Math.min(answerFrom, highestHelpful(searched)) }
}

/** The lowest cut above which few direct answers are wrong; equally sure ones stand or fall together. */
function lowestSafe(outcomes: readonly Outcome[]): number {
  const surest = [...outcomes].sort((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let safe = 0
  surest.forEach((outcome, index) => {
    if (rankOf(outcome) !== 1) wrong += 1
    if (surest[index + 1]?.confidence === outcome.confidence) return
    if (wrong / (index + 1) <= MAX_WRONG) safe = index + 1
  })
  return safe === 0 ? 1 : roundUp(surest[safe - 1]?.confidence ?? 1)
}

function highestHelpful(outcomes: readonly Outcome[]): number {
  const confidences = outcomes
    .filter(({ trial }) => trial.answerable)
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b)
  return roundDown(confidences[Math.floor(confidences.length * (1 - MIN_HELPED))] ?? 0)
}

const roundUp = (value: number): number => Math.ceil(value * 100) / 100
const roundDown = (value: number): number => Math.floor(value * 100) / 100
